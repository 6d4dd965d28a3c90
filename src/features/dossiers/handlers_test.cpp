// A season with an office: letters go out, a reply comes by mail, staff make a promise of it, and everybody can read
// it.
#include "features/dossiers/handlers.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "features/dossiers/answer_store.h"
#include "features/dossiers/dossier_csv.h"
#include "features/dossiers/dossier_pdf.h"
#include "features/dossiers/overview_service.h"
#include "features/dossiers/record_store.h"
#include "features/dossiers/slice.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/auth/secret.h"
#include "platform/http/testing.h"
#include "platform/inbound_mail/receiver.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"
#include "tests/support/port_talk.h"

namespace dossiers {
namespace {

using people::Office;
using people::Province;

constexpr RepresentativeId kSusan{11}, kRejean{12}, kSeat{13};
constexpr LetterId kMayasLetter{501}, kGoneLetter{502};
constexpr LetterCampaignId kBridge{31};

Representative representative(RepresentativeId id, Office office, Province province, const char* name) {
    return {.id = id,
            .office = office,
            .seat = *name == '\0' ? ports::Seat::vacant : ports::Seat::held,
            .province = province,
            .place = id == kSusan ? "North Carling" : "Larch River",
            .name = name,
            .party = id == kSusan ? "Maple Party" : "=Lighthouse",
            .website = "",
            .source = "Demo",
            .as_of = "2026-11-03"};
}

// The slices beside this one, as they would answer.
class Season : public test_support::OnBothDatabases {
protected:
    Season() {
        database->write([](db::Write& write) {
            const auto canada =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            people::insert_level(write,
                                 {people::LevelKind::province, "on", "Ontario", "Ontario", 1, canada, Province::on});
            people::insert_level(write, {people::LevelKind::province, "nb", "New Brunswick", "Nouveau-Brunswick", 1,
                                         canada, Province::nb});
        });
        all = {representative(kSusan, Office::mp, Province::on, "Susan Okafor"),
               representative(kRejean, Office::provincial, Province::nb, "Réjean Doucet"),
               representative(kSeat, Office::provincial, Province::nb, "")};
        representatives.where = [this](db::Read&, const ports::RepresentativeQuery&) { return all; };
        representatives.find = [this](db::Read&, RepresentativeId id, base::Locale) {
            const auto found = std::ranges::find(all, id, &Representative::id);
            return found == all.end() ? std::nullopt : std::optional{*found};
        };
        letters.find = [this](db::Read&, LetterId id) {
            return id == kMayasLetter ? std::optional{letter} : std::nullopt;
        };
        letters.note_answered = [this](db::Write&, LetterId id) { answered.push_back(id); };
        letters.note_bounced = [this](db::Write&, LetterId id) { bounced.push_back(id); };
        letters.asked = [](db::Read&, RepresentativeId id, base::Locale) {
            std::vector<ports::LettersAsked> asked;
            if (id == kSusan)
                asked.push_back({kBridge, "Save the bridge", 1'204, 1'190, 14, 3, 1,
                                 base::Instant{1'793'000'000'000'000}, base::Instant{1'795'000'000'000'000}});
            return asked;
        };
        letters.sums = [](db::Read&) { return std::vector<ports::Letters::Sum>{{kSusan, 1'204, 1'190, 14, 1}}; };
        letters.open_campaigns = [](db::Read&, base::Locale) {
            return std::vector<ports::LetterCampaignSummary>{
                {kBridge, "Save the bridge", "/en/letters/bridge", base::LevelId{1}}};
        };
    }

    // The office's mail server hands this mail over for that letter; what our door said.
    std::string office_writes(const std::string& mail, LetterId to = kMayasLetter) {
        const auto listener = slice.reply_listener();
        inbound_mail::Receiver door{
            {.address = "127.0.0.1", .port = 0, .host = "returns.example.org"},
            {.knows = [](std::string_view) { return true; },
             .take =
                 [&](const inbound_mail::Mail& taken) {
                     const auto report = inbound_mail::read_report(taken.text);
                     const auto reply = inbound_mail::read_reply(taken);
                     database->write([&](db::Write& write) { listener.take(write, {to.value, report, reply}); });
                     return inbound_mail::Taken::yes;
                 }}};
        door.start();
        const std::string said = test_support::talk_to(
            door.port(),
            "EHLO mx\r\nMAIL FROM:<office@parl.example.org>\r\nRCPT TO:<l-1@returns.example.org>\r\nDATA\r\n" + mail +
                "\r\n.\r\nQUIT\r\n");
        door.stop();
        return said;
    }
    std::vector<Answer> answers() {
        return database->read([](db::Read& read) { return store::answers_of(read, kSusan); });
    }
    std::size_t mails_to_maya() {
        return database->read([](db::Read& read) { return mail::latest_mails(read, {}).size(); });
    }
    auth::Principal staff_of(std::string_view level) {
        const auto found = database->read([&](db::Read& read) { return people::find_level(read, level); });
        return {auth::StaffId{1},
                "Ines",
                *base::EmailAddress::parse("ines@example.org"),
                {{auth::Role::editor, level.empty() ? std::nullopt : std::optional{found->id}}},
                auth::SessionId{1}};
    }
    http::Request by_staff(http::Request request, std::string_view level = "") {
        request.staff = std::make_shared<const auth::Principal>(staff_of(level));
        return request;
    }
    // The answer to a GET of staff.
    template <class Handler>
    std::string page(Handler handler, const http::Request& request) {
        return std::string{database->read([&](db::Read& read) { return handler(request, read); }).body.view()};
    }
    std::string dossier_page(std::string_view level = "") {
        return page([this](const http::Request& request, db::Read& read) { return dossiers_.show(request, read); },
                    by_staff(http::testing::get("/en/staff/dossiers/11", {{"representative", "11"}}), level));
    }
    std::string section(RepresentativeId id = kSusan, base::Locale locale = base::Locale::english) {
        const auto who = *std::ranges::find(all, id, &Representative::id);
        return std::string{
            database->read([&](db::Read& read) { return handlers.section({who, locale}, read); }).view()};
    }
    boost::json::object json() {
        const auto response = database->read([&](db::Read& read) {
            return handlers.api(http::testing::get("/api/v1/representatives/11/dossier", {{"representative", "11"}}),
                                read);
        });
        return boost::json::parse(response.body.view()).as_object();
    }
    PromiseId promise(std::string_view english, std::string_view french) {
        return database->write([&](db::Write& write) {
            return store::add_promise(write,
                                      {.words = {std::string{english}, std::string{french}},
                                       .made_on = "2026-11-03",
                                       .evidence = {"In a letter.", ""},
                                       .evidence_url = ""},
                                      {kSusan, "Ines", base::Locale::english});
        });
    }

    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    runtime::Config config{};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    std::vector<Representative> all;
    base::EmailAddress maya = *base::EmailAddress::parse("maya@example.net");
    ports::LetterFacts letter{kMayasLetter, kBridge, kSusan, maya, base::Locale::english, base::Instant{1}};
    std::vector<LetterId> answered, bounced;
    ports::Representatives representatives;
    ports::Letters letters;
    ports::PetitionReader petitions;
    ports::PoliticianPositions positions;
    ports::Elections elections;
    Services services{frames, tokens, secret, config, representatives, letters, petitions, positions, elections};
    Slice slice{services};
    Handlers handlers{services};
    OverviewHandlers overview{services};
    AnswerHandlers answers_{services};
    DossierHandlers dossiers_{services};
};

const std::string kOfficeReply =
    "From: Office of Susan Okafor <susan@parl.example.org>\r\nSubject: Re: The bridge\r\nMessage-ID: <1@parl>\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n--cut\r\nContent-Type: text/plain\r\n\r\n"
    "I will vote for the bridge.\r\n\r\nOn Monday, Maya wrote:\r\n> Dear Ms. Okafor\r\n--cut\r\n"
    "Content-Type: text/html; name=\"letter.html\"\r\nContent-Disposition: attachment; filename=\"letter.html\"\r\n\r\n"
    "<script>alert(1)</script>\r\n--cut--\r\n";

TEST_P(Season, AReplyByMailIsKeptCountedAndHandedOn) {
    EXPECT_NE(office_writes(kOfficeReply).find("250 2.0.0 Taken"), std::string::npos);
    ASSERT_EQ(answers().size(), 1U);
    const Answer answer = answers().front();
    EXPECT_EQ(answer.campaign, kBridge);
    EXPECT_EQ(answer.kind, AnswerKind::unread);
    EXPECT_EQ(answer.sender, "Office of Susan Okafor <susan@parl.example.org>");
    EXPECT_EQ(answered, std::vector{kMayasLetter});
    ASSERT_EQ(mails_to_maya(), 1U);

    mail::Renderers renderers;
    slice.add_mails(renderers);
    const auto mail = database->read([&](db::Read& read) {
        return (*renderers.find(kAnswerMail))({kAnswerMail, maya, base::Locale::english, answer.id.value}, read);
    });
    ASSERT_TRUE(mail);
    EXPECT_NE(mail->text.find("I will vote for the bridge."), std::string::npos);
    EXPECT_EQ(mail->text.find("Dear Ms. Okafor"), std::string::npos) << "her own letter is not sent back to her";
    EXPECT_NE(mail->text.find("letter.html"), std::string::npos);

    office_writes(kOfficeReply);
    EXPECT_EQ(answers().size(), 1U) << "the same mail came twice";
    EXPECT_EQ(mails_to_maya(), 1U);
}

TEST_P(Season, WhatIsAttachedIsSavedAndNeverShown) {
    office_writes(kOfficeReply);
    const auto files =
        database->read([&](db::Read& read) { return store::attachments_of(read, answers().front().id); });
    ASSERT_EQ(files.size(), 1U);
    const auto response =
        database->read([&](db::Read& read) { return attachment_response(read, files[0].id, answers().front().id); });
    EXPECT_EQ(response.headers.view("Content-Type"), "application/octet-stream");
    EXPECT_NE(response.headers.view("Content-Disposition").find("attachment"), std::string_view::npos);
    const auto others =
        database->read([&](db::Read& read) { return attachment_response(read, files[0].id, AnswerId{1}); });
    EXPECT_EQ(others.status, 404);
}

TEST_P(Season, MachinesAndBouncesAreNoAnswers) {
    office_writes(
        "From: a@parl.example\r\nSubject: Automatic reply: away\r\nAuto-Submitted: auto-replied\r\n\r\nAway.");
    ASSERT_EQ(answers().size(), 1U);
    EXPECT_EQ(answers()[0].kind, AnswerKind::automatic);
    EXPECT_TRUE(answered.empty());
    EXPECT_EQ(mails_to_maya(), 0U);
    office_writes(
        "From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\nContent-Type: "
        "multipart/report; "
        "report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--");
    EXPECT_EQ(bounced, std::vector{kMayasLetter});
    EXPECT_EQ(answers().size(), 1U);
    office_writes(kOfficeReply, kGoneLetter);
    EXPECT_EQ(answers().size(), 1U) << "to a letter that is gone";
    EXPECT_EQ(json().at("answered").as_int64(), 0);
}

TEST_P(Season, NobodyFillsTheHouseThroughOneAddress) {
    for (int i = 0; i < 25; ++i)
        office_writes("From: a@b.example\r\nMessage-ID: <" + std::to_string(i) + "@b>\r\nSubject: x\r\n\r\nx");
    EXPECT_EQ(answers().size(), static_cast<std::size_t>(kMostAnswersToOne));
}

TEST_P(Season, StaffReadItMakeAPromiseOfItAndEverybodyCanReadIt) {
    office_writes(kOfficeReply);
    const std::string id = std::to_string(answers().front().id.value);
    const auto one = page([this](const http::Request& request, db::Read& read) { return answers_.show(request, read); },
                          by_staff(http::testing::get("/en/staff/dossiers/answers/" + id, {{"answer", id}})));
    EXPECT_NE(one.find("maxlength=\"1000\""), std::string::npos);
    EXPECT_NE(one.find("I will vote for the bridge.</textarea>"), std::string::npos) << "one click makes a promise";

    const auto judging = answers_.read_judging(
        by_staff(http::testing::post("/en/staff/dossiers/answers/" + id, {{"answer", id}}, {{"kind", "substance"}})));
    database->write([&](db::Write& write) { return *answers_.judge(*judging, write); });
    EXPECT_EQ(answers().front().kind, AnswerKind::of_substance);

    const auto made = answers_.read_promise(by_staff(http::testing::post(
        "/en/staff/dossiers/answers/" + id + "/promise", {{"answer", id}},
        {{"words_en", "To vote for the bridge"}, {"words_fr", "Voter pour le pont"}, {"on_date", "2026-11-09"}})));
    ASSERT_TRUE(made);
    database->write([&](db::Write& write) { return *answers_.make_promise(*made, write); });

    const auto shown = section();
    EXPECT_NE(shown.find("To vote for the bridge"), std::string::npos);
    EXPECT_NE(shown.find("1,204"), std::string::npos) << "by how many";
    EXPECT_EQ(shown.find("Maya"), std::string::npos);
    EXPECT_EQ(shown.find("Ines"), std::string::npos);
    EXPECT_NE(section(kSusan, base::Locale::french).find("Voter pour le pont"), std::string::npos);
    EXPECT_EQ(json().at("promises").as_array().size(), 1U);
}

TEST_P(Season, APromiseKeepsItsHistoryAndNobodyOverwritesSilently) {
    const PromiseId id = promise("To come", "");
    EXPECT_NE(section(kSusan, base::Locale::french).find(R"(lang="en">To come)"), std::string::npos)
        << "one language, marked";
    const auto before = database->read([&](db::Read& read) { return store::find_promise(read, id); });
    const StateFacts broken{.state = PromiseState::broken,
                            .seen = before->now().id,
                            .on_date = "2026-11-20",
                            .evidence = {"She did not come.", ""},
                            .evidence_url = ""};
    EXPECT_TRUE(database->write([&](db::Write& write) { return store::add_state(write, *before, broken, "Ines"); }));
    const auto number = std::to_string(id.value);
    const auto late = dossiers_.read_state(by_staff(
        http::testing::post("/en/staff/dossiers/11/promises/" + number, {{"representative", "11"}, {"promise", number}},
                            {{"state", "kept"},
                             {"seen", std::to_string(before->now().id.value)},
                             {"on_date", "2026-11-21"},
                             {"evidence_en", "She came."}})));
    ASSERT_TRUE(late);
    const auto refused = database->write([&](db::Write& write) { return dossiers_.keep_state(*late, write); });
    ASSERT_FALSE(refused) << "somebody recorded another state meanwhile";
    const auto shown = section();
    EXPECT_NE(shown.find("Promise broken"), std::string::npos);
    EXPECT_NE(shown.find("In a letter."), std::string::npos) << "the first state stands in the history";

    const auto now = database->read([&](db::Read& read) { return store::find_promise(read, id); });
    const StateFacts mistaken{.state = PromiseState::mistaken, .seen = now->now().id, .on_date = "2026-11-21"};
    database->write([&](db::Write& write) { return store::add_state(write, *now, mistaken, "Ines"); });
    EXPECT_EQ(section().find("To come"), std::string::npos) << "what was a mistake is not public";
    EXPECT_NE(dossier_page().find("To come"), std::string::npos);
}

TEST_P(Season, NearAnElectionNothingIsShown) {
    promise("To come", "Venir");
    elections.near = [](db::Read&) { return std::vector<std::string>{""}; };
    EXPECT_EQ(section(), "");
    const auto response = database->read([&](db::Read& read) {
        return handlers.api(http::testing::get("/api/v1/representatives/11/dossier", {{"representative", "11"}}), read);
    });
    EXPECT_EQ(response.status, 404);
    EXPECT_NE(dossier_page().find("To come"), std::string::npos) << "staff still see it";
    elections.near = [](db::Read&) { return std::vector<std::string>{"ON"}; };
    EXPECT_NE(section(), "") << "a provincial election concerns no Member of Parliament";
}

TEST_P(Season, StaffOfAProvinceSeeTheirsAlone) {
    EXPECT_NE(dossier_page("on").find("Susan Okafor"), std::string::npos);
    EXPECT_EQ(dossier_page("nb").find("Susan Okafor"), std::string::npos);
    const auto rows = database->read([&](db::Read& read) {
        const auto staff = staff_of("nb");
        return all_rows(services, read, {staff, auth::Permission::read_people}, base::Locale::english);
    });
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].who.id, kRejean);
    const auto recording = dossiers_.read_promise(
        by_staff(http::testing::post("/en/staff/dossiers/11/promises", {{"representative", "11"}},
                                     {{"words_en", "x"}, {"on_date", "2026-11-03"}, {"evidence_en", "y"}}),
                 "nb"));
    const auto refused = database->write([&](db::Write& write) { return *dossiers_.keep_promise(*recording, write); });
    EXPECT_EQ(refused.status, 404);
}

TEST_P(Season, MayaTellsOfAnAnswerAndStaffReadItFirst) {
    const std::string token = tokens.make(kTellAnswer, kMayasLetter.value);
    const auto tell = [&](std::string_view words) {
        const auto told = handlers.read_told(http::testing::post("/en/letter-answers/" + token, {{"token", token}},
                                                                 {{"on_date", "2026-11-10"}, {"words", words}}));
        return told ? database->write([&](db::Write& write) { return handlers.tell(*told, write); })
                    : http::WriteResult{told.error()};
    };
    EXPECT_FALSE(tell("")) << "nothing is said";
    EXPECT_TRUE(tell("Her aide called: she is for it."));
    EXPECT_TRUE(tell("Her aide called: she is for it, in part."));
    ASSERT_EQ(answers().size(), 1U);
    EXPECT_EQ(answers()[0].way, Way::supporter);
    EXPECT_EQ(json().at("answered").as_int64(), 0) << "nobody has read it";
    EXPECT_TRUE(answered.empty());

    const std::string id = std::to_string(answers()[0].id.value);
    const auto judging = answers_.read_judging(
        by_staff(http::testing::post("/en/staff/dossiers/answers/" + id, {{"answer", id}}, {{"kind", "substance"}})));
    database->write([&](db::Write& write) { return *answers_.judge(*judging, write); });
    EXPECT_EQ(answered, std::vector{kMayasLetter});
    EXPECT_EQ(json().at("answered").as_int64(), 1);
    EXPECT_FALSE(tell("Something else.")) << "it has been read";

    const auto wrong = database->read([&](db::Read& read) {
        return handlers.show_telling(http::testing::get("/en/letter-answers/none", {{"token", "none"}}), read);
    });
    EXPECT_EQ(wrong.status, 404);
}

TEST_P(Season, ErasingMayaTakesTheWordsAndLeavesTheCount) {
    office_writes(kOfficeReply);
    const ports::PersonKey key{people::address_hash(secret, maya)};
    const auto exported = database->read([&](db::Read& read) { return slice.person_data().export_json(read, key); });
    EXPECT_NE(exported.find("I will vote for the bridge."), std::string::npos);
    EXPECT_EQ(
        database->read([&](db::Read& read) { return slice.person_facts()(read, key, base::Locale::english); }).size(),
        1U);
    database->write([&](db::Write& write) { slice.person_data().erase(write, key); });
    EXPECT_EQ(answers()[0].words, "");
    EXPECT_TRUE(answers()[0].emptied_at);
    EXPECT_TRUE(database->read([&](db::Read& read) { return store::attachments_of(read, answers()[0].id); }).empty());
    EXPECT_EQ(json().at("answered").as_int64(), 1);
    EXPECT_EQ(database->read([&](db::Read& read) { return slice.person_data().export_json(read, key); }), "[]");
}

TEST_P(Season, WordsGoWhenTheirTimeHasCome) {
    office_writes(kOfficeReply);
    office_writes("From: a@b.example\r\nSubject: Out of office\r\n\r\nAway.");
    const auto rules = retention_rules();
    const auto later = answers().front().received_at + base::days(1);
    for (const auto& rule : rules) {
        EXPECT_EQ(database->read([&](db::Read& read) { return rule.count(read, later); }), 1) << rule.key;
        EXPECT_EQ(database->write([&](db::Write& write) { return rule.forget(write, {later}).gone; }), 1) << rule.key;
        EXPECT_EQ(database->write([&](db::Write& write) { return rule.forget(write, {later}).gone; }), 0) << rule.key;
    }
}

TEST_P(Season, MeetingsAreForStaffAndTheirSummaryForAll) {
    const auto recording = dossiers_.read_meeting(
        by_staff(http::testing::post("/en/staff/dossiers/11/meetings", {{"representative", "11"}},
                                     {{"on_date", "2026-11-05"},
                                      {"people", "Kofi, Ruth"},
                                      {"notes", "She is unsure."},
                                      {"summary_en", "We spoke of the bridge."},
                                      {"follow_up", "Send figures"},
                                      {"due_on", "2026-12-01"}})));
    ASSERT_TRUE(recording);
    database->write([&](db::Write& write) { return *dossiers_.keep_meeting(*recording, write); });
    const auto shown = section();
    EXPECT_NE(shown.find("We spoke of the bridge."), std::string::npos);
    EXPECT_EQ(shown.find("unsure"), std::string::npos);
    EXPECT_EQ(shown.find("Kofi"), std::string::npos);
    const auto staff = dossier_page();
    EXPECT_NE(staff.find("She is unsure."), std::string::npos);
    EXPECT_NE(staff.find("Late"), std::string::npos) << "the clock of the request stands in January 2027";
    const auto news = database->read(
        [&](db::Read& read) { return slice.home_news()(read, by_staff(http::testing::get("/en/staff"))); });
    ASSERT_EQ(news.tasks.size(), 1U);
    EXPECT_EQ(news.tasks[0].tone, ports::HomeTask::Tone::pressing);

    const auto due = database->read([](db::Read& read) { return store::follow_ups_of(read, kSusan); });
    const std::string number = std::to_string(due.at(0).id.value);
    const auto finished = dossiers_.read_finished(by_staff(http::testing::post(
        "/en/staff/dossiers/11/follow-ups/" + number, {{"representative", "11"}, {"follow_up", number}}, {})));
    database->write([&](db::Write& write) { return *dossiers_.finish_follow_up(*finished, write); });
    EXPECT_TRUE(database->read([](db::Read& read) { return store::follow_up_sums(read); }).empty());
}

TEST_P(Season, APositionTakesThePlaceOfTheOneBefore) {
    const auto say = [this](std::string_view stand) {
        const auto recording = dossiers_.read_position(
            by_staff(http::testing::post("/en/staff/dossiers/11/positions", {{"representative", "11"}},
                                         {{"matter", "campaign-31"},
                                          {"stand", stand},
                                          {"on_date", "2026-11-05"},
                                          {"evidence_en", "In a letter."}})));
        ASSERT_TRUE(recording);
        database->write([&](db::Write& write) { return *dossiers_.keep_position(*recording, write); });
    };
    say("opposes");
    say("supports");
    EXPECT_NE(section().find("Supports it"), std::string::npos);
    EXPECT_EQ(section().find("Opposes it"), std::string::npos);
    EXPECT_NE(dossier_page().find("Opposes it"), std::string::npos) << "staff see what it was";
    EXPECT_NE(dossier_page().find("replaced by a later one"), std::string::npos);
}

TEST_P(Season, TheTableIsSortedFilteredAndSafeForSpreadsheets) {
    office_writes(kOfficeReply);
    promise("To come", "");
    const auto rows = database->read([&](db::Read& read) {
        const auto staff = staff_of("");
        return all_rows(services, read, {staff, auth::Permission::read_people}, base::Locale::english);
    });
    ASSERT_EQ(rows.size(), 3U);
    const auto of = [&](std::string_view address) {
        const auto request = http::testing::get(address);
        return chosen(rows, filter_in(request.query), base::Locale::english);
    };
    EXPECT_EQ(of("/x?sort=asked&order=down").front().who.id, kSusan);
    EXPECT_EQ(of("/x?sort=asked").back().who.id, kSusan);
    ASSERT_EQ(of("/x?words=rejean").size(), 1U) << "accents make no difference";
    ASSERT_EQ(of("/x?progress=promised").size(), 1U);
    EXPECT_EQ(of("/x?progress=promised")[0].answered, 1);
    EXPECT_EQ(of("/x?province=NB&party=%3DLighthouse").size(), 2U);
    EXPECT_EQ(query_of(filter_in(http::testing::get("/x?order=down&sort=asked&province=ON&nonsense=1").query)),
              "?province=ON&sort=asked&order=down");
    const std::string file = csv_of(rows, base::Locale::english);
    EXPECT_NE(
        file.find("\r\n11,Susan Okafor,Member of Parliament,North Carling,Maple Party,ON,,1204,1190,14,1,1,1,0,0,"),
        std::string::npos)
        << file;
    EXPECT_NE(file.find(",'=Lighthouse,"), std::string::npos);
    const auto map = page([this](const http::Request& request, db::Read& read) { return overview.show(request, read); },
                          by_staff(http::testing::get("/en/staff/dossiers?view=map")));
    EXPECT_NE(map.find("Susan Okafor, North Carling (Maple Party): Made a promise"), std::string::npos);
}

TEST_P(Season, ASheetHasTwoPagesHoweverMuchThereIs) {
    office_writes(kOfficeReply);
    for (int i = 0; i < 30; ++i) promise("To come to the meeting number " + std::to_string(i), "");
    const auto dossiers = database->read([&](db::Read& read) {
        return std::vector{staff_dossier(services, read, all[0], base::Locale::english),
                           staff_dossier(services, read, all[1], base::Locale::english)};
    });
    const std::string bytes = sheets_pdf(
        {.dossiers = dossiers, .locale = base::Locale::english, .campaign = "All Together Now", .made_at = {}});
    const std::string path = testing::TempDir() + "sheets-" + std::to_string(getpid()) + ".pdf";
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    std::fwrite(bytes.data(), 1, bytes.size(), file);
    std::fclose(file);
    std::FILE* const pipe = popen(("pdfinfo '" + path + "'; pdftotext -layout '" + path + "' -").c_str(), "r");
    std::string words;
    for (int c; (c = std::fgetc(pipe)) != EOF;) words += static_cast<char>(c);
    pclose(pipe);
    std::remove(path.c_str());
    EXPECT_NE(words.find("Pages:           4"), std::string::npos) << words;
    EXPECT_NE(words.find("more in the dossier"), std::string::npos);
    EXPECT_NE(words.find("I will vote for the bridge."), std::string::npos);
}

ALLTOGETHER_ON_BOTH_DATABASES(Season);

TEST(Forms, EverythingWrongIsSaidAtOnce) {
    const PromiseForm empty{};
    const auto refused = accept(Typed<PromiseForm>{empty, "2026-11-22"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().size(), 3U) << "no words, no day, no evidence";
    const PositionForm early{"petition-7", "supports", {"2026-11-23", "x", "", "ftp://x"}, ""};
    const auto position = accept(Typed<PositionForm>{early, "2026-11-22"});
    ASSERT_FALSE(position);
    EXPECT_EQ(position.error().size(), 2U) << "tomorrow, and no web address";
    EXPECT_EQ(matter_of("petition-7")->petition.value, 7);
    EXPECT_FALSE(matter_of("petition-"));
    EXPECT_FALSE(matter_of("campaign--3"));
}

TEST(Wordings, AreInTheLanguageTheyWereGivenIn) {
    const Wording english{"Yes", ""}, both{"Yes", "Oui"};
    EXPECT_EQ(english.in(base::Locale::french).text, "Yes");
    EXPECT_EQ(english.in(base::Locale::french).language, base::Locale::english);
    EXPECT_EQ(both.in(base::Locale::french).text, "Oui");
}

}  // namespace
}  // namespace dossiers
