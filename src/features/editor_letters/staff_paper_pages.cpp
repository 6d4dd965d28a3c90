// What staff_pages.h declares about newspapers.
#include <algorithm>
#include <array>
#include <ranges>

#include "features/editor_letters/staff_pages.h"
#include "features/editor_letters/words.h"
#include "platform/html/assets.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace editor_letters::staff_pages {
namespace {

using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

constexpr std::size_t kMostPlanned = 200;

ports::Badge paper_badge(const Translator& t, const Newspaper& paper, std::string_view day) {
    if (paper.left_out_at) return {"neutral", t("Left out")};
    if (is_stale(paper.facts, day)) return {"warning", t("Look again")};
    return {"success", t("Fresh")};
}

void write_paper_search(Out& out, const Translator& t, const Papers& view) {
    html::write<R"(
<form class="toolbar" method="get" action="{}" role="search"><div class="toolbar__field toolbar__field--grow"><label class="toolbar__label" for="words">{}</label>
  <input class="field__input" id="words" name="words" type="search" value="{}"></div>
  <button class="button button--quiet" type="submit">{} {}</button></form>)">(
        out, staff_papers_path(t.locale()), t("Name or place"), view.words, html::icon("search"), t("Search"));
}

void write_paper_table(Out& out, const Translator& t, const Papers& view) {
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Newspapers"), t("Name"), t("Place"), t("Language"), t("Reach"), t("State"));
    for (const Newspaper& each : view.papers)
        html::write<
            R"(<tr><th scope="row"><a href="{}">{}</a></th><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
            out, staff_paper_path(t.locale(), each.id), each.facts.name, t("Place"), where_words(t, each.facts),
            t("Language"), language_words(t, each.facts.language), t("Reach"), t(label_of(each.facts.reach)),
            t("State"), ports::badge(paper_badge(t, each, view.day)));
    html::write<"</tbody></table></div>">(out);
}

// The fields of a newspaper, each with what somebody else saved in it meanwhile.
struct PaperFields {
    const Translator& t;
    const html::Fields& fields;
    const Paper& view;

    SafeHtml text(const html::TextField& field) const {
        return ports::with_theirs(t, fields.text(field), {field.name, view.conflicts});
    }
    SafeHtml menu(const html::Select& menu) const {
        ports::NamedTexts theirs = view.conflicts;
        for (auto& [name, saved] : theirs)
            if (const auto choice = std::ranges::find(menu.choices, saved, &html::Choice::value);
                name == menu.name && choice != menu.choices.end())
                saved = choice->label;
        return ports::with_theirs(t, fields.select(menu), {menu.name, theirs});
    }
};

SafeHtml kind_fields(const PaperFields& fields) {
    const Translator& t = fields.t;
    const NewspaperForm& typed = fields.view.typed;
    const std::vector<html::Choice> languages{
        {"en", t("English")}, {"fr", t("French")}, {"both", t("English and French")}};
    std::vector<html::Choice> reaches;
    for (const auto reach : {Reach::town, Reach::region, Reach::province, Reach::country})
        reaches.push_back({std::string{name_of(reach)}, t(label_of(reach))});
    return html::render<"{}{}">(
        fields.text({.name = "name", .label = t("Name"), .value = typed.name, .max_length = 200}),
        html::field_pair(
            fields.menu({.name = "language",
                         .label = t("Language of its letters"),
                         .choices = languages,
                         .value = typed.language}),
            fields.menu(
                {.name = "reach", .label = t("How far it is read"), .choices = reaches, .value = typed.reach})));
}

SafeHtml area_fields(const PaperFields& fields) {
    const Translator& t = fields.t;
    const NewspaperForm& typed = fields.view.typed;
    std::vector<html::Choice> provinces{{"", t("The whole country")}};
    for (const people::Province each : people::kProvinces)
        provinces.push_back({std::string{people::code(each)}, t(people::name(each))});
    return html::render<"{}{}">(html::field_pair(fields.text({.name = "place",
                                                              .label = t("City or town"),
                                                              .value = typed.place,
                                                              .required = Required::no,
                                                              .max_length = 200}),
                                                 fields.menu({.name = "province",
                                                              .label = t("Province or territory"),
                                                              .choices = provinces,
                                                              .value = typed.province,
                                                              .required = Required::no})),
                                fields.text({.name = "postal_areas",
                                             .label = t("Where it is read: beginnings of postal codes"),
                                             .value = typed.postal_areas,
                                             .required = Required::no,
                                             .hint = t("Parted by blanks, like E1A E1C E1G.")}));
}

SafeHtml rule_fields(const PaperFields& fields) {
    const Translator& t = fields.t;
    const NewspaperForm& typed = fields.view.typed;
    const auto number = [&](const char* name, const std::string& label, const std::string& value) {
        return fields.text(
            {.name = name, .label = label, .value = value, .kind = html::TextKind::number, .required = Required::no});
    };
    return html::render<"{}{}{}">(
        html::field_pair(fields.text({.name = "email",
                                      .label = t("Address for letters"),
                                      .value = typed.email,
                                      .kind = html::TextKind::email,
                                      .hint = t("That of the letters page, not of a person.")}),
                         fields.text({.name = "page_url",
                                      .label = t("Page with its rules"),
                                      .value = typed.page_url,
                                      .kind = html::TextKind::url,
                                      .required = Required::no})),
        html::field_pair(number("word_limit", t("Most words"), typed.word_limit),
                         number("most_a_day", t("Letters a day from here, at most"), typed.most_a_day)),
        html::field_pair(fields.text({.name = "source",
                                      .label = t("Where this is from"),
                                      .value = typed.source,
                                      .hint = t("Such as “its own page”."),
                                      .max_length = 200}),
                         fields.text({.name = "as_of",
                                      .label = t("As of"),
                                      .value = typed.as_of,
                                      .hint = t("As in 2026-11-03."),
                                      .max_length = 10})));
}

void write_standing(Out& out, const Translator& t, const Newspaper& paper) {
    const bool is_left_out = paper.left_out_at.has_value();
    out.append(
        ports::panel({is_left_out ? t("It is left out") : t("It takes no letters any more?")},
                     ports::act(t, {.path = staff_paper_path(t.locale(), paper.id) + "/standing",
                                    .label = is_left_out ? t("Take it back") : t("Leave it out"),
                                    .kind = html::ButtonKind::quiet,
                                    .above = html::hidden({"standing", is_left_out ? "taken_back" : "left_out"})})));
}

void write_list_problems(Out& out, const Translator& t, const std::vector<ListProblem>& problems) {
    if (problems.empty()) return;
    html::write<R"(<div class="notice notice--danger" role="alert"><div class="notice__body"><p>{}</p><ul>)">(
        out, t("Nothing was taken in. Please put these lines right:"));
    for (const ListProblem& problem : problems | std::views::take(kMostPlanned))
        html::write<"<li>{} {}</li>">(
            out, t("line {line}: {what}", {{"line", static_cast<std::int64_t>(problem.line)}, {"what", problem.field}}),
            problem.message ? t(*problem.message) : std::string{});
    html::write<"</ul></div></div>">(out);
}

struct PaperField {
    std::string label;
    std::string NewspaperForm::* value;
};
std::array<PaperField, 10> compared_fields(const Translator& t) {
    return {PaperField{t("Language of its letters"), &NewspaperForm::language},
            PaperField{t("Province or territory"), &NewspaperForm::province},
            PaperField{t("How far it is read"), &NewspaperForm::reach},
            PaperField{t("Where it is read: beginnings of postal codes"), &NewspaperForm::postal_areas},
            PaperField{t("Address for letters"), &NewspaperForm::email},
            PaperField{t("Page with its rules"), &NewspaperForm::page_url},
            PaperField{t("Most words"), &NewspaperForm::word_limit},
            PaperField{t("Letters a day from here, at most"), &NewspaperForm::most_a_day},
            PaperField{t("Where this is from"), &NewspaperForm::source},
            PaperField{t("As of"), &NewspaperForm::as_of}};
}

enum class PaperEffect : unsigned char { added, changed, none };
PaperEffect effect_of(const Translator& t, const PlannedPaper& row) {
    if (!row.before) return PaperEffect::added;
    const auto before = form_of(row.before->facts), after = form_of(row.facts);
    const bool is_same = std::ranges::all_of(
        compared_fields(t), [&](const auto& field) { return before.*field.value == after.*field.value; });
    return is_same && !row.before->left_out_at ? PaperEffect::none : PaperEffect::changed;
}

void write_paper_changes(Out& out, const Translator& t, const PlannedPaper& row) {
    const auto before = form_of(row.before->facts), after = form_of(row.facts);
    html::write<"<ul>">(out);
    if (row.before->left_out_at) html::write<"<li>{}</li>">(out, t("Takes letters again"));
    for (const auto& field : compared_fields(t)) {
        const std::string &old_value = before.*field.value, &new_value = after.*field.value;
        if (old_value != new_value)
            html::write<"<li>{}: <del>{}</del> <ins>{}</ins></li>">(out, field.label,
                                                                    old_value.empty() ? t("nothing") : old_value,
                                                                    new_value.empty() ? t("nothing") : new_value);
    }
    html::write<"</ul>">(out);
}

void write_planned(Out& out, const Translator& t, const PlannedPaper& row) {
    const bool is_new = effect_of(t, row) == PaperEffect::added;
    html::write<R"(<tr><th scope="row">{}</th><td data-label="{}">{}</td><td data-label="{}"><div>{})">(
        out, row.facts.name, t("Place"), where_words(t, row.facts), t("What would change"),
        ports::badge(is_new ? ports::Badge{"success", t("Would be added")}
                            : ports::Badge{"information", t("Would change")}));
    if (row.repeated == PlannedPaper::Repeated::yes)
        html::write<" {}">(out, t("Stands in the list twice; the last row is kept."));
    if (!is_new) write_paper_changes(out, t, row);
    html::write<"</div></td></tr>">(out);
}

}  // namespace

SafeHtml papers(const Translator& t, const Papers& view) {
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("Newspapers"),
            .lead =
                t("Where supporters can send letters to the editor. Every entry says where it is from and since when."),
            .actions = html::render<"{}{}">(
                ports::button_link({staff_papers_path(t.locale()) + "/rows", t("Take in a list"), "upload"}),
                ports::button_link({staff_papers_path(t.locale()) + "/new", t("New newspaper"), "plus", "primary"})),
            .above = {{t("Letters to the editor"), staff_list_path(t.locale())}}}));
    if (view.stale > 0)
        html::write<R"(<div class="notice notice--warning">{}<div class="notice__body"><p>{}</p></div></div>)">(
            out, html::icon("warning"),
            t.plural("{count} newspaper was last looked at more than a year ago.",
                     "{count} newspapers were last looked at more than a year ago.", view.stale));
    if (view.papers.empty() && view.words.empty()) {
        out.append(ports::empty_state(
            {"newspaper", t("No newspaper yet"), t("Enter those of your towns, or take in a list as CSV.")}));
        return std::move(out).finish();
    }
    write_paper_search(out, t, view);
    if (view.papers.empty())
        out.append(
            ports::empty_state({"search", t("Nothing here"), t("No newspaper has these words in its name or place.")}));
    else
        write_paper_table(out, t, view);
    out.append(ports::pager(t, {staff_papers_path(t.locale()), view.position}));
    return std::move(out).finish();
}

SafeHtml paper(const Translator& t, const Paper& view) {
    const html::Fields fields{t, view.problems};
    const std::string path =
        view.paper == nullptr ? staff_papers_path(t.locale()) + "/new" : staff_paper_path(t.locale(), view.paper->id);
    Out out;
    out.append(ports::staff_head(
        t, {.title = view.paper == nullptr ? t("New newspaper") : view.paper->facts.name,
            .actions = view.paper == nullptr ? SafeHtml{} : ports::badge(paper_badge(t, *view.paper, view.day)),
            .above = {{t("Newspapers"), staff_papers_path(t.locale())}}}));
    const PaperFields of_paper{t, fields, view};
    html::write<R"({}<form class="form" method="post" action="{}" novalidate>{}{}{}{}{}</form>)">(
        out, fields.error_summary(), path, html::hidden({ports::kSeenField, view.seen}), kind_fields(of_paper),
        area_fields(of_paper), rule_fields(of_paper), fields.button({.label = t("Save")}));
    if (view.paper != nullptr) write_standing(out, t, *view.paper);
    return std::move(out).finish();
}

SafeHtml rows(const Translator& t, const Rows& view) {
    const html::Fields fields{t, view.problems};
    Out out;
    out.append(ports::staff_head(t, {.title = t("Take in a list of newspapers"),
                                     .lead = t("A file or rows in CSV. Nothing is taken in before you saw what would "
                                               "change."),
                                     .above = {{t("Newspapers"), staff_papers_path(t.locale())}}}));
    out.append(fields.error_summary());
    write_list_problems(out, t, view.list_problems);
    html::write<
        R"(<form class="form" method="post" action="{}/rows" enctype="multipart/form-data" novalidate>{}{}{}</form>)">(
        out, staff_papers_path(t.locale()),
        fields.file({.name = "list", .label = t("File"), .accept = "text/csv,.csv", .required = Required::no}),
        fields.text_area(
            {.name = "rows",
             .label = t("Or rows (CSV)"),
             .value = view.csv,
             .required = Required::no,
             .hint = t("With the columns name, language, place, province, reach, postal_areas, email, page_url, "
                       "word_limit, most_a_day, source, as_of. Language: en, fr, both. Reach: town, region, province, "
                       "country. A paper that is there already is changed, not doubled."),
             .rows = 8}),
        fields.button({.label = t("See what would change")}));
    return std::move(out).finish();
}

SafeHtml plan(const Translator& t, const Plan& view) {
    const auto count = [&](PaperEffect effect) {
        return std::ranges::count_if(view.rows, [&](const PlannedPaper& row) { return effect_of(t, row) == effect; });
    };
    const std::int64_t added = count(PaperEffect::added), changed = count(PaperEffect::changed);
    const base::Problems none;
    Out out;
    out.append(ports::staff_head(
        t, {.title = t("What would change"),
            .lead = t("Nothing is taken in yet. {added} would be added, {changed} changed, {same} stay as they are.",
                      {{"added", added}, {"changed", changed}, {"same", count(PaperEffect::none)}}),
            .above = {{t("Newspapers"), staff_papers_path(t.locale())}}}));
    if (added + changed > 0) {
        html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="list" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="list">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
            out, t("What would change"), t("Name"), t("Place"), t("What would change"));
        const auto is_told = [&](const PlannedPaper& row) { return effect_of(t, row) != PaperEffect::none; };
        for (const PlannedPaper& row : view.rows | std::views::filter(is_told) | std::views::take(kMostPlanned))
            write_planned(out, t, row);
        html::write<"</tbody></table></div>">(out);
    }
    html::write<
        R"(<form class="form" method="post" action="{}/rows">{}{}<div class="form__actions">{}{}</div></form>)">(
        out, staff_papers_path(t.locale()), html::hidden({"rows", view.csv}), html::hidden({"confirmed", "1"}),
        html::Fields{t, none}.button({.label = t("Take them in")}),
        ports::button_link({staff_papers_path(t.locale()), t("Leave it"), "undo"}));
    return std::move(out).finish();
}

}  // namespace editor_letters::staff_pages
