#include "features/mail_returns/jobs.h"

#include "features/mail_returns/store.h"
#include "features/mail_returns/taking_service.h"

namespace mail_returns {

void add_jobs(jobs::Handlers& handlers, const Services& services) {
    handlers.every("mail_returns.maildir", base::minutes(1), [&services](const jobs::Job&) {
        const std::string& path = services.config.mail.returns_maildir;
        if (!path.empty()) take_from(services, {.path = path});
    });
    handlers.daily("mail_returns.forget", base::hours(4), [&services](const jobs::Job& job) {
        services.database.write([&](db::Write& write) { store::forget_mails(write, job.now - base::days(kKeptDays)); });
    });
}

}  // namespace mail_returns
