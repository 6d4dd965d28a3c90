#include "features/fairness_test/slice.h"

#include <set>

#include <fmt/format.h>

#include "features/fairness_test/catalogue.h"
#include "features/fairness_test/store.h"
#include "platform/auth/principal.h"
#include "ports/acting.h"

namespace fairness_test {
namespace {

// ---- Documents to search, and addresses. Their keys are "slug/en" and "slug/fr"; that of the test itself is "0/en".

constexpr std::string_view kTestItself = "0";

ports::SearchDocument address(const std::string& slug, base::Locale locale) {
    const bool is_test = slug == kTestItself;
    const auto path = [&](base::Locale in) { return is_test ? pages::test_path(in) : pages::budget_path(in, slug); };
    return {.key = fmt::format("{}/{}", slug, base::code(locale)),
            .locale = locale,
            .path = path(locale),
            .other_path = path(base::other(locale))};
}

// One for each language; none when it cannot be read.
std::vector<ports::SearchDocument> documents_of(db::Read& read, const std::string& slug, ports::DocumentParts parts) {
    std::vector<ports::SearchDocument> documents;
    for (const base::Locale locale : base::kLocales) documents.push_back(address(slug, locale));
    if (parts == ports::DocumentParts::addresses) return documents;
    const auto rubric = slug == kTestItself ? current_rubric(read) : nullptr;
    const auto budget = rubric ? std::nullopt : public_budget(read, slug);
    if (!rubric && !budget) return {};
    for (auto& document : documents) {
        document.title =
            budget ? budget->title.in(document.locale) : i18n::Translator{document.locale}("The Fairness Test");
        document.text = (budget ? budget->summary : rubric->summary).in(document.locale);
    }
    return documents;
}

// What is public, from this key on, in the order of the keys; so many of those that staff entered.
std::set<std::string> keyed_slugs(db::Read& read, const store::Part& part) {
    std::set<std::string> slugs{std::string{kTestItself} + "/"};
    for (const auto& record : shipped_records()) slugs.insert(record.slug + "/");
    const auto stored = store::public_slugs(read, part);
    // What stands behind the last one of them belongs to the next part.
    if (std::ssize(stored) == part.most) slugs.erase(slugs.upper_bound(stored.back() + "/"), slugs.end());
    for (const auto& slug : stored) slugs.insert(slug + "/");
    slugs.erase(slugs.begin(), slugs.lower_bound(std::string{part.behind}));
    return slugs;
}

std::vector<ports::SearchDocument> documents(db::Read& read, const ports::DocumentPage& page) {
    constexpr int kPart = 100;
    std::vector<ports::SearchDocument> found;
    auto from = page.after.substr(0, page.after.rfind('/') + 1);
    for (bool is_last = false; !is_last;) {
        const auto slugs = keyed_slugs(read, {from, kPart});
        is_last = slugs.size() < kPart;
        for (const auto& keyed : slugs) {
            for (auto& document : documents_of(read, keyed.substr(0, keyed.size() - 1), page.parts)) {
                if (document.key <= page.after) continue;
                if (found.size() == page.limit) return found;
                found.push_back(std::move(document));
            }
            from = keyed + '\x01';  // behind this one
        }
    }
    return found;
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
            .group = ports::StaffGroup::figures,
            .order = 45,
            .may_see = ports::whoever_may(auth::Permission::edit_content)};
}

ports::DocumentProvider search_documents() { return documents; }

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
