#include "features/jobs_calculator/import_service.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <tuple>

#include "features/jobs_calculator/edition.h"
#include "models/jobs_lost/shipped_data.h"
#include "platform/runtime/log.h"

namespace jobs_calculator {
namespace {

using jobs_lost::EmploymentObservation;
using jobs_lost::MultiplierObservation;
using jobs_lost::SpendingObservation;

auto subject_of(const MultiplierObservation& row) {
    return std::tuple{row.jurisdiction, row.year, row.coverage, row.variable, std::string_view{row.industry}};
}
auto subject_of(const SpendingObservation& row) {
    return std::tuple{row.jurisdiction, row.year, std::string_view{row.ccofog}};
}
auto subject_of(const EmploymentObservation& row) {
    return std::tuple{row.jurisdiction, row.year, std::string_view{row.industry}};
}

template <class Row>
void put_over(std::vector<Row>& rows, std::vector<Row> newer) {
    std::set<decltype(subject_of(newer.front()))> subjects;
    for (const auto& row : newer) subjects.insert(subject_of(row));
    std::erase_if(rows, [&subjects](const Row& row) { return subjects.contains(subject_of(row)); });
    std::ranges::move(newer, std::back_inserter(rows));
}

std::vector<statistics::Provenance>& sources_of(jobs_lost::Observations::Provenances& all, TableKind kind) {
    switch (kind) {
        case TableKind::multipliers:
            return all.multipliers;
        case TableKind::spending:
            return all.spending;
        case TableKind::employment:
            return all.employment;
    }
    return all.other;
}

std::string_view unit_of_figures(TableKind kind) {
    switch (kind) {
        case TableKind::multipliers:
            return "Dollars per dollar of output; jobs per million dollars of output";
        case TableKind::spending:
            return "Dollars";
        case TableKind::employment:
            return "Persons";
    }
    return "";
}

std::string period_text(const ImportedTable& table) {
    const auto newest = std::to_string(table.newest_year);
    return table.oldest_year == table.newest_year ? newest : std::to_string(table.oldest_year) + " to " + newest;
}

std::vector<LoadedImport> loaded(db::Read& read, const std::vector<Import>& imports) {
    std::vector<LoadedImport> all;
    for (const auto& import : imports) {
        all.push_back({{import.file_name, import.sha256}, {}});
        store::load_import(read, import, all.back().table);
    }
    return all;
}

}  // namespace

statistics::Provenance provenance_of(const ImportedTable& table, const ImportedFile& file) {
    const auto* const known = known_table(table.number);
    return {.title = known == nullptr ? "" : std::string{known->title},
            .publisher = "Statistics Canada",
            .table = table.number,
            .unit = std::string{unit_of_figures(table.kind)},
            .scale = "units",
            .period = period_text(table),
            .licence = "Statistics Canada Open Licence",
            .retrieved_through = "imported from the downloaded file " + file.name,
            .changes = "only the rows that the model uses were kept",
            .sha256 = file.sha256};
}

void add_import(jobs_lost::Observations& observations, ImportedTable table, const ImportedFile& file) {
    sources_of(observations.provenances, table.kind).push_back(provenance_of(table, file));
    put_over(observations.multipliers, std::move(table.multipliers));
    put_over(observations.spending, std::move(table.spending));
    put_over(observations.employment, std::move(table.employment));
}

std::vector<LoadedImport> load_imports(db::Read& read) { return loaded(read, store::imports(read)); }

jobs_lost::Observations observations_with(std::vector<LoadedImport> imports) {
    auto observations = jobs_lost::shipped_observations();
    for (auto& import : imports) add_import(observations, std::move(import.table), import.file);
    return observations;
}

std::shared_ptr<const Model> shipped_model() {
    static const std::shared_ptr<const Model> shipped = [] {
        auto model = std::make_shared<Model>();
        model->observations = jobs_lost::shipped_observations();
        model->economies = jobs_lost::shipped_economies();
        model->edition = edition_name({});
        model->reproducible_editions = {model->edition};
        return model;
    }();
    return shipped;
}

namespace {

std::shared_ptr<Model> model_of(db::Read& read, const StoredEdition& edition) {
    if (edition.imports.empty()) return std::make_shared<Model>(*shipped_model());
    auto model = std::make_shared<Model>();
    model->observations = observations_with(loaded(read, edition.imports));
    model->economies = jobs_lost::Economies::built_from(model->observations);
    model->imports = edition.imports;
    model->edition = edition_name(edition.imports);
    return model;
}

std::vector<std::string> names_of(const std::vector<StoredEdition>& editions) {
    std::vector<std::string> names;
    for (const auto& edition : editions) names.push_back(edition_name(edition.imports));
    return names;
}

}  // namespace

std::shared_ptr<const Model> load_model(db::Read& read) {
    const auto editions = store::editions(read);
    const auto& now = editions.back();
    if (editions.size() == 1 && now.version == 0) return shipped_model();
    const auto model = model_of(read, now);
    model->import_version = now.version;
    model->reproducible_editions = names_of(editions);
    std::ranges::sort(model->reproducible_editions);
    const auto repeated = std::ranges::unique(model->reproducible_editions);
    model->reproducible_editions.erase(repeated.begin(), repeated.end());
    return model;
}

std::shared_ptr<const Model> load_edition(db::Read& read, std::string_view edition) {
    const auto editions = store::editions(read);
    const auto names = names_of(editions);
    if (names.back() == edition) return load_model(read);
    // The last time that it answered is the one to tell of.
    for (std::size_t i = names.size() - 1; i-- > 0;) {
        if (names[i] != edition) continue;
        const auto model = model_of(read, editions[i]);
        model->import_version = editions[i].version;
        model->until = editions[i + 1].since;
        model->reproducible_editions = {};
        return model;
    }
    return nullptr;
}

LiveModel::LiveModel(db::Database& database) : database_(database), model_(database.read(load_model)) {
    thread_ = std::thread{[this] { work(); }};
}

LiveModel::~LiveModel() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

std::shared_ptr<const Model> LiveModel::current() const {
    const std::lock_guard lock{mutex_};
    return model_;
}

void LiveModel::refresh() {
    const auto known = current()->import_version;
    auto newer = database_.read([known](db::Read& read) -> std::shared_ptr<const Model> {
        return store::import_version(read) == known ? nullptr : load_model(read);
    });
    if (!newer) return;
    runtime::log_info("the model uses other imported tables now",
                      {{"tables", static_cast<std::int64_t>(newer->imports.size())}});
    const std::lock_guard lock{mutex_};
    model_ = std::move(newer);
}

void LiveModel::work() {
    std::unique_lock lock{mutex_};
    const std::chrono::microseconds pause{kLookForImportsEvery.microseconds};
    while (!wake_.wait_for(lock, pause, [this] { return stopping_; })) {
        lock.unlock();
        try {
            refresh();
        } catch (const db::Fault& fault) {  // the last model stands until the database is back
            runtime::log_warning("imports are not looked at", {{"reason", fault.what()}});
        }
        lock.lock();
    }
}

}  // namespace jobs_calculator
