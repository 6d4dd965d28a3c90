#include "features/champions/application_pages.h"

#include <fmt/format.h>

#include "features/champions/own_pages.h"
#include "features/champions/pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/moment.h"
#include "ports/person_fields.h"

namespace champions::pages {
namespace {

using html::MomentTone;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

html::Checked checked(bool is) { return is ? html::Checked::yes : html::Checked::no; }

std::vector<html::Choice> level_choices(const Translator& t, const std::vector<people::Level>& levels) {
    std::vector<html::Choice> choices{{"", t("Choose")}};
    for (const auto& each : levels) choices.push_back({std::to_string(each.id.value), each.name(t.locale())});
    return choices;
}

void write_what_happens(Out& out, const Translator& t) {
    html::write<R"(<div class="prose"><h2>{}</h2><ol><li>{}</li><li>{}</li><li>{}</li></ol></div>)">(
        out, t("What happens next"), t("You confirm your address by the email that we send you."),
        t("Whoever coordinates your area calls you, and you learn with others: two evenings, and a first presentation "
          "at somebody’s side."),
        t("You say when you have time. Groups ask, you accept or decline, and both sides have it in their calendar."));
}

}  // namespace

html::SafeHtml offer_fields(const Translator& t, const base::Problems& problems, const OfferForm& typed) {
    const html::Fields fields{t, problems};
    return html::render<
        R"(<fieldset class="field-group"><legend class="field-group__legend">{}</legend>{}{}</fieldset><fieldset class="field-group"><legend class="field-group__legend">{}</legend>{}{}</fieldset>{})">(
        t("I speak in"), fields.checkbox({.name = "english", .label = t("English"), .checked = checked(typed.english)}),
        fields.checkbox({.name = "french", .label = t("French"), .checked = checked(typed.french)}), t("I come"),
        fields.checkbox({.name = "in_person", .label = t("In person"), .checked = checked(typed.in_person)}),
        fields.checkbox({.name = "online", .label = t("Online"), .checked = checked(typed.online)}),
        fields.text({.name = "radius",
                     .label = t("How far you travel, in kilometres"),
                     .value = typed.radius,
                     .kind = html::TextKind::number,
                     .required = html::Required::no,
                     .size = html::FieldSize::small}));
}

html::SafeHtml application(const Translator& t, const ApplicationPage& page) {
    const html::Fields fields{t, page.problems};
    const auto& typed = page.typed;
    Out out;
    html::write<R"(
<article class="frame frame--narrow section"><header class="page-head"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>)">(
        out, t("Become a Champion for Change"),
        t("You need no diploma and no slides. You need an evening now and then, and the wish to listen as much as to "
          "speak."));
    write_what_happens(out, t);
    html::write<
        R"(<form class="form form--apart" method="post" action="{}" novalidate>{}{}{}{}{}{}{}{}{}<p class="form__note">{}</p></form></article>)">(
        out, apply_path(t.locale()), fields.error_summary(),
        ports::own_name_fields(fields, t, {typed.given_name, typed.family_name}),
        fields.text({.name = "email",
                     .label = t("Email"),
                     .value = typed.email,
                     .kind = html::TextKind::email,
                     .autocomplete = "email"}),
        fields.text({.name = "place",
                     .label = t("City, town or village"),
                     .value = typed.place,
                     .autocomplete = "address-level2",
                     .max_length = 100}),
        fields.select({.name = "level",
                       .label = t("Where you want to speak"),
                       .choices = level_choices(t, page.levels),
                       .value = typed.level}),
        offer_fields(t, page.problems, typed.offer),
        fields.text_area({.name = "motivation",
                          .label = t("Why you, and to whom you would like to speak"),
                          .value = typed.motivation,
                          .rows = 5,
                          .max_length = static_cast<int>(kLongestMotivation)}),
        html::trap(t, "website"), fields.button({.label = t("Apply"), .size = html::ButtonSize::large}),
        t("Only the people who coordinate champions read this. Nothing is public before you agree to it on your own "
          "page."));
    return std::move(out).finish();
}

html::SafeHtml sent(const Translator& t, Sent what, const std::string& mailbox_path) {
    const auto mailbox =
        mailbox_path.empty() ? SafeHtml{} : html::moment_links({{mailbox_path, t("Open the demo mailbox")}});
    if (what == Sent::application)
        return html::moment({MomentTone::success, "mail", t("One more step: open your email"),
                             t("We sent you an email. Its link confirms your address; then we read your application."),
                             mailbox});
    return html::moment(
        {MomentTone::success, "mail", t("Check your email"),
         t("If this is the address of a champion, a mail with the link is on its way. It works for two hours."),
         mailbox});
}

html::SafeHtml confirm(const Translator& t, const std::string& token) {
    return html::moment({MomentTone::plain, "mail", t("Confirm your address"),
                         t("One press, and your application reaches those who coordinate champions in your area."),
                         html::moment_buttons(t, {{confirm_path(t.locale(), token), t("Confirm my application")}})});
}

html::SafeHtml confirmed(const Translator& t) {
    return html::moment({MomentTone::success, "check-circle", t("Your application has arrived"),
                         t("Thank you. Somebody who coordinates champions in your area calls you or writes to you."),
                         html::moment_links({{sign_in_path(t.locale()), t("Go to my page")}})});
}

html::SafeHtml enter(const Translator& t, const std::string& token) {
    return html::moment({MomentTone::plain, "user", t("Your page as a champion"),
                         t("You stay signed in for four hours on this device. The link works once."),
                         html::moment_buttons(t, {{sign_in_path(t.locale(), token), t("Sign in")}})});
}

html::SafeHtml expired_confirmation(const Translator& t) {
    return html::moment(
        {MomentTone::plain, "clock", t("This link does not work any more"),
         t("If you have confirmed your application already, all is well: ask for a link to your page. If not, "
           "apply once more; the link in the mail works for two weeks."),
         html::moment_links({{sign_in_path(t.locale()), t("Go to my page")},
                             {apply_path(t.locale()), t("Apply once more"), "quiet"}})});
}

html::SafeHtml expired_sign_in(const Translator& t) {
    return html::moment({MomentTone::plain, "clock", t("This link does not work any more"),
                         t("Links to your page work once and for two hours. Ask for a fresh one."),
                         html::moment_links({{sign_in_path(t.locale()), t("Ask for a fresh link")}})});
}

html::SafeHtml sign_in(const Translator& t, const SignInPage& page) {
    const html::Fields fields{t, page.problems};
    return html::render<R"(
<section class="sign-in frame"><div class="sign-in__panel"><h1 class="sign-in__title">{}</h1><p>{}</p><form class="form" method="post" action="{}" novalidate>{}{}{}</form><p class="sign-in__aside"><a href="{}">{}</a></p></div></section>)">(
        t("Your page as a champion"),
        t("Your times, your calendar, your profile. The link comes by email; there is no "
          "password."),
        sign_in_path(t.locale()), fields.error_summary(),
        fields.text({.name = "email",
                     .label = t("Email"),
                     .value = page.email,
                     .kind = html::TextKind::email,
                     .autocomplete = "email"}),
        fields.button({.label = t("Send me the link"), .width = html::ButtonWidth::full}), apply_path(t.locale()),
        t("Become a Champion for Change"));
}

std::string confirm_path(base::Locale locale, std::string_view token) {
    return fmt::format("/{}/champions/confirm/{}", base::code(locale), token);
}

std::string sign_in_path(base::Locale locale) { return fmt::format("/{}/champions/sign-in", base::code(locale)); }

std::string sign_in_path(base::Locale locale, std::string_view token) {
    return fmt::format("/{}/champions/sign-in/{}", base::code(locale), token);
}

}  // namespace champions::pages
