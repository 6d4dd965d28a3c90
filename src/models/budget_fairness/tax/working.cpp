#include <algorithm>

#include "models/budget_fairness/tax/assessment.h"

namespace budget_fairness {
namespace {

using base::message;

// Gathers the steps that are something.
class Steps {
public:
    void add(base::Message what, Whose whose, double amount, base::Message reference) {
        if (amount != 0) steps_.push_back({what, whose, amount, reference});
    }
    std::vector<Step> take() { return std::move(steps_); }

private:
    std::vector<Step> steps_{};
};

void add_income(const PersonAssessment& own, Whose whose, Steps& steps) {
    const auto& paid = own.contributions;
    steps.add(message("Old Age Security"), whose, own.old_age_security, message("Old Age Security Act, Part I"));
    steps.add(message("Supplement to Old Age Security, or Allowance"), whose, own.supplement,
              message("Old Age Security Act, Parts II and III"));
    steps.add(message("Total income"), whose, own.total_income, message("T1 return, line 15000"));
    steps.add(message("Pension plan contribution, base and first additional"), whose, paid.pension,
              message("Canada Pension Plan, s. 8, or Act respecting the Québec Pension Plan, s. 50"));
    steps.add(message("Pension plan contribution, second additional"), whose, paid.pension_second,
              message("Canada Pension Plan, s. 8"));
    steps.add(message("Employment insurance premium"), whose, paid.insurance,
              message("Employment Insurance Act, s. 67"));
    steps.add(message("Parental insurance premium"), whose, paid.parental,
              message("Act respecting parental insurance, s. 60"));
    steps.add(message("Deducted of these from income"), whose, paid.deducted(), message("Income Tax Act, s. 60(e.1)"));
    steps.add(message("Old Age Security taken back"), whose, own.old_age_recovery, message("Income Tax Act, s. 180.2"));
    steps.add(message("Net income"), whose, own.net_income, message("T1 return, line 23600"));
    steps.add(message("Taxable income"), whose, own.taxable_income, message("T1 return, line 26000"));
}

void add_federal(const IncomeTax& tax, Whose whose, Steps& steps) {
    steps.add(message("Federal tax before credits"), whose, tax.before_credits, message("Income Tax Act, s. 117(2)"));
    steps.add(message("Amounts of federal credits"), whose, tax.credit_amounts,
              message("Income Tax Act, s. 118 to 118.7"));
    steps.add(message("Federal credits"), whose, -tax.credits, message("Income Tax Act, s. 118(1)"));
    steps.add(message("Quebec abatement"), whose, -tax.abatement, message("Income Tax Act, s. 120(2)"));
    steps.add(message("Federal tax"), whose, tax.tax, message("T1 return, line 42000"));
}

void add_provincial(const IncomeTax& tax, Whose whose, Steps& steps) {
    steps.add(message("Provincial tax before credits"), whose, tax.before_credits, message("form 428 of the province"));
    steps.add(message("Amounts of provincial credits"), whose, tax.credit_amounts, message("form 428 of the province"));
    steps.add(message("Provincial credits"), whose, -tax.credits, message("form 428 of the province"));
    steps.add(message("Surtax"), whose, tax.surtax, message("form 428 and T4127, factor V1"));
    steps.add(message("Reduction for low incomes"), whose, -tax.reduction, message("form 428 and T4127, factor S"));
    steps.add(message("Ontario Health Premium"), whose, tax.premium, message("form ON428 and T4127, factor V2"));
    steps.add(message("Provincial tax"), whose, tax.tax, message("T1 return, line 42800"));
}

void add_person(const PersonAssessment& own, Whose whose, Steps& steps) {
    add_income(own, whose, steps);
    add_federal(own.federal, whose, steps);
    add_provincial(own.provincial, whose, steps);
}

base::Message reference_of(BenefitId benefit) {
    switch (benefit) {
        case BenefitId::canada_child_benefit:
        case BenefitId::child_disability_benefit:
            return message("Income Tax Act, s. 122.61");
        case BenefitId::gst_credit:
            return message("Income Tax Act, s. 122.5");
        case BenefitId::canada_workers_benefit:
            return message("Income Tax Act, s. 122.7");
        case BenefitId::canada_carbon_rebate:
            return message("Income Tax Act, s. 122.8");
        default:
            return message("law of the province");
    }
}

// What the common names of provincial benefits are in one place; the general name elsewhere.
base::Message child_benefit_in(Jurisdiction place) {
    switch (place) {
        case Jurisdiction::alberta:
            return message("Alberta child and family benefit");
        case Jurisdiction::british_columbia:
            return message("BC family benefit");
        case Jurisdiction::manitoba:
            return message("Manitoba Child Benefit");
        case Jurisdiction::new_brunswick:
            return message("New Brunswick child tax benefit");
        case Jurisdiction::nova_scotia:
            return message("Nova Scotia child benefit");
        case Jurisdiction::nunavut:
            return message("Nunavut child benefit");
        case Jurisdiction::ontario:
            return message("Ontario child benefit");
        case Jurisdiction::yukon:
            return message("Yukon child benefit");
        default:
            return message("Child benefit of the province");
    }
}

}  // namespace

base::Message title_of(BenefitId benefit, Jurisdiction jurisdiction) {
    switch (benefit) {
        case BenefitId::canada_child_benefit:
            return message("Canada child benefit");
        case BenefitId::child_disability_benefit:
            return message("Child disability benefit");
        case BenefitId::gst_credit:
            return message("GST/HST credit");
        case BenefitId::canada_workers_benefit:
            return message("Canada workers benefit");
        case BenefitId::canada_carbon_rebate:
            return message("Canada Carbon Rebate");
        case BenefitId::child_benefit:
            return child_benefit_in(jurisdiction);
        case BenefitId::child_benefit_for_workers:
            return message("Child benefit for working families");
        case BenefitId::family_allowance:
            return message("Quebec Family Allowance");
        case BenefitId::sales_tax_credit:
            return message("Sales tax credit of the province");
        case BenefitId::climate_credit:
            return message("Climate credit of the province");
        case BenefitId::low_income_credit:
            return message("Low-income credit of the province");
        case BenefitId::senior_credit:
            return message("Senior assistance credit");
        case BenefitId::solidarity_credit:
            return message("Quebec solidarity credit");
        case BenefitId::work_premium:
            return message("Quebec work premium");
    }
    return message("Child benefit of the province");
}

std::vector<Step> working(const Assessment& assessment, const RuleSet& rules) {
    Steps steps;
    add_person(assessment.head, Whose::head, steps);
    if (assessment.spouse) add_person(*assessment.spouse, Whose::spouse, steps);
    steps.add(message("Net income of the family"), Whose::family, assessment.family_net_income,
              message("Income Tax Act, s. 122.6, adjusted income"));
    for (std::size_t i = 0; i < kBenefits; ++i) {
        const auto benefit = static_cast<BenefitId>(i);
        steps.add(title_of(benefit, rules.jurisdiction), Whose::family, assessment.benefits[i], reference_of(benefit));
    }
    steps.add(message("Disability supplement of the workers benefit"), Whose::family, assessment.disability_supplement,
              message("Income Tax Act, s. 122.7(3)"));
    steps.add(message("Sales tax in spending"), Whose::family, -assessment.sales_tax,
              message("Excise Tax Act, s. 165"));
    steps.add(message("Disposable income"), Whose::family, assessment.disposable_income,
              message("income and benefits less taxes and contributions"));
    return steps.take();
}

}  // namespace budget_fairness
