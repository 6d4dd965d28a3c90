#include <algorithm>

#include "base/check.h"
#include "models/budget_fairness/tax/payroll.h"
#include "models/statistics/pack.h"

namespace budget_fairness {
namespace {

using statistics::CsvTable;

const CsvTable& brackets() {
    static const CsvTable table = statistics::table_of(statistics::shipped_pack("tax/payroll_brackets"));
    return table;
}

const CsvTable& parameters() {
    static const CsvTable table = statistics::table_of(statistics::shipped_pack("tax/payroll_parameters"));
    return table;
}

std::vector<RateStep> steps_of(std::string_view edition, Jurisdiction government) {
    std::vector<RateStep> steps;
    for (const auto& row : brackets().rows())
        if (row["edition"] == edition && row["jurisdiction"] == code(government))
            steps.push_back({*row.number("above"), *row.number("rate"), *row.number("constant")});
    return steps;
}

struct Parameter {
    std::string_view name;
    double PayrollRules::* member;
};

constexpr Parameter kParameters[] = {{"employment_amount", &PayrollRules::employment_amount},
                                     {"abatement", &PayrollRules::abatement},
                                     {"pension_exemption", &PayrollRules::pension_exemption},
                                     {"pension_ceiling", &PayrollRules::pension_ceiling},
                                     {"pension_rate", &PayrollRules::pension_rate},
                                     {"pension_base_rate", &PayrollRules::pension_base_rate},
                                     {"pension_most", &PayrollRules::pension_most},
                                     {"pension_base_most", &PayrollRules::pension_base_most},
                                     {"pension_second_rate", &PayrollRules::pension_second_rate},
                                     {"pension_second_most", &PayrollRules::pension_second_most},
                                     {"insurance_rate", &PayrollRules::insurance_rate},
                                     {"insurance_most", &PayrollRules::insurance_most},
                                     {"parental_rate", &PayrollRules::parental_rate},
                                     {"parental_most", &PayrollRules::parental_most},
                                     {"surtax_first", &PayrollRules::surtax_first},
                                     {"surtax_first_rate", &PayrollRules::surtax_first_rate},
                                     {"surtax_second", &PayrollRules::surtax_second},
                                     {"surtax_second_rate", &PayrollRules::surtax_second_rate},
                                     {"reduction", &PayrollRules::reduction},
                                     {"reduction_from", &PayrollRules::reduction_from},
                                     {"reduction_rate", &PayrollRules::reduction_rate},
                                     {"supplement_from", &PayrollRules::supplement_from},
                                     {"supplement_share", &PayrollRules::supplement_share}};

struct BasicParameter {
    std::string_view name;
    double BasicAmount::* member;
};

constexpr BasicParameter kBasicParameters[] = {{"basic_most", &BasicAmount::most},
                                               {"basic_least", &BasicAmount::least},
                                               {"basic_from", &BasicAmount::from},
                                               {"basic_to", &BasicAmount::to}};

// What one government's rows say; a province's rows may replace federal ones (Quebec's contributions).
void take_parameters(std::string_view edition, Jurisdiction government, PayrollRules& rules) {
    auto& basic = government == Jurisdiction::canada ? rules.federal_basic : rules.provincial_basic;
    for (const auto& row : parameters().rows()) {
        if (row["edition"] != edition || row["jurisdiction"] != code(government)) continue;
        const auto found = std::ranges::find(kParameters, row["parameter"], &Parameter::name);
        if (found != std::end(kParameters)) rules.*found->member = *row.number("value");
        const auto of_basic = std::ranges::find(kBasicParameters, row["parameter"], &BasicParameter::name);
        if (of_basic != std::end(kBasicParameters)) basic.*of_basic->member = *row.number("value");
    }
}

}  // namespace

std::vector<std::string> payroll_editions() {
    std::vector<std::string> editions;
    for (const auto& row : brackets().rows())
        if (std::ranges::find(editions, row["edition"]) == editions.end()) editions.emplace_back(row["edition"]);
    return editions;
}

std::optional<PayrollRules> payroll_rules(std::string_view edition, Jurisdiction province) {
    CHECK(province != Jurisdiction::canada);
    PayrollRules rules;
    rules.province = province;
    rules.federal = steps_of(edition, Jurisdiction::canada);
    if (rules.federal.empty()) return std::nullopt;
    rules.provincial = steps_of(edition, province);
    take_parameters(edition, Jurisdiction::canada, rules);
    take_parameters(edition, province, rules);
    return rules;
}

}  // namespace budget_fairness
