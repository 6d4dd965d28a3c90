// Charts as readers and as their eyes get them.
#include "platform/html/charts.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "platform/html/charts_bars.h"
#include "platform/html/charts_line.h"
#include "platform/html/charts_tiles.h"

namespace {

bool holds(const html::SafeHtml& part, std::string_view text) {
    return part.view().find(text) != std::string_view::npos;
}

std::size_t count(const html::SafeHtml& part, std::string_view text) {
    std::size_t found = 0;
    for (auto at = part.view().find(text); at != std::string_view::npos; at = part.view().find(text, at + 1)) ++found;
    return found;
}

TEST(AScale, says_where_a_value_stands_in_hundredths_of_its_length) {
    EXPECT_EQ(html::charts::place(0, {0, 8}), "0%");
    EXPECT_EQ(html::charts::place(3, {0, 8}), "37.5%");
    EXPECT_EQ(html::charts::place(0, {-50, 100}), "33.33%");
    EXPECT_EQ(html::charts::extent({2, 4}, {0, 8}), "25%");
    EXPECT_EQ(html::charts::extent({4, 2}, {0, 8}), "0%");
}

TEST(AScale, of_no_length_and_values_that_are_none_do_no_harm) {
    EXPECT_EQ(html::charts::place(3, {0, 0}), "0%");
    EXPECT_EQ(html::charts::place(std::nan(""), {0, 8}), "0%");
    EXPECT_EQ(html::charts::place(std::numeric_limits<double>::infinity(), {0, 8}), "0%");
}

TEST(Bars, read_as_a_list_of_labels_and_figures_and_are_drawn_for_the_eye_only) {
    const auto chart = html::bar_chart({.rows = {{.label = "Schools & colleges",
                                                  .figure = "1,350",
                                                  .parts = {{{0, 30}, html::Ink::accent}, {{30, 40}, html::Ink::soft}},
                                                  .note = "of them 40 in Sudbury"},
                                                 {.label = "Shops", .figure = "10", .parts = {{{0, 10}}}}}});
    EXPECT_TRUE(holds(chart, R"(<span class="bar-chart__label">Schools &amp; colleges )"
                             R"(<span class="bar-chart__note">of them 40 in Sudbury</span></span> )"
                             R"(<span class="bar-chart__figure">1,350</span>)"));
    EXPECT_TRUE(holds(chart, R"(<rect class="chart-ink--accent" x="0%" width="75%" height="100%"/>)"
                             R"(<rect class="chart-ink--soft" x="75%" width="25%" height="100%"/>)"));
    EXPECT_TRUE(holds(chart, R"(<rect class="chart-ink--accent" x="0%" width="25%" height="100%"/>)"));
    EXPECT_EQ(count(chart, "<svg"), count(chart, R"(aria-hidden="true")"));
    EXPECT_FALSE(holds(chart, "bar-chart__zero"));
}

TEST(Bars, on_both_sides_of_zero_show_where_it_is) {
    const auto chart = html::bar_chart({.rows = {{.label = "Loss", .figure = "-10", .parts = {{{-10, 0}}}},
                                                 {.label = "Gain", .figure = "30", .parts = {{{0, 30}}}}}});
    EXPECT_TRUE(holds(chart, R"(<line class="bar-chart__zero" x1="25%" x2="25%")"));
    EXPECT_TRUE(holds(chart, R"(x="0%" width="25%")"));
    EXPECT_TRUE(holds(chart, R"(x="25%" width="75%")"));
}

TEST(Bars, with_a_range_leave_room_for_it) {
    const auto chart = html::bar_chart(
        {.rows = {{.label = "All", .figure = "50", .parts = {{{0, 50}}}, .range = html::Stretch{40, 100}}}});
    EXPECT_TRUE(holds(chart, R"(x="0%" width="50%")"));
    EXPECT_TRUE(holds(chart, R"(<line class="bar-chart__whisker" x1="40%" x2="100%" y1="135%" y2="135%"/>)"));
}

TEST(AWaterfall, begins_each_step_where_the_last_one_ended_and_ends_with_the_whole) {
    const auto chart = html::waterfall({{.label = "Direct", .figure = "50", .amount = 50, .live = "direct"},
                                        {.label = "Suppliers", .figure = "20", .amount = 20, .ink = html::Ink::ink},
                                        {.label = "Shops", .figure = "30", .amount = 30, .ink = html::Ink::soft}},
                                       {.label = "Together", .figure = "100"});
    EXPECT_TRUE(holds(chart, R"(<span class="bar-chart__figure" data-live-figure="direct">50</span>)"));
    EXPECT_TRUE(holds(chart, R"(<rect class="chart-ink--ink" x="50%" width="20%" height="100%"/>)"));
    EXPECT_TRUE(holds(chart, R"(<line class="bar-chart__step" x1="70%" x2="70%")"));
    EXPECT_EQ(count(chart, R"(<rect class="chart-ink--soft" x="70%" width="30%" height="100%"/>)"), 2)
        << "once as a step, once in the whole";
    EXPECT_EQ(count(chart, "bar-chart__step\""), 2) << "none leads to the first step, none to the whole";
}

TEST(AWaterfall, can_go_down_again) {
    const auto chart = html::waterfall({{.label = "Saved", .figure = "100", .amount = 100},
                                        {.label = "Lost in taxes", .figure = "-20", .amount = -20}},
                                       {.label = "Left", .figure = "80"});
    EXPECT_TRUE(holds(chart, R"(x="80%" width="20%")"));
}

TEST(ALine, has_a_name_for_those_who_do_not_see_it) {
    const auto chart =
        html::line_chart({.id = "years",
                          .title = "Jobs by year",
                          .points = {{.label = "2026", .figure = "50", .value = 50, .range = html::Stretch{40, 100}},
                                     {.label = "2027", .figure = "80", .value = 80}}});
    EXPECT_TRUE(holds(chart, R"(role="img" aria-labelledby="years-title")"));
    EXPECT_TRUE(holds(chart, R"(<title id="years-title">Jobs by year</title>)"));
    EXPECT_TRUE(holds(chart, R"(<polygon class="line-chart__band" points="8,22 92,33.6 92,33.6 8,56.8 "/>)"));
    EXPECT_TRUE(holds(chart, R"(<line class="line-chart__line" x1="8%" y1="51%" x2="92%" y2="33.6%"/>)"));
    EXPECT_EQ(count(chart, "line-chart__figure"), 2);
}

TEST(ALine, with_many_points_says_the_first_and_the_last_figure_only) {
    html::LineChart chart{.id = "years", .title = "Jobs", .points = {}};
    for (int year = 2026; year < 2036; ++year)
        chart.points.push_back({.label = std::to_string(year), .figure = "1", .value = 1});
    EXPECT_EQ(count(html::line_chart(chart), "line-chart__figure"), 2);
    chart.points.resize(1);
    EXPECT_TRUE(html::line_chart(chart).empty()) << "one point makes no line";
}

TEST(TheTileMap, is_a_list_of_names_and_figures_and_a_menu_where_it_has_links) {
    const auto map = html::tile_map({.label = "Jobs by province",
                                     .tiles = {{.code = "ON",
                                                .name = "Ontario",
                                                .figure = "2.4",
                                                .strength = 4,
                                                .url = "/en/jobs-lost?jurisdiction=ON",
                                                .current = html::Current::page},
                                               {.code = "NU", .name = "Nunavut", .figure = "–"}}});
    EXPECT_TRUE(holds(
        map,
        R"(<li class="tile-map__tile tile-map__tile--on tile-map__tile--strength-4"><a class="tile-map__words" href="/en/jobs-lost?jurisdiction=ON" aria-current="true">)"));
    EXPECT_TRUE(
        holds(map, R"(<span class="visually-hidden">Ontario </span><span class="tile-map__figure">2.4</span>)"));
    EXPECT_TRUE(holds(map, R"(tile-map__tile--nu tile-map__tile--strength-0"><span class="tile-map__words">)"));
}

TEST(TheTileMap, has_four_strengths_and_none) {
    EXPECT_EQ(html::tile_strength({0, 10}), 0);
    EXPECT_EQ(html::tile_strength({0.01, 10}), 1);
    EXPECT_EQ(html::tile_strength({2.5, 10}), 1);
    EXPECT_EQ(html::tile_strength({2.6, 10}), 2);
    EXPECT_EQ(html::tile_strength({10, 10}), 4);
    EXPECT_EQ(html::tile_strength({11, 10}), 4);
    EXPECT_EQ(html::tile_strength({1, 0}), 0);
}

TEST(AChart, stands_in_a_figure_under_the_sentence_that_says_what_to_see) {
    const auto figure = html::chart_figure({.id = "spread",
                                            .says = "Every job cut takes another one with it.",
                                            .chart = html::render<"<p>{}</p>">("drawn"),
                                            .key = {{html::Ink::soft, "Shops"}}});
    EXPECT_TRUE(holds(figure, R"(<figure class="chart" id="spread"><figcaption class="chart__says">Every job)"));
    EXPECT_TRUE(holds(figure, R"(<rect class="chart-ink--soft" width="100%" height="100%"/></svg>Shops</li>)"));
}

TEST(ATableOfAChart, has_a_caption_and_headings) {
    const auto table = html::chart_table({.id = "years-table",
                                          .summary = "The figures as a table",
                                          .caption = "Jobs by year",
                                          .columns = {"Year", "Jobs"},
                                          .rows = {{"2026", "50"}}});
    EXPECT_TRUE(holds(table, R"(<caption class="table__caption" id="years-table">Jobs by year</caption>)"));
    EXPECT_TRUE(holds(table, R"(<th scope="col">Year</th><th scope="col" class="table__number">Jobs</th>)"));
    EXPECT_TRUE(holds(table, R"(<tr><th scope="row">2026</th><td class="table__number">50</td></tr>)"));
}

}  // namespace
