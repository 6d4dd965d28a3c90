// features/dossiers/handlers_season_test.h - what tests of this slice begin with: two representatives and a vacant
// seat, one campaign of letters, a letter of Maya's, and the slices beside this one as they would answer.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "features/dossiers/answer_store.h"
#include "features/dossiers/handlers.h"
#include "features/dossiers/record_store.h"
#include "features/dossiers/slice.h"
#include "features/dossiers/staff_handlers.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/auth/secret.h"
#include "platform/http/testing.h"
#include "platform/inbound_mail/receiver.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"
#include "tests/support/port_talk.h"

namespace dossiers::house {

using people::Office;
using people::Province;

inline constexpr RepresentativeId kSusan{11}, kRejean{12}, kSeat{13};
inline constexpr LetterId kMayasLetter{501}, kGoneLetter{502};
inline constexpr LetterCampaignId kBridge{31};

inline Representative representative(RepresentativeId id, Office office, Province province, const char* name) {
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

inline const std::string kOfficeReply =
    "From: Office of Susan Okafor <susan@parl.example.org>\r\nSubject: Re: The bridge\r\nMessage-ID: <1@parl>\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n--cut\r\nContent-Type: text/plain\r\n\r\n"
    "I will vote for the bridge.\r\n\r\nOn Monday, Maya wrote:\r\n> Dear Ms. Okafor\r\n--cut\r\n"
    "Content-Type: text/html; name=\"letter.html\"\r\nContent-Disposition: attachment; filename=\"letter.html\"\r\n\r\n"
    "<script>alert(1)</script>\r\n--cut--\r\n";

}  // namespace dossiers::house
