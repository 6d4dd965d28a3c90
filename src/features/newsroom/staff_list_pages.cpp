// What staff_pages.h declares about the list of items, new ones, and links.
#include <array>

#include <fmt/format.h>

#include "features/newsroom/staff_pages.h"
#include "features/newsroom/staff_pages_parts.h"
#include "ports/paging.h"

namespace newsroom::staff_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr std::array kStages{Stage::draft, Stage::in_review, Stage::scheduled, Stage::published, Stage::withdrawn};

std::vector<html::Choice> stage_choices(const Translator& t) {
    std::vector<html::Choice> choices{{"", t("All stages")}};
    for (const Stage stage : kStages) choices.push_back({std::string{name_of(stage)}, stage_label(t, stage)});
    return choices;
}

std::vector<html::Choice> with_all(std::string label, std::vector<html::Choice> choices) {
    choices.insert(choices.begin(), {"", std::move(label)});
    return choices;
}

// A menu of the filter.
struct Menu {
    std::string_view name;
    std::string label;
    std::vector<html::Choice> choices;
    const std::string& value;
};
SafeHtml menu(const Menu& menu) {
    const auto options = [&](Out& out) {
        for (const auto& choice : menu.choices)
            html::write<R"(<option value="{}"{}>{}</option>)">(
                out, choice.value, html::attribute_if(choice.value == menu.value, "selected"), choice.label);
    };
    return html::render<R"(
<div class="toolbar__field"><label class="toolbar__label" for="{}">{}</label><span class="select">
<select class="field__input select__control" id="{}" name="{}">{}</select></span></div>)">(
        menu.name, menu.label, menu.name, menu.name, options);
}

SafeHtml filter(const Translator& t, const ItemList& list) {
    return html::render<R"(
<form class="toolbar" method="get" action="{}" role="search">
<div class="toolbar__field toolbar__field--grow"><label class="toolbar__label" for="words">{}</label>
<input class="field__input" type="search" id="words" name="words" value="{}"></div>{}{}{}{}
<button class="button button--quiet" type="submit">{} {}</button></form>)">(
        list_path(t.locale()), t("Words in the title"), list.words,
        menu({"stage", t("Stage"), stage_choices(t), list.stage}),
        menu({"section", t("Section"), with_all(t("All sections"), section_choices(t, list.sections)), list.section}),
        menu({"level", t("Level"), with_all(t("All levels"), level_choices(t, list.levels)), list.level}),
        menu({"missing",
              t("Languages"),
              {{"", t("Any")}, {"en", t("Without English")}, {"fr", t("Without French")}},
              list.missing}),
        html::icon("filter"), t("Show"));
}

SafeHtml language_badges(const Translator& t, const store::StaffRow& row) {
    const auto badge = [&](bool is_written, const char* code) {
        return ports::badge({is_written ? "success" : "warning",
                             is_written ? std::string{code} : t("{language} missing", {{"language", code}})});
    };
    return html::render<"{} {}">(badge(!row.slug_en.empty(), "en"), badge(!row.slug_fr.empty(), "fr"));
}

std::string headline(const Translator& t, const store::StaffRow& row) {
    const bool is_english = t.locale() == base::Locale::english;
    const auto& own = is_english ? row.headline_en : row.headline_fr;
    const auto& other = is_english ? row.headline_fr : row.headline_en;
    if (!own.empty()) return own;
    return other.empty() ? t("New item") : other;
}

std::string day_text(const Translator& t, const Item& item) {
    if (!item.event_day) return t("not dated");
    return t.date(base::Instant{} + base::days(item.event_day->time_since_epoch().count()) + base::hours(12),
                  i18n::DateStyle::short_form);
}

void write_row(Out& out, const Translator& t, const store::StaffRow& row) {
    SafeHtml waiting;
    if (row.item.stage == Stage::published && row.has_unpublished_changes)
        waiting = ports::badge({"warning", t("changes wait")});
    html::write<R"(
<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{} {}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        out, item_path(t.locale(), row.item.id), headline(t, row), t("Stage"),
        ports::badge(stage_badge(t, row.item.stage)), waiting, t("Date"), day_text(t, row.item), t("Languages"),
        language_badges(t, row), t("Changed by"), row.item.changed_by);
}

void write_pager(Out& out, const Translator& t, const ItemList& list) {
    if (list.next.empty() && !list.first) return;
    html::write<R"(<nav class="pager" aria-label="{}">)">(out, t("Pages"));
    if (list.first)
        html::write<R"(<a class="pager__link" href="{}">{} {}</a>)">(out, list_path(t.locale()) + *list.first,
                                                                     html::icon("arrow-left"), t("The newest"));
    if (!list.next.empty())
        html::write<R"(<a class="pager__link" rel="next" href="{}">{} {}</a>)">(
            out, list_path(t.locale()) + list.next, t("Older items"), html::icon("arrow-right"));
    html::write<"</nav>">(out);
}

void write_table(Out& out, const Translator& t, const ItemList& list) {
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="items" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="items">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Items"), t("Title"), t("Stage"), t("Date"), t("Languages"), t("Changed by"));
    for (const auto& row : list.rows) write_row(out, t, row);
    html::write<"</tbody></table></div>">(out);
    write_pager(out, t, list);
}

SafeHtml nothing(const Translator& t, const ItemList& list) {
    if (list.is_filtered)
        return ports::empty_state(
            {"search", t("Nothing fits"), t("No item has all of this. Take one of the conditions away.")});
    return ports::empty_state(
        {"file-text", t("No news yet"),
         t("An item is a date, a few sentences and, where you like, a picture. Begin the first one; nobody sees it "
           "before it is published."),
         ports::button_link({list_path(t.locale()) + "/new", t("New item"), "plus", "primary"})});
}

void write_links(Out& out, const Translator& t, const std::vector<FoundLink>& links) {
    html::write<R"(<ul class="stack">)">(out);
    for (const auto& link : links)
        html::write<R"(<li><code>{}</code> <a href="{}">{}</a></li>)">(
            out, link.address, item_path(t.locale(), link.from.item),
            link.from.words.title.empty() ? link.from.slug : link.from.words.title);
    html::write<"</ul>">(out);
}

SafeHtml link_panel(const Translator& t, std::string title, const std::vector<FoundLink>& links) {
    Out out;
    if (links.empty()) html::write<"<p>{}</p>">(out, t("None."));
    if (!links.empty()) write_links(out, t, links);
    return ports::panel({std::move(title)}, std::move(out).finish());
}

}  // namespace

SafeHtml items(const Translator& t, const ItemList& list) {
    Out out;
    const auto path = list_path(t.locale());
    out.append(ports::staff_head(
        t, {.title = t("News"),
            .lead = t("Dated items in both languages. The youngest row stands first."),
            .actions = html::render<"{}{}{}{}">(ports::button_link({path + "/new", t("New item"), "plus", "primary"}),
                                                ports::button_link({path + "/sections", t("Sections"), "newspaper"}),
                                                ports::button_link({path + "/imports", t("Import news"), "upload"}),
                                                ports::button_link({path + "/links", t("Check links"), "link"}))}));
    out.append(filter(t, list));
    if (list.rows.empty())
        out.append(nothing(t, list));
    else
        write_table(out, t, list);
    return std::move(out).finish();
}

SafeHtml new_item(const Translator& t, const NewItemPage& page) {
    const html::Fields fields{t, page.problems};
    Out out;
    out.append(ports::staff_head(t, {.title = t("New item"),
                                     .lead = t("Where it belongs. All of this can be changed later."),
                                     .above = crumbs(t)}));
    if (page.sections.empty()) {
        out.append(
            ports::empty_state({"newspaper", t("No section yet"), t("An item stands in a section. Make one first."),
                                ports::button_link({sections_path(t.locale()), t("Sections"), "plus", "primary"})}));
        return std::move(out).finish();
    }
    html::write<R"(<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}</form>)">(
        out, list_path(t.locale()), fields.error_summary(),
        fields.select({.name = "section",
                       .label = t("Section"),
                       .choices = section_choices(t, page.sections),
                       .value = page.section}),
        fields.select(
            {.name = "level", .label = t("Level"), .choices = level_choices(t, page.levels), .value = page.level}),
        fields.text({.name = "event_day",
                     .label = t("Date of the event"),
                     .value = page.event_day,
                     .required = html::Required::no,
                     .hint = t("As year, month and day: 2026-11-30. Without one, the day of publication is shown."),
                     .size = html::FieldSize::medium,
                     .max_length = 10}),
        fields.button({.label = t("Begin writing"), .icon = "edit"}));
    return std::move(out).finish();
}

SafeHtml links(const Translator& t, const LinkReport& report) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Links in the news"),
            .lead = t("Links to pages of this site are checked. Other sites are listed, never visited."),
            .above = crumbs(t)}));
    html::write<"<p>{}</p>">(
        out, t.plural("{count} text was looked at.", "{count} texts were looked at.", report.looked_at));
    out.append(link_panel(t, t("Links that lead nowhere"), report.broken));
    out.append(link_panel(t, t("Links to other sites"), report.outside));
    if (!report.next.empty())
        out.append(ports::next_page(t, {list_path(t.locale()) + "/links" + report.next, t("Look at the next texts")}));
    return std::move(out).finish();
}

}  // namespace newsroom::staff_pages
