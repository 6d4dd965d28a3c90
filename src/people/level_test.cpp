#include "people/level.h"

#include <gtest/gtest.h>

namespace people {
namespace {

const base::LevelId kCanada{1}, kQuebec{2}, kValClair{3}, kOntario{4};

LevelTree some_levels() {
    return LevelTree{{
        {kValClair, LevelKind::local, "val-clair", "Val-Clair local", "Section de Val-Clair", 5, kQuebec, Province::qc},
        {kQuebec, LevelKind::province, "qc", "Quebec", "Québec", 2, kCanada, Province::qc},
        {kCanada, LevelKind::national, "canada", "Canada", "Canada", 1, std::nullopt, std::nullopt},
        {kOntario, LevelKind::province, "on", "Ontario", "Ontario", 3, kCanada, Province::on},
    }};
}

std::vector<std::string> slugs(const std::vector<const Level*>& levels) {
    std::vector<std::string> slugs;
    for (const auto* level : levels) slugs.push_back(level->slug);
    return slugs;
}

TEST(LevelTree, AVillageLooksAtItselfItsProvinceAndTheNation) {
    const auto tree = some_levels();
    EXPECT_EQ(slugs(tree.with_ancestors(kValClair)), (std::vector<std::string>{"val-clair", "qc", "canada"}));
    EXPECT_TRUE(tree.with_ancestors(base::LevelId{99}).empty());
}

TEST(LevelTree, StaffOfAProvinceReachItsLocalsAndNoOthers) {
    const auto tree = some_levels();
    EXPECT_TRUE(tree.is_within({.inner = kValClair, .outer = kQuebec}));
    EXPECT_TRUE(tree.is_within({.inner = kQuebec, .outer = kQuebec}));
    EXPECT_FALSE(tree.is_within({.inner = kValClair, .outer = kOntario}));
    EXPECT_FALSE(tree.is_within({.inner = kCanada, .outer = kQuebec}));
}

TEST(LevelTree, StandsInTheOrderOfATable) {
    const auto tree = some_levels();
    EXPECT_EQ(slugs(tree.sorted(base::Locale::english)), (std::vector<std::string>{"canada", "on", "qc", "val-clair"}));
    EXPECT_EQ(slugs(tree.children(kCanada, base::Locale::english)), (std::vector<std::string>{"on", "qc"}));
    EXPECT_EQ(tree.national()->slug, "canada");
    EXPECT_EQ(tree.ids_with_ancestors(kValClair), (std::vector<base::LevelId>{kValClair, kQuebec, kCanada}));
}

// The order of the alphabet in each language, with accents where they belong.
TEST(LevelTree, NamesStandInTheOrderOfTheReadersLanguage) {
    const LevelTree tree{{
        {kCanada, LevelKind::national, "canada", "Canada", "Canada", 1, std::nullopt, std::nullopt},
        {base::LevelId{5}, LevelKind::province, "pe", "Prince Edward Island", "Île-du-Prince-Édouard", 3, kCanada,
         Province::pe},
        {base::LevelId{6}, LevelKind::province, "nb", "New Brunswick", "Nouveau-Brunswick", 4, kCanada, Province::nb},
        {base::LevelId{7}, LevelKind::province, "mb", "Manitoba", "Manitoba", 5, kCanada, Province::mb},
    }};
    EXPECT_EQ(slugs(tree.children(kCanada, base::Locale::english)), (std::vector<std::string>{"mb", "nb", "pe"}));
    EXPECT_EQ(slugs(tree.children(kCanada, base::Locale::french)), (std::vector<std::string>{"pe", "mb", "nb"}));
}

TEST(LevelForm, OfANewLocalTakesItsProvince) {
    const auto plan = read_level({"local", "lac-aux-oies", "Lac-aux-Oies", "Lac-aux-Oies", "4", "qc"}, some_levels());
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->parent, kQuebec);
    EXPECT_EQ(plan->province, Province::qc);
}

TEST(LevelForm, OfAChangedLevelMovesLocalsOnly) {
    const auto tree = some_levels();
    const auto local =
        read_level_change({"", "val-clair-et-lac", "Val-Clair", "Val-Clair", "6", ""}, *tree.find("val-clair"), tree);
    ASSERT_TRUE(local);
    EXPECT_EQ(local->slug, "val-clair-et-lac");
    EXPECT_EQ(local->accent, 6);
    const auto province = read_level_change({"", "quebec", "Quebec", "Québec", "2", ""}, *tree.find("qc"), tree);
    ASSERT_TRUE(province);
    EXPECT_EQ(province->slug, "qc") << "the code of the province";
    const auto taken = read_level_change({"", "on", "", "Val-Clair", "0", ""}, *tree.find("val-clair"), tree);
    ASSERT_FALSE(taken);
    for (const auto* field : {"slug", "name_en", "accent"}) EXPECT_TRUE(base::find_problem(taken.error(), field));
}

TEST(LevelForm, SaysEverythingThatIsWrong) {
    const auto plan = read_level({"planet", "No Slug", "", "=1", "9", "nowhere"}, some_levels());
    ASSERT_FALSE(plan);
    for (const auto* field : {"kind", "slug", "name_en", "name_fr", "accent"})
        EXPECT_TRUE(base::find_problem(plan.error(), field)) << field;
}

TEST(LevelForm, KeepsTheTreeInShape) {
    const auto tree = some_levels();
    EXPECT_FALSE(read_level({"local", "x", "X", "X", "1", "canada"}, tree));
    EXPECT_FALSE(read_level({"province", "mb", "Manitoba", "Manitoba", "1", "qc"}, tree));
    EXPECT_FALSE(read_level({"national", "world", "World", "Monde", "1", ""}, tree));
    EXPECT_FALSE(read_level({"local", "val-clair", "X", "X", "1", "qc"}, tree));
    EXPECT_TRUE(read_level({"province", "mb", "Manitoba", "Manitoba", "1", "canada"}, tree));
}

TEST(Slug, IsPartOfAnAddress) {
    for (const auto* good : {"a", "val-clair", "2027", "a-1-b"}) EXPECT_TRUE(is_slug(good)) << good;
    for (const auto* bad : {"", "-a", "a-", "a--b", "A", "é", "a b", "a/b", "a.b"}) EXPECT_FALSE(is_slug(bad)) << bad;
    EXPECT_TRUE(is_slug(std::string(60, 'a')));
    EXPECT_FALSE(is_slug(std::string(61, 'a')));
}

}  // namespace
}  // namespace people
