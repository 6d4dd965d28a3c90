#include "features/voices/mails.h"

#include "features/voices/handlers.h"
#include "features/voices/store.h"
#include "ports/mail_message.h"

namespace voices {
namespace {

using i18n::Translator;

std::string link_of(const Services& services, const mail::Order& order, auth::Purpose purpose) {
    return services.frames.public_url() + own_path(order.locale, services.tokens.make(purpose, order.about));
}

std::optional<mail::Message> confirm_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto voice = store::find(read, VoiceId{order.about});
    if (!voice || voice->confirmed_at || voice->state != State::unconfirmed) return std::nullopt;
    const Translator t{order.locale};
    const std::string link = link_of(services, order, kOwnVoice);
    return ports::mail_message(
        services,
        {.translator = t,
         .title = t("Please confirm your voice"),
         .paragraphs = {t("Somebody, most likely you, sent a photo or a message for the photo wall with this address. "
                          "The button opens a page; nothing happens before you press the button there.")},
         .button = {t("Confirm"), link},
         .after = {t("Keep this mail: the same link withdraws everything, whenever you like.")},
         .links = {{t("This was not me"), link}}});
}

std::optional<mail::Message> guardian_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto voice = store::find(read, VoiceId{order.about});
    if (!voice || !voice->needs_guardian() || voice->state != State::unconfirmed) return std::nullopt;
    const Translator t{order.locale};
    const std::string link = link_of(services, order, kGuardianOf);
    return ports::mail_message(
        services,
        {.translator = t,
         .title = t("{name} wants to be on the photo wall", {{"name", voice->name}}),
         .paragraphs = {t("{name} is under 18 and named you as parent or guardian. Nothing is shown before you have "
                          "looked at it and agreed. The button opens the page where you can.",
                          {{"name", voice->name}})},
         .button = {t("Look at it"), link},
         .after = {t("Keep this mail: the same link withdraws everything, whenever you like.")},
         .links = {{t("This child is not mine"), link}}});
}

std::optional<mail::Message> decision_mail(const Services& services, const mail::Order& order, db::Read& read) {
    const auto voice = store::find(read, VoiceId{order.about});
    if (!voice) return std::nullopt;
    const Translator t{order.locale};
    const html::MailButton button{t("See or withdraw it"), link_of(services, order, kOwnVoice)};
    if (voice->state == State::shown)
        return ports::mail_message(services, {.translator = t,
                                              .title = t("You are on the photo wall"),
                                              .paragraphs = {t("Thank you. Everybody can see your voice now.")},
                                              .button = button});
    if (voice->state != State::refused && voice->state != State::taken_down) return std::nullopt;
    return ports::mail_message(services,
                               {.translator = t,
                                .title = voice->state == State::refused ? t("Your voice is not shown")
                                                                        : t("Your voice was taken off the photo wall"),
                                .paragraphs = {t("The reason: {reason}.", {{"reason", t(label_of(voice->reason))}})},
                                .button = button});
}

}  // namespace

void add_mails(mail::Renderers& renderers, const Services& services) {
    renderers.add(kConfirmMail, [&services](const mail::Order& order, db::Read& read) {
        return confirm_mail(services, order, read);
    });
    renderers.add(kGuardianMail, [&services](const mail::Order& order, db::Read& read) {
        return guardian_mail(services, order, read);
    });
    renderers.add(kDecisionMail, [&services](const mail::Order& order, db::Read& read) {
        return decision_mail(services, order, read);
    });
}

}  // namespace voices
