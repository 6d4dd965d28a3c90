#include "features/champions/mails.h"

#include "features/champions/access_store.h"
#include "features/champions/application_pages.h"
#include "features/champions/store.h"
#include "platform/i18n/translator.h"
#include "ports/mail_message.h"

namespace champions {
namespace {

using i18n::Translator;

// What a mail to a champion says behind its greeting.
struct Letter {
    std::string title, sentence;
    std::string button, path;  // of ours
    std::vector<std::string> after{};
};
mail::Message message_of(const Services& services, const Translator& t, const Champion& to, Letter letter) {
    return ports::mail_message(
        services, {.translator = t,
                   .title = std::move(letter.title),
                   .paragraphs = {t("Hello {name},", {{"name", to.name.given}}), std::move(letter.sentence)},
                   .button = {std::move(letter.button), services.frames.public_url() + letter.path},
                   .after = std::move(letter.after)});
}

// Whose link a mail brings, as long as nobody used it.
std::optional<Champion> waiting_for(db::Read& read, LinkId id) {
    const auto link = store::find_link(read, id);
    if (!link || link->used_at) return std::nullopt;
    return store::find(read, link->champion);
}

std::optional<mail::Message> confirm_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto champion = waiting_for(read, LinkId{order.about});
    if (!champion || champion->confirmed_at) return std::nullopt;
    const Translator t{order.locale};
    return message_of(
        services, t, *champion,
        {.title = t("Confirm your application"),
         .sentence = t("You want to become a Champion for Change. The button opens a page on which you confirm that "
                       "this is your address; then we read your application."),
         .button = t("Confirm my application"),
         .path = pages::confirm_path(order.locale, services.tokens.make(kConfirmLink, order.about)),
         .after = {t("The link works for two weeks. If it was not you who applied, you can throw this email away: "
                     "nothing happens, and the application is forgotten.")}});
}

std::optional<mail::Message> sign_in_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto champion = waiting_for(read, LinkId{order.about});
    if (!champion) return std::nullopt;
    const Translator t{order.locale};
    return message_of(
        services, t, *champion,
        {.title = t("Your page as a champion"),
         .sentence = t("The button opens your page: your times, your calendar, your profile."),
         .button = t("Open my page"),
         .path = pages::sign_in_path(order.locale, services.tokens.make(kSignInLink, order.about)),
         .after = {t("The link works once, for two hours. If it was not you who asked, you can throw this email away: "
                     "nothing happens.")}});
}

std::optional<mail::Message> welcome_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto champion = store::find(read, ChampionId{order.about});
    if (!champion || champion->state != State::active) return std::nullopt;
    const Translator t{order.locale};
    return message_of(
        services, t, *champion,
        {.title = t("You are a Champion for Change"),
         .sentence = t("From today on presentations are offered to you. Say on your page when you have time, and "
                       "whether you want to stand in the public directory."),
         .button = t("Go to my page"),
         .path = pages::sign_in_path(order.locale)});
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    const auto add = [&](const char* kind, auto render) {
        renderers.add(kind, [&services, render](const mail::Order& order, db::Read& read) {
            return render(services, order, read);
        });
    };
    add(kConfirmMail, confirm_mail);
    add(kSignInMail, sign_in_mail);
    add(kWelcomeMail, welcome_mail);
}

}  // namespace champions
