#include "features/fairness_test/store.h"

namespace fairness_test::store {
namespace {

using OptionalInstant = std::optional<base::Instant>;

constexpr auto kReadRubric =
    db::columns<StoredRubric, RubricId, int, std::string, base::Instant, std::string, OptionalInstant>;
constexpr auto kReadBudget =
    db::columns<StoredBudget, BudgetId, base::LevelId, std::string, std::string, OptionalInstant, OptionalInstant>;
constexpr auto kReadVersion = db::columns<BudgetVersion, BudgetVersionId, BudgetId, int, std::string, base::Instant,
                                          std::string, OptionalInstant>;

const db::Query<StoredRubric()> kRubrics{R"sql(
    select id, version, document, written_at, written_by, declared_at from fairness_rubric order by version desc
)sql",
                                         kReadRubric};

const db::Query<StoredRubric()> kDeclared{R"sql(
    select id, version, document, written_at, written_by, declared_at from fairness_rubric
    where declared_at is not null order by version desc limit 1
)sql",
                                          kReadRubric};

const db::Query<StoredRubric(int)> kDeclaredVersion{R"sql(
    select id, version, document, written_at, written_by, declared_at from fairness_rubric
    where declared_at is not null and version = $1
)sql",
                                                    kReadRubric};

const db::Command<void(RubricId, int, std::string_view, base::Instant, std::string_view)> kInsertRubric{R"sql(
    insert into fairness_rubric (id, version, document, written_at, written_by) values ($1, $2, $3, $4, $5)
    on conflict (version) do nothing
)sql"};

// The condition is the promise that declared rules never change.
const db::Command<void(int, std::string_view, base::Instant, std::string_view)> kUpdateRubric{R"sql(
    update fairness_rubric set document = $2, written_at = $3, written_by = $4
    where version = $1 and declared_at is null
)sql"};

const db::Command<void(RubricId, base::Instant, std::string_view)> kDeclare{
    "update fairness_rubric set declared_at = $2, declared_by = $3 where id = $1 and declared_at is null"};

const db::Query<StoredBudget()> kBudgets{R"sql(
    select id, level_id, slug, created_by, published_at, withdrawn_at from fairness_budget order by slug
)sql",
                                         kReadBudget};

const db::Query<StoredBudget(std::string_view, int)> kBudgetsBehind{R"sql(
    select id, level_id, slug, created_by, published_at, withdrawn_at from fairness_budget
    where slug > $1 order by slug limit $2
)sql",
                                                                    kReadBudget};

const db::Query<StoredBudget(std::string_view, int)> kPublicBudgetsBehind{R"sql(
    select id, level_id, slug, created_by, published_at, withdrawn_at from fairness_budget
    where slug > $1 and published_at is not null and withdrawn_at is null order by slug limit $2
)sql",
                                                                          kReadBudget};

const db::Query<std::string(std::string_view, int)> kPublicSlugs{R"sql(
    select slug from fairness_budget
    where slug || '/' >= $1 and published_at is not null and withdrawn_at is null order by slug || '/' limit $2
)sql",
                                                                 db::columns<std::string, std::string>};

const db::Query<StoredBudget(std::string_view)> kFindBudget{R"sql(
    select id, level_id, slug, created_by, published_at, withdrawn_at from fairness_budget where slug = $1
)sql",
                                                            kReadBudget};

const db::Query<BudgetVersion(BudgetId)> kVersions{R"sql(
    select id, budget_id, version, document, written_at, written_by, published_at
    from fairness_budget_version where budget_id = $1 order by version desc
)sql",
                                                   kReadVersion};

const db::Query<BudgetVersion(BudgetId)> kNewestVersion{R"sql(
    select id, budget_id, version, document, written_at, written_by, published_at
    from fairness_budget_version where budget_id = $1 order by version desc limit 1
)sql",
                                                        kReadVersion};

const db::Query<BudgetVersion(BudgetId)> kPublicVersion{R"sql(
    select id, budget_id, version, document, written_at, written_by, published_at
    from fairness_budget_version where budget_id = $1 and published_at is not null order by version desc limit 1
)sql",
                                                        kReadVersion};

const db::Command<void(BudgetId, base::LevelId, std::string_view, base::Instant, std::string_view)> kInsertBudget{R"sql(
    insert into fairness_budget (id, level_id, slug, created_at, created_by) values ($1, $2, $3, $4, $5)
    on conflict (slug) do nothing
)sql"};

const db::Command<void(BudgetVersionId, BudgetId, int, std::string_view, base::Instant, std::string_view)>
    kInsertVersion{R"sql(
    insert into fairness_budget_version (id, budget_id, version, document, written_at, written_by)
    values ($1, $2, $3, $4, $5, $6)
)sql"};

const db::Command<void(BudgetVersionId, std::string_view, base::Instant, std::string_view)> kUpdateVersion{R"sql(
    update fairness_budget_version set document = $2, written_at = $3, written_by = $4
    where id = $1 and published_at is null
)sql"};

const db::Command<void(BudgetId, base::Instant)> kPublishVersions{
    "update fairness_budget_version set published_at = $2 where budget_id = $1 and published_at is null"};

const db::Command<void(BudgetId, base::Instant, std::string_view)> kPublish{R"sql(
    update fairness_budget set published_at = $2, published_by = $3, withdrawn_at = null, withdrawn_by = null
    where id = $1
)sql"};

const db::Command<void(BudgetId, base::Instant, std::string_view)> kWithdraw{
    "update fairness_budget set withdrawn_at = $2, withdrawn_by = $3 where id = $1 and withdrawn_at is null"};

}  // namespace

std::vector<StoredRubric> rubrics(db::Read& read) { return read.all(kRubrics); }

std::optional<StoredRubric> declared_rubric(db::Read& read) { return read.one(kDeclared); }

std::optional<StoredRubric> declared_rubric(db::Read& read, int version) { return read.one(kDeclaredVersion, version); }

Saved save_rubric(db::Write& write, const RubricDraft& draft) {
    const auto inserted =
        write.run(kInsertRubric, write.new_id<RubricId>(), draft.version, draft.document, write.now(), draft.staff);
    if (inserted == 1) return Saved::yes;
    const auto updated = write.run(kUpdateRubric, draft.version, draft.document, write.now(), draft.staff);
    return updated == 1 ? Saved::yes : Saved::no;
}

void declare_rubric(db::Write& write, RubricId rubric, std::string_view staff) {
    write.run(kDeclare, rubric, write.now(), staff);
}

std::vector<StoredBudget> budgets(db::Read& read) { return read.all(kBudgets); }

std::vector<StoredBudget> budgets(db::Read& read, const Part& part) {
    return read.all(kBudgetsBehind, part.behind, part.most);
}

std::vector<StoredBudget> public_budgets(db::Read& read, const Part& part) {
    return read.all(kPublicBudgetsBehind, part.behind, part.most);
}

std::vector<std::string> public_slugs(db::Read& read, const Part& part) {
    return read.all(kPublicSlugs, part.behind, part.most);
}

std::optional<StoredBudget> find_budget(db::Read& read, std::string_view slug) { return read.one(kFindBudget, slug); }

std::vector<BudgetVersion> versions(db::Read& read, BudgetId budget) { return read.all(kVersions, budget); }

std::optional<BudgetVersion> newest_version(db::Read& read, BudgetId budget) {
    return read.one(kNewestVersion, budget);
}

std::optional<BudgetVersion> public_version(db::Read& read, BudgetId budget) {
    return read.one(kPublicVersion, budget);
}

std::optional<BudgetId> insert_budget(db::Write& write, const NewBudget& budget) {
    const auto id = write.new_id<BudgetId>();
    const auto inserted = write.run(kInsertBudget, id, budget.level, budget.slug, write.now(), budget.staff);
    return inserted == 1 ? std::optional{id} : std::nullopt;
}

void save_budget(db::Write& write, const BudgetDraft& draft) {
    const auto newest = newest_version(write, draft.budget);
    if (newest && newest->document == draft.document) return;
    if (newest && !newest->published_at) {
        write.run(kUpdateVersion, newest->id, draft.document, write.now(), draft.staff);
        return;
    }
    write.run(kInsertVersion, write.new_id<BudgetVersionId>(), draft.budget, newest ? newest->version + 1 : 1,
              draft.document, write.now(), draft.staff);
}

void publish_budget(db::Write& write, BudgetId budget, std::string_view staff) {
    write.run(kPublishVersions, budget, write.now());
    write.run(kPublish, budget, write.now(), staff);
}

void withdraw_budget(db::Write& write, BudgetId budget, std::string_view staff) {
    write.run(kWithdraw, budget, write.now(), staff);
}

}  // namespace fairness_test::store
