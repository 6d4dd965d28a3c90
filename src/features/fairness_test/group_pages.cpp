// Who gains and who loses besides tenths: twentieths, kinds of families, women and men, ages, and the indexes of
// inequality.
#include <algorithm>
#include <array>

#include "features/fairness_test/result_pages_parts.h"
#include "features/fairness_test/words.h"
#include "platform/html/charts_bars.h"

namespace fairness_test::pages::parts {
namespace {

using budget_fairness::Grouping;
using budget_fairness::GroupResult;
using html::Out;
using i18n::Translator;

std::string family_name(const Translator& t, budget_fairness::FamilyType type) {
    using budget_fairness::FamilyType;
    switch (type) {
        case FamilyType::single:
            return t("Alone, below 65");
        case FamilyType::single_elderly:
            return t("Alone, 65 or older");
        case FamilyType::single_parent:
            return t("Single parents");
        case FamilyType::couple:
            return t("Couples without children");
        case FamilyType::couple_elderly:
            return t("Couples, 65 or older");
        case FamilyType::couple_with_children:
            return t("Couples with children");
    }
    return {};
}

std::string age_name(const Translator& t, std::size_t i) {
    const auto& youngest = budget_fairness::kAgeGroups;
    if (i == 0) return t("Adults below {age}", {{"age", youngest[1]}});
    if (i + 1 == youngest.size()) return t("{age} and older", {{"age", youngest[i]}});
    return t("{from} to {to} years", {{"from", youngest[i]}, {"to", youngest[i + 1] - 1}});
}

html::ChartTable group_table(const Translator& t, const budget_fairness::Result& result) {
    html::ChartTable table{.id = "groups-table",
                           .summary = t("By family, sex and age"),
                           .caption = t("Change of income after tax, a person and year"),
                           .columns = {t("Group"), t("Dollars a person"), t("In percent"), t("Gain"), t("Lose")},
                           .rows = {}};
    const auto add = [&](std::string name, const GroupResult& group) {
        const double persons = std::max(1.0, group.persons);
        table.rows.push_back({std::move(name), words::signed_dollars(t, group.change_per_person()),
                              words::signed_percent(t, group.change_percent()), t.percent(group.winners / persons),
                              t.percent(group.losers / persons)});
    };
    const auto& families = result.by(Grouping::family_type);
    for (std::size_t i = 0; i < families.size(); ++i)
        add(family_name(t, static_cast<budget_fairness::FamilyType>(i)), families[i]);
    const auto& sexes = result.by(Grouping::sex);
    add(t("Women"), sexes[static_cast<std::size_t>(budget_fairness::Sex::female)]);
    add(t("Men"), sexes[static_cast<std::size_t>(budget_fairness::Sex::male)]);
    const auto& ages = result.by(Grouping::age);
    for (std::size_t i = 0; i < ages.size(); ++i) add(age_name(t, i), ages[i]);
    return table;
}

html::ChartTable twentieth_table(const Translator& t, const budget_fairness::Result& result) {
    html::ChartTable table{.id = "twentieths-table",
                           .summary = t("By twentieth, and the richest 1%"),
                           .caption = t("Change of income after tax, by twentieth of the people"),
                           .columns = {t("Twentieth"), t("Dollars a family"), t("In percent"), t("Gain"), t("Lose")},
                           .rows = {}};
    const auto add = [&](std::string name, const GroupResult& group) {
        const double persons = std::max(1.0, group.persons);
        table.rows.push_back({std::move(name), words::signed_dollars(t, group.change_per_family()),
                              words::signed_percent(t, group.change_percent()), t.percent(group.winners / persons),
                              t.percent(group.losers / persons)});
    };
    const auto& twentieths = result.by(Grouping::vigintile);
    for (std::size_t i = 0; i < twentieths.size(); ++i) add(t.number(i + 1), twentieths[i]);
    add(t("Richest 1%"), result.by(Grouping::top_percent)[1]);
    return table;
}

html::ChartTable index_table(const Translator& t, const budget_fairness::Result& result) {
    html::ChartTable table{.id = "indexes-table",
                           .summary = t("Indexes of inequality"),
                           .caption = t("Incomes of families, divided by the root of their size"),
                           .columns = {t("Index"), t("Before"), t("After")},
                           .rows = {}};
    const auto add = [&](std::string name, auto value) {
        table.rows.push_back(
            {std::move(name), t.number(value(result.baseline), {4}), t.number(value(result.reform), {4})});
    };
    using budget_fairness::Distribution;
    add(t("Gini index of income before taxes"), [](const Distribution& d) { return d.taxes.gini_before; });
    add(t("Gini index of income after taxes"), [](const Distribution& d) { return d.taxes.gini_after; });
    add(t("Kakwani index: above 0, taxes are progressive"), [](const Distribution& d) { return d.taxes.kakwani; });
    add(t("Suits index"), [](const Distribution& d) { return d.taxes.suits; });
    add(t("Reynolds-Smolensky index"), [](const Distribution& d) { return d.taxes.reynolds_smolensky; });
    add(t("Reranking"), [](const Distribution& d) { return d.taxes.reranking; });
    add(t("Share of people below half the median income"),
        [](const Distribution& d) { return d.poverty_at_baseline_line.headcount; });
    return table;
}

}  // namespace

void write_groups(Out& out, const Translator& t, const budget_fairness::Result& result) {
    out.append(html::chart_table(twentieth_table(t, result)));
    out.append(html::chart_table(group_table(t, result)));
    out.append(html::chart_table(index_table(t, result)));
}

}  // namespace fairness_test::pages::parts
