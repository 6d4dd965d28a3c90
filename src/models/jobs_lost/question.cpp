#include "models/jobs_lost/question.h"

#include <algorithm>
#include <cmath>

namespace jobs_lost {
namespace {

constexpr double kMostDollars = 1e12;
constexpr int kMostYears = 10;
constexpr int kYearsAhead = 15;     // of the last known price
constexpr int kYearsOfGrowth = 10;  // by whose mean growth prices are carried on

const std::vector<YearValue>& prices_for(const Economy& economy, Kind kind) {
    return kind == Kind::transfers ? economy.consumer_prices : economy.prices;
}

base::Problems problems_of_years(const Cut& cut) {
    base::Problems problems;
    if (cut.years < 1 || cut.years > kMostYears)
        problems.push_back({"years", base::message("Please choose from 1 to 10 years.")});
    if (cut.phase_in_years < 1 || cut.phase_in_years > kMostYears)
        problems.push_back({"phase_in_years", base::message("The cut can grow over 1 to 10 years.")});
    return problems;
}

base::Problems problems_of_year(const Cut& cut, const Economy& economy, Kind kind) {
    const auto& prices = prices_for(economy, kind);
    if (!cut.year) return {};
    if (prices.size() == 1 && *cut.year != prices.front().year)
        return {{"year", base::message("For this government, prices are known for the year of its multipliers only.")}};
    if (*cut.year >= prices.front().year && *cut.year <= prices.back().year + (prices.size() == 1 ? 0 : kYearsAhead))
        return {};
    return {{"year", base::message("No prices are known for this year.")}};
}

// All that its governments spend in a year, million dollars.
std::optional<YearValue> all_spending(const Economy& economy) {
    return economy.spending_on("701 702 703 704 705 706 707 708 709 710");
}

struct Amount {
    std::optional<double> dollars;
    std::optional<base::Message> problem;
};

Amount amount_of(const Dollars& dollars, const Economy& economy, const GovernmentFunction&) {
    if (!std::isfinite(dollars.amount)) return {{}, base::message("Please give the amount as a number.")};
    if (dollars.amount <= 0.0) return {{}, base::message("Please give an amount above 0.")};
    if (dollars.amount > kMostDollars) return {{}, base::message("No government in Canada has that much to cut.")};
    const auto all = all_spending(economy);
    if (all && dollars.amount > 2e6 * all->value)
        return {{}, base::message("That is more than twice what these governments spend on everything.")};
    return {dollars.amount, {}};
}

Amount amount_of(const ShareOfSpending& share, const Economy& economy, const GovernmentFunction& function) {
    if (!std::isfinite(share.percent) || share.percent <= 0.0 || share.percent > 100.0)
        return {{}, base::message("Please give a percentage above 0 and up to 100.")};
    const auto spending = economy.spending_on(function.ccofog);
    if (!spending || spending->value <= 0.0)
        return {{}, base::message("What is spent on this is not known apart. Please give an amount.")};
    return {share.percent / 100.0 * spending->value * 1e6, {}};
}

int usual_year(const Cut& cut, const Economy& economy) {
    if (std::holds_alternative<ShareOfSpending>(cut.amount))
        if (const auto spending = economy.spending_on(function_of(cut.function)->ccofog)) return spending->year;
    return economy.prices.back().year;
}

void append(base::Problems& all, base::Problems more) { all.insert(all.end(), more.begin(), more.end()); }

PriceLevel price_level(const std::vector<YearValue>& prices, int year) {
    const YearValue last = prices.back();
    if (year <= last.year) {
        const auto found = std::ranges::lower_bound(prices, year, {}, &YearValue::year);
        return {found->value, std::nullopt};
    }
    const std::size_t back = std::min<std::size_t>(kYearsOfGrowth, prices.size() - 1);
    if (back == 0) return {last.value, std::nullopt};
    const YearValue first = prices[prices.size() - 1 - back];
    const double growth = std::pow(last.value / first.value, 1.0 / (last.year - first.year));
    return {last.value * std::pow(growth, year - last.year), 100.0 * (growth - 1.0)};
}

}  // namespace

base::Result<Question, base::Problems> understood(const Cut& cut, const Economies& economies) {
    base::Problems problems;
    const Economy* economy = economies.find(cut.jurisdiction);
    if (!economy)
        problems.push_back(
            {"jurisdiction",
             base::message("There is no data for this government yet. Official tables can be imported.")});
    const GovernmentFunction* function = function_of(cut.function);
    if (!function) problems.push_back({"function", base::message("Please choose a service from the list.")});
    append(problems, problems_of_years(cut));
    if (!economy || !function) return problems;

    const Kind kind = cut.kind.value_or(function->usual_kind);
    append(problems, problems_of_year(cut, *economy, kind));
    const Amount amount =
        std::visit([&](const auto& given) { return amount_of(given, *economy, *function); }, cut.amount);
    if (amount.problem) problems.push_back({"amount", *amount.problem});
    if (!problems.empty()) return problems;

    Question question{cut, economy, function, kind, cut.year.value_or(usual_year(cut, *economy)), *amount.dollars};
    question.dollars *= price_since_spending(question);
    return question;
}

double price_since_spending(const Question& question) {
    if (!std::holds_alternative<ShareOfSpending>(question.cut.amount)) return 1.0;
    const int spent_in = question.economy->spending_on(question.function->ccofog)->year;
    const auto& prices = prices_for(*question.economy, question.kind);
    return price_level(prices, question.year).index / price_level(prices, spent_in).index;
}

Deflator deflator_of(const Question& question) {
    const auto& prices = prices_for(*question.economy, question.kind);
    const PriceLevel then = price_level(prices, question.year);
    const PriceLevel base = price_level(prices, question.economy->base_year);
    return {then.index / base.index, then, base, prices.back().year};
}

}  // namespace jobs_lost
