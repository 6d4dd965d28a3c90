// features/fairness_test/store.h - rubrics and budgets in the database.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "features/fairness_test/stored.h"
#include "platform/db/transaction.h"

namespace fairness_test::store {

// Newest version first, drafts too.
std::vector<StoredRubric> rubrics(db::Read& read);
// The newest that is declared.
std::optional<StoredRubric> declared_rubric(db::Read& read);
std::optional<StoredRubric> declared_rubric(db::Read& read, int version);

// A rubric's text as staff save it.
struct RubricDraft {
    int version;
    std::string_view document, staff;
};
// Writes the draft of that version. no: a declared rubric has it already, and stays.
enum class Saved : unsigned char { no, yes };
Saved save_rubric(db::Write& write, const RubricDraft& draft);
void declare_rubric(db::Write& write, RubricId rubric, std::string_view staff);

// By their address. Of a part: the next ones behind an address ("" begins), at most so many.
struct Part {
    std::string_view behind;
    int most;
};
std::vector<StoredBudget> budgets(db::Read& read);
std::vector<StoredBudget> budgets(db::Read& read, const Part& part);
// Those that visitors may see.
std::vector<StoredBudget> public_budgets(db::Read& read, const Part& part);
// The slugs of those, in the order of "slug/": from `behind`, which is of that form.
std::vector<std::string> public_slugs(db::Read& read, const Part& part);
std::optional<StoredBudget> find_budget(db::Read& read, std::string_view slug);

// Newest first.
std::vector<BudgetVersion> versions(db::Read& read, BudgetId budget);
std::optional<BudgetVersion> newest_version(db::Read& read, BudgetId budget);
// The newest that is published.
std::optional<BudgetVersion> public_version(db::Read& read, BudgetId budget);

struct NewBudget {
    base::LevelId level;
    std::string_view slug, staff;
};
// nullopt: there is one under this address.
std::optional<BudgetId> insert_budget(db::Write& write, const NewBudget& budget);

struct BudgetDraft {
    BudgetId budget;
    std::string_view document, staff;
};
// Over the draft there is, or as the next version. A text that is the newest one already changes nothing.
void save_budget(db::Write& write, const BudgetDraft& draft);
// What is written becomes public, and shown again where it was withdrawn.
void publish_budget(db::Write& write, BudgetId budget, std::string_view staff);
void withdraw_budget(db::Write& write, BudgetId budget, std::string_view staff);

}  // namespace fairness_test::store
