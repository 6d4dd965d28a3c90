#include <algorithm>
#include <charconv>
#include <optional>
#include <span>

#include "models/budget_fairness/rules/rule_set.h"

namespace budget_fairness {
namespace {

// The words of a name between its points, one after the other; "" when there are no more.
class Words {
public:
    explicit Words(std::string_view name) : rest_(name) {}

    std::string_view next() {
        const auto point = rest_.find('.');
        const auto word = rest_.substr(0, point);
        rest_ = point == std::string_view::npos ? std::string_view{} : rest_.substr(point + 1);
        return word;
    }
    bool is_at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

template <class Rules>
struct Member {
    std::string_view name;
    double Rules::* member;
};

constexpr Member<Tapered> kTapered[] = {
    {"most", &Tapered::most}, {"least", &Tapered::least}, {"from", &Tapered::from}, {"rate", &Tapered::rate}};

constexpr Member<CreditRules> kCredits[] = {{"rate", &CreditRules::rate},
                                            {"spouse_follows_basic", &CreditRules::spouse_follows_basic},
                                            {"employment", &CreditRules::employment},
                                            {"pension", &CreditRules::pension},
                                            {"senior", &CreditRules::senior},
                                            {"transfers", &CreditRules::transfers},
                                            {"contribution_share", &CreditRules::contribution_share}};

constexpr Member<ReductionRules> kReduction[] = {{"head", &ReductionRules::head},
                                                 {"spouse", &ReductionRules::spouse},
                                                 {"child", &ReductionRules::child},
                                                 {"from", &ReductionRules::from},
                                                 {"rate", &ReductionRules::rate},
                                                 {"counts_family", &ReductionRules::counts_family},
                                                 {"doubled", &ReductionRules::doubled},
                                                 {"doubled_child", &ReductionRules::doubled_child},
                                                 {"work_most", &ReductionRules::work_most},
                                                 {"work_rate", &ReductionRules::work_rate},
                                                 {"work_taper", &ReductionRules::work_taper},
                                                 {"work_from", &ReductionRules::work_from},
                                                 {"work_from_family", &ReductionRules::work_from_family}};

constexpr Member<IncomeTaxRules> kIncomeTax[] = {{"supplement_from", &IncomeTaxRules::supplement_from},
                                                 {"supplement_share", &IncomeTaxRules::supplement_share},
                                                 {"earnings_deduction_rate", &IncomeTaxRules::earnings_deduction_rate},
                                                 {"earnings_deduction_most", &IncomeTaxRules::earnings_deduction_most},
                                                 {"senior_relief", &IncomeTaxRules::senior_relief},
                                                 {"senior_relief_until", &IncomeTaxRules::senior_relief_until}};

constexpr Member<ContributionRules> kContributions[] = {
    {"pension_exemption", &ContributionRules::pension_exemption},
    {"pension_ceiling", &ContributionRules::pension_ceiling},
    {"pension_rate", &ContributionRules::pension_rate},
    {"pension_base_rate", &ContributionRules::pension_base_rate},
    {"pension_most", &ContributionRules::pension_most},
    {"pension_second_ceiling", &ContributionRules::pension_second_ceiling},
    {"pension_second_rate", &ContributionRules::pension_second_rate},
    {"pension_second_most", &ContributionRules::pension_second_most},
    {"insurance_ceiling", &ContributionRules::insurance_ceiling},
    {"insurance_rate", &ContributionRules::insurance_rate},
    {"insurance_most", &ContributionRules::insurance_most},
    {"parental_ceiling", &ContributionRules::parental_ceiling},
    {"parental_rate", &ContributionRules::parental_rate},
    {"parental_most", &ContributionRules::parental_most}};

constexpr Member<OldAgeRules> kOldAge[] = {{"from_age", &OldAgeRules::from_age},
                                           {"full", &OldAgeRules::full},
                                           {"later_age", &OldAgeRules::later_age},
                                           {"later_share", &OldAgeRules::later_share},
                                           {"least_residence", &OldAgeRules::least_residence},
                                           {"full_residence", &OldAgeRules::full_residence},
                                           {"recovery_from", &OldAgeRules::recovery_from},
                                           {"recovery_rate", &OldAgeRules::recovery_rate},
                                           {"supplement_single", &OldAgeRules::supplement_single},
                                           {"supplement_couple", &OldAgeRules::supplement_couple},
                                           {"top_up_single", &OldAgeRules::top_up_single},
                                           {"top_up_couple", &OldAgeRules::top_up_couple},
                                           {"supplement_rate", &OldAgeRules::supplement_rate},
                                           {"top_up_rate", &OldAgeRules::top_up_rate},
                                           {"top_up_from", &OldAgeRules::top_up_from},
                                           {"earnings_free", &OldAgeRules::earnings_free},
                                           {"earnings_halved", &OldAgeRules::earnings_halved},
                                           {"allowance_from_age", &OldAgeRules::allowance_from_age}};

constexpr Member<Shrink> kShrink[] = {{"from_single", &Shrink::from_single},
                                      {"from_single_parent", &Shrink::from_single_parent},
                                      {"from_couple", &Shrink::from_couple}};

constexpr Member<BenefitRules> kBenefit[] = {{"head", &BenefitRules::head},
                                             {"spouse", &BenefitRules::spouse},
                                             {"family", &BenefitRules::family},
                                             {"single_parent", &BenefitRules::single_parent},
                                             {"couple_parents", &BenefitRules::couple_parents},
                                             {"single_boost", &BenefitRules::single_boost},
                                             {"boost_from", &BenefitRules::boost_from},
                                             {"boost_rate", &BenefitRules::boost_rate},
                                             {"elder", &BenefitRules::elder},
                                             {"elder_from", &BenefitRules::elder_from},
                                             {"young_child", &BenefitRules::young_child},
                                             {"young_until", &BenefitRules::young_until},
                                             {"child_until", &BenefitRules::child_until},
                                             {"most_children", &BenefitRules::most_children},
                                             {"least_age", &BenefitRules::least_age},
                                             {"children_only", &BenefitRules::children_only},
                                             {"disabled_only", &BenefitRules::disabled_only},
                                             {"work_from", &BenefitRules::work_from},
                                             {"work_rate", &BenefitRules::work_rate},
                                             {"work_from_spouse", &BenefitRules::work_from_spouse},
                                             {"work_rate_single_parent", &BenefitRules::work_rate_single_parent},
                                             {"work_rate_couple_parents", &BenefitRules::work_rate_couple_parents},
                                             {"second_earner", &BenefitRules::second_earner},
                                             {"kept_single_parent", &BenefitRules::kept_single_parent},
                                             {"boost_families", &BenefitRules::boost_families},
                                             {"part_above", &BenefitRules::part_above},
                                             {"part_share", &BenefitRules::part_share},
                                             {"part_spares_first", &BenefitRules::part_spares_first},
                                             {"gone_above", &BenefitRules::gone_above}};

constexpr Member<DisabilitySupplementRules> kDisability[] = {{"most", &DisabilitySupplementRules::most},
                                                             {"work_from", &DisabilitySupplementRules::work_from},
                                                             {"work_rate", &DisabilitySupplementRules::work_rate},
                                                             {"from_single", &DisabilitySupplementRules::from_single},
                                                             {"from_family", &DisabilitySupplementRules::from_family},
                                                             {"rate", &DisabilitySupplementRules::rate},
                                                             {"rate_two", &DisabilitySupplementRules::rate_two}};

constexpr Member<SalesTaxRules> kSalesTax[] = {{"federal_rate", &SalesTaxRules::federal_rate},
                                               {"provincial_rate", &SalesTaxRules::provincial_rate}};

template <class Rules, std::size_t size>
double* find_member(Rules& rules, const Member<Rules> (&members)[size], std::string_view name) {
    const auto found = std::ranges::find(members, name, &Member<Rules>::name);
    return found == std::end(members) ? nullptr : &(rules.*found->member);
}

double* find_element(std::span<double> elements, std::string_view position) {
    std::size_t i = 0;
    const auto end = position.data() + position.size();
    const auto read = std::from_chars(position.data(), end, i);
    const bool is_whole = read.ec == std::errc{} && read.ptr == end;
    return is_whole && i < elements.size() ? &elements[i] : nullptr;
}

// "1.rate", "1.above"
double* find_in(Schedule& schedule, Words& words) {
    const auto position = words.next();
    const auto column = words.next();
    if (column == "above") return find_element(schedule.above, position);
    return column == "rate" ? find_element(schedule.rate, position) : nullptr;
}

// "pension", "basic.most"
double* find_in(CreditRules& credits, Words& words) {
    const auto word = words.next();
    if (words.is_at_end()) return find_member(credits, kCredits, word);
    if (word == "basic") return find_member(credits.basic, kTapered, words.next());
    if (word == "age") return find_member(credits.age, kTapered, words.next());
    return word == "spouse" ? find_member(credits.spouse, kTapered, words.next()) : nullptr;
}

double* find_in(IncomeTaxRules& tax, std::string_view word, Words& words) {
    if (word == "brackets") return find_in(tax.brackets, words);
    if (word == "surtax") return find_in(tax.surtax, words);
    if (word == "premium") return find_in(tax.premium, words);
    if (word == "credits") return find_in(tax.credits, words);
    if (word == "reduction") return find_member(tax.reduction, kReduction, words.next());
    return find_member(tax, kIncomeTax, word);
}

// "from_couple", "rate.2"
double* find_in(Shrink& shrink, Words& words) {
    const auto word = words.next();
    return word == "rate" ? find_element(shrink.rate, words.next()) : find_member(shrink, kShrink, word);
}

double* find_in(BenefitRules& benefit, Words& words) {
    const auto word = words.next();
    if (word == "child") return find_element(benefit.child, words.next());
    if (word == "kept") return find_element(benefit.kept, words.next());
    if (word == "first") return find_in(benefit.first, words);
    if (word == "second") return find_in(benefit.second, words);
    return find_member(benefit, kBenefit, word);
}

// What is there once for both governments: contributions, benefits, Old Age Security, sales tax, the abatement.
double* find_shared(RuleSet& rules, std::string_view word, Words& words) {
    if (word == "abatement") return &rules.abatement;
    if (word == "contributions") return find_member(rules.contributions, kContributions, words.next());
    if (word == "old_age") return find_member(rules.old_age, kOldAge, words.next());
    if (word == "sales_tax") return find_member(rules.sales_tax, kSalesTax, words.next());
    if (word == "workers_disability") return find_member(rules.disability, kDisability, words.next());
    const auto benefit = std::ranges::find(kBenefitNames, word);
    if (benefit == kBenefitNames.end()) return nullptr;
    return find_in(rules.benefits[static_cast<std::size_t>(benefit - kBenefitNames.begin())], words);
}

}  // namespace

double* find_parameter(RuleSet& rules, std::string_view name) {
    Words words{name};
    const auto government = find_jurisdiction(words.next());
    if (!government || (*government != Jurisdiction::canada && *government != rules.jurisdiction)) return nullptr;
    const auto word = words.next();
    auto& tax = *government == Jurisdiction::canada ? rules.federal : rules.provincial;
    auto* found = find_in(tax, word, words);
    if (found == nullptr) found = find_shared(rules, word, words);
    return words.is_at_end() ? found : nullptr;
}

}  // namespace budget_fairness
