#include "features/mailing_list/preference_pages.h"

#include <fmt/format.h>

#include "features/mailing_list/pages.h"
#include "features/mailing_list/preference_form.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/moment.h"

namespace mailing_list::pages {
namespace {

using html::MomentTone;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

bool is_member(const PreferencePage& page) { return page.standing && page.standing->allowed_until > page.now; }

void write_topics(Out& out, const html::Fields& fields, const Translator& t, const PreferencePage& page) {
    if (page.topics.empty()) return;
    html::write<R"(<fieldset class="field-group"><legend class="field-group__legend">{}</legend>)">(out, t("Topics"));
    people::TopicSet shown;
    for (const auto& topic : page.topics) {
        shown.add(topic.bit);
        out.append(fields.checkbox(
            {.name = fmt::format("topic-{}", topic.bit.value),
             .label = topic.name(t.locale()),
             .checked = page.standing->preferences.left_out.holds(topic.bit) ? html::Checked::no : html::Checked::yes,
             .hint = topic.summary(t.locale())}));
    }
    html::write<"</fieldset>{}">(out, html::hidden({"shown", std::to_string(shown.bits)}));
}

SafeHtml frequency_field(const html::Fields& fields, const Translator& t, const PreferencePage& page) {
    std::vector<html::Choice> choices;
    for (const int most : kMostPerWeek)
        choices.push_back(
            {std::to_string(most), most == 0 ? t("Whenever there is something to do")
                                             : t.plural("At most {count} a week", "At most {count} a week", most)});
    return fields.select({.name = "most_per_week",
                          .label = t("How often"),
                          .choices = std::move(choices),
                          .value = std::to_string(page.standing->preferences.most_per_week)});
}

SafeHtml pause_field(const html::Fields& fields, const Translator& t, const PreferencePage& page) {
    const auto until = page.standing->preferences.paused_until;
    const bool is_paused = until > page.now;
    std::vector<html::Choice> choices;
    if (is_paused) choices.push_back({"keep", t("Until {date}, as it is", {{"date", t.date(until)}})});
    choices.push_back({"none", is_paused ? t("End the pause") : t("No pause")});
    for (const auto& pause : kPauses)
        choices.push_back({std::to_string(pause.months),
                           t.plural("{count} month from now", "{count} months from now", pause.months)});
    return fields.select({.name = "pause",
                          .label = t("Take a pause"),
                          .choices = std::move(choices),
                          .value = is_paused ? "keep" : "none",
                          .hint = t("No mail during the pause. You stay on the list.")});
}

SafeHtml language_field(const html::Fields& fields, const PreferencePage& page, const Translator& t) {
    return fields.select({.name = "language",
                          .label = t("Language of our mail"),
                          .choices = {{"en", std::string{i18n::own_name(base::Locale::english)}},
                                      {"fr", std::string{i18n::own_name(base::Locale::french)}}},
                          .value = std::string{base::code(page.person.locale)}});
}

void write_member(Out& out, const Translator& t, const PreferencePage& page) {
    const base::Problems none;
    const html::Fields fields{t, none};
    const std::string path = preferences_path(t.locale(), page.token);
    html::write<R"(<form class="form" method="post" action="{}">)">(out, path);
    write_topics(out, fields, t, page);
    html::write<R"({}{}{}{}</form>)">(
        out, frequency_field(fields, t, page), pause_field(fields, t, page), language_field(fields, page, t),
        fields.button({.label = t("Save"), .size = html::ButtonSize::large, .width = html::ButtonWidth::full}));
    html::write<R"(
<section class="preferences__leave" aria-labelledby="leave-title"><h2 id="leave-title">{}</h2><p>{}</p><form method="post" action="{}/leaving"><button class="button button--quiet" type="submit">{}</button></form></section>)">(
        out, t("Leave the list"), t("At once, and for as long as you like. This page stays yours."), path,
        leave_wording(t));
}

void write_stranger(Out& out, const Translator& t, const PreferencePage& page) {
    html::write<R"(
<div class="notice notice--information">{}<div class="notice__body"><h2 class="notice__title">{}</h2><p>{}</p></div></div>
<form class="form" method="post" action="{}/return"><p>{}</p><button class="button button--primary" type="submit">{}</button></form>)">(
        out, html::icon("info"), t("You are not on the list"), t("We send you no news. If you like, come back."),
        preferences_path(t.locale(), page.token), return_wording(t, page.organisation), t("Come back to the list"));
}

void write_suppression(Out& out, const Translator& t, const PreferencePage& page) {
    if (!page.standing || page.standing->suppression == people::SuppressionReason::none) return;
    html::write<R"(<div class="notice notice--warning">{}<div class="notice__body"><p>{}</p></div></div>)">(
        out, html::icon("warning"),
        t("We do not write to this address at present, because mail to it came back or was reported. Leave the list "
          "and "
          "come back here to put that right."));
}

}  // namespace

html::SafeHtml link_request(const Translator& t, const LinkRequestPage& page) {
    const html::Fields fields{t, page.problems};
    return html::render<R"(
<article class="frame frame--narrow section"><header class="page-head"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>
<form class="form" method="post" action="/{}/preferences" novalidate>{}{}{}</form></article>)">(
        t("Your place on our list"),
        t("Topics, how often, a pause, or leaving: the link to your own page comes by email. Every mail from us has it "
          "too."),
        base::code(t.locale()), fields.error_summary(),
        fields.text({.name = "email",
                     .label = t("Email"),
                     .value = page.email,
                     .kind = html::TextKind::email,
                     .autocomplete = "email"}),
        fields.button({.label = t("Send me the link"), .size = html::ButtonSize::large}));
}

html::SafeHtml link_sent(const Translator& t, const std::string& mailbox_path) {
    return html::moment(
        {MomentTone::success, "mail", t("Check your email"),
         t("If this address is one that we know, a mail with the link is on its way."),
         mailbox_path.empty() ? SafeHtml{} : html::moment_links({{mailbox_path, t("Open the demo mailbox")}})});
}

html::SafeHtml preferences(const Translator& t, const PreferencePage& page) {
    Out out;
    html::write<R"(
<article class="frame frame--narrow section preferences"><header class="page-head"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>)">(
        out, t("What you get"), page.person.email);
    write_suppression(out, t, page);
    if (is_member(page))
        write_member(out, t, page);
    else
        write_stranger(out, t, page);
    html::write<R"(<p class="preferences__data"><a href="/{}/my-data">{}</a></p></article>)">(
        out, base::code(t.locale()), t("See, correct or erase what we hold about you"));
    return std::move(out).finish();
}

html::SafeHtml nothing_held(const Translator& t) {
    return html::moment(
        {MomentTone::plain, "shield", t("We hold nothing about you"),
         t("This link belonged to somebody who is not known here any more. Nothing is sent to that address."),
         html::moment_links({{join_path(t.locale()), t("Join the email list"), "quiet"}})});
}

std::string return_wording(const Translator& t, const std::string& organisation) {
    return t(
        "By pressing “Come back to the list” you ask {organisation} to send you news of the campaign by email. You "
        "can leave the list at any time, with one click.",
        {{"organisation", organisation}});
}

std::string leave_wording(const Translator& t) { return t("Leave the list now"); }

html::SafeHtml leave(const Translator& t, const LeavePage& page) {
    return html::moment(
        {MomentTone::plain, "mail", t("Leave the list?"), t("One press of the button, and we send you no more news."),
         html::render<
             R"(<form class="moment__form" method="post" action="{}"><input type="hidden" name="by" value="page"><button class="button button--primary button--large" type="submit">{}</button></form>{})">(
             page.path, leave_wording(t),
             html::moment_links({{page.preferences, t("Fewer mails, a pause, other topics"), "quiet"}}))});
}

html::SafeHtml left(const Translator& t, const std::string& preferences) {
    return html::moment({MomentTone::plain, "check-circle", t("You have left the list"),
                         t("We send you no more news. If that was a mistake, come back at any time."),
                         html::moment_links({{preferences, t("Come back to the list"), "quiet"}})});
}

std::string preferences_path(base::Locale locale, std::string_view token) {
    return fmt::format("/{}/preferences/{}", base::code(locale), token);
}

}  // namespace mailing_list::pages
