// Prepared cuts in both databases: what staff write and what everybody sees are two things.
#include "features/jobs_calculator/scenario_store.h"

#include <gtest/gtest.h>

#include "people/store.h"
#include "tests/support/databases.h"

namespace jobs_calculator {
namespace {

class ScenarioStore : public test_support::OnBothDatabases {
protected:
    ScenarioStore() {
        database->write([this](db::Write& write) {
            const auto level =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            id = store::insert_scenario(write, {*level, "budget-2026", "jurisdiction=ON"}, "Amélie");
            EXPECT_FALSE(store::insert_scenario(write, {*level, "budget-2026", ""}, "Amélie")) << "the slug is taken";
        });
    }

    Scenario found() {
        return *database->read([](db::Read& read) { return store::find_scenario(read, "budget-2026"); });
    }
    void save(const ScenarioContent& typed) {
        database->write([&](db::Write& write) { store::save_draft(write, *id, typed, "Jean"); });
    }
    void publish() {
        database->write([&](db::Write& write) { store::publish_scenario(write, *id, "Amélie"); });
    }

    std::optional<ScenarioId> id;
    const ScenarioContent content{"amount=5", {"They cut", "Why"}, {"On coupe", "Pourquoi"}};
};
ALLTOGETHER_ON_BOTH_DATABASES(ScenarioStore);

TEST_P(ScenarioStore, keeps_a_draft_from_everybody_until_it_is_published) {
    save(content);
    EXPECT_EQ(found().draft, content);
    EXPECT_FALSE(found().is_public());
    publish();
    EXPECT_EQ(found().published, content);
    EXPECT_TRUE(found().is_public());
    EXPECT_FALSE(found().has_changes());
}

TEST_P(ScenarioStore, shows_the_published_words_while_staff_write_others) {
    save(content);
    publish();
    save({"amount=6", {"They cut more", ""}, {}});
    EXPECT_TRUE(found().has_changes());
    const auto shown =
        database->read([](db::Read& read) { return store::all_public_scenarios(read, base::Locale::english); });
    ASSERT_EQ(shown.size(), 1);
    EXPECT_EQ(shown.front().words.headline, "They cut");
    EXPECT_EQ(shown.front().question.amount, "5");
    const auto saving = database->read([this](db::Read& read) { return store::last_saving(read, *id); });
    EXPECT_EQ(saving->by, "Jean");
}

TEST_P(ScenarioStore, takes_a_cut_from_the_site_and_brings_it_back) {
    save(content);
    publish();
    database->write([this](db::Write& write) { store::withdraw_scenario(write, *id, "Amélie"); });
    EXPECT_FALSE(found().is_public());
    publish();
    EXPECT_TRUE(found().is_public());
}

TEST_P(ScenarioStore, remembers_whether_it_is_listed) {
    database->write([this](db::Write& write) { store::save_listing(write, *id, Listing::listed); });
    EXPECT_EQ(found().listing, Listing::listed);
}

}  // namespace
}  // namespace jobs_calculator
