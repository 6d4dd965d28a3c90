// app/plug_mail_history.cpp - finished mails are forgotten when mail.history_days have passed; those that failed are
// told to owners on the staff home.
#include "app/plugs.h"
#include "platform/mail/outbox.h"
#include "ports/mail_news.h"

namespace app {

void plug_in_mail_history(House& house) {
    house.home.add(ports::mail_news);
    const auto kept = base::days(house.settings.config.mail.history_days);
    house.jobs.daily("mail.forget_old", base::hours(8), [&database = house.database, kept](const jobs::Job& job) {
        const mail::Forgetting forgetting{.before = job.now - kept};
        while (database.write([&](db::Write& write) { return mail::forget_old_mails(write, forgetting); }) > 0) {
        }
    });
}

}  // namespace app
