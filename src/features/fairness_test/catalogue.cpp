#include "features/fairness_test/catalogue.h"

#include <algorithm>

#include "base/check.h"
#include "base/embedded.h"

namespace fairness_test {
namespace {

using budget_fairness::Budget;
using budget_fairness::Jurisdiction;
using budget_fairness::SpendingRecord;

// English and French as in a title; the French name with its article for a sentence.
struct ProvinceName {
    Jurisdiction province;
    std::string_view slug, english, french, french_article;
};

constexpr std::array<ProvinceName, 10> kProvinces{{
    {Jurisdiction::newfoundland_and_labrador, "newfoundland-and-labrador", "Newfoundland and Labrador",
     "Terre-Neuve-et-Labrador", "Terre-Neuve-et-Labrador"},
    {Jurisdiction::prince_edward_island, "prince-edward-island", "Prince Edward Island", "Île-du-Prince-Édouard",
     "l’Île-du-Prince-Édouard"},
    {Jurisdiction::nova_scotia, "nova-scotia", "Nova Scotia", "Nouvelle-Écosse", "la Nouvelle-Écosse"},
    {Jurisdiction::new_brunswick, "new-brunswick", "New Brunswick", "Nouveau-Brunswick", "le Nouveau-Brunswick"},
    {Jurisdiction::quebec, "quebec", "Quebec", "Québec", "le Québec"},
    {Jurisdiction::ontario, "ontario", "Ontario", "Ontario", "l’Ontario"},
    {Jurisdiction::manitoba, "manitoba", "Manitoba", "Manitoba", "le Manitoba"},
    {Jurisdiction::saskatchewan, "saskatchewan", "Saskatchewan", "Saskatchewan", "la Saskatchewan"},
    {Jurisdiction::alberta, "alberta", "Alberta", "Alberta", "l’Alberta"},
    {Jurisdiction::british_columbia, "british-columbia", "British Columbia", "Colombie-Britannique",
     "la Colombie-Britannique"},
}};

std::string_view shipped_document(std::string_view name) {
    const auto files = embedded::data();
    const auto found = std::ranges::find(files, name, &embedded::File::name);
    CHECK(found != files.end());
    return found->content;
}

Budget record_with_name(const ProvinceName& name) {
    const SpendingRecord& record = SpendingRecord::shipped();
    const std::string years = std::to_string(record.first_year()) + "–" + std::to_string(record.last_year());
    Budget budget{.slug = std::string{name.slug}};
    budget.kind = budget_fairness::BudgetKind::record;
    budget.jurisdiction = name.province;
    budget.first_year = record.first_year();
    budget.year = record.last_year();
    budget.title = {std::string{name.english} + ", " + years, std::string{name.french} + ", " + years};
    budget.summary = {
        "What " + std::string{name.english} + " and its municipalities spent on each person, after inflation.",
        "Ce que " + std::string{name.french_article} +
            " et ses municipalités ont dépensé par personne, après inflation."};
    budget.sources = {"https://doi.org/10.25318/1010000501-eng", "https://doi.org/10.25318/1710000901-eng",
                      "https://doi.org/10.25318/1110013401-eng"};
    return budget;
}

std::vector<Budget> make_records() {
    std::vector<Budget> records;
    for (const ProvinceName& name : kProvinces) records.push_back(record_with_name(name));
    return records;
}

}  // namespace

std::shared_ptr<const budget_fairness::Rubric> shipped_rubric() {
    static const auto rubric = [] {
        auto read = read_rubric(shipped_document("budgets/fair_budget_rubric.toml"));
        CHECK(static_cast<bool>(read));
        return std::make_shared<const budget_fairness::Rubric>(*std::move(read));
    }();
    return rubric;
}

std::span<const Budget> shipped_records() {
    static const std::vector<Budget> records = make_records();
    return records;
}

std::vector<std::string> shipped_examples() {
    std::vector<std::string> documents;
    for (const embedded::File& file : embedded::data())
        if (file.name.starts_with("budgets/example_") && file.name.ends_with(".toml"))
            documents.emplace_back(file.content);
    return documents;
}

const Budget* find_record(std::string_view slug) {
    const auto found = std::ranges::find(shipped_records(), slug, &Budget::slug);
    return found == shipped_records().end() ? nullptr : &*found;
}

const Budget* record_of(Jurisdiction province) {
    const auto found = std::ranges::find(shipped_records(), province, &Budget::jurisdiction);
    return found == shipped_records().end() ? nullptr : &*found;
}

}  // namespace fairness_test
