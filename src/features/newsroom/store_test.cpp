// News on real databases: written, published, found again under old addresses, imported by the hundred.
#include "features/newsroom/store.h"

#include <gtest/gtest.h>

#include "features/newsroom/bulk_store.h"
#include "features/newsroom/item_store.h"
#include "features/newsroom/section_store.h"
#include "people/store.h"
#include "tests/support/databases.h"

namespace newsroom {
namespace {

using base::Locale;

constexpr Day kToday{std::chrono::year{2026} / 11 / 22};
const std::string kDevon = "Devon";

class Newsroom : public test_support::OnBothDatabases {
protected:
    void SetUp() override {
        database->write([&](db::Write& write) {
            level =
                *people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            SectionForm form{.english = {"solidarity", "International Solidarity", "", ""},
                             .french = {"solidarite", "Solidarité internationale", "", ""},
                             .place = "1"};
            section = store::insert_section(write, level, form, "Chantal");
            store::publish_section(write, section, "Chantal");
        });
    }

    ItemId write_item(const std::string& title, std::optional<Day> day) {
        return database->write([&](db::Write& write) {
            const auto id = store::insert_item(write, {level, day, {section}}, "Chantal");
            store::save_words(write, {id, Locale::english, {.title = title, .body = "We stand together. Always."}},
                              "Chantal");
            return id;
        });
    }
    void step(ItemId id, Stage to) {
        database->write(
            [&](db::Write& write) { store::take_step(write, {.item = id, .to = to, .today = kToday}, kDevon); });
    }
    ItemId publish(const std::string& title, const char* day) {
        const auto id = write_item(title, day_of(day));
        step(id, Stage::published);
        return id;
    }
    store::List list(Locale locale = Locale::english) { return {store::ListKind::section, section.value, locale}; }
    std::vector<std::string> titles(const store::ListPage& page) {
        std::vector<std::string> found;
        for (const auto& headline : database->read([&](db::Read& read) { return store::page(read, page); }))
            found.push_back(headline.title);
        return found;
    }
    void expect_counts_are_right() {
        database->read([&](db::Read& read) {
            EXPECT_TRUE(store::month_differences(read).empty());
            EXPECT_EQ(store::stray_listings(read), 0);
        });
    }
    std::vector<store::ImportOutcome> import(const std::vector<store::ImportedItem>& items) {
        const store::ImportRun run{"file old.html", level, "Import"};
        return database->write([&](db::Write& write) { return store::store_imported(write, run, items); });
    }

    base::LevelId level{1};
    SectionId section{1};
};

using Titles = std::vector<std::string>;

TEST_P(Newsroom, AListRunsFromTheNewestDayToWhatHasNone) {
    publish("March", "2019-03-01");
    publish("May", "2019-05-03");
    publish("Old", "2004-01-31");
    import({{.key = "u", .day = {}, .words = {{Locale::english, {.title = "Undated"}, ""}}, .sections = {section}}});
    EXPECT_EQ(titles({.list = list()}), (Titles{"May", "March", "Old", "Undated"}));
    EXPECT_EQ(titles({.list = list(), .days = days_of_year(2019)}), (Titles{"May", "March"}));
    EXPECT_EQ(titles({.list = list(), .days = days_of(Month{2019, 3})}), Titles{"March"});
    EXPECT_EQ(titles({.list = list(Locale::french)}), Titles{});
    const auto months = database->read([&](db::Read& read) { return store::months(read, list()); });
    EXPECT_EQ(months, (std::vector<store::MonthCount>{
                          {Month{2019, 5}, 1}, {Month{2019, 3}, 1}, {Month{2004, 1}, 1}, {std::nullopt, 1}}));
    expect_counts_are_right();
}

TEST_P(Newsroom, PagesFollowEachOtherWithoutGapOrRepetitionInBothDirections) {
    for (int i = 1; i <= 9; ++i) publish("Item " + std::to_string(i), i < 5 ? "2020-01-01" : "2021-01-01");
    Titles walked;
    std::optional<store::Position> after;
    for (int turn = 0; turn < 5; ++turn) {
        const auto page = database->read(
            [&](db::Read& read) { return store::page(read, {.list = list(), .after = after, .limit = 2}); });
        for (const auto& each : page) walked.push_back(each.title);
        after = store::position_of(store::text_of(page.back().position()));
    }
    EXPECT_EQ(walked,
              (Titles{"Item 9", "Item 8", "Item 7", "Item 6", "Item 5", "Item 4", "Item 3", "Item 2", "Item 1"}));
    const auto before = database->read(
        [&](db::Read& read) { return store::page_before(read, {.list = list(), .after = after, .limit = 2}); });
    ASSERT_EQ(before.size(), 2u);
    EXPECT_EQ(before[0].title, "Item 3");
    EXPECT_EQ(before[1].title, "Item 2");
}

TEST_P(Newsroom, ARenamedItemIsFoundUnderBothAddresses) {
    const auto id = publish("Nurses in Bogotá", "2019-05-03");
    const auto slug_of = [&](std::string_view slug) {
        const auto found =
            database->read([&](db::Read& read) { return store::find_public(read, Locale::english, slug); });
        return found ? found->headline.slug : "";
    };
    EXPECT_EQ(slug_of("2019-05-03-nurses-in-bogota"), "2019-05-03-nurses-in-bogota");
    database->write(
        [&](db::Write& write) { EXPECT_TRUE(store::rename(write, {id, Locale::english, "nurses"}, "Chantal")); });
    EXPECT_EQ(slug_of("2019-05-03-nurses-in-bogota"), "nurses");
    EXPECT_EQ(slug_of("nurses"), "nurses");
    const auto other = publish("Teachers", "2019-05-04");
    database->write([&](db::Write& write) {
        EXPECT_FALSE(store::rename(write, {other, Locale::english, "2019-05-03-nurses-in-bogota"}, "Chantal"))
            << "it still leads to the nurses";
    });
}

TEST_P(Newsroom, TwoItemsOfOneTitleAndDayGetTwoAddresses) {
    publish("Strike", "2019-05-03");
    publish("Strike", "2019-05-03");
    database->read([&](db::Read& read) {
        const auto page = store::page(read, {.list = list()});
        EXPECT_EQ(page[0].slug, "2019-05-03-strike-2");
        EXPECT_EQ(page[1].slug, "2019-05-03-strike");
    });
}

TEST_P(Newsroom, AWithdrawnItemLeavesEveryListAndComesBackWithItsNewestWords) {
    const auto id = publish("Strike", "2019-05-03");
    step(id, Stage::withdrawn);
    EXPECT_EQ(titles({.list = list()}), Titles{});
    database->write([&](db::Write& write) {
        store::save_words(write, {id, Locale::english, {.title = "Strike ends", .body = "They won."}}, "Chantal");
    });
    step(id, Stage::published);
    EXPECT_EQ(titles({.list = list()}), Titles{"Strike ends"});
    database->read([&](db::Read& read) {
        EXPECT_EQ(store::revisions(read, id, Locale::english).size(), 2u);
        EXPECT_EQ(store::steps(read, id).size(), 4u);
    });
    expect_counts_are_right();
}

TEST_P(Newsroom, ChangesOfAPublicItemWaitUntilTheyArePublished) {
    const auto id = publish("Strike", "2019-05-03");
    database->write([&](db::Write& write) {
        store::save_words(write, {id, Locale::english, {.title = "Strike ends", .body = "They won."}}, "Chantal");
    });
    EXPECT_EQ(titles({.list = list()}), Titles{"Strike"});
    const auto row = database->read([&](db::Read& read) { return store::staff_page(read, {}).front(); });
    EXPECT_TRUE(row.has_unpublished_changes);
    EXPECT_EQ(row.headline_en, "Strike ends");
}

TEST_P(Newsroom, APinnedItemComesFirstAndStaysInItsPlaceOfTheArchive) {
    const auto old = publish("Old but dear", "2004-05-03");
    publish("New", "2019-05-03");
    database->write([&](db::Write& write) { store::pin(write, old, section, store::Pin::pinned, "Chantal"); });
    database->read([&](db::Read& read) {
        const auto pinned = store::pinned(read, section, Locale::english);
        ASSERT_EQ(pinned.size(), 1u);
        EXPECT_EQ(pinned[0].title, "Old but dear");
        EXPECT_EQ(pinned[0].day, day_of("2004-05-03"));
    });
    EXPECT_EQ(titles({.list = list()}), (Titles{"New", "Old but dear"}));
}

TEST_P(Newsroom, AnImportThatRunsAgainAddsNothingAndKeepsWhatStaffEdited) {
    using Outcome = store::ImportOutcome;
    std::vector<store::ImportedItem> items;
    for (int i = 0; i < 30; ++i)
        items.push_back({.key = std::to_string(i),
                         .day = day_of("2011-02-03"),
                         .words = {{Locale::english, {.title = "Same title", .teaser = "One."}, ""},
                                   {Locale::french, {.title = "Même titre", .teaser = "Un."}, ""}},
                         .sections = {section},
                         .tags = {{Locale::english, "Trade"}}});
    EXPECT_EQ(import(items), std::vector(30, Outcome::added));
    EXPECT_EQ(import(items), std::vector(30, Outcome::unchanged));
    EXPECT_EQ(titles({.list = list(), .limit = 100}).size(), 30u);
    items[3].words[0].words.teaser = "Two.";
    EXPECT_EQ(import(items)[3], Outcome::changed);
    const auto row = database->read([&](db::Read& read) { return store::page(read, {.list = list(), .limit = 100}); });
    EXPECT_EQ(row[26].teaser, "Two.");
    EXPECT_EQ(row[26].published_at.microseconds, 1'296'734'400'000'000)
        << "noon of 2011-02-03 in UTC: the same day from Newfoundland to the Pacific";
    database->write([&](db::Write& write) {
        store::save_words(write, {row[26].id, Locale::english, {.title = "By hand"}}, "Chantal");
    });
    items[3].words[0].words.teaser = "Three.";
    EXPECT_EQ(import(items)[3], Outcome::kept);
    database->read([&](db::Read& read) {
        const auto tag = store::find_tag(read, Locale::english, "trade");
        ASSERT_TRUE(tag.has_value());
        EXPECT_EQ(
            store::page(read, {.list = {store::ListKind::tag, tag->id.value, Locale::french}, .limit = 99}).size(),
            30u);
    });
    expect_counts_are_right();
}

TEST_P(Newsroom, AScheduledItemIsDueWhenItsTimeHasCome) {
    const auto id = write_item("Budget day", day_of("2026-11-30"));
    const base::Instant due = base::Instant{} + base::days(20'787);
    database->write([&](db::Write& write) {
        store::take_step(write, {.item = id, .to = Stage::scheduled, .today = kToday, .due_at = due}, kDevon);
        EXPECT_TRUE(store::due_items(write, due - base::seconds(1), 10).empty());
        EXPECT_EQ(store::due_items(write, due, 10), std::vector{id});
    });
}

TEST_P(Newsroom, ASectionThatChangesItsAddressIsFoundUnderTheOldOne) {
    database->write([&](db::Write& write) {
        SectionForm form{.english = {"world", "World", "", ""}, .french = {}, .place = "1"};
        store::save_section(write, section, form, "Chantal");
    });
    database->read([&](db::Read& read) {
        const auto found = store::find_public_section(read, Locale::english, "solidarity");
        ASSERT_TRUE(found.has_value());
        EXPECT_EQ(found->english.slug, "world");
        EXPECT_FALSE(store::find_public_section(read, Locale::french, "solidarite").has_value());
    });
}

ALLTOGETHER_ON_BOTH_DATABASES(Newsroom);

}  // namespace
}  // namespace newsroom
