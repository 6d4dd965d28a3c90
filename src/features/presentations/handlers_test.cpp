// After the booking, on both databases: reminders, the report, names for the list, the map, feedback; and what is known
// about a person, given out and forgotten.
#include <boost/json.hpp>

#include "features/presentations/handlers_house_test.h"
#include "features/presentations/jobs.h"
#include "features/presentations/words.h"

namespace presentations {
namespace {

class Holding : public PresentationsHouse {
protected:
    PresentationId booked() {
        const auto id = ask();
        confirm(id);
        EXPECT_EQ(say_yes(offers(id).front(), dates(id).front()), Accepted::done);
        return id;
    }
    std::string champion_token() { return tokens.make(kChampion, noor.value); }
    http::Request to_report(PresentationId id, std::string_view names) {
        auto request = http::testing::post(
            "/en/presentations/champion/x/y/report",
            {{"token", champion_token()}, {"presentation", std::to_string(id.value)}},
            {{"attendance", "31"}, {"feeling_before", "2"}, {"feeling_after", "4"}, {"names", names}});
        request.received_at = clock;
        return request;
    }
    http::Response report(PresentationId id, std::string_view names = "") {
        const auto form = champion_handlers.read_report(to_report(id, names));
        EXPECT_TRUE(form);
        return write(*form, [&](const ReportAct& act, db::Write& tx) { return champion_handlers.report(act, tx); });
    }
    std::int64_t count(std::string_view kind) {
        const auto kinds = mails();
        return std::ranges::count_if(kinds, [&](const std::string& each) { return each.starts_with(kind); });
    }
};

TEST_P(Holding, BothSidesAreRemindedOnceAndTheChampionIsAskedHowItWas) {
    const auto id = booked();
    const auto before = count("presentations.notice");
    remind({services, *database});
    EXPECT_EQ(count("presentations.notice"), before) << "it is weeks away";
    clock = *now_of(id).starts_at - base::hours(30);
    remind({services, *database});
    remind({services, *database});
    EXPECT_EQ(count("presentations.notice"), before + 2);
    clock = *now_of(id).ends_at() + base::hours(3);
    remind({services, *database});
    remind({services, *database});
    EXPECT_EQ(count("presentations.notice"), before + 3);
}

TEST_P(Holding, WhatIsReportedStandsOnTheMapAndInTheTotals) {
    const auto id = booked();
    const auto early = champion_handlers.read_report(to_report(id, ""));
    ASSERT_TRUE(early);
    EXPECT_THROW(write(*early, [&](const ReportAct& act, db::Write& tx) { return champion_handlers.report(act, tx); }),
                 Refused)
        << "nothing to report on before it begins";
    EXPECT_TRUE(database->read(store::places).empty());
    clock = *now_of(id).ends_at();
    report(id);
    EXPECT_EQ(now_of(id).state, State::held);
    report(id);  // again, put right
    const auto places = database->read(store::places);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places.front().town, "Larch River");
    EXPECT_EQ(places.front().people, 31);
    const auto totals = database->read(store::totals);
    ASSERT_EQ(totals.size(), 1U);
    EXPECT_EQ(totals.front().held, 1);
    EXPECT_EQ(totals.front().after_sum - totals.front().before_sum, 2);
    const auto page =
        database->read([&](db::Read& read) { return handlers.home(http::testing::get("/fr/presentations"), read); });
    EXPECT_NE(page.body.view().find("Nouveau-Brunswick"), std::string_view::npos);
    EXPECT_EQ(page.body.view().find("Local 1031"), std::string_view::npos) << "no host is named";
    const auto json = boost::json::parse(
        database->read([&](db::Read& read) { return handlers.places(http::testing::get("/api/x"), read); })
            .body.view());
    EXPECT_EQ(json.at("people").as_int64(), 31);
}

TEST_P(Holding, AnErasedChampionLeavesNoNameWithTheirPhotoAndNoWords) {
    std::vector<ports::NewPicture> added;
    ports::PictureLibrary library{
        .find = [](db::Read&, std::span<const ports::PictureId>) { return std::vector<ports::Picture>{}; },
        .newest = [](db::Read&, std::size_t) { return std::vector<ports::Picture>{}; },
        .find_file = [](db::Read&, std::string_view) { return std::optional<ports::Picture>{}; }};
    library.add = [&](db::Write&, const ports::NewPicture& picture) {
        added.push_back(picture);
        return ports::PictureId{5};
    };
    pictures.keep_in(library);
    const auto held = booked(), missed = ask("simon@example.org");
    confirm(missed);
    ASSERT_EQ(say_yes(offers(missed).front(), dates(missed).back()), Accepted::done);
    clock = *now_of(missed).ends_at();
    auto act = champion_handlers.read_report(to_report(held, ""));
    ASSERT_TRUE(act);
    act->kept_picture = "photo";
    write(*act, [&](const ReportAct& each, db::Write& tx) { return champion_handlers.report(each, tx); });
    ASSERT_EQ(added.size(), 1U);
    EXPECT_EQ((added[0].alt_en + added[0].alt_fr + added[0].source + added[0].by).find("Noor"), std::string::npos);
    stopped.insert(noor);
    database->write([&](db::Write& tx) {
        presentations::end(services, missed, {State::missed, "champion", "I was in hospital."}, tx);
        champion_ended(services, noor, ports::ChampionEnd::erased, tx);
    });
    EXPECT_EQ(now_of(missed).reason, "");
    EXPECT_EQ(database->read([&](db::Read& read) { return store::find_report(read, held)->reported_by; }), "");
}

TEST_P(Holding, WhoWasPutDownForTheListIsOnItOnlyOnceTheyConfirm) {
    const auto id = booked();
    clock = *now_of(id).ends_at();
    report(id, "Maya Tremblay, maya@example.org\nMaya Tremblay, maya@example.org");
    EXPECT_EQ(count("presentations.name"), 1) << "one mail for one address";
    const auto name = database->read([&](db::Read& read) { return store::names_of(read, id).front(); });
    const auto consent = [&] {
        return database->read([&](db::Read& read) { return people::newest_consent(read, name.address_hash); });
    };
    EXPECT_FALSE(consent());
    const NameAct act{name.id, tokens.make(kListName, name.id.value), base::Locale::english, "192.0.2.1"};
    for (int i = 0; i < 2; ++i) write(act, [&](const NameAct& each, db::Write& tx) { return names.confirm(each, tx); });
    ASSERT_TRUE(consent());
    EXPECT_EQ(consent()->act, people::ConsentAct::given);
    EXPECT_EQ(consent()->wording.key, "presentations.list");
    EXPECT_EQ(database->read([&](db::Read& read) { return people::consents(read, name.address_hash).size(); }), 1U);
}

TEST_P(Holding, WhatHelpsWithTheTopicIsInTheMailAndOnThePageOfTheChampion) {
    materials = [](db::Read&, TopicId, base::Locale locale) {
        return std::vector{
            locale == base::Locale::english
                ? ports::Material{"Fair taxes", "https://campaign.example/en/words/taxes/leaflet.pdf"}
                : ports::Material{"Impôts justes", "https://campaign.example/fr/words/impots/leaflet.pdf"}};
    };
    guides.suggestions = [](db::Read&, const ports::GuideQuery& query) {
        EXPECT_EQ(query.reader, ports::GuideReader::member);
        return std::vector{ports::SuggestedWords{"taxes", "a", "Fair taxes", "Taxes kill jobs", "Taxes pay nurses"}};
    };
    const auto id = booked();
    int with_leaflet = 0;
    for (const auto& each : rendered())
        if (each.text.find("/en/words/taxes/leaflet.pdf") != std::string::npos) ++with_leaflet;
    EXPECT_EQ(with_leaflet, 1) << "the champion's mail alone";
    const auto get = [&](std::string_view presentation) {
        auto request =
            http::testing::get("/fr/x", {{"token", champion_token()}, {"presentation", std::string{presentation}}});
        request.received_at = clock;
        return request;
    };
    const auto list = database->read([&](db::Read& read) { return champion_handlers.list(get(""), read); });
    EXPECT_NE(list.body.view().find("/fr/words/impots/leaflet.pdf"), std::string_view::npos);
    const auto one = [&] {
        return std::string{
            database->read([&](db::Read& read) { return champion_handlers.show(get(std::to_string(id.value)), read); })
                .body.view()};
    };
    EXPECT_NE(one().find("/en/words/taxes/leaflet.pdf"), std::string::npos) << "in the language in which it is held";
    EXPECT_NE(one().find("Taxes pay nurses"), std::string::npos);
    clock = *now_of(id).ends_at();
    EXPECT_EQ(one().find("leaflet.pdf"), std::string::npos) << "it is over";
}

TEST_P(Holding, AChampionSeesOnlyWhatIsTheirsAndNothingOnceTheyLeft) {
    const auto id = booked();
    const auto sami = add_champion("sami-roy", "Sami Roy");
    const auto look = [&](const std::string& token) {
        return database->read([&](db::Read& read) {
            return champion_handlers.show(
                http::testing::get("/en/x", {{"token", token}, {"presentation", std::to_string(id.value)}}), read);
        });
    };
    EXPECT_EQ(look(champion_token()).status, 200);
    EXPECT_EQ(look(tokens.make(kChampion, sami.value)).status, 404);
    EXPECT_EQ(look("cut-in-two").status, 404);
    known.clear();
    EXPECT_EQ(look(champion_token()).status, 404);
}

TEST_P(Holding, WhoIsErasedLeavesTheTimeFreeAndNothingOfThemselves) {
    const auto id = booked();
    const ports::PersonKey ruth{now_of(id).address_hash};
    const auto holder = slice.person_data();
    EXPECT_NE(database->read([&](db::Read& read) { return holder.export_json(read, ruth); }).find("Ruth Abara"),
              std::string::npos);
    EXPECT_EQ(database->read([&](db::Read& read) { return person_facts()(read, ruth, base::Locale::french); }).size(),
              1U);
    database->write([&](db::Write& tx) { holder.erase(tx, ruth); });
    EXPECT_EQ(now_of(id).state, State::cancelled);
    EXPECT_EQ(now_of(id).email + now_of(id).wish.contact_name + now_of(id).wish.words, "");
    EXPECT_TRUE(database->read(store::all_holds).empty());
    EXPECT_EQ(database->read([&](db::Read& read) { return holder.export_json(read, ruth); }), "[]");
    const auto sent = rendered();
    EXPECT_EQ(sent.front().calendar.method, "CANCEL") << "the champion does not come to a hall where nobody waits";
    for (const auto& each : sent)
        EXPECT_EQ((each.text + each.calendar.text).find("Ruth"), std::string::npos) << each.subject.text();
}

TEST_P(Holding, AFormWithProblemsComesBackWithWhatWasTyped) {
    auto request = http::testing::post("/fr/presentations/ask", {}, {{"host_group", "Cercle <des> amis"}});
    const auto refused = handlers.read_form(request);
    ASSERT_FALSE(refused);
    const auto page =
        database->read([&](db::Read& read) { return handlers.show_again(request, refused.error(), read); });
    EXPECT_EQ(page.status, 422);
    EXPECT_NE(page.body.view().find("Cercle &lt;des&gt; amis"), std::string_view::npos);
    EXPECT_NE(page.body.view().find("Veuillez choisir qui sera là."), std::string_view::npos);
}

TEST_P(Holding, AnAddressAsksFiveTimesAtMost) {
    for (int i = 0; i < kMostOpen; ++i) ask();
    const auto form = handlers.read_form(asking());
    ASSERT_TRUE(form);
    try {
        write(*form, [&](const NewRequest& each, db::Write& tx) { return handlers.submit(each, tx); });
        ADD_FAILURE() << "a sixth was taken";
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.problems.front().field, "email");
    }
}

TEST_P(Holding, TheCalendarOfALevelHoldsWhatLiesBelowIt) {
    booked();
    const auto feed = [&](std::string_view slug) {
        return std::string{database
                               ->read([&](db::Read& read) {
                                   const auto level = people::find_level(read, slug);
                                   const auto token = tokens.make(kLevelCalendar, level->id.value);
                                   return handlers.calendar(http::testing::get("/en/x", {{"token", token}}), read);
                               })
                               .body.view()};
    };
    EXPECT_NE(feed("canada").find("Presentation: Local 1031"), std::string::npos);
    EXPECT_NE(feed("nb").find("Presentation: Local 1031"), std::string::npos);
    EXPECT_EQ(database->read([&](db::Read& read) {
        return handlers.calendar(http::testing::get("/en/x", {{"token", "none"}}), read).status;
    }),
              404);
}

INSTANTIATE_TEST_SUITE_P(Both, Holding, testing::Values(test_support::Kind::sqlite, test_support::Kind::postgres),
                         test_support::name_of);

}  // namespace
}  // namespace presentations
