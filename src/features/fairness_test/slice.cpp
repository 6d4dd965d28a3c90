#include "features/fairness_test/slice.h"

#include <algorithm>

#include <fmt/format.h>

#include "features/fairness_test/catalogue.h"
#include "features/fairness_test/store.h"
#include "platform/auth/principal.h"

namespace fairness_test {
namespace {

bool may_edit(const http::Request& request) {
    return request.staff != nullptr && auth::may(*request.staff, auth::Permission::edit_content);
}

ports::SearchDocument document(const budget_fairness::Budget& budget, base::Locale locale) {
    return {.key = fmt::format("{}/{}", budget.slug, base::code(locale)),
            .locale = locale,
            .path = pages::budget_path(locale, budget.slug),
            .other_path = pages::budget_path(base::other(locale), budget.slug),
            .title = budget.title.in(locale),
            .text = budget.summary.in(locale)};
}

std::vector<ports::SearchDocument> all_documents(db::Read& read) {
    std::vector<ports::SearchDocument> documents;
    for (const base::Locale locale : base::kLocales) {
        const i18n::Translator t{locale};
        documents.push_back({.key = fmt::format("0/{}", base::code(locale)),
                             .locale = locale,
                             .path = pages::test_path(locale),
                             .other_path = pages::test_path(base::other(locale)),
                             .title = t("The Fairness Test"),
                             .text = current_rubric(read)->summary.in(locale)});
        for (const auto& record : shipped_records())
            if (const auto budget = public_budget(read, record.slug)) documents.push_back(document(*budget, locale));
        for (const StoredBudget& stored : store::budgets(read)) {
            if (find_record(stored.slug) != nullptr) continue;
            if (const auto budget = public_budget(read, stored.slug)) documents.push_back(document(*budget, locale));
        }
    }
    std::ranges::sort(documents, {}, &ports::SearchDocument::key);
    return documents;
}

std::vector<ports::Finding> unreadable(db::Read& read) {
    std::vector<ports::Finding> findings;
    for (const StoredRubric& rubric : store::rubrics(read))
        if (const auto text = read_rubric(rubric.document); !text)
            findings.push_back({fmt::format("rubric version {}: {}", rubric.version, text_of(text.error().front()))});
    for (const StoredBudget& budget : store::budgets(read))
        for (const BudgetVersion& version : store::versions(read, budget.id))
            if (const auto text = read_budget(version.document); !text)
                findings.push_back({fmt::format("budget {} version {}: {}", budget.slug, version.version,
                                                text_of(text.error().front()))});
    return findings;
}

}  // namespace

ports::ActionProvider actions() {
    return [](db::Read&, base::Locale locale) {
        return std::vector<ports::Action>{{.key = std::string{kActionKey}, .path = pages::test_path(locale)}};
    };
}

ports::BlockKind map_block() {
    return {.key = "fairness_test.map",
            .label = base::message("Fairness Test: map of the provinces"),
            .render = [](db::Read& read, const ports::BlockSetting& setting) {
                return pages::hub_block(i18n::Translator{setting.locale}, judged_records(read, setting.locale),
                                        setting.heading);
            }};
}

ports::StaffEntry staff_entry() {
    return {.label = base::message("Fairness Test"),
            .path = "staff/fairness-test",
            .icon = "bar-chart",
            .order = 45,
            .may_see = may_edit};
}

ports::DocumentProvider search_documents() {
    return [](db::Read& read, const ports::DocumentPage& page) {
        auto documents = all_documents(read);
        std::erase_if(documents, [&](const ports::SearchDocument& each) { return each.key <= page.after; });
        if (documents.size() > page.limit) documents.resize(page.limit);
        return documents;
    };
}

std::vector<ports::Check> checks() { return {{"fairness_test.documents", unreadable}}; }

std::vector<ports::ApiOperation> api_operations() {
    using ports::JsonType;
    return {{.method = http::Method::get,
             .path = "/api/v1/fairness-test/{slug}",
             .id = "testBudgetFairness",
             .summary = "Whether a budget passes the Fairness Test, and why",
             .description = "The slug “yours” takes the levers of a budget of one’s own as its query.",
             .parameters = {{.name = "slug", .description = "a budget’s name in its address", .example = "ontario"}},
             .answers = {{.status = 200,
                          .description = "The verdict with its criteria",
                          .fields = {{.name = "verdict", .example = "passes"},
                                     {.name = "lowest", .type = JsonType::number},
                                     {.name = "highest", .type = JsonType::number},
                                     {.name = "pass_mark", .type = JsonType::number},
                                     {.name = "rubric_version", .type = JsonType::integer},
                                     {.name = "link", .description = "address of the page"}}},
                         ports::problem_answer(404, "No such budget"),
                         ports::problem_answer(422, "A lever that cannot be read")}}};
}

void seed_demo(db::Write& write, base::LevelId level) {
    for (const std::string& document : shipped_examples()) {
        const auto budget = read_budget(document);
        if (!budget) continue;
        const auto id = store::insert_budget(write, {level, budget->slug, "demo"});
        if (!id) continue;
        store::save_budget(write, {*id, document, "demo"});
        store::publish_budget(write, *id, "demo");
    }
}

}  // namespace fairness_test
