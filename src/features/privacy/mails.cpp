#include "features/privacy/mails.h"

#include "features/privacy/held_service.h"
#include "features/privacy/pages.h"
#include "features/privacy/store.h"
#include "platform/i18n/translator.h"
#include "ports/mail_message.h"

namespace privacy {
namespace {

std::optional<mail::Message> my_data_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto access = store::find_access(read, AccessId{order.about});
    if (!access || access->closed_at || !holds_anything(services, *access, read)) return std::nullopt;
    const i18n::Translator t{order.locale};
    const std::string link = services.frames.public_url() +
                             pages::my_data_path(order.locale, services.tokens.make(kMyData, access->id.value));
    return ports::mail_message(
        services,
        {.translator = t,
         .title = t("What we hold about you"),
         .paragraphs = {t(
             "You asked to see what we hold about you. The button opens your own page, where you can correct "
             "it, download it, take back your consent, or have everything erased.")},
         .button = {t("See my data"), link},
         .after = {
             t("The link works for two hours. If it was not you who asked, you can throw this email away: nothing "
               "happens.")}});
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    renderers.add(kMyDataMail, [&services](const mail::Order& order, db::Read& read) {
        return my_data_mail(services, order, read);
    });
}

}  // namespace privacy
