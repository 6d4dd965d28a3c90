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
    std::vector<std::string> order;
    for (const auto& level : tree.all()) order.push_back(level.slug);
    EXPECT_EQ(order, (std::vector<std::string>{"canada", "on", "qc", "val-clair"}));
    EXPECT_EQ(slugs(tree.children(kCanada)), (std::vector<std::string>{"on", "qc"}));
    EXPECT_EQ(tree.national()->slug, "canada");
}

TEST(LevelForm, OfANewLocalTakesItsProvince) {
    const auto plan = read_level({"local", "lac-aux-oies", "Lac-aux-Oies", "Lac-aux-Oies", "4", "qc"}, some_levels());
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->parent, kQuebec);
    EXPECT_EQ(plan->province, Province::qc);
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
