// alltogether fairness BUDGET.toml [--json]
#include "app/commands/fairness_budget.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "features/fairness_test/catalogue.h"
#include "features/fairness_test/figures_file.h"
#include "features/fairness_test/simulation_service.h"
#include "features/fairness_test/words.h"

namespace app {
namespace {

struct BudgetOptions {
    std::string budget;
    std::string rubric;
    fairness_test::SimulationSettings settings{};
    Report report = Report::text;
};

// At most a byte more than what is read at all, so that a huge file costs nothing.
std::string text_in(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file || std::filesystem::is_directory(path)) throw std::runtime_error{path + " cannot be read"};
    std::string text(fairness_test::kLargestDocument + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

template <class Document>
Document read_file(const std::string& path,
                   base::Result<Document, fairness_test::DocumentProblems> (*read)(std::string_view)) {
    auto document = read(text_in(path));
    if (document) return *std::move(document);
    std::string faults;
    for (const auto& problem : document.error())
        faults += fmt::format("{}{}: {}", faults.empty() ? "" : "\n", path, fairness_test::text_of(problem));
    throw runtime::ConfigFault{faults};
}

void print_text(const fairness_test::TestAnswer& answer, const i18n::Translator& t) {
    namespace words = fairness_test::words;
    std::cout << fmt::format("{}\n{} {}\n\n", answer.budget.title.english, words::verdict_sentence(t, answer),
                             words::points(t, answer));
    for (const auto& finding : answer.result.findings)
        std::cout << fmt::format("  {:<24} {:<24} {}\n", words::rating(t, finding.rating),
                                 finding.criterion.title.english, words::finding(t, answer, finding));
    if (!answer.incomes.effects || answer.incomes.effects->costly_raises.empty()) return;
    std::cout << "\nA raise can leave a family with less:\n";
    for (const auto& raise : answer.incomes.effects->costly_raises)
        std::cout << "  " << words::costly_raise(t, raise) << '\n';
}

// Which measures the law cannot take, by their place in the file.
void print_refused(const BudgetOptions& options, const fairness_test::TestAnswer& answer) {
    const auto& refused = answer.incomes.refused_parameters;
    const auto& measures = answer.budget.measures;
    const bool is_unknown = answer.incomes.missing == fairness_test::IncomesMissing::measure_unknown;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const auto* law = std::get_if<budget_fairness::ParameterMeasure>(&measures[i].what);
        if (law == nullptr || std::ranges::find(refused, law->parameter) == refused.end()) continue;
        std::cerr << fmt::format("alltogether: {}: measure.{}: ", options.budget, i + 1)
                  << (is_unknown ? fmt::format("the law of {} has no {}", answer.budget.year, law->parameter)
                                 : fmt::format("{} cannot become this: rates and shares lie between 0 and 1, other "
                                               "numbers are not below 0, and steps rise",
                                               law->parameter))
                  << '\n';
    }
}

ExitCode test_budget(const BudgetOptions& options) {
    const auto budget = read_file(options.budget, fairness_test::read_budget);
    const auto rubric =
        options.rubric.empty()
            ? fairness_test::shipped_rubric()
            : std::make_shared<const budget_fairness::Rubric>(read_file(options.rubric, fairness_test::read_rubric));
    fairness_test::Simulations simulations{options.settings};
    const auto answer = fairness_test::examine(
        {budget, rubric}, {[&](const fairness_test::IncomeQuestion& question) { return simulations.ask(question); }});
    const i18n::Translator t{base::Locale::english};
    print_refused(options, answer);
    if (options.report == Report::json)
        std::cout << fairness_test::figures_json(answer, t, "") << '\n';
    else
        print_text(answer, t);
    return answer.incomes.refused_parameters.empty() ? ExitCode::done : ExitCode::failed;
}

}  // namespace

void add_fairness_budget(Commands& commands, CLI::App& group) {
    auto options = std::make_shared<BudgetOptions>();
    group.add_option("budget", options->budget, "A budget as a TOML file: docs/methods/budget_files.md")
        ->type_name("BUDGET.toml");
    group.add_option("--rubric", options->rubric, "Rules of your own in place of the program's")->type_name("FILE");
    group.add_option("--records", options->settings.adults, "Adults to make")
        ->check(CLI::Range(1'000, 5'000'000))
        ->capture_default_str();
    add_report_option(group, options->report);
    commands.let_answer(group, [options] {
        if (options->budget.empty()) throw runtime::ConfigFault{"name a budget, or a subcommand; --help lists them"};
        return test_budget(*options);
    });
}

}  // namespace app
