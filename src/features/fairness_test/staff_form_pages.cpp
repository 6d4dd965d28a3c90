#include "features/fairness_test/staff_form_pages.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "features/fairness_test/simulation_service.h"
#include "features/fairness_test/words.h"
#include "models/budget_fairness/rubric/figure.h"
#include "models/budget_fairness/rules/law_book.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace fairness_test::staff_pages {
namespace {

using html::Choice;
using html::Out;
using html::Required;
using html::SafeHtml;
using i18n::Translator;

// What a field asks. The label of a field in both languages gets the language behind it.
struct Question {
    std::string name;
    std::string label;
    std::string hint{};
    Required required = Required::yes;
};

// Writes the fields of one form, each with what somebody else saved there meanwhile.
class Form {
public:
    Form(const Translator& t, const FormView& view) : t_(t), view_(view), fields_(t, view.problems) {}

    SafeHtml line(const Question& asked) const {
        return field(asked.name, fields_.text({.name = asked.name,
                                               .label = asked.label,
                                               .value = typed(asked.name),
                                               .required = asked.required,
                                               .hint = asked.hint}));
    }
    SafeHtml lines(const Question& asked, int rows) const {
        return field(asked.name, fields_.text_area({.name = asked.name,
                                                    .label = asked.label,
                                                    .value = typed(asked.name),
                                                    .required = asked.required,
                                                    .hint = asked.hint,
                                                    .rows = rows}));
    }
    SafeHtml menu(const Question& asked, std::vector<Choice> choices) const {
        return field(asked.name, fields_.select({.name = asked.name,
                                                 .label = asked.label,
                                                 .choices = std::move(choices),
                                                 .value = typed(asked.name),
                                                 .required = asked.required,
                                                 .hint = asked.hint}));
    }
    // Both languages side by side: a line each, or several.
    SafeHtml both(const Question& asked, int rows = 1) const {
        const auto in = [&](base::Locale locale) {
            Question one = asked;
            one.name += fmt::format("_{}", base::code(locale));
            one.label = t_("{field} ({language})", {{"field", asked.label}, {"language", i18n::own_name(locale)}});
            return rows == 1 ? line(one) : lines(one, rows);
        };
        return html::field_pair(in(base::Locale::english), in(base::Locale::french));
    }

    const std::string& typed(const std::string& name) const { return ports::text_of(view_.typed, name); }
    // Whether something in these fields asks to be looked at.
    bool has_problem(std::string_view prefix) const {
        return std::ranges::any_of(view_.problems, [&](const auto& each) { return each.field.starts_with(prefix); });
    }
    const Translator& t() const { return t_; }

private:
    SafeHtml field(const std::string& name, const SafeHtml& control) const {
        return ports::with_theirs(t_, control, {name, view_.conflicts});
    }

    Translator t_;
    const FormView& view_;
    html::Fields fields_;
};

std::vector<Choice> kinds(const Translator& t) {
    return {{"proposal", t("Proposal: measures that somebody announced")},
            {"example", t("Example: made up to show how the test works")},
            {"record", t("Record: what was spent between two years")}};
}

std::vector<Choice> places(const Translator& t) {
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < budget_fairness::kJurisdictions; ++i) {
        const auto place = static_cast<budget_fairness::Jurisdiction>(i);
        choices.push_back({std::string{code(place)}, words::place(t, place)});
    }
    return choices;
}

std::vector<Choice> changes(const Translator& t) {
    return {{"set", t("becomes")}, {"add", t("rises by")}, {"scale", t("is multiplied by")}};
}

std::vector<Choice> services(const Translator& t) {
    std::vector<Choice> choices{{"", t("none: the measure changes the law")}};
    for (const auto& function : budget_fairness::spending_functions())
        choices.push_back({std::string{function.slug}, t(function.name)});
    return choices;
}

std::vector<Choice> ratings(const Translator& t) {
    using budget_fairness::Rating;
    std::vector<Choice> choices;
    for (const auto rating : {Rating::unknown, Rating::met, Rating::partly, Rating::not_met})
        choices.push_back({std::string{name_of(rating)}, words::rating(t, rating)});
    return choices;
}

std::vector<Choice> figures(const Translator& t) {
    std::vector<Choice> choices{{"", t("none: a person judges")}};
    for (std::size_t i = 0; i < budget_fairness::kFigures; ++i) {
        const auto& kind = kind_of(static_cast<budget_fairness::FigureId>(i));
        choices.push_back({std::string{kind.name}, t(kind.label)});
    }
    return choices;
}

// One row of a list: closed while there is nothing to do in it, so that a long form can be read.
struct Row {
    std::string prefix;
    std::string title;
    bool is_open;
};

void write_row(Out& out, const Row& row, const SafeHtml& body) {
    html::write<
        R"(<details class="disclosure"{}><summary class="disclosure__summary">{}</summary><div class="disclosure__body stack">{}</div></details>)">(
        out, html::attribute_if(row.is_open, "open"), row.title, body);
}

// The rows of a list under their heading; the first empty one stands open.
struct List {
    std::string_view group;
    std::string heading;
    std::string help;
    std::size_t rows;
    std::string_view name_of_row;  // the field that says what a row is about
};
using RowBody = std::function<SafeHtml(const std::string& prefix)>;

void write_list(Out& out, const Form& form, const List& list, const RowBody& body) {
    html::write<R"(<section class="stack"><h2 class="editor__title">{}</h2><p>{}</p>)">(out, list.heading, list.help);
    bool is_empty_open = false;
    for (std::size_t i = 1; i <= list.rows; ++i) {
        Row row{.prefix = fmt::format("{}_{}_", list.group, i), .title = {}, .is_open = false};
        const auto& about = form.typed(row.prefix + std::string{list.name_of_row});
        row.title = about.empty() ? form.t()("{number}: empty", {{"number", i}}) : fmt::format("{}. {}", i, about);
        row.is_open = form.has_problem(row.prefix) || (about.empty() && !is_empty_open);
        is_empty_open = is_empty_open || about.empty();
        write_row(out, row, body(row.prefix));
    }
    html::write<"</section>">(out);
}

SafeHtml measure_fields(const Form& form, const std::string& row) {
    const auto& t = form.t();
    Out out;
    out.append(form.both({row + "title", t("What changes")}));
    out.append(form.line({row + "source", t("Source"), t("An address that begins with https://."), Required::no}));
    out.append(form.line({row + "parameter", t("Number of the tax or benefit law"),
                          t("Its name from the list below, such as ON.brackets.0.rate."), Required::no}));
    out.append(html::field_pair(
        form.menu({row + "change", t("Change"), "", Required::no}, changes(t)),
        form.line({row + "value", t("Value"), t("Rates are shares of one, amounts dollars a year."), Required::no})));
    out.append(html::field_pair(
        form.menu({row + "service", t("Or a public service"), "", Required::no}, services(t)),
        form.line({row + "million_dollars", t("Million dollars a year, more or (−) less"), "", Required::no})));
    return std::move(out).finish();
}

SafeHtml answer_fields(const Form& form, const std::string& row) {
    const auto& t = form.t();
    Out out;
    out.append(html::field_pair(
        form.line({row + "criterion", t("Criterion"), t("Its key in the rules, such as transparency.")}),
        form.menu({row + "rating", t("Answer")}, ratings(t))));
    out.append(form.line({row + "evidence", t("Evidence"), t("An address that begins with https://."), Required::no}));
    out.append(html::field_pair(form.line({row + "reviewer", t("Who judged")}),
                                form.line({row + "on", t("Day"), t("Such as 2026-11-30.")})));
    out.append(form.both({row + "reason", t("Reason"), "", Required::no}, 3));
    return std::move(out).finish();
}

SafeHtml criterion_fields(const Form& form, const std::string& row) {
    const auto& t = form.t();
    Out out;
    out.append(html::field_pair(
        form.line({row + "key", t("Key"), t("Small letters and low lines. Answers of budgets name it.")}),
        form.line({row + "weight", t("Weight")})));
    out.append(form.both({row + "title", t("Title")}));
    out.append(form.both({row + "question", t("Question")}, 2));
    out.append(form.both({row + "reason", t("Why it is asked")}, 3));
    out.append(html::field_pair(form.menu({row + "figure", t("Figure"), "", Required::no}, figures(t)),
                                form.menu({row + "better", t("Better is"), "", Required::no},
                                          {{"higher", t("higher")}, {"lower", t("lower")}})));
    out.append(html::field_pair(form.line({row + "met", t("Met from"), "", Required::no}),
                                form.line({row + "partly", t("Partly met from"), "", Required::no})));
    return std::move(out).finish();
}

SafeHtml change_fields(const Form& form, const std::string& row) {
    const auto& t = form.t();
    Out out;
    out.append(html::field_pair(form.line({row + "version", t("Version")}),
                                form.line({row + "on", t("Day"), t("Such as 2026-11-30.")})));
    out.append(form.both({row + "what", t("What is different, and why")}, 3));
    return std::move(out).finish();
}

std::string empty_rows_help(const Translator& t) { return t("Empty a row to take it out. Saving adds empty ones."); }

}  // namespace

html::SafeHtml budget_fields(const i18n::Translator& t, const FormView& view, AddressField address) {
    const Form form{t, view};
    Out out;
    if (address == AddressField::shown)
        out.append(form.line(
            {"slug", t("Address"), t("Small letters, digits and hyphens, such as ontario-budget-2026. It stays.")}));
    else
        out.append(html::hidden({"slug", form.typed("slug")}));
    out.append(html::field_pair(form.menu({"kind", t("Kind")}, kinds(t)),
                                form.menu({"jurisdiction", t("Government")}, places(t))));
    out.append(
        html::field_pair(form.line({"year", t("Year"), t("Of the law that is changed; of a record, its last year.")}),
                         form.line({"first_year", t("First year"), t("Of a record only."), Required::no})));
    out.append(form.both({"title", t("Title")}));
    out.append(form.both({"summary", t("Summary")}, 4));
    out.append(
        form.lines({"sources", t("Sources"), t("Addresses that begin with https://, one a line."), Required::no}, 3));
    write_list(out, form,
               {"measure", t("Measures"), empty_rows_help(t), view.rows.first,
                t.locale() == base::Locale::french ? "title_fr" : "title_en"},
               [&](const std::string& row) { return measure_fields(form, row); });
    write_list(out, form,
               {"answer", t("Answers to what a person judges"), empty_rows_help(t), view.rows.second, "criterion"},
               [&](const std::string& row) { return answer_fields(form, row); });
    return std::move(out).finish();
}

html::SafeHtml rubric_fields(const i18n::Translator& t, const FormView& view) {
    const Form form{t, view};
    Out out;
    out.append(html::field_pair(
        form.line({"name", t("Name"), t("Small letters, digits and hyphens.")}),
        form.line({"version", t("Version"), t("A declared version never changes: give the next one.")})));
    out.append(form.both({"title", t("Title")}));
    out.append(form.both({"summary", t("Summary")}, 4));
    out.append(form.line({"pass_mark", t("Points of 100 that a budget needs to pass")}));
    write_list(out, form,
               {"criterion", t("Criteria"), empty_rows_help(t), view.rows.first,
                t.locale() == base::Locale::french ? "title_fr" : "title_en"},
               [&](const std::string& row) { return criterion_fields(form, row); });
    write_list(out, form, {"change", t("History"), empty_rows_help(t), view.rows.second, "version"},
               [&](const std::string& row) { return change_fields(form, row); });
    return std::move(out).finish();
}

html::SafeHtml parameter_list(const i18n::Translator& t, const LawOf& law) {
    const auto* found = Simulations::law(law.place, law.year);
    if (found == nullptr) return {};
    auto rules = *found;
    std::vector<std::string> names;
    for (const auto& value : budget_fairness::shipped_law_book().values)
        if (value.validity.contains(rules.date))
            names.push_back(fmt::format("{}.{}", code(value.jurisdiction), value.parameter));
    for (const auto& dated : budget_fairness::shipped_law_book().schedules)
        for (std::size_t i = 0; dated.validity.contains(rules.date) && i < dated.schedule.count; ++i)
            for (const auto* column : {"above", "rate"})
                names.push_back(fmt::format("{}.{}.{}.{}", code(dated.jurisdiction), dated.name, i, column));
    std::ranges::sort(names);
    Out out;
    html::write<
        R"(<details class="disclosure"><summary class="disclosure__summary">{}</summary><div class="disclosure__body"><dl class="facts">)">(
        out, t("Numbers of the law of {year}, by name", {{"year", std::to_string(law.year)}}));
    for (const auto& name : names)
        if (const double* value = find_parameter(rules, name))
            html::write<
                R"(<div class="facts__row"><dt class="facts__term"><code>{}</code></dt><dd class="facts__value">{}</dd></div>)">(
                out, name, fmt::format("{:.10g}", *value));
    html::write<"</dl></div></details>">(out);
    return std::move(out).finish();
}

}  // namespace fairness_test::staff_pages
