#include "features/mailing_list/mails.h"

#include "features/mailing_list/links_service.h"
#include "features/mailing_list/membership_service.h"
#include "features/mailing_list/sign_up_store.h"
#include "ports/mail_message.h"

namespace mailing_list {
namespace {

using i18n::Translator;

std::optional<mail::Message> confirm_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto sign_up = store::find_sign_up(read, SignUpId{order.about});
    if (!sign_up || sign_up->email.empty() || sign_up->confirmed_at || sign_up->denied_at) return std::nullopt;
    const Translator t{order.locale};
    const std::string link = services.frames.public_url() + sign_up_path(services, *sign_up, order.locale);
    return ports::mail_message(
        services, {.translator = t,
                   .title = t("Please confirm your place on the list"),
                   .paragraphs = {t("Somebody, most likely you, asked us to send news of the campaign to this address. "
                                    "The button opens a page; nothing happens before you press the button there.")},
                   .button = {t("Join the list"), link},
                   .after = {t("The link works for 7 days. If you do nothing, you get nothing more from us.")},
                   .links = {{t("This was not me"), link}}});
}

std::optional<mail::Message> on_the_list_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto person = member_of(read, people::PersonId{order.about});
    if (!person) return std::nullopt;
    const Translator t{order.locale};
    return ports::mail_message(
        services, {.translator = t,
                   .title = t("You are on the list already"),
                   .paragraphs = {t("Somebody, most likely you, has just asked once more for news of the "
                                    "campaign at this address. There is nothing to do.")},
                   .button = {t("Choose what you get"),
                              services.frames.public_url() + preferences_path(services, person->id, order.locale)}});
}

std::optional<mail::Message> preferences_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto person = member_of(read, people::PersonId{order.about});
    if (!person) return std::nullopt;
    const Translator t{order.locale};
    return ports::mail_message(
        services, {.translator = t,
                   .title = t("Your place on our list"),
                   .paragraphs = {t("You asked for the link to your preferences: topics, how often we write, "
                                    "a pause, or leaving the list.")},
                   .button = {t("Choose what you get"),
                              services.frames.public_url() + preferences_path(services, person->id, order.locale)},
                   .after = {t("If it was not you who asked, you can throw this email away.")}});
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    renderers.add(kConfirmMail, [&services](const mail::Order& order, db::Read& read) {
        return confirm_mail(services, order, read);
    });
    renderers.add(kOnTheListMail, [&services](const mail::Order& order, db::Read& read) {
        return on_the_list_mail(services, order, read);
    });
    renderers.add(kPreferencesMail, [&services](const mail::Order& order, db::Read& read) {
        return preferences_mail(services, order, read);
    });
}

}  // namespace mailing_list
