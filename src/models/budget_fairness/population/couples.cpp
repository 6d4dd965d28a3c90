#include "models/budget_fairness/population/couples.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace budget_fairness {
namespace {

// By age band: 18, 25, 35, 45, 55, 65, 75.
using ByAge = std::array<double, 7>;

std::size_t band_of(int age) { return age < 25 ? 0 : static_cast<std::size_t>(std::min(6, (age - 15) / 10)); }

// Share of filers who live in a couple. Sums to the couples of the census of 2011 with the ages of 2012.
constexpr ByAge kInCouple{0.10, 0.53, 0.71, 0.71, 0.74, 0.72, 0.50};
// Share of couples with a child below 18, by the age of the younger of the two, and of people on their own who raise
// one.
constexpr ByAge kCoupleWithChildren{0.32, 0.55, 0.78, 0.42, 0.04, 0, 0};
constexpr ByAge kMotherAlone{0.05, 0.26, 0.50, 0.27, 0.03, 0, 0};
constexpr ByAge kFatherAlone{0.002, 0.03, 0.10, 0.09, 0.02, 0, 0};
// One, two, ... six children, of those who have any.
constexpr std::array<double, kMostChildren> kCoupleChildren{0.40, 0.42, 0.13, 0.035, 0.01, 0.005};
constexpr std::array<double, kMostChildren> kAloneChildren{0.58, 0.31, 0.08, 0.02, 0.007, 0.003};
constexpr double kSameSex = 0.007;  // share of couples (census of 2011: 64,575 of 7.9 million)
// Of men and women of like age those are paired whose incomes stand at like places, give or take.
constexpr std::size_t kNeighbours = 64;
constexpr double kIncomeNoise = 1.3;  // in standard deviations: a correlation of about 0.4 between the places

double income_of(const Household::Adult& adult) {
    return static_cast<double>(adult[Amount::employment]) + adult[Amount::pension] + adult[Amount::other];
}

template <class Row, class Key>
void sort_by(Row row, Key key) {
    std::vector<std::pair<double, Candidate>> keyed;
    keyed.reserve(row.size());
    for (auto& each : row) keyed.emplace_back(key(each), each);
    std::ranges::sort(keyed, {}, [](const auto& each) { return each.first; });
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = keyed[i].second;
}

// By age, and within neighbours of like age by income, both with some chance.
void line_up(std::vector<Candidate>& row, double older, Random& random) {
    sort_by(std::span{row}, [&](const Candidate& each) { return each.adult.age - older + 2.5 * random.normal(); });
    for (std::size_t begin = 0; begin < row.size(); begin += kNeighbours) {
        const std::span near{row.data() + begin, std::min(kNeighbours, row.size() - begin)};
        double sum = 0, squares = 0;
        for (const auto& each : near) {
            const double log = std::log(1000 + income_of(each.adult));
            sum += log;
            squares += log * log;
        }
        const auto count = static_cast<double>(near.size());
        const double noise = kIncomeNoise * std::sqrt(std::max(0.0, squares / count - sum * sum / count / count));
        sort_by(near, [&](const Candidate& each) {
            return std::log(1000 + income_of(each.adult)) + noise * random.normal();
        });
    }
}

std::uint8_t draw_count(const std::array<double, kMostChildren>& shares, Random& random) {
    double at = random.uniform();
    for (std::size_t i = 0; i < kMostChildren; ++i)
        if ((at -= shares[i]) < 0) return static_cast<std::uint8_t>(i + 1);
    return 1;
}

// Children below 18 of a parent of that age, oldest first.
void add_children(Household& household, int parent_age, std::uint8_t count, Random& random) {
    const int oldest = std::clamp(parent_age - 20, 0, 17);
    const int youngest = std::clamp(parent_age - 43, 0, oldest);
    for (std::size_t i = 0; i < count; ++i)
        household.child_ages[i] =
            static_cast<std::uint8_t>(youngest + random.below(static_cast<std::size_t>(oldest - youngest + 1)));
    household.children = count;
    std::sort(household.child_ages.begin(), household.child_ages.begin() + count, std::greater{});
}

Formed couple_of(const Candidate& first, const Candidate& second, Random& random) {
    const bool is_first_richer = income_of(first.adult) >= income_of(second.adult);
    const auto& head = is_first_richer ? first : second;
    const auto& spouse = is_first_richer ? second : first;
    Formed formed{.head_class = head.income_class, .spouse_class = spouse.income_class};
    formed.household.head = head.adult;
    formed.household.spouse = spouse.adult;
    formed.household.has_spouse = true;
    const int younger = std::min(head.adult.age, spouse.adult.age);
    if (random.uniform() < kCoupleWithChildren[band_of(younger)])
        add_children(formed.household, younger, draw_count(kCoupleChildren, random), random);
    return formed;
}

Formed alone(const Candidate& candidate, Random& random) {
    Formed formed{.head_class = candidate.income_class};
    formed.household.head = candidate.adult;
    const auto band = band_of(candidate.adult.age);
    const double chance = candidate.adult.sex == Sex::female ? kMotherAlone[band] : kFatherAlone[band];
    if (random.uniform() < chance)
        add_children(formed.household, candidate.adult.age, draw_count(kAloneChildren, random), random);
    return formed;
}

// Takes neighbours of one row as couples, as often as the share says.
void pair_within(std::vector<Candidate>& row, double share, std::vector<Formed>& formed, Random& random) {
    std::vector<Candidate> left;
    left.reserve(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i + 1 < row.size() && random.uniform() < share) {
            formed.push_back(couple_of(row[i], row[i + 1], random));
            ++i;
        } else {
            left.push_back(row[i]);
        }
    }
    row = std::move(left);
}

}  // namespace

std::vector<Formed> form_families(std::vector<Candidate> candidates, Random& random) {
    std::vector<Formed> formed;
    formed.reserve(candidates.size());
    std::vector<Candidate> women, men;
    for (const auto& each : candidates) {
        if (random.uniform() >= kInCouple[band_of(each.adult.age)])
            formed.push_back(alone(each, random));
        else
            (each.adult.sex == Sex::female ? women : men).push_back(each);
    }
    line_up(women, 0, random);
    line_up(men, 2, random);
    for (auto* row : {&women, &men}) pair_within(*row, kSameSex / 2, formed, random);
    const auto couples = std::min(women.size(), men.size());
    for (std::size_t i = 0; i < couples; ++i) formed.push_back(couple_of(women[i], men[i], random));
    for (std::size_t i = couples; i < women.size(); ++i) formed.push_back(alone(women[i], random));
    for (std::size_t i = couples; i < men.size(); ++i) formed.push_back(alone(men[i], random));
    return formed;
}

}  // namespace budget_fairness
