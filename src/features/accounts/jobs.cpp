#include "features/accounts/jobs.h"

#include "features/accounts/passkey_store.h"
#include "features/accounts/store.h"

namespace accounts {

void add_jobs(jobs::Handlers& handlers, db::Database& database) {
    handlers.daily("accounts.sweep", base::hours(8),
                   [&database](const jobs::Job&) { database.write([](db::Write& write) { sweep(write); }); });
    // Anybody may ask for a challenge: what nobody answered goes soon.
    handlers.every("accounts.sweep_challenges", base::hours(1), [&database](const jobs::Job&) {
        database.write([](db::Write& write) { sweep_challenges(write); });
    });
}

}  // namespace accounts
