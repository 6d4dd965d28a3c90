// alltogether tax
#include <algorithm>
#include <cmath>
#include <iostream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/command.h"
#include "app/commands/place_option.h"
#include "app/commands/tax_payroll.h"
#include "models/budget_fairness/rules/law_book.h"
#include "models/budget_fairness/tax/assessment.h"
#include "models/budget_fairness/tax/marginal_rate.h"
#include "models/statistics/csv_table.h"

namespace app {
namespace {

namespace fair = budget_fairness;

struct TaxOptions {
    std::string jurisdiction;
    int year = 0;
    fair::Person head;
    fair::Person spouse;
    std::vector<const CLI::Option*> of_spouse;  // whoever gives one of these has a spouse
    std::vector<int> children;
    int disabled_children = 0;
    double taxable_spending_share = 0;
    bool shows_working = false;
    Report report = Report::text;
};

fair::RuleSet rules_for(const TaxOptions& options) {
    const auto place = place_of(options.jurisdiction);
    if (!place || *place == fair::Jurisdiction::canada)
        throw runtime::ConfigFault{"--jurisdiction: two letters of a province or territory, such as ON"};
    if (options.year == 0) throw runtime::ConfigFault{"--year is needed"};
    auto rules = fair::rules_of_year(fair::shipped_law_book(), *place, options.year);
    if (rules) return *std::move(rules);
    std::string missing;
    for (const auto& gap : rules.error())
        missing += fmt::format("{}{}.{}", missing.empty() ? "" : ", ", fair::code(gap.jurisdiction), gap.what);
    throw std::runtime_error{fmt::format("there are no tax rules of {} for {}: unknown are {}", options.jurisdiction,
                                         options.year, missing)};
}

fair::Family family_of(const TaxOptions& options) {
    if (options.disabled_children > std::ssize(options.children))
        throw runtime::ConfigFault{"--disabled-children: so many of the --children, not more"};
    fair::Family family{.head = options.head,
                        .child_ages = options.children,
                        .disabled_children = options.disabled_children,
                        .taxable_spending_share = options.taxable_spending_share};
    const bool has_spouse =
        std::ranges::any_of(options.of_spouse, [](const CLI::Option* option) { return option->count() > 0; });
    if (has_spouse) family.spouse = options.spouse;
    return family;
}

double cents(double dollars) { return std::round(dollars * 100) / 100 + 0.0; }

std::string dollars(double amount) { return fmt::format("{:.2f}", cents(amount)); }

// As the payroll formulas have it. What the province gives back with the return only stands among the benefits.
double provincial_tax_in_payroll(const fair::Assessment& result) {
    return result.provincial_tax() + result.reduction_with_return();
}

std::string json_of_benefits(const fair::Assessment& result) {
    std::string json = "{";
    for (std::size_t i = 0; i < fair::kBenefits; ++i)
        if (result.benefits[i] > 0)
            json += fmt::format("\"{}\": {}, ", fair::kBenefitNames[i], dollars(result.benefits[i]));
    if (result.old_age_security() > 0)
        json += fmt::format("\"old_age_security\": {}, ", dollars(result.old_age_security()));
    if (result.supplements() > 0) json += fmt::format("\"old_age_supplements\": {}, ", dollars(result.supplements()));
    if (result.disability_supplement > 0)
        json += fmt::format("\"canada_workers_benefit_disability\": {}, ", dollars(result.disability_supplement));
    if (result.reduction_with_return() > 0)
        json += fmt::format("\"low_income_tax_reduction\": {}, ", dollars(result.reduction_with_return()));
    return json + fmt::format("\"total\": {}}}", dollars(result.benefits_total() + result.reduction_with_return()));
}

std::string json_of_gaps(const fair::Assessment& result) {
    std::string json;
    for (const auto& gap : result.gaps)
        json += fmt::format("{}\"{}.{}\"", json.empty() ? "" : ", ", fair::code(gap.jurisdiction), gap.what);
    return "[" + json + "]";
}

std::string_view name_of(fair::Whose whose) {
    constexpr std::string_view kNames[] = {"you", "your spouse", "the family"};
    return kNames[static_cast<std::size_t>(whose)];
}

std::string json_of_working(const std::vector<fair::Step>& steps) {
    std::string json;
    for (const auto& step : steps)
        json += fmt::format("{}{{\"step\": {}, \"of\": {}, \"amount\": {}, \"reference\": {}}}",
                            json.empty() ? "" : ", ", json_text(step.what.key()), json_text(name_of(step.whose)),
                            dollars(step.amount), json_text(step.reference.key()));
    return "[" + json + "]";
}

// One family, one year, and what became of it.
struct Answer {
    fair::Assessment result;
    double marginal_rate;  // of kRaise
};
constexpr double kRaise = 100;  // dollars of earnings

void print_json(const TaxOptions& options, const Answer& answer, const fair::RuleSet& rules) {
    const auto& result = answer.result;
    const auto paid = result.contributions();
    std::cout << fmt::format(
        "{{\"jurisdiction\": \"{}\", \"year\": {}, \"federal_tax\": {}, \"provincial_tax\": {}, \"cpp\": {}, "
        "\"cpp2\": {}, \"ei\": {}, \"qpip\": {}, \"net_income\": {}, \"benefits\": {}, \"disposable_income\": {}, "
        "\"marginal_rate\": {:.4f}, \"sales_tax\": {}, \"not_covered\": {}",
        fair::code(rules.jurisdiction), options.year, dollars(result.federal_tax()),
        dollars(provincial_tax_in_payroll(result)), dollars(paid.pension), dollars(paid.pension_second),
        dollars(paid.insurance), dollars(paid.parental), dollars(result.family_net_income), json_of_benefits(result),
        dollars(result.disposable_income), answer.marginal_rate + 0.0, dollars(result.sales_tax), json_of_gaps(result));
    if (options.shows_working) std::cout << ", \"working\": " << json_of_working(fair::working(result, rules));
    std::cout << "}\n";
}

void print_line(std::string_view what, double amount) {
    if (cents(amount) != 0) std::cout << fmt::format("{:<44}{:>14}\n", what, dollars(amount));
}

void print_text(const TaxOptions& options, const Answer& answer, const fair::RuleSet& rules) {
    const auto& result = answer.result;
    const auto paid = result.contributions();
    print_line("Federal tax", result.federal_tax());
    print_line("Provincial tax", provincial_tax_in_payroll(result));
    print_line("Pension plan", paid.pension);
    print_line("Pension plan, second additional", paid.pension_second);
    print_line("Employment insurance", paid.insurance);
    print_line("Parental insurance", paid.parental);
    for (std::size_t i = 0; i < fair::kBenefits; ++i)
        print_line(fair::title_of(static_cast<fair::BenefitId>(i), rules.jurisdiction).key(), result.benefits[i]);
    print_line("Old Age Security, after what is taken back", result.old_age_security());
    print_line("Guaranteed Income Supplement and Allowance", result.supplements());
    print_line("Reduction for low incomes, with the return", result.reduction_with_return());
    print_line("Disability supplement of the workers benefit", result.disability_supplement);
    print_line("Disposable income", result.disposable_income);
    print_line("Sales tax in spending", result.sales_tax);
    print_line("Taken of the next 100 dollars of earnings", kRaise * answer.marginal_rate);
    if (answer.marginal_rate > 1) std::cout << "A raise of 100 dollars leaves this family with less.\n";
    if (options.shows_working) {
        std::cout << "\nWorking\n";
        for (const auto& step : fair::working(result, rules))
            std::cout << fmt::format("{:<12}{:<52}{:>14}  {}\n", name_of(step.whose), step.what.key(),
                                     dollars(step.amount), step.reference.key());
    }
    if (result.gaps.empty()) return;
    std::cout << "\nNot in this result, for want of rules:\n";
    for (const auto& gap : result.gaps) std::cout << "  " << fair::code(gap.jurisdiction) << '.' << gap.what << '\n';
}

ExitCode assess_tax(const TaxOptions& options) {
    const auto rules = rules_for(options);
    const auto family = family_of(options);
    const Answer answer{fair::assess(family, rules), fair::marginal_rate(family, rules, kRaise)};
    if (options.report == Report::json)
        print_json(options, answer, rules);
    else
        print_text(options, answer, rules);
    return ExitCode::done;
}

constexpr double kMostDollars = 1e9;

// Between 0 and `most`. What is no number at all is neither below nor above anything: CLI::Range lets "nan" pass.
CLI::Validator amount_up_to(double most) {
    return {[most](const std::string& text) {
                const auto value = statistics::number_of(text);
                return value && *value >= 0 && *value <= most
                           ? std::string{}
                           : fmt::format("{} is no number between 0 and {:.0f}", text, most);
            },
            fmt::format("0 to {:.0f}", most)};
}

CLI::Option* add_amount(CLI::App& command, const std::string& name, double& amount, const std::string& description) {
    return command.add_option(name, amount, description)->type_name("DOLLARS")->check(amount_up_to(kMostDollars));
}

void add_spouse_amounts(CLI::App& command, TaxOptions& options) {
    auto& spouse = options.spouse;
    options.of_spouse = {
        add_amount(command, "--spouse-income", spouse.employment_income,
                   "Wages and salary of the spouse; 0 where none. Whoever gives an option of a spouse has one"),
        add_amount(command, "--spouse-pension-income", spouse.pension_income, "Private pension of the spouse"),
        add_amount(command, "--spouse-other-income", spouse.other_income, "Other taxable income of the spouse")};
}

void add_ages(CLI::App& command, TaxOptions& options) {
    const auto add_age = [&command](const std::string& name, int& age, const std::string& description) {
        return command.add_option(name, age, description)
            ->type_name("YEARS")
            ->check(CLI::Range(0, 130))
            ->capture_default_str();
    };
    add_age("--age", options.head.age, "Age on the last day of the year");
    options.of_spouse.push_back(add_age("--spouse-age", options.spouse.age, "Age of the spouse"));
    command.add_option("--children", options.children, "Ages of the children: 3,8")
        ->type_name("AGES")
        ->delimiter(',')
        ->check(CLI::Range(0, 24));
    command.add_option("--disabled-children", options.disabled_children, "How many of them are disabled")
        ->check(CLI::Range(0, 24));
    command.add_flag("--disabled", options.head.is_disabled, "Eligible for the disability tax credit");
    options.of_spouse.push_back(command.add_flag("--spouse-disabled", options.spouse.is_disabled, "The spouse is"));
    const auto add_residence = [&command](const std::string& name, int& years, const std::string& description) {
        return command.add_option(name, years, description)->type_name("YEARS")->check(CLI::Range(0, 110));
    };
    add_residence("--residence-years", options.head.residence_years,
                  "Years in Canada since age 18, for Old Age Security");
    options.of_spouse.push_back(
        add_residence("--spouse-residence-years", options.spouse.residence_years, "The same of the spouse"));
}

}  // namespace

void add_tax(Commands& commands) {
    auto options = std::make_shared<TaxOptions>();
    const auto outcome = std::make_shared<std::optional<ExitCode>>();
    auto& command =
        commands.add("tax", "Taxes, contributions and benefits of a family for a year, by the rules of the province",
                     [options, outcome] { return *outcome ? **outcome : assess_tax(*options); });
    command.add_option("--jurisdiction", options->jurisdiction, "Province or territory: ON")->type_name("CODE");
    command.add_option("--year", options->year, "Tax year, 2019 to 2026")->type_name("YEAR");
    add_amount(command, "--employment-income", options->head.employment_income, "Wages and salary of the year");
    add_amount(command, "--pension-income", options->head.pension_income, "Private pension");
    add_amount(command, "--other-income", options->head.other_income, "All other taxable income");
    add_amount(command, "--deductions", options->head.deductions, "Registered savings, union dues and the like");
    add_spouse_amounts(command, *options);
    add_ages(command, *options);
    command
        .add_option("--taxable-spending-share", options->taxable_spending_share,
                    "Share of disposable income that is spent on things with sales tax")
        ->check(amount_up_to(1));
    command.add_flag("--working", options->shows_working, "Every step, with its reference");
    add_report_option(command, options->report);
    add_payroll(commands, command, outcome);
}

}  // namespace app
