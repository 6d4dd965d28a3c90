// Budgets and rules on real databases: drafts, publishing, withdrawing, and what never changes.
#include "features/fairness_test/store.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "features/fairness_test/catalogue.h"
#include "features/fairness_test/document.h"
#include "features/fairness_test/handlers.h"
#include "features/fairness_test/slice.h"
#include "people/store.h"
#include "tests/support/databases.h"

namespace fairness_test {
namespace {

class FairnessStore : public test_support::OnBothDatabases {
protected:
    void SetUp() override {
        level = database->write([](db::Write& write) {
            return *people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
        });
    }

    BudgetId insert(std::string_view slug) {
        return database->write([&](db::Write& write) { return *store::insert_budget(write, {level, slug, "Amélie"}); });
    }
    void save(BudgetId budget, std::string_view document) {
        database->write([&](db::Write& write) { store::save_budget(write, {budget, document, "Amélie"}); });
    }
    void publish(BudgetId budget) {
        database->write([&](db::Write& write) { store::publish_budget(write, budget, "Amélie"); });
    }
    std::vector<BudgetVersion> versions(BudgetId budget) {
        return database->read([&](db::Read& read) { return store::versions(read, budget); });
    }

    base::LevelId level{0};
};

TEST_P(FairnessStore, a_published_text_stays_and_the_next_one_is_a_draft) {
    const BudgetId budget = insert("ours");
    save(budget, "first");
    save(budget, "first, better");
    EXPECT_EQ(versions(budget).size(), 1U);
    publish(budget);
    save(budget, "second");
    const auto now = versions(budget);
    ASSERT_EQ(now.size(), 2U);
    EXPECT_EQ(now[0].document, "second");
    EXPECT_FALSE(now[0].published_at);
    const auto shown = database->read([&](db::Read& read) { return store::public_version(read, budget); });
    EXPECT_EQ(shown->document, "first, better");
}

TEST_P(FairnessStore, two_budgets_do_not_share_an_address) {
    insert("ours");
    const auto again =
        database->write([&](db::Write& write) { return store::insert_budget(write, {level, "ours", "Tom"}); });
    EXPECT_FALSE(again);
}

TEST_P(FairnessStore, a_withdrawn_budget_is_gone_until_it_is_published_again) {
    const BudgetId budget = insert("ours");
    save(budget, "text");
    publish(budget);
    database->write([&](db::Write& write) { store::withdraw_budget(write, budget, "Tom"); });
    const auto find = [&] { return *database->read([](db::Read& read) { return store::find_budget(read, "ours"); }); };
    EXPECT_FALSE(find().is_public());
    publish(budget);
    EXPECT_TRUE(find().is_public());
}

TEST_P(FairnessStore, declared_rules_never_change_and_the_newest_declared_ones_count) {
    const auto save_rubric = [&](int version, std::string_view text) {
        return database->write([&](db::Write& write) { return store::save_rubric(write, {version, text, "Amélie"}); });
    };
    EXPECT_EQ(save_rubric(2, "two"), store::Saved::yes);
    EXPECT_FALSE(database->read([](db::Read& read) { return store::declared_rubric(read); }));
    database->write([](db::Write& write) { store::declare_rubric(write, store::rubrics(write).front().id, "Tom"); });
    EXPECT_EQ(save_rubric(2, "two, changed"), store::Saved::no);
    EXPECT_EQ(save_rubric(3, "three"), store::Saved::yes);
    EXPECT_EQ(database->read([](db::Read& read) { return store::declared_rubric(read); })->document, "two");
}

TEST_P(FairnessStore, the_demos_examples_are_public_and_say_what_they_are) {
    database->write([&](db::Write& write) {
        seed_demo(write, level);
        seed_demo(write, level);
    });
    database->read([](db::Read& read) {
        const auto all = store::budgets(read);
        EXPECT_EQ(all.size(), 3U);
        EXPECT_EQ(store::budgets(read, {"", 2}).size(), 2U);
        EXPECT_EQ(store::budgets(read, {all[1].slug, 2}).at(0).slug, all[2].slug);
        EXPECT_TRUE(store::budgets(read, {all[2].slug, 2}).empty());
        EXPECT_EQ(store::public_budgets(read, {"", 2}).size(), 2U);
        EXPECT_EQ(store::public_budgets(read, {all[1].slug, 2}).size(), 1U);
        EXPECT_EQ(public_budget(read, "example-top-rate")->kind, budget_fairness::BudgetKind::example);
        EXPECT_EQ(public_budget(read, "ontario")->kind, budget_fairness::BudgetKind::record);
        EXPECT_FALSE(public_budget(read, "nowhere"));
        EXPECT_EQ(current_rubric(read)->version, 1);
        for (const auto& check : checks()) EXPECT_TRUE(check.run(read).empty());
    });
}

TEST_P(FairnessStore, visitors_see_a_list_without_drafts_and_what_was_withdrawn) {
    for (const std::string_view slug : {"draft", "shown", "withdrawn"}) insert(slug);
    const auto named = [](db::Read& read) {
        std::vector<std::string> slugs;
        for (const auto& each : store::public_budgets(read, {"", 10})) slugs.push_back(each.slug);
        return slugs;
    };
    for (const std::string_view slug : {"shown", "withdrawn"})
        publish(database->read([&](db::Read& read) { return store::find_budget(read, slug)->id; }));
    EXPECT_EQ(database->read(named), (std::vector<std::string>{"shown", "withdrawn"}));
    database->write(
        [](db::Write& write) { store::withdraw_budget(write, store::find_budget(write, "withdrawn")->id, "Amélie"); });
    EXPECT_EQ(database->read(named), std::vector<std::string>{"shown"});
}

// Léa shared a verdict of the first rules; the campaign declares others, and her link goes by the ones she saw.
TEST_P(FairnessStore, a_link_names_the_rules_it_was_made_under) {
    auto second = *shipped_rubric();
    second.version = 2;
    second.pass_mark = 90;
    database->write([&](db::Write& write) {
        store::save_rubric(write, {2, write_rubric(second), "Odile"});
        const auto draft = store::rubrics(write).front();
        EXPECT_EQ(asked_rubric(write, 2)->version, 1);
        store::declare_rubric(write, draft.id, "Odile");
    });
    database->read([](db::Read& read) {
        EXPECT_EQ(asked_rubric(read, 1)->pass_mark, 60);
        EXPECT_EQ(asked_rubric(read, 2)->pass_mark, 90);
        EXPECT_EQ(asked_rubric(read, std::nullopt)->version, 2);
        EXPECT_EQ(asked_rubric(read, 7)->version, 2);
    });
}

TEST_P(FairnessStore, a_budget_under_a_provinces_address_takes_its_place) {
    auto budget = *database->read([](db::Read& read) { return public_budget(read, "ontario"); });
    budget.judgements = {{.criterion = "transparency",
                          .rating = budget_fairness::Rating::not_met,
                          .evidence = "https://budget.example.org/2023",
                          .reviewer = "Odile Tremblay",
                          .on = std::chrono::year{2026} / 11 / 3,
                          .reason = {"Nothing was published.", "Rien n’a été publié."}}};
    const BudgetId stored = insert("ontario");
    save(stored, write_budget(budget));
    publish(stored);
    database->read([](db::Read& read) {
        EXPECT_EQ(public_budget(read, "ontario")->judgements.size(), 1U);
        const auto records = judged_records(read, base::Locale::english);
        EXPECT_EQ(records.size(), 10U);
    });
}

TEST_P(FairnessStore, what_is_found_by_search_comes_in_parts_without_a_gap_or_a_repetition) {
    for (const std::string slug : {"plan", "plan-b", "aaa", "zzz", "ontario", "hidden"}) {
        auto budget = *find_record("alberta");
        budget.slug = slug;
        const BudgetId stored = insert(slug);
        save(stored, write_budget(budget));
        if (slug != "hidden") publish(stored);
    }
    const auto keys_by = [&](std::size_t limit, ports::DocumentParts parts) {
        std::vector<std::string> keys;
        database->read([&](db::Read& read) {
            for (std::string after;;) {
                const auto part = search_documents()(read, {after, limit, parts});
                for (const auto& document : part) keys.push_back(document.key);
                if (part.size() < limit) return;
                after = part.back().key;
            }
        });
        return keys;
    };
    const auto whole = keys_by(1'000, ports::DocumentParts::all);
    EXPECT_EQ(whole.size(), 2U * (1 + 10 + 4)) << "the test, ten provinces, four budgets of ours";
    EXPECT_TRUE(std::ranges::is_sorted(whole));
    EXPECT_EQ(keys_by(1, ports::DocumentParts::all), whole);
    EXPECT_EQ(keys_by(7, ports::DocumentParts::addresses), whole);
}

ALLTOGETHER_ON_BOTH_DATABASES(FairnessStore);

}  // namespace
}  // namespace fairness_test
