#include "features/integrations/slice.h"

#include "features/integrations/jobs.h"
#include "features/integrations/mails.h"
#include "features/integrations/webhook_pages.h"
#include "features/integrations/webhook_store.h"
#include "platform/auth/principal.h"
#include "ports/acting.h"

namespace integrations {
void Slice::add_jobs(jobs::Handlers& handlers) const { integrations::add_jobs(handlers, services_); }

void Slice::add_mails(mail::Renderers& renderers) const { integrations::add_mails(renderers, services_); }

ports::CountListener count_listener() {
    return [](db::Write& write, std::span<const ports::CountChange> changes) {
        store::record_events(write, events_of(changes));
        store::record_events(write, signatures_of(changes));
    };
}

ports::StaffEntry keys_entry() {
    return {.label = base::message("API keys"),
            .path = "staff/keys",
            .icon = "key",
            .group = ports::StaffGroup::settings,
            .order = 810,
            .may_see = ports::whoever_may(auth::Permission::manage_settings)};
}

ports::StaffEntry webhooks_entry() {
    return {.label = base::message("Webhooks"),
            .path = "staff/webhooks",
            .icon = "share",
            .group = ports::StaffGroup::settings,
            .order = 820,
            .may_see = ports::whoever_may(auth::Permission::manage_settings)};
}

ports::HomeNews home_news(db::Read& read, const http::Request& request) {
    ports::HomeNews news;
    if (!ports::may_somewhere(request, auth::Permission::manage_settings)) return news;
    const i18n::Translator t{request.locale};
    for (const auto& webhook : store::webhooks(read))
        if (webhook.disabled_at && webhook.disabled_why != DisabledWhy::by_staff)
            news.tasks.push_back({.tone = ports::HomeTask::Tone::pressing,
                                  .sentence = t("The webhook {name} was switched off: its server did not answer.",
                                                {{"name", webhook.name}}),
                                  .path = pages::webhook_path(request.locale, webhook.id),
                                  .act = t("Open the webhook")});
    return news;
}

}  // namespace integrations
