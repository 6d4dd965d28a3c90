#include "features/endorsements/mails.h"

#include <fmt/format.h>

#include "features/endorsements/endorsement.h"
#include "features/endorsements/store.h"
#include "ports/mail_message.h"

namespace endorsements {
namespace {

struct About {
    i18n::Translator t;
    Endorsement endorsement;
    std::string title;  // of the petition
    std::string link;
};

std::optional<About> about(const Services& services, const mail::Order& order, db::Read& read) {
    auto endorsement = store::find(read, EndorsementId{order.about});
    if (!endorsement || endorsement->email.empty()) return std::nullopt;
    const auto petition = services.petitions.find_by_id(read, endorsement->petition, order.locale);
    if (!petition) return std::nullopt;
    const std::string link = fmt::format("{}/{}/endorsements/{}", services.frames.public_url(),
                                         base::code(order.locale), services.tokens.make(kOwnEndorsement, order.about));
    return About{i18n::Translator{order.locale}, *std::move(endorsement), petition->title, link};
}

html::MailWords confirm_words(const About& mail) {
    const auto& t = mail.t;
    return {
        .translator = t,
        .title = t("Please confirm your endorsement"),
        .paragraphs = {t("“{name}” is to stand behind “{title}”. Please confirm that this came from you. The button "
                         "opens a page; nothing happens before you press the button there.",
                         {{"name", mail.endorsement.statement.name}, {"title", mail.title}})},
        .button = {t("Confirm"), mail.link},
        .links = {{t("This was not me"), mail.link}}};
}

html::MailWords standing_words(const About& mail) {
    const auto& t = mail.t;
    return {.translator = t,
            .title = t("Your endorsement is there already"),
            .paragraphs = {t("“{name}” stands behind “{title}” already. There is nothing to do.",
                             {{"name", mail.endorsement.statement.name}, {"title", mail.title}})},
            .button = {t("See or withdraw it"), mail.link}};
}

std::optional<mail::Message> link_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto mail = about(services, order, read);
    if (!mail || mail->endorsement.state == State::withdrawn) return std::nullopt;
    const bool is_new = mail->endorsement.state == State::unconfirmed;
    return ports::mail_message(services, is_new ? confirm_words(*mail) : standing_words(*mail));
}

html::MailWords shown_words(const About& mail) {
    const auto& t = mail.t;
    return {.translator = t,
            .title = t("Your endorsement is shown"),
            .paragraphs = {t("Thank you. “{name}” now stands on the list of “{title}” and counts there.",
                             {{"name", mail.endorsement.statement.name}, {"title", mail.title}})},
            .button = {t("See or withdraw it"), mail.link}};
}

html::MailWords refused_words(const About& mail) {
    const auto& t = mail.t;
    return {.translator = t,
            .title = mail.endorsement.state == State::removed ? t("Your endorsement was taken off the list")
                                                              : t("Your endorsement was not taken in"),
            .paragraphs = {t("It is about “{name}” and “{title}”.",
                             {{"name", mail.endorsement.statement.name}, {"title", mail.title}}),
                           t("The reason: {reason}", {{"reason", mail.endorsement.reason(t.locale())}})},
            .button = {t("See it"), mail.link}};
}

std::optional<mail::Message> decision_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto mail = about(services, order, read);
    if (!mail) return std::nullopt;
    const State state = mail->endorsement.state;
    if (state == State::counted) return ports::mail_message(services, shown_words(*mail));
    if (state == State::declined || state == State::removed) return ports::mail_message(services, refused_words(*mail));
    return std::nullopt;
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    renderers.add(kLinkMail,
                  [&services](const mail::Order& order, db::Read& read) { return link_mail(services, order, read); });
    renderers.add(kDecisionMail, [&services](const mail::Order& order, db::Read& read) {
        return decision_mail(services, order, read);
    });
}

}  // namespace endorsements
