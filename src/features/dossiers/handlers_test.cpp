// A season with an office: letters go out, a reply comes by mail, staff make a promise of it, and everybody can read
// it.
#include <cstdio>
#include <map>

#include "features/dossiers/dossier_csv.h"
#include "features/dossiers/dossier_pdf.h"
#include "features/dossiers/handlers_season_test.h"
#include "features/dossiers/overview_service.h"

namespace dossiers {
namespace {

using namespace house;

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

TEST_P(Season, ThePageOfAProvinceIsFullOfItsOwnAnswers) {
    database->write([](db::Write& write) {
        for (int i = 0; i < 230; ++i)
            store::add_answer(write, {.representative = i < 220 ? kSusan : kRejean,
                                      .received_at = write.now(),
                                      .sender = "",
                                      .subject = "Number " + std::to_string(i),
                                      .words = "Thank you.",
                                      .locale = base::Locale::english,
                                      .fingerprint = std::to_string(i)});
    });
    const auto inbox_of = [&](std::string_view level) {
        return page([this](const http::Request& request, db::Read& read) { return answers_.inbox(request, read); },
                    by_staff(http::testing::get("/en/staff/dossiers/answers"), level));
    };
    EXPECT_NE(inbox_of("nb").find("Number 229"), std::string::npos) << "behind 220 of another province";
    EXPECT_EQ(inbox_of("nb").find("rel=\"next\""), std::string::npos);
    const auto all_of_them = inbox_of("");
    EXPECT_NE(all_of_them.find("Number 49"), std::string::npos);
    EXPECT_EQ(all_of_them.find("Number 50"), std::string::npos);
    EXPECT_NE(all_of_them.find("rel=\"next\""), std::string::npos);
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
