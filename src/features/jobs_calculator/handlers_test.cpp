// Requests in, answers out, without a socket: Ruth asks what a cut costs, shares the figure, and puts it on her site.
#include "features/jobs_calculator/handlers.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "features/jobs_calculator/edition_service.h"
#include "features/jobs_calculator/scenario_store.h"
#include "features/jobs_calculator/slice.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace jobs_calculator {
namespace {

constexpr base::Instant kNow{1'800'000'000'000'000};

ports::FrameSettings frame_settings() {
    ports::FrameSettings settings;
    settings.public_url = "https://campaign.example";
    settings.campaign = [](base::Locale) { return "All Together Now"; };
    return settings;
}

class Calculator : public testing::Test {
protected:
    Calculator() {
        database->write([](db::Write& write) {
            const auto level =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            const auto id = store::insert_scenario(write, {*level, "night-shift", ""}, "Amélie");
            store::save_draft(write, *id,
                              {"jurisdiction=ON&function=hospitals&amount=2&unit=percent",
                               {"They <cut> the night shift", "Page **12**."},
                               {"On coupe le quart de nuit", ""}},
                              "Amélie");
            store::publish_scenario(write, *id, "Amélie");
        });
    }

    http::Response show(std::string_view address) {
        const auto request = http::testing::get(address);
        return database->read([&](db::Read& read) { return handlers.show(request, read); });
    }
    http::Response show_scenario(std::string_view address, std::string_view slug) {
        const auto request = http::testing::get(address, {{"slug", slug}});
        return database->read([&](db::Read& read) { return handlers.show_scenario(request, read); });
    }

    test_support::TestDatabase database{test_support::Kind::sqlite, [] { return kNow; }};
    ports::PageFrames frames{frame_settings()};
    ports::ActionRegistry actions;
    LiveModel live{*database};
    PastModels past{*database};
    Services services{frames, actions, [this] { return live.current(); },
                      [this](std::string_view edition, const Model& now) { return past.find(edition, now); }};
    Handlers handlers{services};
    Api api{services};
};

bool shows(const http::Response& response, std::string_view text) {
    return response.body.view().find(text) != std::string_view::npos;
}

TEST_F(Calculator, without_a_question_answers_an_example) {
    const auto page = show("/en/jobs-lost");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(shows(page, "Hospitals, Ontario: $100 million less a year"));
    EXPECT_TRUE(shows(page, R"(method="get")"));
}

TEST_F(Calculator, answers_in_french_with_french_numbers) {
    const auto page = show("/fr/jobs-lost?jurisdiction=QC&function=schools&amount=1%C2%A0250,5&unit=million");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(shows(page, "1,25 milliard de dollars"));
    EXPECT_TRUE(shows(page, "value=\"1\u00a0250,5\"")) << "what was typed stays as it was typed";
}

TEST_F(Calculator, gives_a_wrong_question_back_with_every_problem_and_what_was_typed) {
    const auto page = show("/en/jobs-lost?jurisdiction=XX&function=hospitals&amount=-5%20%3Cb%3E&unit=million");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(shows(page, "2 things to correct"));
    EXPECT_TRUE(shows(page, "value=\"-5 &lt;b&gt;\""));
    EXPECT_TRUE(shows(page, R"(href="#jurisdiction")"));
    EXPECT_TRUE(shows(page, R"(href="#amount")"));
}

TEST_F(Calculator, says_what_must_be_said_beside_every_figure) {
    const auto page = show("/en/jobs-lost?jurisdiction=NS&function=schools&amount=3&unit=percent");
    for (const auto* words : {"Somewhere between", "They are not lay-off notices.", "It is a range, not one number.",
                              "no limits of supply", "How we know", "Sources"})
        EXPECT_TRUE(shows(page, words)) << words;
}

TEST_F(Calculator, tells_when_a_link_was_made_with_other_data) {
    const std::string question = "/en/jobs-lost?jurisdiction=ON&function=hospitals&amount=100&unit=million";
    EXPECT_TRUE(
        shows(show(question + "&data=00000000&model=0.9"), "The figures have moved on since this link was made"));
    const auto now = shipped_model()->edition;
    const std::string model{jobs_lost::kModelVersion};
    EXPECT_FALSE(shows(show(question + "&data=" + now + "&model=" + model), "The figures have moved on"));
    EXPECT_TRUE(shows(handlers.embed(http::testing::get("/en/jobs-lost/embed?data=00000000")), "Made anew"));
}

// Ruth shares a figure; Inès imports newer tables, with twice the jobs; Tomasz opens Ruth's link.
TEST_F(Calculator, gives_the_figure_of_a_link_again_after_an_import) {
    const std::string question = "jurisdiction=ON&function=hospitals&amount=100&unit=million&year=2022";
    const auto ask = [&](const std::string& more) {
        const auto answer = api.count(http::testing::get("/api/v1/jobs-lost?" + question + more));
        return boost::json::parse(answer.body.view()).as_object();
    };
    const auto shared = ask("");
    auto table = statistics::OfficialTable::open(SOURCE_DIR "/tests/official_tables/36100113.csv");
    auto newer = *read_import(*table);
    for (auto& row : newer.multipliers)
        if (row.variable == jobs_lost::Variable::jobs)
            for (auto* const figure : {&row.direct, &row.indirect, &row.induced, &row.simple, &row.total})
                if (*figure) **figure *= 2;
    database->write([&](db::Write& write) { store::replace_import(write, newer, {"36100113-eng.zip", "abc"}); });
    live.refresh();
    const std::string edition = "&model=1.0&data=" + std::string{shared.at("data_edition").as_string()};

    const auto again = ask(edition);
    EXPECT_EQ(again.at("total"), shared.at("total"));
    EXPECT_EQ(again.at("by_industry"), shared.at("by_industry"));
    EXPECT_EQ(again.at("link"), shared.at("link")) << "a link of a link is the same link";
    EXPECT_EQ(again.at("data_state").as_string(), "past");
    EXPECT_EQ(again.at("data_until").as_string(), "2027-01-15");
    EXPECT_GT(ask("").at("total").as_double(), 1.9 * shared.at("total").as_double());

    const std::string figure{shared.at("words").at("figures").at("total").as_string()};
    const auto page = show("/en/jobs-lost?" + question + edition);
    EXPECT_TRUE(shows(page, figure));
    EXPECT_TRUE(shows(page, "This link was made with the data in use until January 15, 2027"));
    EXPECT_TRUE(shows(page, "See the figure with today’s data"));
    EXPECT_TRUE(shows(
        page, "With today’s data it is " + std::string{ask("").at("words").at("figures").at("total").as_string()}));
    EXPECT_TRUE(shows(page, "jurisdiction=NS&amp;")) << "and the map stays with those data";
    EXPECT_TRUE(shows(handlers.embed(http::testing::get("/en/jobs-lost/embed?" + question + edition)), figure));
    const auto file = handlers.figures(http::testing::get("/en/jobs-lost/figures.csv?" + question + edition));
    EXPECT_TRUE(shows(file, "question,data_state,past"));
    EXPECT_NE(handlers.share_card(http::testing::get("/en/jobs-lost/share-card.png?" + question + edition)).body.view(),
              handlers.share_card(http::testing::get("/en/jobs-lost/share-card.png?" + question)).body.view());
}

TEST_F(Calculator, tells_ruth_what_it_means_in_her_town) {
    const std::string question = "/en/jobs-lost?jurisdiction=ON&function=hospitals&amount=1&unit=billion";
    const auto page = show(question +
                           "&community_in=ON&community_public_jobs=2.5%25&community_labour_force=20,000"
                           "&community_unemployed=1,200");
    EXPECT_EQ(page.status, 200);
    for (const auto* words : {"Fewer jobs in your community", "2.50%", "it is 6.0% now",
                              "community_in=ON&amp;community_public_jobs=2.5%25&amp;community_labour_force=20000"})
        EXPECT_TRUE(shows(page, words)) << words;
    const auto wrong = show(question + "&community_in=ON&community_public_jobs=99999999&community_unemployed=5");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(shows(wrong, "href=\"#community_public_jobs\""));
    EXPECT_TRUE(shows(wrong, "href=\"#community_labour_force\""));
    EXPECT_TRUE(shows(wrong, "value=\"99999999\"")) << "what was typed stays, and so does the figure of the province";
    EXPECT_TRUE(shows(wrong, "jobs-hero__count"));
}

TEST_F(Calculator, lists_prepared_cuts_in_parts) {
    database->write([](db::Write& write) {
        const auto level = people::find_level(write, "canada")->id;
        for (int i = 0; i < 31; ++i) {
            const std::string slug = "cut-" + std::to_string(i);
            const auto id = store::insert_scenario(write, {level, slug, ""}, "Amélie");
            store::save_draft(write, *id, {"amount=5", {"Headline of " + slug, ""}, {}}, "Amélie");
            store::publish_scenario(write, *id, "Amélie");
        }
    });
    const auto list = [&](std::string_view address) {
        return database->read(
            [&](db::Read& read) { return handlers.list_scenarios(http::testing::get(address), read); });
    };
    const auto first = list("/en/jobs-lost/scenarios");
    EXPECT_TRUE(shows(first, "Headline of cut-30"));
    EXPECT_FALSE(shows(first, "Headline of cut-0<"));
    EXPECT_TRUE(shows(first, "scenarios?behind=cut-1\""));
    const auto second = list("/en/jobs-lost/scenarios?behind=cut-1");
    EXPECT_TRUE(shows(second, "Headline of cut-0"));
    EXPECT_TRUE(shows(second, "They &lt;cut&gt; the night shift")) << "published first";
    EXPECT_FALSE(shows(second, "rel=\"next\""));
    EXPECT_TRUE(shows(show("/en/jobs-lost"), "/en/jobs-lost/scenarios\"")) << "six of them, and the way to all";
}

TEST_F(Calculator, shows_a_prepared_cut_under_its_own_headline) {
    const auto page = show_scenario("/en/jobs-lost/night-shift", "night-shift");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(shows(page, "They &lt;cut&gt; the night shift"));
    EXPECT_TRUE(shows(page, "<strong>12</strong>"));
    EXPECT_TRUE(shows(page, "2% ("));
    EXPECT_TRUE(shows(show_scenario("/fr/jobs-lost/night-shift", "night-shift"), "On coupe le quart de nuit"));
    EXPECT_EQ(show_scenario("/en/jobs-lost/none", "none").status, 404);
}

TEST_F(Calculator, can_be_framed_by_other_sites_but_only_the_frame_for_them) {
    const auto frame = handlers.embed(http::testing::get("/en/jobs-lost/embed?amount=50"));
    EXPECT_EQ(frame.status, 200);
    EXPECT_NE(frame.headers.view("content-security-policy").find("frame-ancestors *"), std::string::npos);
    EXPECT_TRUE(shows(frame, "$50 million"));
    EXPECT_FALSE(shows(frame, "<script")) << "frames of other sites run nothing";
    EXPECT_FALSE(show("/en/jobs-lost").headers.has("content-security-policy")) << "the server's own policy";
    EXPECT_EQ(handlers.embed(http::testing::get("/en/jobs-lost/embed?amount=lots")).status, 422);
}

TEST_F(Calculator, gives_every_figure_as_a_spreadsheet) {
    const auto file = handlers.figures(http::testing::get("/fr/jobs-lost/figures.csv?jurisdiction=BC&function=police"));
    EXPECT_TRUE(
        file.body.view().starts_with("\xEF\xBB\xBFsection,code,name,year,direct,indirect,induced,total,low,high\r\n"));
    for (const auto* row :
         {"\r\njobs,,Emplois,", "\r\nindustry,GS912,", "\r\nyear,", "\r\nelsewhere,BC,", "\r\nsource,"})
        EXPECT_TRUE(shows(file, row)) << row;
    EXPECT_EQ(handlers.figures(http::testing::get("/en/jobs-lost/figures.csv?amount=-1")).status, 422);
}

TEST_F(Calculator, draws_a_picture_with_the_figure_in_it) {
    const auto card = handlers.share_card(http::testing::get("/en/jobs-lost/share-card.png?amount=50"));
    EXPECT_EQ(card.status, 200);
    EXPECT_TRUE(card.body.view().starts_with("\x89PNG"));
    EXPECT_EQ(handlers.share_card(http::testing::get("/en/jobs-lost/share-card.png?amount=x")).status, 404);
}

TEST_F(Calculator, answers_programs_in_json_with_the_same_figures) {
    const auto response =
        api.count(http::testing::get("/api/v1/jobs-lost?jurisdiction=ON&function=hospitals&amount=100&language=fr"));
    EXPECT_EQ(response.headers.view("access-control-allow-origin"), "*");
    const auto answer = boost::json::parse(response.body.view()).as_object();
    const double sum =
        answer.at("direct").as_double() + answer.at("indirect").as_double() + answer.at("induced").as_double();
    EXPECT_NEAR(sum, answer.at("total").as_double(), 1e-6);
    EXPECT_LE(answer.at("low").as_double(), answer.at("total").as_double());
    EXPECT_EQ(answer.at("words").at("unit"), "emplois de moins");
    EXPECT_EQ(answer.at("data_edition").as_string(), shipped_model()->edition);
}

TEST_F(Calculator, tells_programs_every_problem) {
    const auto response = api.count(http::testing::get("/api/v1/jobs-lost?jurisdiction=XX&amount=-1"));
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(shows(response, "\"jurisdiction\""));
    EXPECT_TRUE(shows(response, "\"amount\""));
}

TEST_F(Calculator, describes_in_its_document_what_the_json_holds) {
    const auto answer =
        boost::json::parse(
            api.count(http::testing::get("/api/v1/jobs-lost?community_in=ON&community_public_jobs=900")).body.view())
            .as_object();
    const auto operations = api_operations();
    const auto& described = operations.front().answers.front().fields;
    EXPECT_EQ(described.size(), answer.size());
    for (const auto& field : described) EXPECT_TRUE(answer.contains(field.name)) << field.name;
}

TEST_F(Calculator, explains_its_method_with_every_validation_case) {
    const auto page = handlers.method(http::testing::get("/fr/jobs-lost/method"));
    EXPECT_EQ(page.status, 200);
    for (const auto* part : {"id=\"bridge\"", "id=\"validation\"", "GS620", "FLQ", "0,25"})
        EXPECT_TRUE(shows(page, part)) << part;
}

TEST_F(Calculator, is_offered_as_the_action_of_the_mission_and_as_a_block_of_a_hub) {
    const Slice slice{services};
    database->read([&](db::Read& read) {
        const auto offered = jobs_calculator::actions()(read, base::Locale::french);
        ASSERT_EQ(offered.size(), 1) << "the prepared cut is not listed";
        EXPECT_EQ(offered.front().path, "/fr/jobs-lost");
        const auto block = slice.scenario_block();
        const auto drawn =
            block.render(read, {base::LevelId{1}, base::Locale::english, "", "", R"({"scenario":"night-shift"})"});
        EXPECT_NE(drawn.view().find("They &lt;cut&gt; the night shift"), std::string_view::npos);
        for (const auto* settings : {"{}", "no json", R"({"scenario":5})", R"({"scenario":"none"})"})
            EXPECT_TRUE(block.render(read, {base::LevelId{1}, base::Locale::english, "", "", settings}).empty())
                << settings;
    });
}

TEST_F(Calculator, gives_its_pages_to_the_search_in_both_languages) {
    const auto documents = database->read([](db::Read& read) { return search_documents()(read, {}); });
    EXPECT_EQ(documents.size(), 6) << "calculator, method and the prepared cut, twice";
}

}  // namespace
}  // namespace jobs_calculator
