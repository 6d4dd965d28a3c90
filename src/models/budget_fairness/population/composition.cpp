// Where the income of a class of filers comes from: who has which source, and how much.
#include <algorithm>
#include <cmath>

#include "models/budget_fairness/population/filers.h"

namespace budget_fairness {
namespace {

constexpr float kWanted = 1;  // marks a source that the filer has, before its amount is known

// How likely, against others of the class, a filer is to have a source.
using Affinity = double (*)(const Filer&);

bool has(const Filer& filer, Part part) { return filer[part] > 0; }

double of_oas(const Filer& f) { return f.age >= 65 ? 1 : 0; }
double of_cpp(const Filer& f) { return f.age >= 65 ? 1 : f.age >= 60 ? 0.5 : f.age >= 50 ? 0.08 : 0.015; }
double of_pension(const Filer& f) { return f.age >= 65 ? 1 : f.age >= 60 ? 0.6 : f.age >= 55 ? 0.35 : 0.02; }
double of_social(const Filer& f) { return f.age >= 65 ? 0.02 : 1; }
double of_supplements(const Filer& f) { return has(f, Part::oas) ? 1 : 0.01; }
double of_employment(const Filer& f) {
    if (f.age >= 72) return 0.05;
    if (f.age >= 65) return 0.25;
    return has(f, Part::social) ? 0.15 : has(f, Part::pension) ? 0.3 : 1;
}
double of_insurance(const Filer& f) {
    return f.age >= 65 ? 0.03 : has(f, Part::social) ? 0.2 : has(f, Part::employment) ? 1 : 0.5;
}
double of_business(const Filer& f) {
    return f.age < 25 ? 0.2 : has(f, Part::social) ? 0.1 : has(f, Part::employment) ? 0.7 : 1.5;
}
double of_wealth(const Filer& f) { return has(f, Part::social) ? 0.05 : 0.3 + f.age / 50.0; }
double of_more_wealth(const Filer& f) { return of_wealth(f) * (has(f, Part::interest) ? 3 : 1); }
double of_gains(const Filer& f) { return of_wealth(f) * (has(f, Part::dividends) ? 6 : 1); }
double of_registered_pension(const Filer& f) { return has(f, Part::employment) && f.age < 70 ? 1 : 0; }
double of_registered_savings(const Filer& f) {
    return f.age < 72 && has(f, Part::employment) ? 1 : f.age < 72 ? 0.2 : 0;
}
double of_anything(const Filer&) { return 1; }
double of_medical(const Filer& f) { return f.age >= 65 ? 3 : f.age >= 45 ? 1.2 : 0.8; }
double of_donations(const Filer& f) { return 0.4 + f.age / 60.0; }
double of_other_amounts(const Filer& f) { return f.age < 30 ? 2 : 1; }

// The factor that makes the chances min(1, factor * affinity) add up to `wanted`.
double factor_for(const std::vector<double>& affinities, double wanted) {
    double factor = 0;
    double certain = 0, open = 0;
    for (const double each : affinities) open += each;
    for (int round = 0; round < 20 && open > 0; ++round) {
        factor = std::max(0.0, wanted - certain) / open;
        certain = open = 0;
        for (const double each : affinities) (each * factor >= 1 ? certain : open) += each * factor >= 1 ? 1 : each;
    }
    return factor;
}

// Marks the share of the filers that has the source: systematic sampling with unequal chances.
void choose(std::span<Filer> filers, Part part, double share, Affinity affinity, Random& random) {
    std::vector<double> affinities;
    affinities.reserve(filers.size());
    for (const auto& filer : filers) affinities.push_back(affinity(filer));
    const double factor = factor_for(affinities, share * static_cast<double>(filers.size()));
    double reached = random.uniform();
    for (std::size_t i = 0; i < filers.size(); ++i) {
        reached += std::min(1.0, factor * affinities[i]);
        if (reached < 1) continue;
        reached -= 1;
        filers[i][part] = kWanted;
    }
}

struct Source {
    Part part;
    Item item;
    Affinity affinity;
    double spread;  // of the logarithm, before the class's sum is met
};

constexpr std::array kFixed{Source{Part::oas, Item::oas, of_oas, 0.1}, Source{Part::cpp, Item::cpp_qpp, of_cpp, 0.4},
                            Source{Part::social, Item::social_assistance, of_social, 0.3},
                            Source{Part::supplements, Item::net_federal_supplements, of_supplements, 0.4}};

constexpr std::array kFlexible{Source{Part::pension, Item::other_pension, of_pension, 0.7},
                               Source{Part::employment, Item::employment_income, of_employment, 0.2},
                               Source{Part::insurance, Item::ei_benefits, of_insurance, 0.6},
                               Source{Part::interest, Item::interest, of_wealth, 1.2},
                               Source{Part::dividends, Item::taxable_dividends, of_more_wealth, 1.3},
                               Source{Part::gains, Item::taxable_capital_gains, of_gains, 1.3}};

// Most that a public pension paid in 2012.
constexpr float kMostOas = 6'511;
constexpr float kMostCpp = 11'840;

void set_amounts(std::span<Filer> filers, const Source& source, const IncomeClass& published, Random& random) {
    const auto& total = published[source.item];
    const double mean = total.count > 0 ? std::max(0.0, total.dollars / total.count) : 0;
    for (auto& filer : filers)
        if (has(filer, source.part)) filer[source.part] = static_cast<float>(mean * random.spread(source.spread));
}

// Public pensions and assistance come in amounts of their own; together never more than the income.
void set_fixed(std::span<Filer> filers, const IncomeClass& published, Random& random) {
    for (const auto& source : kFixed) {
        choose(filers, source.part, published.share(source.item), source.affinity, random);
        set_amounts(filers, source, published, random);
    }
    for (auto& filer : filers) {
        filer[Part::oas] = std::min(filer[Part::oas], kMostOas);
        filer[Part::cpp] = std::min(filer[Part::cpp], kMostCpp);
        const float sum = filer[Part::oas] + filer[Part::cpp] + filer[Part::social] + filer[Part::supplements];
        if (sum <= filer.total) continue;
        for (const auto& source : kFixed) filer[source.part] *= filer.total / sum;
    }
}

double fixed_sum(const Filer& filer) {
    return static_cast<double>(filer[Part::oas]) + filer[Part::cpp] + filer[Part::social] + filer[Part::supplements];
}

double flexible_sum(const Filer& filer) {
    double sum = 0;
    for (auto part = static_cast<std::size_t>(Part::employment); part < kIncomeParts; ++part) sum += filer.parts[part];
    return sum;
}

// The sums that a class must reach, by part, for as many filers as there are.
std::array<double, kIncomeParts> wanted_sums(std::span<const Filer> filers, const IncomeClass& published) {
    std::array<double, kIncomeParts> wanted{};
    const auto count = static_cast<double>(filers.size());
    double left = 0;
    for (const auto& filer : filers) left += std::max(0.0, filer.total - fixed_sum(filer));
    const auto set = [&](Part part, double mean) {
        left -= wanted[static_cast<std::size_t>(part)] = std::max(0.0, mean) * count;
    };
    for (const auto& source : kFlexible) set(source.part, published.mean(source.item));
    set(Part::business, published.mean(Item::net_business_income) + published.mean(Item::net_professional_income));
    wanted[static_cast<std::size_t>(Part::other)] = std::max(0.0, left);
    return wanted;
}

// One round of iterative proportional fitting: each source to the class's sum, then each filer to the own income.
void fit_once(std::span<Filer> filers, const std::array<double, kIncomeParts>& wanted) {
    std::array<double, kIncomeParts> factor{};
    for (const auto& filer : filers)
        for (std::size_t part = 0; part < kIncomeParts; ++part) factor[part] += filer.parts[part];
    constexpr auto kFirst = static_cast<std::size_t>(Part::employment);
    for (std::size_t part = kFirst; part < kIncomeParts; ++part)
        factor[part] = factor[part] > 0 ? wanted[part] / factor[part] : 0;
    for (auto& filer : filers) {
        for (std::size_t part = kFirst; part < kIncomeParts; ++part)
            filer.parts[part] *= static_cast<float>(factor[part]);
        const double sum = flexible_sum(filer), room = std::max(0.0, filer.total - fixed_sum(filer));
        const double scale = sum > 0 ? room / sum : 0;
        for (std::size_t part = kFirst; part < kIncomeParts; ++part) filer.parts[part] *= static_cast<float>(scale);
    }
}

void set_flexible(std::span<Filer> filers, const IncomeClass& published, Random& random) {
    for (const auto& source : kFlexible)
        choose(filers, source.part, published.share(source.item), source.affinity, random);
    const double business = published.share(Item::net_business_income) + published.share(Item::net_professional_income);
    choose(filers, Part::business, std::min(1.0, business), of_business, random);
    choose(filers, Part::other, 0.15, of_anything, random);
    for (const auto& source : kFlexible) set_amounts(filers, source, published, random);
    for (auto& filer : filers) {
        if (has(filer, Part::employment)) filer[Part::employment] = filer.total;
        if (has(filer, Part::business))
            filer[Part::business] = 0.6F * filer.total * static_cast<float>(random.spread(0.8));
        if (has(filer, Part::other)) filer[Part::other] = 0.2F * filer.total * static_cast<float>(random.spread(0.8));
        if (flexible_sum(filer) <= 0) filer[filer.age >= 60 ? Part::pension : Part::other] = filer.total;
    }
    const auto wanted = wanted_sums(filers, published);
    for (int round = 0; round < 25; ++round) fit_once(filers, wanted);
}

// An amount for the share of the class that has it, in the mean the published one.
void claim(std::span<Filer> filers, const Source& source, const ItemTotal& total, double share, Random& random) {
    choose(filers, source.part, share, source.affinity, random);
    const double mean = total.count > 0 ? total.dollars / total.count : 0;
    for (auto& filer : filers)
        if (has(filer, source.part)) filer[source.part] = static_cast<float>(mean * random.spread(source.spread));
}

double mean_of(std::span<const Filer> filers, Part part) {
    double sum = 0;
    for (const auto& filer : filers) sum += filer[part];
    return filers.empty() ? 0 : sum / static_cast<double>(filers.size());
}

// Deductions between net and taxable income are mostly the capital gains deduction of those who sold a farm, a fishing
// boat or a small business, and losses of other years, which gains alone bear: in the tables of the provinces they are
// six to seven tenths of the gains of the highest class. So many of the filers with gains deduct them whole.
constexpr double kMostExempt = 0.8;

void exempt_gains(std::span<Filer> filers, double share, Random& random) {
    for (auto& filer : filers)
        if (has(filer, Part::gains) && random.uniform() < share) filer[Part::other_deductions] += filer[Part::gains];
}

// What is between the published sums of income and taxable income besides the two savings plans and exempt transfers:
// union dues, child care, carrying charges, stock options, workers' compensation, exempt gains.
void claim_other_deductions(std::span<Filer> filers, const IncomeClass& published, Random& random) {
    const double between =
        published.mean(Item::total_deductions) - published.mean(Item::rpp) - published.mean(Item::rrsp_deduction);
    const double beyond = published.mean(Item::net_income) - published.mean(Item::taxable_income) -
                          published.mean(Item::social_assistance) - published.mean(Item::net_federal_supplements);
    constexpr double kShare = 0.35;
    const double gains = mean_of(filers, Part::gains);
    const double exempt = std::min(kMostExempt * gains, std::max(0.0, beyond));
    const double mean = std::max(0.0, between) + std::max(0.0, beyond) - exempt;
    claim(filers, {Part::other_deductions, Item::total_deductions, of_anything, 1.0}, {1, mean / kShare}, kShare,
          random);
    if (gains > 0) exempt_gains(filers, exempt / gains, random);
}

// Amounts for credits that the tables do not tell apart: the published sum less those that they do, and less what the
// pension amount may have been. A third of it was for children and their activities, which ended by 2017.
void claim_other_amounts(std::span<Filer> filers, const IncomeClass& published, Random& random) {
    constexpr double kRate = 0.15, kStillThere = 0.65, kShare = 0.4, kPensionAmount = 2'000, kOldAmongPensioners = 0.85;
    double known = kOldAmongPensioners *
                   std::min(published.mean(Item::other_pension), kPensionAmount * published.share(Item::other_pension));
    for (const auto item : {Item::basic_personal_amount, Item::age_amount, Item::spouse_amount,
                            Item::eligible_dependant_amount, Item::cpp_contributions_employment, Item::ei_premiums,
                            Item::canada_employment_amount, Item::disability_amount, Item::medical_expenses})
        known += published.mean(item);
    const double mean =
        kStillThere * std::max(0.0, published.mean(Item::total_personal_credit_amounts) / kRate - known);
    claim(filers, {Part::other_amounts, Item::total_personal_credit_amounts, of_other_amounts, 0.7}, {1, mean / kShare},
          kShare, random);
}

void set_claims(std::span<Filer> filers, const IncomeClass& published, Random& random) {
    constexpr std::array kClaims{Source{Part::registered_pension, Item::rpp, of_registered_pension, 0.4},
                                 Source{Part::registered_savings, Item::rrsp_deduction, of_registered_savings, 0.8},
                                 Source{Part::disability, Item::disability_amount, of_anything, 0},
                                 Source{Part::medical, Item::medical_expenses, of_medical, 0.7},
                                 Source{Part::donations, Item::donations, of_donations, 1.2}};
    for (const auto& source : kClaims)
        claim(filers, source, published[source.item], published.share(source.item), random);
    claim_other_deductions(filers, published, random);
    claim_other_amounts(filers, published, random);
}

}  // namespace

void compose(std::span<Filer> filers, const IncomeClass& published, Random& random) {
    set_fixed(filers, published, random);
    set_flexible(filers, published, random);
    set_claims(filers, published, random);
}

}  // namespace budget_fairness
