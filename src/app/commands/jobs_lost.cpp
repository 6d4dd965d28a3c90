// alltogether jobs-lost
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/jobs_report.h"
#include "features/jobs_calculator/import_service.h"
#include "features/jobs_calculator/typed_number.h"
#include "models/jobs_lost/estimate.h"
#include "models/statistics/csv_table.h"

namespace app {
namespace {

struct JobsLostOptions {
    DataOptions data;
    std::string jurisdiction, function, cut, kind;
    std::optional<int> year;
    int years = 5, phase_in_years = 1;
    bool counts_taxes = false;
    bool uses_imports = false;  // --data or --database was given
    std::string edition;        // "": what answers now
    Report report = Report::text;
};

using Amount = std::variant<jobs_lost::Dollars, jobs_lost::ShareOfSpending>;

// "100e6", "100,000,000", "$100M", "1.5B", "5%". nullopt: none of these.
std::optional<Amount> read_amount(std::string_view text) {
    if (text.ends_with('%')) {
        const auto percent = jobs_calculator::read_number(text, base::Locale::english);
        return percent ? std::optional<Amount>{jobs_lost::ShareOfSpending{*percent}} : std::nullopt;
    }
    double factor = 1;
    if (text.ends_with('M')) factor = 1e6;
    if (text.ends_with('B')) factor = 1e9;
    if (factor > 1) text.remove_suffix(1);
    auto number = statistics::number_of(text);
    if (!number) number = jobs_calculator::read_number(text, base::Locale::english);
    return number ? std::optional<Amount>{jobs_lost::Dollars{*number * factor}} : std::nullopt;
}

// What is wrong, under the name of the option.
class Complaints {
public:
    void add(std::string_view option, std::string_view what) {
        if (has(option)) return;
        options_.emplace_back(option);
        text_ += "alltogether: " + std::string{option} + ": " + std::string{what} + '\n';
    }
    bool has(std::string_view option) const { return std::ranges::find(options_, option) != options_.end(); }
    bool empty() const { return options_.empty(); }
    const std::string& text() const { return text_; }

private:
    std::vector<std::string> options_{};
    std::string text_{};
};

std::string option_of(std::string_view field) {
    if (field == "amount") return "--cut";
    std::string option = "--" + std::string{field};
    std::ranges::replace(option, '_', '-');
    return option;
}

template <class Items, class NameOf>
std::string joined_names(const Items& items, NameOf&& name_of_item) {
    std::string all;
    for (const auto& item : items) all += (all.empty() ? "" : ", ") + std::string{name_of_item(item)};
    return all;
}

std::string jurisdictions() { return joined_names(jobs_lost::kJurisdictions, jobs_lost::code_of); }
std::string kinds() {
    return joined_names(jobs_lost::kKinds, [](jobs_lost::Kind kind) { return slug_of(kind); });
}
std::string functions() {
    return joined_names(jobs_lost::government_functions(), [](const auto& function) { return function.slug; });
}

// The cut as far as it could be read; what could not is a sound example, so that the model can look at the rest.
jobs_lost::Cut read_cut(const JobsLostOptions& options, Complaints& complaints) {
    jobs_lost::Cut cut;
    const auto jurisdiction = jobs_lost::jurisdiction_of(options.jurisdiction);
    if (!jurisdiction) complaints.add("--jurisdiction", "one of " + jurisdictions());
    cut.jurisdiction = jurisdiction.value_or(jobs_lost::Jurisdiction::on);
    if (jobs_lost::function_of(options.function) == nullptr) complaints.add("--function", "one of " + functions());
    cut.function = complaints.has("--function") ? "hospitals" : options.function;
    const auto amount = read_amount(options.cut);
    if (!amount) complaints.add("--cut", "an amount in dollars (100e6, 100M, 1.5B) or a percentage (5%)");
    cut.amount = amount.value_or(jobs_lost::Dollars{1e6});
    if (!options.kind.empty()) {
        cut.kind = jobs_lost::kind_of(options.kind);
        if (!cut.kind) complaints.add("--kind", "one of " + kinds());
    }
    cut.year = options.year;
    cut.years = options.years;
    cut.phase_in_years = options.phase_in_years;
    cut.fiscal_feedback = options.counts_taxes ? jobs_lost::FiscalFeedback::counted : jobs_lost::FiscalFeedback::no;
    return cut;
}

std::shared_ptr<const jobs_calculator::Model> model_now(const JobsLostOptions& options) {
    if (!options.uses_imports) return jobs_calculator::shipped_model();
    auto database = open_beside_server(read_settings(options.data, DataFolder::expect));
    if (options.edition.empty()) return database.read(jobs_calculator::load_model);
    auto model = database.read([&](db::Read& read) { return jobs_calculator::load_edition(read, options.edition); });
    return model ? model : database.read(jobs_calculator::load_model);
}

// The model of the edition that was asked for; what answers now, and a complaint, where it is not known here.
std::shared_ptr<const jobs_calculator::Model> model_for(const JobsLostOptions& options, Complaints& complaints) {
    auto model = model_now(options);
    if (options.edition.empty() || model->edition == options.edition) return model;
    const auto known = joined_names(model->reproducible_editions, [](const std::string& name) { return name; });
    complaints.add("--edition", "one of " + known + (options.uses_imports ? "" : "; --data knows those of a site"));
    return model;
}

ExitCode jobs_lost(const JobsLostOptions& options) {
    Complaints complaints;
    const auto model = model_for(options, complaints);
    const auto cut = read_cut(options, complaints);
    const auto estimate = jobs_lost::estimate_jobs_lost(cut, model->economies);
    if (!estimate)
        for (const auto& problem : estimate.error()) complaints.add(option_of(problem.field), problem.message.key());
    if (!complaints.empty()) {
        std::cerr << complaints.text();
        return ExitCode::usage;
    }
    print_estimate(*estimate, model->edition, options.report);
    return ExitCode::done;
}

}  // namespace

void add_jobs_lost(Commands& commands) {
    auto options = std::make_shared<JobsLostOptions>();
    auto command = std::make_shared<CLI::App*>();
    *command = &commands.add(
        "jobs-lost", "How many jobs a cut costs, with the range, the working and the sources", [options, command] {
            options->uses_imports = (*command)->count("--data") + (*command)->count("--database") > 0;
            return jobs_lost(*options);
        });
    auto& app = **command;
    app.add_option("--jurisdiction", options->jurisdiction, "Whose budget: " + jurisdictions())->type_name("CODE");
    app.add_option("--function", options->function, "What is cut: " + functions())->type_name("SLUG");
    app.add_option("--cut", options->cut, "Dollars a year (100e6, 100M, 1.5B) or a share of what is spent on it (5%)")
        ->type_name("AMOUNT");
    app.add_option("--year", options->year,
                   "In whose dollars, and the first year of the cut; else the latest with known prices");
    app.add_option("--kind", options->kind, "What is saved on: " + kinds() + "; else what is usual for the function")
        ->type_name("SLUG");
    app.add_option("--years", options->years, "For how many years it is shown, 1 to 10")->capture_default_str();
    app.add_option("--phase-in-years", options->phase_in_years, "In which of them it is whole; it grows in equal steps")
        ->capture_default_str();
    app.add_flag("--fiscal-feedback", options->counts_taxes, "Say what the lost jobs no longer pay in taxes");
    add_data_options(app, options->data);
    app.get_option("--data")->description(
        "Uses the tables imported into this installation; without it, the figures that ship with the program");
    app.add_option("--edition", options->edition,
                   "Computes with the data of an earlier edition, as a link names it (data=); import list shows them")
        ->type_name("NAME");
    add_report_option(app, options->report);
}

}  // namespace app
