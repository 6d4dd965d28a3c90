#include "features/integrations/mails.h"

#include "features/integrations/webhook_store.h"
#include "platform/i18n/translator.h"
#include "ports/mail_message.h"

namespace integrations {
namespace {

html::MailWords words_of(const i18n::Translator& t, const Webhook& webhook, const Services& services) {
    const std::string path =
        "/" + std::string{base::code(t.locale())} + "/staff/webhooks/" + std::to_string(webhook.id.value);
    return {
        .translator = t,
        .title = t("The webhook {name} was switched off", {{"name", webhook.name}}),
        .paragraphs = {t("For days its server has not taken what we sent, or it said that nobody listens there any "
                         "more. What happened meanwhile waits."),
                       t("When the server is right again, switch the webhook on: everything that waits is then sent.")},
        .button = {t("Open the webhook"), services.config.server.public_url + path}};
}

// Switched on again meanwhile, or removed: no longer wanted.
std::optional<mail::Message> render(const mail::Order& order, db::Read& read, const Services& services) {
    const auto webhook = store::find_webhook(read, WebhookId{order.about});
    if (!webhook || webhook->is_active()) return std::nullopt;
    auto words = words_of(i18n::Translator{order.locale}, *webhook, services);
    return ports::mail_message(services, std::move(words));
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    renderers.add(kDisabledMail,
                  [&services](const mail::Order& order, db::Read& read) { return render(order, read, services); });
}

}  // namespace integrations
