#include "features/petitions/staff_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/petitions/pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "platform/html/markdown.h"

namespace petitions::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

struct Badge {
    std::string_view tone;
    std::string label;
};

Badge badge_of(const Translator& t, Stage stage) {
    switch (stage) {
        case Stage::draft:
            return {"neutral", t("Draft")};
        case Stage::open:
            return {"success", t("Published")};
        case Stage::closed:
            return {"information", t("Closed")};
    }
    return {"neutral", t("Draft")};
}

Badge badge_of(const Translator& t, SignatureState state) {
    switch (state) {
        case SignatureState::pending:
            return {"warning", t("Pending")};
        case SignatureState::confirmed:
            return {"success", t("Confirmed")};
        case SignatureState::withdrawn:
            return {"danger", t("Withdrawn")};
    }
    return {"warning", t("Pending")};
}

SafeHtml badge(const Badge& badge) {
    return html::render<R"(<span class="badge badge--{}">{}</span>)">(badge.tone, badge.label);
}

// The head of a staff page; actions may be empty.
struct Head {
    std::string title;
    std::string lead{};
    SafeHtml actions{};
};

void write_head(Out& out, const Head& head) {
    html::write<R"(
<header class="staff-head"><div class="staff-head__words"><h1 class="staff-head__title">{}</h1>
  <p class="staff-head__lead">{}</p></div><div class="staff-head__actions">{}</div></header>)">(
        out, head.title, head.lead, head.actions);
}

struct ButtonLink {
    std::string path, label;
    std::string_view kind, icon;
};

SafeHtml button_link(const ButtonLink& link) {
    return html::render<R"(<a class="button button--{} button--small" href="{}">{} {}</a> )">(
        link.kind, link.path, html::icon(link.icon), link.label);
}

void write_empty(Out& out, std::string_view icon, const std::string& title, const std::string& text) {
    html::write<R"(<div class="empty">{}<h2 class="empty__title">{}</h2><p class="empty__text">{}</p></div>)">(
        out, html::icon(icon), title, text);
}

void write_petition_row(Out& out, const Translator& t, const ListedPetition& listed, base::Instant now) {
    html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td>
  <td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td></tr>)">(
        out, staff_path(t.locale(), listed.petition.slug), listed.title, t("Kind"),
        pages::kind_label(t, listed.petition.kind), t("State"), badge(badge_of(t, listed.petition.stage(now))),
        t("Confirmed signatures"), t.number(listed.count.confirmed), t("Pending"), t.number(listed.count.pending));
}

std::vector<html::Choice> kind_choices(const Translator& t) {
    std::vector<html::Choice> choices;
    for (const Kind kind : {Kind::petition, Kind::pledge, Kind::proclamation})
        choices.push_back({std::string{name_of(kind)}, pages::kind_label(t, kind)});
    return choices;
}

std::vector<html::Choice> level_choices(const Translator& t, const people::LevelTree& levels) {
    std::vector<html::Choice> choices;
    for (const people::Level& level : levels.all()) choices.push_back({level.slug, level.name(t.locale())});
    return choices;
}

void write_new_fields(Out& out, const Translator& t, const NewForm& form) {
    const html::Fields fields{t, form.problems};
    html::write<"{}{}{}{}{}{}">(
        out, fields.error_summary(),
        fields.text({.name = "slug",
                     .label = t("Name in the address"),
                     .value = form.typed.slug,
                     .hint = t("Small letters, digits and hyphens: equality-pledge. It never changes afterwards."),
                     .max_length = 80}),
        fields.select({.name = "kind", .label = t("Kind"), .choices = kind_choices(t), .value = form.typed.kind}),
        fields.select({.name = "level",
                       .label = t("Level"),
                       .choices = level_choices(t, form.levels),
                       .value = form.typed.level}),
        fields.text({.name = "goal",
                     .label = t("Goal"),
                     .value = form.typed.goal,
                     .kind = html::TextKind::number,
                     .required = html::Required::no,
                     .hint = t("How many signatures to aim at."),
                     .size = html::FieldSize::small}),
        fields.text({.name = "closes_on",
                     .label = t("Last day"),
                     .value = form.typed.closes_on,
                     .required = html::Required::no,
                     .hint = t("Like 2027-05-01. Empty: until you close it."),
                     .size = html::FieldSize::small}));
}

void write_stats(Out& out, const Translator& t, const PublicCount& count) {
    html::write<R"(
<dl class="stats" data-live-group><div class="stat"><dt class="stat__label">{}</dt><dd class="stat__figure">{}</dd></div>
<div class="stat"><dt class="stat__label">{}</dt><dd class="stat__figure">{}</dd><dd class="stat__note">{}</dd></div></dl>)">(
        out, t("Confirmed signatures"), t.number(count.confirmed), t("Pending"), t.number(count.pending),
        t("Emailed, not yet confirmed"));
}

const Text* text_in(const std::vector<Text>& texts, base::Locale locale) {
    const auto found = std::ranges::find(texts, locale, &Text::locale);
    return found == texts.end() ? nullptr : &*found;
}

Badge text_badge(const Translator& t, const Text* text) {
    if (text == nullptr) return {"danger", t("missing")};
    if (!text->frozen_at) return {"warning", t("draft of version {version}", {{"version", text->version}})};
    return {"success", t("version {version}, published", {{"version", text->version}})};
}

void write_languages(Out& out, const Translator& t, const Overview& view) {
    html::write<
        R"(<section class="panel"><header class="panel__head"><h2 class="panel__title">{}</h2></header><div class="panel__body"><dl class="facts">)">(
        out, t("Texts"));
    for (const base::Locale locale : base::kLocales)
        html::write<
            R"(<div class="facts__row"><dt class="facts__term" lang="{}">{}</dt><dd class="facts__value">{}</dd></div>)">(
            out, base::code(locale), i18n::own_name(locale), badge(text_badge(t, text_in(view.texts, locale))));
    html::write<"</dl></div></section>">(out);
}

bool has_draft(const std::vector<Text>& texts) {
    return std::ranges::any_of(texts, [](const Text& text) { return !text.frozen_at; });
}

// A form of one button, and above it whatever decides about it.
struct Act {
    std::string path, label;
    html::ButtonKind kind;
    SafeHtml above{};
};

void write_act(Out& out, const Translator& t, const Act& act) {
    const base::Problems none;
    html::write<R"(<form class="form" method="post" action="{}">{}<div class="form__actions">{}</div></form>)">(
        out, act.path, act.above, html::Fields{t, none}.button({.label = act.label, .kind = act.kind}));
}

void write_publish(Out& out, const Translator& t, const Overview& view) {
    const html::Fields fields{t, view.problems};
    SafeHtml above = fields.error_summary();
    if (view.texts.size() < base::kLocales.size())
        above = html::render<"{}{}">(
            above, fields.checkbox({.name = "one_language",
                                    .label = t("Publish without the other language"),
                                    .hint = t("This decision is written to the audit log with your name.")}));
    write_act(out, t,
              {staff_path(t.locale(), view.petition.slug) + "/publication",
               view.petition.published_at ? t("Publish the new version") : t("Publish"), html::ButtonKind::primary,
               std::move(above)});
}

void write_state(Out& out, const Translator& t, const Overview& view) {
    const Stage stage = view.petition.stage(view.now);
    const std::string path = staff_path(t.locale(), view.petition.slug);
    html::write<
        R"(<section class="panel"><header class="panel__head"><h2 class="panel__title">{}</h2> {}</header><div class="panel__body">)">(
        out, t("State"), badge(badge_of(t, stage)));
    if (stage == Stage::draft || has_draft(view.texts)) write_publish(out, t, view);
    if (stage == Stage::open) write_act(out, t, {path + "/closing", t("Close signing"), html::ButtonKind::quiet});
    if (stage == Stage::closed) write_act(out, t, {path + "/reopening", t("Open again"), html::ButtonKind::quiet});
    html::write<"</div></section>">(out);
}

void write_language_fields(Out& out, const Translator& t, const TextEditor& editor, base::Locale locale) {
    const html::Fields fields{t, editor.problems};
    const TextForm& typed = editor.typed.in(locale);
    const std::string suffix = "_" + std::string{base::code(locale)};
    html::write<R"(
<section class="editor__language" lang="{}" aria-labelledby="{}-title"><h2 class="editor__title" id="{}-title">{} {}</h2>)">(
        out, base::code(locale), base::code(locale), base::code(locale), i18n::own_name(locale),
        badge(text_badge(t, text_in(editor.newest, locale))));
    html::write<"{}{}{}{}</section>">(
        out, fields.text({.name = "title" + suffix, .label = t("Title"), .value = typed.title, .max_length = 200}),
        fields.text_area({.name = "lead" + suffix,
                          .label = t("Introduction"),
                          .value = typed.lead,
                          .required = html::Required::no,
                          .rows = 3,
                          .max_length = 500}),
        fields.text_area({.name = "body" + suffix,
                          .label = t("Text that is signed"),
                          .value = typed.body,
                          .hint = t("Markdown. Frozen when you publish; later changes make a new version."),
                          .rows = 16,
                          .max_length = 20'000}),
        fields.text_area({.name = "thanks" + suffix,
                          .label = t("Thanks after signing"),
                          .value = typed.thanks,
                          .required = html::Required::no,
                          .rows = 4,
                          .max_length = 2'000}));
}

void write_signature_row(Out& out, const Translator& t, const Signature& signature) {
    html::write<R"(
<tr><th scope="row">{} {}</th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{} {}</td>
  <td data-label="{}"><time datetime="{}">{}</time></td></tr>)">(
        out, signature.given_name, signature.family_name, t("Email"), signature.email, t("State"),
        badge(badge_of(t, signature.state)), t("Place"), signature.postal_code, signature.place, t("Signed"),
        i18n::machine_time(signature.signed_at), t.date_time(signature.signed_at));
}

void write_search(Out& out, const Translator& t, const SignatureList& list) {
    html::write<R"(
<form class="toolbar" method="get" action="{}" role="search"><div class="toolbar__field toolbar__field--grow">
  <label class="toolbar__label" for="words">{}</label><input class="field__input" id="words" name="words" type="search" value="{}"></div>
  <button class="button button--quiet" type="submit">{} {}</button></form>)">(
        out, staff_path(t.locale(), list.petition.slug) + "/signatures", t("Name, place or whole email address"),
        list.words, html::icon("search"), t("Search"));
}

void write_pager(Out& out, const Translator& t, const SignatureList& list) {
    if (!list.older) return;
    html::write<
        R"(<nav class="pager" aria-label="{}"><a class="pager__link" rel="next" href="{}?before={}&amp;words={}">{} {}</a></nav>)">(
        out, t("Pages"), staff_path(t.locale(), list.petition.slug) + "/signatures", list.older->value, list.words,
        t("Older"), html::icon("arrow-right"));
}

}  // namespace

html::SafeHtml list(const Translator& t, const std::vector<ListedPetition>& petitions, base::Instant now) {
    Out out;
    const std::string fresh = fmt::format("/{}/staff/petitions/new", base::code(t.locale()));
    write_head(out, {t("Petitions"), t("Petitions, pledges and proclamations."),
                     button_link({fresh, t("New petition"), "primary", "plus"})});
    if (petitions.empty()) {
        write_empty(out, "signature", t("Nothing to sign yet"),
                    t("Begin a petition, write it in both languages, look at the preview, then publish it."));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>)">(
        out, t("Petitions"), t("Title"), t("Kind"), t("State"), t("Confirmed signatures"), t("Pending"));
    for (const ListedPetition& listed : petitions) write_petition_row(out, t, listed, now);
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

html::SafeHtml new_petition(const Translator& t, const NewForm& form) {
    const base::Problems none;
    Out out;
    write_head(out, {t("New petition"), t("The words come on the next page.")});
    html::write<R"(<form class="form" method="post" action="/{}/staff/petitions" novalidate>)">(out,
                                                                                                base::code(t.locale()));
    write_new_fields(out, t, form);
    html::write<R"(<div class="form__actions">{}</div></form>)">(
        out, html::Fields{t, none}.button({.label = t("Begin the petition")}));
    return std::move(out).finish();
}

html::SafeHtml overview(const Translator& t, const Overview& view) {
    const std::string path = staff_path(t.locale(), view.petition.slug);
    const Text* text = text_in(view.texts, t.locale());
    Out out;
    write_head(out, {text == nullptr ? view.petition.slug : text->title, pages::kind_label(t, view.petition.kind),
                     html::render<"{}{}{}{}">(button_link({path + "/text", t("Write"), "quiet", "edit"}),
                                              button_link({path + "/preview", t("Preview"), "quiet", "eye"}),
                                              button_link({path + "/signatures", t("Signatures"), "quiet", "users"}),
                                              button_link({pages::petition_path(t.locale(), view.petition.slug),
                                                           t("Public page"), "quiet", "external"}))});
    write_stats(out, t, view.count);
    write_languages(out, t, view);
    write_state(out, t, view);
    return std::move(out).finish();
}

html::SafeHtml texts(const Translator& t, const Petition& petition, const TextEditor& editor) {
    const html::Fields fields{t, editor.problems};
    Out out;
    write_head(out, {t("Write"), t("Both languages side by side. Nothing is public before you publish it.")});
    html::write<R"(<form class="form editor" method="post" action="{}" novalidate>{}<div class="editor__languages">)">(
        out, staff_path(t.locale(), petition.slug) + "/text", fields.error_summary());
    for (const base::Locale locale : base::kLocales) write_language_fields(out, t, editor, locale);
    html::write<R"(</div><div class="editor__actions">{}</div></form>)">(
        out, fields.button({.label = t("Save and preview")}));
    return std::move(out).finish();
}

html::SafeHtml preview(const Translator& t, const Petition& petition, const std::vector<Text>& texts) {
    const std::string path = staff_path(t.locale(), petition.slug);
    Out out;
    write_head(out, {t("Preview"), t("This is how the text will read."),
                     html::render<"{}{}">(button_link({path + "/text", t("Go on writing"), "quiet", "edit"}),
                                          button_link({path, t("To publishing"), "primary", "check"}))});
    if (texts.empty()) write_empty(out, "file-text", t("Nothing written yet"), t("Write the text first."));
    for (const Text& text : texts)
        html::write<R"(
<section class="preview" lang="{}"><p class="preview__label">{} {}</p><h2>{}</h2><p>{}</p>
<div class="petition-text prose">{}</div></section>)">(out, base::code(text.locale), i18n::own_name(text.locale),
                                                       badge(text_badge(t, &text)), text.title, text.lead,
                                                       html::markdown(text.body, html::HeadingsBelow::section));
    return std::move(out).finish();
}

html::SafeHtml signatures(const Translator& t, const SignatureList& list) {
    const std::string path = staff_path(t.locale(), list.petition.slug);
    Out out;
    write_head(out, {t("Signatures"), t("Newest first.")});
    write_search(out, t, list);
    if (list.signatures.empty()) {
        write_empty(out, "inbox", t("No signatures here"),
                    list.words.empty() ? t("They appear here as soon as somebody signs.")
                                       : t("Nobody matches. Try part of the name, or the whole address."));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Signatures"), t("Name"), t("Email"), t("State"), t("Place"), t("Signed"));
    for (const Signature& signature : list.signatures) write_signature_row(out, t, signature);
    html::write<"</tbody></table></div>">(out);
    write_pager(out, t, list);
    if (list.may_export == SignatureList::MayExport::yes)
        write_act(out, t,
                  {path + "/exports", t("Export all as a file"), html::ButtonKind::quiet,
                   html::render<R"(<p class="field__hint">{}</p>)">(
                       t("Every export is written to the audit log with your name."))});
    return std::move(out).finish();
}

std::string staff_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/staff/petitions/{}", base::code(locale), slug);
}

}  // namespace petitions::staff_pages
