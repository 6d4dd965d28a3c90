#include "features/petitions/pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/petitions/sign_form_pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/markdown.h"

namespace petitions::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

// From a million on the figure is set smaller, so that it stays on one line of a phone.
std::string_view count_class(std::int64_t confirmed) {
    return confirmed < 1'000'000 ? "petition-hero__count" : "petition-hero__count petition-hero__count--long";
}

std::string stream_path(const Petition& petition) {
    return fmt::format("/api/v1/petitions/{}/count/stream", petition.slug);
}

// How far along, 0..1; the bar is never more than full.
double share_of_goal(const Shown& shown) {
    return std::min(1.0, static_cast<double>(shown.count.confirmed) / static_cast<double>(shown.petition.goal));
}

void write_goal(Out& out, const Translator& t, const Shown& shown) {
    if (shown.petition.goal == 0) return;
    html::write<R"(
      <progress class="progress petition-hero__progress" data-live-progress max="{}" value="{}" aria-label="{}">{}</progress>
      <p class="petition-hero__goal"><strong data-live-percent>{}</strong> {}</p>)">(
        out, shown.petition.goal, std::min(shown.count.confirmed, shown.petition.goal),
        t("Signatures towards the goal"), t.percent(share_of_goal(shown)), t.percent(share_of_goal(shown)),
        t("of our goal of {goal}", {{"goal", shown.petition.goal}}));
}

void write_hero(Out& out, const Translator& t, const Shown& shown) {
    html::write<R"(
  <header class="petition-hero"><div class="petition-hero__inner frame">
    <div class="petition-hero__words">
      <p class="petition-hero__kind">{}</p>
      <h1 class="petition-hero__title" lang="{}">{}</h1>
      <p class="petition-hero__lead" lang="{}">{}</p>
    </div>
    <div class="petition-hero__figures">
      <p class="petition-hero__tally"><span class="{}" data-live-count="{}">{}</span>
        <span class="petition-hero__count-label">{}</span></p>)">(
        out, kind_label(t, shown.petition.kind), base::code(shown.text.locale), shown.text.title,
        base::code(shown.text.locale), shown.text.lead, count_class(shown.count.confirmed), stream_path(shown.petition),
        t.number(shown.count.confirmed), count_label(t, shown.count.confirmed));
    write_goal(out, t, shown);
    if (shown.petition.stage(shown.now) == Stage::open)
        html::write<R"(
      <a class="button button--invert button--large petition-hero__action" href="#sign">{} {}</a>)">(
            out, sign_label(t, shown.petition.kind), html::icon("arrow-right"));
    html::write<"\n    </div>\n  </div></header>">(out);
}

void write_text(Out& out, const Translator& t, const Shown& shown) {
    const Text& text = shown.text;
    html::write<R"(
    <section class="petition__text" aria-labelledby="text-title">
      <h2 class="petition__heading" id="text-title">{}</h2>)">(out, t("What you sign"));
    if (text.locale != t.locale())
        html::write<R"(<div class="notice notice--information">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("languages"), t("This text exists only in the other language so far."));
    html::write<R"(
      <div class="petition-text prose" lang="{}">{}</div>
      <p class="petition-text__version">{}</p>
    </section>)">(out, base::code(text.locale), html::markdown(text.body, html::HeadingsBelow::section),
                  t("Version {version} of {date}. Your signature always points at the very text you signed.",
                    {{"version", text.version}, {"date", t.date(text.frozen_at.value_or(text.written_at))}}));
}

void write_sign_form(Out& out, const Translator& t, const Shown& shown, const SignFormState& state) {
    html::write<R"(
    <section class="petition__sign" id="sign" aria-labelledby="sign-title">{}</section>)">(
        out, sign_form(t,
                       {petition_path(t.locale(), shown.petition.slug) + "/signatures", shown.petition.kind,
                        FormPlace::own_page},
                       state));
}

// Whoever sent the form just after closing reads first that the name could not be added.
void write_closed(Out& out, const Translator& t, const SignFormState& state) {
    const html::Fields fields{t, state.problems};
    html::write<R"(
    <section class="petition__sign" id="sign">{}<div class="notice notice--information">{}<div class="notice__body">
      <h2 class="notice__title">{}</h2><p>{}</p></div></div></section>)">(
        out, fields.error_summary(), html::icon("info"), t("Signing is closed"),
        t("Thank you to everyone who signed. The text and the count stay here."));
}

void write_names(Out& out, const Translator& t, const Shown& shown) {
    html::write<R"(
    <section class="petition__names" aria-labelledby="names-title">
      <h2 class="petition__heading" id="names-title">{}</h2>)">(out, t("Latest names"));
    if (shown.count.latest_names.empty()) {
        html::write<R"(<p class="empty">{}</p></section>)">(out, t("No names to show yet. Yours could be the first."));
        return;
    }
    html::write<R"(<ol class="name-list">)">(out);
    for (const auto& name : shown.count.latest_names)
        html::write<R"(<li><b>{}</b> <span>{}</span> <time datetime="{}">{}</time>)">(
            out, name.name, name.place, i18n::machine_time(name.confirmed_at),
            t.relative(name.confirmed_at - shown.now));
    html::write<"</ol></section>">(out);
}

void write_sticky(Out& out, const Translator& t, const Shown& shown) {
    html::write<
        R"(<p class="petition-sticky" data-sticky-action><a class="button button--primary button--wide" href="#sign">{}</a></p>)">(
        out, sign_label(t, shown.petition.kind));
}

}  // namespace

html::SafeHtml petition(const Translator& t, const Shown& shown, const SignFormState& form) {
    const bool is_open = shown.petition.stage(shown.now) == Stage::open;
    Out out;
    out.reserve(16 * 1024);
    html::write<R"(<article class="petition" data-live-group>)">(out);
    write_hero(out, t, shown);
    html::write<R"(<div class="petition__body frame">)">(out);
    write_text(out, t, shown);
    out.append(shown.sections.beside_form);
    if (is_open)
        write_sign_form(out, t, shown, form);
    else
        write_closed(out, t, form);
    write_names(out, t, shown);
    html::write<"</div>">(out);
    out.append(shown.sections.below);
    if (is_open) write_sticky(out, t, shown);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

std::string kind_label(const Translator& t, Kind kind) {
    switch (kind) {
        case Kind::petition:
            return t("Petition");
        case Kind::pledge:
            return t("Pledge");
        case Kind::proclamation:
            return t("Proclamation");
    }
    return t("Petition");
}

std::string sign_label(const Translator& t, Kind kind) {
    switch (kind) {
        case Kind::petition:
            return t("Sign the petition");
        case Kind::pledge:
            return t("Take the pledge");
        case Kind::proclamation:
            return t("Sign the proclamation");
    }
    return t("Sign the petition");
}

std::string count_label(const Translator& t, std::int64_t confirmed) {
    const bool is_singular = confirmed == 1 || (confirmed == 0 && t.locale() == base::Locale::french);
    return is_singular ? t("person has signed") : t("people have signed");
}

std::string consent_label(const Translator& t) { return t("Send me news of the campaign by email"); }

std::string petition_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/petitions/{}", base::code(locale), slug);
}

}  // namespace petitions::pages
