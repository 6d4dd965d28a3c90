#include "features/petitions/mails.h"

#include <fmt/format.h>

#include "features/petitions/mail_kinds.h"
#include "features/petitions/sign_on_service.h"
#include "features/petitions/signature_store.h"
#include "features/petitions/store.h"
#include "ports/mail_message.h"

namespace petitions {
namespace {

// What all mails are about.
struct About {
    i18n::Translator t;
    Signature signature;
    std::string title;  // of the text that was signed
    std::string link;   // to the page of the own signature
};

std::optional<About> about(const Services& services, const mail::Order& order, db::Read& read) {
    auto signature = store::find_signature(read, SignatureId{order.about});
    if (!signature || signature->email.empty()) return std::nullopt;
    const auto text = store::find_text(read, signature->text);
    if (!text) return std::nullopt;
    const auto purpose = signature->renewed_at ? kRenewedSignature : kOwnSignature;
    const std::string link = fmt::format("{}/{}/signatures/{}", services.frames.public_url(), base::code(order.locale),
                                         services.tokens.make(purpose, order.about));
    return About{i18n::Translator{order.locale}, *std::move(signature), text->title, link};
}

std::optional<mail::Message> confirm_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto mail = about(services, order, read);
    if (!mail || mail->signature.state != SignatureState::pending) return std::nullopt;
    const auto& t = mail->t;
    return ports::mail_message(
        services, {.translator = t,
                   .title = t("Please confirm your signature"),
                   .paragraphs = {t("Hello {name},", {{"name", mail->signature.given_name}}),
                                  t("You have signed “{title}”. Your name counts as soon as you confirm that this "
                                    "address is yours. The button opens a page; nothing happens before you press "
                                    "the button there.",
                                    {{"title", mail->title}})},
                   .button = {t("Confirm my signature"), mail->link},
                   .after = {t("The link works for 30 days.")},
                   .links = {{t("This was not me"), mail->link}}});
}

std::optional<mail::Message> signed_already_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto mail = about(services, order, read);
    if (!mail || mail->signature.state != SignatureState::confirmed) return std::nullopt;
    const auto& t = mail->t;
    return ports::mail_message(
        services, {.translator = t,
                   .title = t("You have signed already"),
                   .paragraphs = {t("Hello {name},", {{"name", mail->signature.given_name}}),
                                  t("Somebody, most likely you, has just signed “{title}” once more with this "
                                    "address. Your signature of {date} stands and counts once. There is nothing to "
                                    "do.",
                                    {{"title", mail->title}, {"date", t.date(mail->signature.signed_at)}})},
                   .links = {{t("See or withdraw my signature"), mail->link}}});
}

std::optional<mail::Message> invalidated_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto mail = about(services, order, read);
    if (!mail || mail->signature.state != SignatureState::invalidated) return std::nullopt;
    const auto& t = mail->t;
    return ports::mail_message(
        services,
        {.translator = t,
         .title = t("Your signature does not count at present"),
         .paragraphs = {t("Hello {name},", {{"name", mail->signature.given_name}}),
                        t("Somebody, most likely you, has just signed “{title}” with this address. A signature "
                          "from it was taken out of the count before, so a new one is not added.",
                          {{"title", mail->title}}),
                        t("If that was a mistake, please write to {address}.",
                          {{"address", contact_address(services)}})},
         .button = {t("See why"), mail->link}});
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    renderers.add(kConfirmMail, [&services](const mail::Order& order, db::Read& read) {
        return confirm_mail(services, order, read);
    });
    renderers.add(kSignedAlreadyMail, [&services](const mail::Order& order, db::Read& read) {
        return signed_already_mail(services, order, read);
    });
    renderers.add(kInvalidatedMail, [&services](const mail::Order& order, db::Read& read) {
        return invalidated_mail(services, order, read);
    });
}

}  // namespace petitions
