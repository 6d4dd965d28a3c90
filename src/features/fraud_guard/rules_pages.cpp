// What pages.h declares about rules: their points and limits.
#include <fmt/format.h>

#include "features/fraud_guard/pages.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace fraud_guard::pages {
namespace {

using html::Out;
using i18n::Translator;

// What stands in the field: as typed, or as it is set.
std::string value_in(const Rules& view, const std::string& name, std::int64_t set) {
    return view.typed.has(name) ? view.typed.text(name) : std::to_string(set);
}

struct Cell {
    std::string name, label;
    std::int64_t set;
    std::int64_t shipped;
};

void write_cell(Out& out, const Translator& t, const Rules& view, const Cell& cell) {
    const bool is_wrong = base::find_problem(view.problems, cell.name) != nullptr;
    html::write<R"(<label class="visually-hidden" for="{}">{}</label>
<input class="field__input field__input--number" id="{}" name="{}" value="{}" inputmode="numeric" size="6" {} {}>)">(
        out, cell.name, cell.label, cell.name, cell.name, value_in(view, cell.name, cell.set),
        html::attribute_if(is_wrong, "aria-invalid", "true"),
        html::attribute_if(view.may_set == MaySet::no, "disabled"));
    if (cell.set != cell.shipped)
        html::write<R"( <span class="field__hint">{}</span>)">(out, t("shipped: {number}", {{"number", cell.shipped}}));
}

void write_rule(Out& out, const Translator& t, const Rules& view, Rule rule) {
    const std::string key{key_of(rule)}, words = t(words_of(rule).reason);
    const RuleSetting& set = view.policy.book[rule];
    const RuleSetting& shipped = view.shipped.book[rule];
    const auto points = [&](Out& cell) {
        write_cell(cell, t, view,
                   {"weight." + key, t("Points of “{rule}”", {{"rule", words}}), set.weight, shipped.weight});
    };
    const auto limit = [&](Out& cell) {
        if (set.limit)
            write_cell(
                cell, t, view,
                {"limit." + key, t("Limit of “{rule}”", {{"rule", words}}), *set.limit, shipped.limit.value_or(0)});
    };
    html::write<R"(
<tr><th scope="row">{}</th><td>{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td></tr>)">(
        out, words, t(words_of(rule).explanation), t("Points"), points, t("Limit"), limit);
}

void write_thresholds(Out& out, const Translator& t, const Rules& view) {
    const html::Fields fields{t, view.problems};
    out.append(html::field_pair(
        fields.text({.name = "flag_from",
                     .label = t("Flag from"),
                     .value = value_in(view, "flag_from", view.policy.book.flag_from),
                     .kind = html::TextKind::number,
                     .hint = t("Points from which somebody looks at a signature."),
                     .size = html::FieldSize::small}),
        fields.text({.name = "ask_from",
                     .label = t("Ask for a proof from"),
                     .value = value_in(view, "ask_from", view.policy.book.ask_from),
                     .kind = html::TextKind::number,
                     .hint = t("Points from which a form without a proof comes back, under pressure only."),
                     .size = html::FieldSize::small})));
}

void write_form(Out& out, const Translator& t, const Rules& view) {
    const html::Fields fields{t, view.problems};
    out.append(fields.error_summary());
    write_thresholds(out, t, view);
    html::write<R"(
<div class="table-scroll" role="region" aria-labelledby="rules" tabindex="0"><table class="table table--cards">
<caption class="table__caption visually-hidden" id="rules">{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>)">(
        out, t("Rules"), t("Rule"), t("When it speaks"), t("Points"), t("Limit"));
    for (int i = 0; i < kRules; ++i) write_rule(out, t, view, static_cast<Rule>(i));
    html::write<"</tbody></table></div>">(out);
    if (view.may_set == MaySet::yes) out.append(fields.button({.label = t("Save")}));
}

}  // namespace

html::SafeHtml rules(const Translator& t, const Rules& view) {
    Out out;
    out.append(ports::staff_head(
        t,
        {.title = t("Rules"),
         .lead = t("The points of the rules that speak about a sign-on are added up, to 100 at most. The rules about "
                   "networks count 50 together at most. 0 points switch a rule off."),
         .above = {{t("Fraud guard"), path_of(t.locale())}}}));
    html::write<R"(<form class="form form--wide" method="post" action="{}" novalidate>{}</form>)">(
        out, path_of(t.locale(), "/rules"), [&](Out& form) { write_form(form, t, view); });
    return std::move(out).finish();
}

}  // namespace fraud_guard::pages
