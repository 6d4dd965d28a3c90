#include "features/petitions/staff_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/petitions/pages.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"

namespace petitions::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

ports::Badge badge_of(const Translator& t, Stage stage) {
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

// "en" and "fr", each in the colour of how far its text is.
SafeHtml language_badges(const Translator& t, const std::vector<Text>& texts) {
    const auto badges = [&](Out& out) {
        for (const base::Locale locale : base::kLocales) {
            const auto state = text_badge(t, text_in(texts, locale));
            html::write<R"(<span class="badge badge--{}" title="{}">{}</span> )">(out, state.tone, state.label,
                                                                                  base::code(locale));
        }
    };
    return html::render<"{}">(badges);
}

void write_petition_row(Out& out, const Translator& t, const ListedPetition& listed, base::Instant now) {
    html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td>
  <td class="table__number" data-label="{}">{}</td><td class="table__number" data-label="{}">{}</td></tr>)">(
        out, staff_path(t.locale(), listed.petition.slug), listed.title, t("Kind"),
        pages::kind_label(t, listed.petition.kind), t("State"), ports::badge(badge_of(t, listed.petition.stage(now))),
        t("Languages"), language_badges(t, listed.texts), t("Confirmed signatures"), t.number(listed.count.confirmed),
        t("Pending"), t.number(listed.count.pending));
}

std::vector<html::Choice> kind_choices(const Translator& t) {
    std::vector<html::Choice> choices;
    for (const Kind kind : {Kind::petition, Kind::pledge, Kind::proclamation})
        choices.push_back({std::string{name_of(kind)}, pages::kind_label(t, kind)});
    return choices;
}

std::vector<html::Choice> level_choices(const Translator& t, const std::vector<people::Level>& levels) {
    std::vector<html::Choice> choices;
    for (const people::Level& level : levels) choices.push_back({level.slug, level.name(t.locale())});
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
<div class="stat"><dt class="stat__label">{}</dt><dd class="stat__figure">{}</dd><dd class="stat__note">{}</dd></div>
<div class="stat"><dt class="stat__label">{}</dt><dd class="stat__figure">{}</dd><dd class="stat__note">{}</dd></div></dl>)">(
        out, t("Confirmed signatures"), t.number(count.confirmed), t("Pending"), t.number(count.pending),
        t("Emailed, not yet confirmed"), t("Taken out"), t.number(count.invalidated), t("with a public reason"));
}

void write_languages(Out& out, const Translator& t, const Overview& view) {
    const auto rows = [&](Out& rows_out) {
        for (const base::Locale locale : base::kLocales)
            html::write<
                R"(<div class="facts__row"><dt class="facts__term" lang="{}">{}</dt><dd class="facts__value">{}</dd></div>)">(
                rows_out, base::code(locale), i18n::own_name(locale),
                ports::badge(text_badge(t, text_in(view.texts, locale))));
    };
    out.append(ports::panel({t("Texts")}, html::render<R"(<dl class="facts">{}</dl>)">(rows)));
}

bool has_draft(const std::vector<Text>& texts) {
    return std::ranges::any_of(texts, [](const Text& text) { return !text.frozen_at; });
}

SafeHtml publish_act(const Translator& t, const Overview& view) {
    const html::Fields fields{t, view.problems};
    SafeHtml above =
        html::render<"{}{}">(fields.error_summary(), html::hidden({ports::kSeenField, seen_words(view.texts)}));
    if (view.texts.size() < base::kLocales.size())
        above = html::render<"{}{}">(
            above, fields.checkbox({.name = "one_language",
                                    .label = t("Publish without the other language"),
                                    .hint = t("This decision is written to the audit log with your name.")}));
    return ports::act(t, {staff_path(t.locale(), view.petition.slug) + "/publication",
                          view.petition.published_at ? t("Publish the new version") : t("Publish"),
                          html::ButtonKind::primary, std::move(above)});
}

void write_state(Out& out, const Translator& t, const Overview& view) {
    const Stage stage = view.petition.stage(view.now);
    const std::string path = staff_path(t.locale(), view.petition.slug);
    const auto acts = [&](Out& body) {
        if (stage == Stage::draft || has_draft(view.texts)) body.append(publish_act(t, view));
        if (stage == Stage::open) body.append(ports::act(t, {path + "/closing", t("Close signing")}));
        if (stage == Stage::closed) body.append(ports::act(t, {path + "/reopening", t("Open again")}));
    };
    out.append(ports::panel({t("State"), ports::badge(badge_of(t, stage))}, html::render<"{}">(acts)));
}

}  // namespace

std::string staff_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/staff/petitions{}{}", base::code(locale), slug.empty() ? "" : "/", slug);
}

html::SafeHtml list(const Translator& t, const std::vector<ListedPetition>& petitions, base::Instant now) {
    const SafeHtml begin = ports::button_link({staff_path(t.locale(), "new"), t("New petition"), "plus", "primary"});
    Out out;
    out.append(ports::staff_head(t, {t("Petitions"), t("Petitions, pledges and proclamations."), begin}));
    if (petitions.empty()) {
        out.append(ports::empty_state(
            {"signature", t("Nothing to sign yet"),
             t("Begin a petition, write it in both languages, look at the preview, then publish it.")}));
        return std::move(out).finish();
    }
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="table__number">{}</th><th scope="col" class="table__number">{}</th></tr></thead><tbody>)">(
        out, t("Petitions"), t("Title"), t("Kind"), t("State"), t("Languages"), t("Confirmed signatures"),
        t("Pending"));
    for (const ListedPetition& listed : petitions) write_petition_row(out, t, listed, now);
    html::write<"</tbody></table></div>">(out);
    return std::move(out).finish();
}

html::SafeHtml new_petition(const Translator& t, const NewForm& form) {
    const base::Problems none;
    Out out;
    out.append(ports::staff_head(t, {.title = t("New petition"),
                                     .lead = t("The words come on the next page."),
                                     .above = {{t("Petitions"), staff_path(t.locale())}}}));
    html::write<R"(<form class="form" method="post" action="{}" novalidate>)">(out, staff_path(t.locale()));
    write_new_fields(out, t, form);
    html::write<R"(<div class="form__actions">{}</div></form>)">(
        out, html::Fields{t, none}.button({.label = t("Begin the petition")}));
    return std::move(out).finish();
}

std::string seen_words(const std::vector<Text>& newest) {
    ports::NamedTexts words;
    for (const Text& text : newest)
        words.push_back({std::string{base::code(text.locale)},
                         text.title + "\n" + text.lead + "\n" + text.body + "\n" + text.thanks});
    return ports::seen(words);
}

html::SafeHtml overview(const Translator& t, const Overview& view) {
    const std::string path = staff_path(t.locale(), view.petition.slug);
    const auto rooms = [&](Out& ways) {
        for (const ports::PetitionRoom& room : view.rooms)
            ways.append(ports::button_link({path + "/" + room.path, t(room.label), room.icon}));
    };
    const SafeHtml ways = html::render<"{}{}{}{}{}">(
        ports::button_link({path + "/text", t("Write"), "edit"}),
        ports::button_link({path + "/preview", t("Preview"), "eye"}),
        ports::button_link({path + "/signatures", t("Signatures"), "users"}), rooms,
        view.petition.published_at
            ? ports::button_link({pages::petition_path(t.locale(), view.petition.slug), t("Public page"), "external"})
            : SafeHtml{});
    Out out;
    out.append(ports::staff_head(t, {.title = view.title,
                                     .lead = pages::kind_label(t, view.petition.kind),
                                     .actions = ways,
                                     .above = {{t("Petitions"), staff_path(t.locale())}}}));
    write_stats(out, t, view.count);
    write_languages(out, t, view);
    write_state(out, t, view);
    return std::move(out).finish();
}

std::vector<ports::Crumb> crumbs(const Translator& t, const Petition& petition, const std::string& title) {
    return {{t("Petitions"), staff_path(t.locale())}, {title, staff_path(t.locale(), petition.slug)}};
}

const Text* text_in(const std::vector<Text>& texts, base::Locale locale) {
    const auto found = std::ranges::find(texts, locale, &Text::locale);
    return found == texts.end() ? nullptr : &*found;
}

ports::Badge text_badge(const Translator& t, const Text* text) {
    if (text == nullptr) return {"danger", t("missing")};
    if (!text->frozen_at) return {"warning", t("draft of version {version}", {{"version", text->version}})};
    return {"success", t("version {version}, published", {{"version", text->version}})};
}

}  // namespace petitions::staff_pages
