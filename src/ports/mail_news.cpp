#include "ports/mail_news.h"

#include "platform/auth/principal.h"
#include "platform/i18n/translator.h"
#include "platform/mail/outbox.h"

namespace ports {

HomeNews mail_news(db::Read& read, const http::Request& request) {
    if (!auth::may(*request.staff, auth::Permission::manage_settings, {})) return {};
    const i18n::Translator t{request.locale};
    const mail::Trouble trouble = mail::trouble(read);
    HomeNews news;
    if (trouble.failed > 0)
        news.tasks.push_back(
            {.tone = HomeTask::Tone::pressing,
             .sentence = t.plural("{count} email could not be delivered. The last answer was: {error}",
                                  "{count} emails could not be delivered. The last answer was: {error}", trouble.failed,
                                  {{"error", trouble.last_error}})});
    if (trouble.retrying > 0)
        news.tasks.push_back(
            {.tone = HomeTask::Tone::pressing,
             .sentence = t.plural("{count} email is being tried again after a failure.",
                                  "{count} emails are being tried again after a failure.", trouble.retrying)});
    return news;
}

}  // namespace ports
