// A mosaic from the wish of staff to the poster: everybody stands in it once, a newcomer moves nobody, and who
// withdraws is gone from every tile.
#include "features/mosaic/handlers_house_test.h"

namespace mosaic_test {
namespace {

TEST_P(Mosaic, everybody_stands_in_it_once_where_their_colours_suit) {
    everybody_joins(9, 9);
    const auto made = make();
    EXPECT_EQ(made.grid, (mosaic::Grid{6, 4})) << "600 x 400 pixels, six photos beside each other";
    EXPECT_EQ(made.placed, 18);
    const auto standing = cells(made);
    std::set<VoiceId> people;
    for (const auto& [cell, voice] : standing) {
        people.insert(voice);
        const bool is_left = cell % 6 < 3;
        EXPECT_EQ(wall.voices.at(voice).name.starts_with("Ruth"), is_left) << cell;
    }
    EXPECT_EQ(people.size(), 18U);
    for (const auto& [place, file] : tiles(made)) EXPECT_EQ(tile(made, place).status, 200) << place.level;
    EXPECT_EQ(findings(), 0U);
    const auto answer = tile(made, {0, 0, 0});
    EXPECT_EQ(answer.headers.view("Cache-Control"), "no-cache") << "who leaves is in no browser's store";
    EXPECT_EQ(answer.headers.view("Content-Type"), "image/jpeg");
    EXPECT_EQ(tile(made, {99, 0, 0}).status, 404);
}

TEST_P(Mosaic, the_page_says_how_many_and_the_list_names_them_all_in_both_languages) {
    everybody_joins(9, 9);
    make();
    const auto english = body_of(ask(&mosaic::Handlers::show, get("/en/mosaic", {})));
    EXPECT_NE(english.find("One harbour"), std::string::npos);
    EXPECT_NE(english.find(">18<"), std::string::npos);
    EXPECT_NE(english.find("A harbour with a lighthouse"), std::string::npos);
    auto& first = wall.voices.begin()->second;
    first.message = std::string(270, 'm') + " the end";
    first.alt.clear();
    const auto list = body_of(ask(&mosaic::Handlers::list, get("/fr/mosaic/list")));
    EXPECT_NE(list.find("mmm the end"), std::string::npos) << "as much as the card beside the picture says";
    EXPECT_NE(list.find("alt=\"Une photo envoyée par " + first.name), std::string::npos);
    for (const auto& [id, voice] : wall.voices) {
        EXPECT_NE(list.find(voice.name), std::string::npos) << voice.name;
        EXPECT_NE(list.find("/fr/voices/" + std::to_string(id.value)), std::string::npos);
    }
    EXPECT_NE(list.find("Un seul port"), std::string::npos);
    const auto api = body_of(ask(&mosaic::Handlers::api, get("/api/v1/mosaic", {})));
    EXPECT_NE(api.find(R"("people":18)"), std::string::npos) << api;
}

TEST_P(Mosaic, a_newcomer_moves_nobody_and_only_the_tiles_on_their_way_are_drawn) {
    everybody_joins(9, 9);
    const auto made = make();
    const auto cells_before = cells(made);
    const auto tiles_before = tiles(made);
    const auto noor = joins("Noor", {190, 25, 25});
    do_jobs();
    auto cells_after = cells(made);
    const auto own = std::ranges::find_if(cells_after, [&](const auto& each) { return each.second == noor; });
    ASSERT_NE(own, cells_after.end());
    EXPECT_LT(own->first % 6, 3) << "she wears red";
    const auto way = mosaic::Pyramid{made.grid}.way_of(own->first);
    cells_after.erase(own);
    EXPECT_EQ(cells_after, cells_before);
    const auto tiles_after = tiles(made);
    for (const auto& [place, file] : tiles_after)
        if (std::ranges::find(way, place) == way.end()) EXPECT_EQ(file, tiles_before.at(place)) << place.level;
    EXPECT_NE(tiles_after.at(way.front()), tiles_before.at(way.front()));
    EXPECT_EQ(findings(), 0U);
    EXPECT_EQ(shown().placed, 19);
}

TEST_P(Mosaic, who_withdraws_is_gone_from_every_tile_at_once_and_their_place_is_free) {
    everybody_joins(9, 9);
    const auto made = make();
    const auto standing = cells(made);
    const auto [cell, maya] = *standing.begin();
    const auto small = database->read([&](db::Read& read) { return mosaic::store::photo(read, maya)->tile; });
    const auto way = mosaic::Pyramid{made.grid}.way_of(cell);
    const auto tile_with_maya = tiles(made).at(way.front());
    withdraws(maya);
    // Committed, and no job has run yet.
    EXPECT_EQ(tile(made, way.front()).status, 404);
    EXPECT_EQ(tile(made, way[3]).status, 404) << "sixteen pixels wide";
    EXPECT_FALSE(cells(made).contains(cell));
    const auto api = ask(&mosaic::Handlers::api_cell,
                         get("/api", {{"mosaic", std::to_string(made.id.value)}, {"cell", std::to_string(cell)}}));
    EXPECT_NE(body_of(api).find(R"("voice":0)"), std::string::npos) << body_of(api);
    do_jobs();
    EXPECT_EQ(tile(made, way.front()).status, 200);
    EXPECT_EQ(files_kept().count(small), 0U);
    EXPECT_EQ(files_kept().count(tile_with_maya), 0U);
    EXPECT_EQ(findings(), 0U);
    auto others = standing;
    others.erase(cell);
    EXPECT_EQ(cells(made), others) << "nobody else moved";
}

// A worker had read what it draws before Maya left, and is done after that.
TEST_P(Mosaic, a_tile_that_was_drawn_while_somebody_left_is_not_kept) {
    everybody_joins(9, 9);
    const auto made = make();
    const auto [cell, maya] = *cells(made).begin();
    const auto place = mosaic::Pyramid{made.grid}.way_of(cell).front();
    const auto begun = database->write([&](db::Write& write) {
        mosaic::store::mark_stale(write, made.id, place);
        return *mosaic::store::find_tile(write, made.id, place);
    });
    withdraws(maya);
    EXPECT_FALSE(database->write([&](db::Write& write) { return mosaic::store::save_drawn(write, made.id, begun); }));
    EXPECT_EQ(tile(made, place).status, 404);
    do_jobs();
    EXPECT_EQ(tile(made, place).status, 200);
    EXPECT_EQ(findings(), 0U);
}

TEST_P(Mosaic, an_editor_of_a_province_looks_on) {
    const auth::Grant province{auth::Role::editor, base::LevelId{7}};
    const auto form = staff.read_beginning(signed_in(post("/en/staff/mosaic", {},
                                                          {{"picture", "5"},
                                                           {"title_en", "One harbour"},
                                                           {"title_fr", "Un seul port"},
                                                           {"across", "6"},
                                                           {"tint", "40"}}),
                                                     province));
    ASSERT_TRUE(form);
    EXPECT_EQ(database->write([&](db::Write& write) { return staff.begin(*form, write); })->status, 403);
    const auto page = body_of(database->read(
        [&](db::Read& read) { return staff.show(signed_in(get("/en/staff/mosaic", {}), province), read); }));
    EXPECT_EQ(page.find("Make the mosaic"), std::string::npos);
    EXPECT_EQ(page.find("photos.zip"), std::string::npos);
}

TEST_P(Mosaic, a_full_mosaic_takes_who_waits_when_somebody_goes_and_the_next_mosaic_replaces_it) {
    everybody_joins(12, 12);
    const auto first = make();
    const auto late = joins("Late Luc", {20, 20, 180});
    do_jobs();
    EXPECT_EQ(shown().placed, 24) << "it is full";
    const auto leaver = cells(first).at(5);
    withdraws(leaver);
    do_jobs();
    EXPECT_EQ(cells(first).at(5), late);
    const auto tiles_of_first = tiles(first);
    const auto second = make();
    EXPECT_NE(second.id, first.id);
    EXPECT_EQ(database->read([](db::Read& read) { return mosaic::store::all(read).size(); }), 1U);
    EXPECT_EQ(tile(first, {0, 0, 0}).status, 404);
    EXPECT_EQ(findings(), 0U);
    std::set<std::string> needed;
    database->read([&](db::Read& read) {
        for (const auto& file : mosaic::store::needed(read)) needed.insert(file);
    });
    EXPECT_EQ(files_kept(), needed) << "no file of the first is left";
}

TEST_P(Mosaic, staff_hear_everything_that_is_wrong_at_once_and_make_one_at_a_time) {
    const auto wrong = begin({{"title_en", "  "}, {"across", "1000"}, {"tint", "much"}});
    EXPECT_EQ(wrong.status, 422);
    const auto page = body_of(wrong);
    for (const auto* const sentence :
         {"Please choose a picture.", "Please give it a title.", "a number from 4 to 150", "a number from 0 to 100"})
        EXPECT_NE(page.find(sentence), std::string::npos) << sentence;
    const std::initializer_list<http::Fields::Field> fine{
        {"picture", "5"}, {"title_en", "One harbour"}, {"title_fr", "Un seul port"}, {"across", "6"}, {"tint", "40"}};
    EXPECT_EQ(begin(fine).status, 303);
    EXPECT_EQ(begin(fine).status, 422) << "one is being made already";
    do_jobs();
    EXPECT_EQ(shown().placed, 0) << "nobody has joined yet: the picture shows through";
    EXPECT_EQ(tile(shown(), {3, 0, 0}).status, 200);
}

ALLTOGETHER_ON_BOTH_DATABASES(Mosaic);

}  // namespace
}  // namespace mosaic_test
