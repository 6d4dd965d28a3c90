#include "features/site/store.h"

#include <gtest/gtest.h>

#include "features/site/seed.h"
#include "people/store.h"
#include "tests/support/databases.h"

namespace site {
namespace {

class SiteStore : public test_support::OnBothDatabases {
protected:
    base::LevelId canada = database->write([](db::Write& write) { return seed_levels(write); });

    template <class F>
    auto write(F f) {
        return database->write([&](db::Write& write) { return f(write); });
    }
    template <class F>
    auto read(F f) {
        return database->read([&](db::Read& read) { return f(read); });
    }
    std::vector<std::string> draft_kinds() {
        std::vector<std::string> kinds;
        for (const auto& block : read([&](db::Read& tx) { return store::draft(tx, canada); }))
            kinds.push_back(block.kind);
        return kinds;
    }
    BlockId append(std::string kind) {
        return write([&](db::Write& tx) { return store::append_block(tx, canada, {.kind = kind}, "Amélie Roy"); });
    }
};

using Kinds = std::vector<std::string>;

TEST_P(SiteStore, BlocksKeepTheirOrderAndChangePlaces) {
    append("hero");
    const auto text = append("text");
    const auto news = append("news");
    EXPECT_EQ(draft_kinds(), (Kinds{"hero", "text", "news"}));
    const auto move = [&](BlockId id, store::Direction direction) {
        write([&](db::Write& tx) { store::move_block(tx, canada, id, direction); });
    };
    move(news, store::Direction::up);
    EXPECT_EQ(draft_kinds(), (Kinds{"hero", "news", "text"}));
    move(text, store::Direction::down);
    EXPECT_EQ(draft_kinds(), (Kinds{"hero", "news", "text"})) << "the last one stays the last";
    write([&](db::Write& tx) { store::remove_block(tx, news); });
    EXPECT_EQ(draft_kinds(), (Kinds{"hero", "text"}));
}

TEST_P(SiteStore, ABlockIsSavedInBothLanguages) {
    const auto id = append("text");
    auto block = *read([&](db::Read& tx) { return store::find_block(tx, canada, id); });
    block.english.body = "What we share.";
    block.french.body = "Ce que nous partageons.";
    write([&](db::Write& tx) { store::save_block(tx, block, "Amélie Roy"); });
    EXPECT_EQ(read([&](db::Read& tx) { return store::find_block(tx, canada, id); }), block);
    EXPECT_FALSE(read([&](db::Read& tx) { return store::find_block(tx, base::LevelId{1}, id); })) << "another level's";
}

TEST_P(SiteStore, TheNewestVersionIsPublicAndOldOnesCanBeTakenBack) {
    EXPECT_FALSE(read([&](db::Read& tx) { return store::published(tx, canada); }));
    append("hero");
    EXPECT_EQ(write([&](db::Write& tx) { return store::publish(tx, canada, "Amélie Roy"); }), 1);
    append("text");
    EXPECT_EQ(read([&](db::Read& tx) { return store::published(tx, canada); })->blocks.size(), 1u)
        << "a draft is seen by nobody";
    EXPECT_EQ(write([&](db::Write& tx) { return store::publish(tx, canada, "Tom Okafor"); }), 2);
    const auto versions = read([&](db::Read& tx) { return store::versions(tx, canada); });
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_EQ(versions[0].version, 2);
    EXPECT_EQ(versions[0].published_by, "Tom Okafor");
    write([&](db::Write& tx) { store::replace_draft(tx, canada, versions[1].blocks, "Amélie Roy"); });
    EXPECT_EQ(draft_kinds(), (Kinds{"hero"}));
}

TEST_P(SiteStore, APageShowsItsNewestPublishedText) {
    const auto id = *write([&](db::Write& tx) { return store::insert_page(tx, canada, "privacy", "Amélie Roy"); });
    EXPECT_FALSE(write([&](db::Write& tx) { return store::insert_page(tx, canada, "privacy", "Amélie Roy"); }));
    const auto save = [&](base::Locale locale, const PageWords& words) {
        write([&](db::Write& tx) { store::save_text(tx, {id, locale, words}, "Amélie Roy"); });
    };
    const auto shown = [&](base::Locale locale) {
        return read([&](db::Read& tx) { return store::public_text(tx, id, locale); });
    };
    save(base::Locale::english, {"Privacy", "", "First."});
    EXPECT_FALSE(shown(base::Locale::english));
    write([&](db::Write& tx) { store::publish_page(tx, id); });
    EXPECT_EQ(shown(base::Locale::english)->words.body, "First.");
    EXPECT_EQ(shown(base::Locale::french)->locale, base::Locale::english) << "the other language where one is missing";
    save(base::Locale::english, {"Privacy", "", "Second."});
    EXPECT_EQ(shown(base::Locale::english)->words.body, "First.");
    save(base::Locale::french, {"Vie privée", "", "Première."});
    write([&](db::Write& tx) { store::publish_page(tx, id); });
    EXPECT_EQ(shown(base::Locale::english)->words.body, "Second.");
    EXPECT_EQ(shown(base::Locale::english)->version, 2);
    EXPECT_EQ(shown(base::Locale::french)->words.title, "Vie privée");
    save(base::Locale::french, {});
    EXPECT_EQ(read([&](db::Read& tx) { return store::texts(tx, id); }).size(), 3u)
        << "an empty language changes nothing";
}

TEST_P(SiteStore, TheDemoIsSeededOnce) {
    write([](db::Write& tx) { return seed_demo(tx); });
    write([](db::Write& tx) { return seed_demo(tx); });
    const auto tree = read([](db::Read& tx) { return people::levels(tx); });
    EXPECT_EQ(tree.all().size(), 22u);
    EXPECT_EQ(tree.children(tree.national()->id, base::Locale::french).size(), 13u);
    EXPECT_EQ(read([&](db::Read& tx) { return store::versions(tx, canada); }).size(), 1u);
    EXPECT_TRUE(read([&](db::Read& tx) { return store::find_page(tx, "about"); }));
}

ALLTOGETHER_ON_BOTH_DATABASES(SiteStore);

}  // namespace
}  // namespace site
