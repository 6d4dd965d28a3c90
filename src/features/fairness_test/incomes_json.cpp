#include "features/fairness_test/incomes_json.h"

#include <array>
#include <span>
#include <string>

#include <boost/json.hpp>

namespace fairness_test {
namespace {

using budget_fairness::Grouping;
using budget_fairness::GroupResult;

constexpr std::array<std::string_view, budget_fairness::kFamilyTypes> kFamilyNames{
    "single", "single_elderly", "single_parent", "couple", "couple_elderly", "couple_with_children"};
constexpr std::array<std::string_view, 2> kTopNames{"other_99", "top_1"};
constexpr std::array<std::string_view, 1> kEveryoneName{"everyone"};

// Names of a grouping's members, where they have some; else their numbers from 1.
struct Listing {
    std::string_view name;
    Grouping grouping;
    std::span<const std::string_view> members{};
};

std::string_view name_of(budget_fairness::Sex sex) { return sex == budget_fairness::Sex::female ? "women" : "men"; }

std::string member_name(const Listing& listing, std::size_t i) {
    if (listing.grouping == Grouping::sex) return std::string{name_of(static_cast<budget_fairness::Sex>(i))};
    if (listing.grouping == Grouping::age) return "from_" + std::to_string(budget_fairness::kAgeGroups[i]);
    return listing.members.empty() ? std::to_string(i + 1) : std::string{listing.members[i]};
}

boost::json::object flows_json(const budget_fairness::Flows& flows) {
    return {{"income", flows.income},
            {"federal_tax", flows.federal_tax},
            {"provincial_tax", flows.provincial_tax},
            {"contributions", flows.contributions},
            {"benefits", flows.benefits},
            {"sales_tax", flows.sales_tax},
            {"disposable", flows.disposable}};
}

boost::json::array members_json(const budget_fairness::Result& result, const Listing& listing) {
    boost::json::array members;
    const auto& groups = result.by(listing.grouping);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const GroupResult& group = groups[i];
        members.push_back({{"name", member_name(listing, i)},
                           {"persons", group.persons},
                           {"families", group.families},
                           {"winners", group.winners},
                           {"losers", group.losers},
                           {"change_per_family", group.change_per_family()},
                           {"change_percent", group.change_percent()},
                           {"baseline", flows_json(group.baseline)},
                           {"reform", flows_json(group.reform)}});
    }
    return members;
}

boost::json::object distribution_json(const budget_fairness::Distribution& found) {
    const auto& taxes = found.taxes;
    return {{"gini_before", taxes.gini_before},
            {"gini_after", taxes.gini_after},
            {"average_rate", taxes.average_rate},
            {"kakwani", taxes.kakwani},
            {"suits", taxes.suits},
            {"redistributive_effect", taxes.redistributive_effect},
            {"reynolds_smolensky", taxes.reynolds_smolensky},
            {"reranking", taxes.reranking},
            {"median", found.median},
            {"low_income_line", found.low_income_line},
            {"poverty", found.poverty.headcount},
            {"poverty_gap", found.poverty.gap},
            {"poverty_at_baseline_line", found.poverty_at_baseline_line.headcount}};
}

constexpr std::array<std::string_view, budget_fairness::kCommonFamilies> kCommonNames{"single", "single_parent",
                                                                                      "couple_with_children"};

boost::json::array costly_raises_json(const IncomeEffects& effects) {
    boost::json::array raises;
    for (const auto& [family, loss] : effects.costly_raises)
        raises.push_back({{"family", kCommonNames[static_cast<std::size_t>(family)]},
                          {"from", loss.from},
                          {"until", loss.until},
                          {"highest_rate", loss.highest}});
    return raises;
}

}  // namespace

boost::json::value incomes_json(const TestAnswer& answer) {
    if (!answer.incomes.effects) return nullptr;
    const auto& effects = *answer.incomes.effects;
    const auto& result = *effects.result;
    boost::json::object groups;
    for (const Listing& listing :
         {Listing{"everyone", Grouping::everyone, kEveryoneName}, Listing{"decile", Grouping::decile},
          Listing{"vigintile", Grouping::vigintile}, Listing{"top_percent", Grouping::top_percent, kTopNames},
          Listing{"family_type", Grouping::family_type, kFamilyNames}, Listing{"age", Grouping::age},
          Listing{"sex", Grouping::sex}})
        groups[listing.name] = members_json(result, listing);
    boost::json::array not_compared;
    for (const auto& name : effects.not_compared) not_compared.emplace_back(name);
    return boost::json::object{
        {"year", effects.year},
        {"since", effects.since == 0 ? boost::json::value(nullptr) : boost::json::value(effects.since)},
        {"not_compared", std::move(not_compared)},
        {"adults", result.adults},
        {"revenue_gained", result.revenue_gained()},
        {"costly_raises", costly_raises_json(effects)},
        {"groups", std::move(groups)},
        {"inequality", boost::json::object{{"baseline", distribution_json(result.baseline)},
                                           {"reform", distribution_json(result.reform)}}}};
}

}  // namespace fairness_test
