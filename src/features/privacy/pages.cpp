#include "features/privacy/pages.h"

#include <fmt/format.h>

#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/moment.h"
#include "ports/person_fields.h"

namespace privacy::pages {
namespace {

using html::MomentTone;
using html::Out;
using html::SafeHtml;
using i18n::Translator;

SafeHtml officer_lines(const Translator& t, const std::optional<Officer>& officer) {
    if (!officer) return {};
    return html::render<R"(<p class="form__note">{} <a href="mailto:{}">{}</a></p>)">(
        t("Privacy officer: {name}, {role}.", {{"name", officer->name}, {"role", officer->role(t.locale())}}),
        officer->email, officer->email);
}

void write_correction(Out& out, const Translator& t, const MyData& page) {
    if (!page.person) return;
    const html::Fields fields{t, page.problems};
    html::write<R"(
<section class="my-data__part" aria-labelledby="correct"><h2 id="correct">{}</h2>
<form class="form" method="post" action="{}/correction" novalidate>{}{}{}{}{}</form></section>)">(
        out, t("Correct it"), my_data_path(t.locale(), page.token), fields.error_summary(),
        ports::own_name_fields(fields, t, {page.typed.given_name, page.typed.family_name, html::Required::no}),
        fields.text({.name = "postal_code",
                     .label = t("Postal code"),
                     .value = page.typed.postal_code,
                     .kind = html::TextKind::postal_code,
                     .required = html::Required::no,
                     .autocomplete = "postal-code",
                     .size = html::FieldSize::small,
                     .max_length = 20}),
        fields.select({.name = "language",
                       .label = t("Language of our mail"),
                       .choices = {{"en", std::string{i18n::own_name(base::Locale::english)}},
                                   {"fr", std::string{i18n::own_name(base::Locale::french)}}},
                       .value = page.typed.language}),
        fields.button({.label = t("Save")}));
}

void write_facts(Out& out, const Translator& t, const MyData& page) {
    html::write<R"(
<section class="my-data__part" aria-labelledby="held"><h2 id="held">{}</h2>)">(out, t("What we know"));
    if (page.facts.empty()) html::write<"<p>{}</p>">(out, t("Nothing beyond the address itself."));
    html::write<R"(<ul class="my-data__facts">)">(out);
    for (const auto& fact : page.facts)
        html::write<R"(<li><time datetime="{}">{}</time> {}</li>)">(out, i18n::machine_time(fact.at), t.date(fact.at),
                                                                    fact.sentence);
    html::write<
        R"(</ul><details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><pre class="code-block" lang="en" tabindex="0">{}</pre></div></details><p><a class="button button--quiet" href="{}/export.json">{} {}</a></p></section>)">(
        out, t("Everything, word by word"), page.everything, my_data_path(t.locale(), page.token),
        html::icon("download"), t("Download everything"));
}

void write_ends(Out& out, const Translator& t, const MyData& page) {
    const std::string path = my_data_path(t.locale(), page.token);
    html::write<R"(
<section class="my-data__part" aria-labelledby="withdraw"><h2 id="withdraw">{}</h2><p>{}</p><form method="post" action="{}/withdrawal"><button class="button button--quiet" type="submit">{}</button></form></section>
<section class="my-data__part" aria-labelledby="erase"><h2 id="erase">{}</h2><p>{}</p><p><a class="button button--danger" href="{}/erasure">{}</a></p></section>)">(
        out, t("Take back your consent"),
        t("We send you no more mail, and no partner gets your name. What you signed stays."), path, withdraw_label(t),
        t("Erase everything"), t("You see first what goes and what stays."), path, t("Go to erasing"));
}

}  // namespace

html::SafeHtml request(const Translator& t, const RequestPage& page) {
    const html::Fields fields{t, page.problems};
    return html::render<R"(
<article class="frame frame--narrow section"><header class="page-head"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>
<form class="form" method="post" action="{}" novalidate>{}{}{}<p class="form__note">{}</p>{}</form></article>)">(
        t("What we hold about you"),
        t("See it, correct it, take it with you, or have it erased. The link to your own page comes by email."),
        my_data_path(t.locale()), fields.error_summary(),
        fields.text({.name = "email",
                     .label = t("Email"),
                     .value = page.email,
                     .kind = html::TextKind::email,
                     .autocomplete = "email"}),
        fields.button({.label = t("Send me the link"), .size = html::ButtonSize::large}),
        t("The link works for two hours."), officer_lines(t, page.officer));
}

html::SafeHtml sent(const Translator& t, const std::string& mailbox_path) {
    return html::moment(
        {MomentTone::success, "mail", t("Check your email"),
         t("If we hold anything about this address, a mail with the link is on its way."),
         mailbox_path.empty() ? SafeHtml{} : html::moment_links({{mailbox_path, t("Open the demo mailbox")}})});
}

html::SafeHtml my_data(const Translator& t, const MyData& page) {
    Out out;
    html::write<R"(
<article class="frame frame--narrow section my-data"><header class="page-head"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>)">(
        out, t("What we hold about you"), page.access.email);
    write_facts(out, t, page);
    write_correction(out, t, page);
    write_ends(out, t, page);
    html::write<"{}</article>">(out, officer_lines(t, page.officer));
    return std::move(out).finish();
}

html::SafeHtml erasure(const Translator& t, const Erasure& page) {
    const html::Fields fields{t, page.problems};
    return html::render<R"(
<article class="frame frame--narrow section"><header class="page-head"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>
<div class="prose"><p>{}</p><p>{}</p></div>
<form class="form" method="post" action="{}/erasure" novalidate>{}{}{} <a class="button button--text" href="{}">{}</a></form></article>)">(
        t("Erase everything"), page.email,
        t("Your name, your addresses, your place, your words and your pictures go, everywhere and for good. Your "
          "signatures are withdrawn and no longer count."),
        t("What stays, as the law asks: that a consent was given and taken back, without your name; and sums in which "
          "you "
          "cannot be found."),
        my_data_path(t.locale(), page.token), fields.error_summary(),
        fields.checkbox({.name = "confirm",
                         .label = t("I want everything about me erased. I know that it cannot be undone."),
                         .required = html::Required::yes}),
        fields.button({.label = t("Erase everything now"), .kind = html::ButtonKind::danger}),
        my_data_path(t.locale(), page.token), t("Back"));
}

html::SafeHtml erased(const Translator& t) {
    return html::moment({MomentTone::success, "check-circle", t("Everything about you is erased"),
                         t("We hold nothing more that leads to you. Thank you for having been with us."),
                         html::moment_links({{fmt::format("/{}/", base::code(t.locale())), t("Go to the campaign")}})});
}

html::SafeHtml expired(const Translator& t) {
    return html::moment({MomentTone::plain, "clock", t("This link does not work any more"),
                         t("Links to your data work for two hours and open nothing else. Ask for a fresh one."),
                         html::moment_links({{my_data_path(t.locale()), t("Ask for a fresh link")}})});
}

std::string withdraw_label(const Translator& t) { return t("Take back every consent"); }

std::string my_data_path(base::Locale locale) { return fmt::format("/{}/my-data", base::code(locale)); }

std::string my_data_path(base::Locale locale, std::string_view token) {
    return fmt::format("/{}/my-data/{}", base::code(locale), token);
}

}  // namespace privacy::pages
