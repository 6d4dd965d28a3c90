// The way of an endorsement: a clerk fills in the form, confirms by mail, staff show it, the town withdraws.
#include "features/endorsements/handlers.h"

#include <filesystem>

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <unistd.h>

#include "features/endorsements/mails.h"
#include "features/endorsements/slice.h"
#include "features/endorsements/store.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/files/folder_store.h"
#include "platform/http/testing.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"

namespace endorsements {
namespace {

using http::Fields;

constexpr ports::PetitionId kLibrary{7};
constexpr Fields::Field kSlug{"slug", "library"};
constexpr Fields::Field kMunicipality{"class", "municipality"};

ports::PetitionReader one_petition() {
    ports::PetitionReader reader;
    const auto facts = [](db::Read&, base::Locale) {
        return ports::PetitionFacts{
            kLibrary, base::LevelId{1}, "library",         ports::PetitionKind::petition, ports::PetitionStage::open,
            0,        base::Instant{1}, "Save the library"};
    };
    reader.find = [facts](db::Read& read, std::string_view slug, base::Locale locale) {
        return slug == "library" ? std::optional{facts(read, locale)} : std::nullopt;
    };
    reader.find_by_id = [facts](db::Read& read, ports::PetitionId, base::Locale locale) {
        return std::optional{facts(read, locale)};
    };
    reader.texts = [](db::Read&, ports::PetitionId, base::Locale locale) {
        return std::vector{ports::PetitionText{ports::PetitionTextId{3}, kLibrary, locale, 1, "Save the library", "",
                                               "Keep it.", base::Instant{1}}};
    };
    return reader;
}

class Endorsing : public test_support::OnBothDatabases {
protected:
    Endorsing() {
        database->write([](db::Write& write) {
            people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
        });
        changes.add([this](db::Write&, std::span<const ports::CountChange> told) {
            for (const auto& each : told) steps.push_back(each.step);
        });
    }
    static http::Request clerk_writes(std::string_view email = "clerk@larch-river.example.org") {
        return http::testing::post("/en/petitions/library/endorsements/municipality", {kSlug, kMunicipality},
                                   {{"name", "Town of Larch River"},
                                    {"region", "NB"},
                                    {"act", "resolution"},
                                    {"act_date", "2026-10-19"},
                                    {"votes_for", "7"},
                                    {"votes_against", "2"},
                                    {"signatory_name", "Mireille Haché"},
                                    {"signatory_role", "Clerk"},
                                    {"email", email},
                                    {"authorised", "1"}});
    }
    http::Response submit(const http::Request& request) {
        const auto form = handlers.read_form(request);
        EXPECT_TRUE(form);
        return *database->write([&](db::Write& write) { return handlers.submit(*form, write); });
    }
    Endorsement only() {
        return database->read([](db::Read& read) { return store::all(read, kLibrary).at(0); });
    }
    std::string token() { return tokens.make(kOwnEndorsement, only().id.value); }
    http::Request own_request() { return http::testing::get("/en/endorsements/x", {{"token", token()}}); }
    void press(http::WriteResult (OwnHandlers::*handler)(const OwnAct&, db::Write&) const) {
        const auto act = own.read_act(own_request());
        ASSERT_TRUE(act);
        EXPECT_EQ(database->write([&](db::Write& write) { return (own.*handler)(*act, write); })->status, 303);
    }
    void decide(const store::Decided& decided) {
        database->write([&](db::Write& write) { return store::decide(write, only().id, decided); });
    }
    http::Request by_staff(http::Request request) {
        request.staff =
            std::make_shared<const auth::Principal>(auth::Principal{auth::StaffId{1},
                                                                    "Amélie",
                                                                    *base::EmailAddress::parse("amelie@example.org"),
                                                                    {{auth::Role::owner, std::nullopt}},
                                                                    auth::SessionId{1}});
        return request;
    }
    std::string body(const http::Response& response) { return std::string{response.body.view()}; }
    std::string list() {
        return body(database->read([&](db::Read& read) {
            return handlers.list(http::testing::get("/en/petitions/library/endorsements", {kSlug}), read);
        }));
    }

    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    ports::PetitionReader petitions = one_petition();
    ports::CountChanges changes;
    ports::PetitionSections sections;
    std::vector<ports::CountStep> steps;
    std::vector<std::string> near;  // elections
    ports::Elections elections{.near = [this](db::Read&) { return near; }};
    ports::SectionCache drawn{base::seconds(2)};
    std::filesystem::path folder =
        std::filesystem::path{testing::TempDir()} / ("endorsements" + std::to_string(getpid()));
    files::FolderStore files{folder};
    Services services{config, secret, tokens, frames, petitions, changes, sections, elections, drawn, files};
    Handlers handlers{services};
    OwnHandlers own{services};
    StaffHandlers staff{services};
};

TEST_P(Endorsing, ATownIsShownOnlyAfterItsClerkConfirmedAndSomebodyLooked) {
    EXPECT_EQ(submit(clerk_writes()).headers.view("Location"),
              "/en/petitions/library/endorsements/municipality/thank-you");
    EXPECT_EQ(only().state, State::unconfirmed);
    EXPECT_EQ(list().find("Larch River"), std::string::npos);

    body(database->read([&](db::Read& read) { return own.show(own_request(), read); }));
    EXPECT_EQ(only().state, State::unconfirmed) << "opening the link changes nothing";
    press(&OwnHandlers::confirm);
    EXPECT_EQ(only().state, State::waiting);
    EXPECT_EQ(list().find("Larch River"), std::string::npos);

    decide({State::waiting, State::counted, "Amélie", "", ""});
    const auto page = list();
    EXPECT_NE(page.find("Town of Larch River"), std::string::npos);
    EXPECT_NE(page.find("council resolution of October 19, 2026, 7 to 2"), std::string::npos) << page;
    EXPECT_EQ(page.find("clerk@"), std::string::npos) << "an address is never shown";
    EXPECT_EQ(page.find("Mireille"), std::string::npos);
}

TEST_P(Endorsing, TheTownThatWithdrawsIsGoneFromListAndCount) {
    submit(clerk_writes());
    press(&OwnHandlers::confirm);
    const Endorsement waiting = only();
    decide({State::waiting, State::counted, "Amélie", "", ""});
    EXPECT_EQ(database->write([&](db::Write& write) { return store::withdraw(write, waiting); }), store::Changed::no)
        << "it counts since it was read: who took it for waiting would take no step of the count";
    press(&OwnHandlers::withdraw);
    EXPECT_EQ(only().state, State::withdrawn);
    EXPECT_EQ(steps, std::vector{ports::CountStep::withdrawn});
    EXPECT_EQ(list().find("Larch River"), std::string::npos);
    press(&OwnHandlers::withdraw);
    EXPECT_EQ(steps.size(), 1U) << "a second press is no second step";
}

TEST_P(Endorsing, ASecondFormFromOneAddressGetsTheSameAnswerAndNoSecondPlace) {
    const auto first = submit(clerk_writes());
    for (int i = 0; i < 7; ++i)
        EXPECT_EQ(submit(clerk_writes()).headers.view("Location"), first.headers.view("Location"));
    EXPECT_EQ(database->read([](db::Read& read) { return store::all(read, kLibrary).size(); }), 1U);
    EXPECT_EQ(database->read([](db::Read& read) { return mail::latest_mails(read, {}).size(); }), 5U)
        << "never more than five mails";
}

TEST_P(Endorsing, NearAnElectionNoPoliticianWhomItConcernsIsNamed) {
    const auto request =
        http::testing::post("/en/petitions/library/endorsements/candidate", {kSlug, {"class", "candidate"}},
                            {{"name", "Darlene Whitford"},
                             {"office", "councillor"},
                             {"place", "Larch River"},
                             {"region", "NB"},
                             {"email", "darlene@example.org"},
                             {"authorised", "1"}});
    submit(request);
    press(&OwnHandlers::confirm);
    decide({State::waiting, State::counted, "Amélie", "", ""});
    near = {"", "ON"};
    EXPECT_NE(list().find("Darlene Whitford"), std::string::npos) << "neither is hers";
    near = {"NB"};
    EXPECT_EQ(list().find("Darlene Whitford"), std::string::npos);
    submit(clerk_writes());
    near.clear();
    EXPECT_NE(list().find("Darlene Whitford"), std::string::npos) << "it was only hidden";
}

TEST_P(Endorsing, TheListCountsEachClassApart) {
    submit(clerk_writes());
    press(&OwnHandlers::confirm);
    decide({State::waiting, State::counted, "Amélie", "", ""});
    const auto answer = database->read([&](db::Read& read) {
        return handlers.api(http::testing::get("/api/v1/petitions/library/endorsements", {kSlug}), read);
    });
    const auto json = boost::json::parse(answer.body.view());
    EXPECT_EQ(json.at("counts").as_object().size(), 1U);
    EXPECT_EQ(json.at("counts").at("municipality").as_int64(), 1);
    EXPECT_EQ(json.at("endorsements").at(0).at("votes_for").as_int64(), 7);
}

TEST_P(Endorsing, TheDocumentOfAResolutionIsPublicOnceTheActIsShown) {
    submit(clerk_writes());
    press(&OwnHandlers::confirm);
    const std::string id = std::to_string(only().id.value);
    auto upload = by_staff(http::testing::post("/en/staff/endorsements/x/document", {{"endorsement", id}}, {}));
    upload.form.files.push_back({"file", "../minutes \"41\".exe", "text/html", "<script>"});
    EXPECT_EQ(staff.read_document(upload).error().front().field, "file") << "its bytes say what it is, not its name";
    upload.form.files.back().bytes = "%PDF-1.4 the resolution %%EOF";
    const auto read_upload = staff.read_document(upload);
    ASSERT_TRUE(read_upload);
    EXPECT_EQ(database->write([&](db::Write& write) { return staff.attach(*read_upload, write); })->status, 303);

    const auto ask = [&] {
        return database->read([&](db::Read& read) {
            return handlers.document(http::testing::get("/en/x", {kSlug, {"endorsement", id}}), read);
        });
    };
    EXPECT_EQ(ask().status, 404) << "nobody has shown the act yet";
    decide({State::waiting, State::counted, "Amélie", "", ""});
    const auto given = ask();
    EXPECT_EQ(given.body.view(), "%PDF-1.4 the resolution %%EOF");
    EXPECT_TRUE(given.headers.view("Content-Disposition").starts_with(R"(attachment; filename="minutes 41.pdf")"));
    EXPECT_EQ(given.headers.view("Content-Security-Policy"), "default-src 'none'; sandbox");
    EXPECT_NE(list().find("/en/petitions/library/endorsements/documents/" + id), std::string::npos);

    const DocumentFiles kept{*database, files};
    const auto later = base::Instant{4'000'000'000'000'000};
    sweep(kept, later);
    EXPECT_EQ(ask().status, 200) << "it is needed";
    const auto removal = staff.read_removal(upload);
    database->write([&](db::Write& write) { return *staff.detach(*removal, write); });
    sweep(kept, later);
    EXPECT_EQ(ask().status, 404);
    EXPECT_FALSE(files.exists(*files::Address::parse(read_upload->document.file)));
}

TEST_P(Endorsing, TheListOfStaffComesInPagesAndByState) {
    for (int i = 0; i < 51; ++i) submit(clerk_writes("clerk" + std::to_string(i) + "@example.org"));
    const auto page = [&](std::string_view query) {
        return body(database->read([&](db::Read& read) {
            return staff.list(by_staff(http::testing::get("/en/staff/x?" + std::string{query}, {kSlug})), read);
        }));
    };
    const auto first = page("");
    const auto next = first.find("?state=&amp;before=");
    ASSERT_NE(next, std::string::npos);
    const auto second = page(first.substr(next + 12, first.find('"', next) - next - 12));
    EXPECT_EQ(second.find("before="), std::string::npos) << "one is left";
    EXPECT_NE(second.find("Town of Larch River"), std::string::npos);
    EXPECT_NE(page("state=counted").find("None in this state"), std::string::npos);
}

TEST_P(Endorsing, WhoIsErasedLeavesNothingButTheStep) {
    submit(clerk_writes());
    press(&OwnHandlers::confirm);
    decide({State::waiting, State::counted, "Amélie", "", ""});
    const ports::PersonKey clerk{.address_hash = only().address_hash};
    const auto holder = person_data(changes);
    const auto held = database->read([&](db::Read& read) { return holder.export_json(read, clerk); });
    EXPECT_NE(held.find("Mireille Haché"), std::string::npos);
    database->write([&](db::Write& write) { holder.erase(write, clerk); });
    EXPECT_EQ(steps, std::vector{ports::CountStep::withdrawn});
    EXPECT_EQ(only().state, State::withdrawn);
    EXPECT_EQ(only().statement.name + only().email + only().statement.signatory_name, "");
    EXPECT_EQ(database->read([&](db::Read& read) { return holder.export_json(read, clerk); }), "[]");
}

TEST_P(Endorsing, AFormWithProblemsComesBackWithWhatWasTyped) {
    auto request = http::testing::post("/fr/petitions/library/endorsements/municipality", {kSlug, kMunicipality},
                                       {{"name", "Ville <Claire>"}, {"act", "resolution"}});
    request.locale = base::Locale::french;
    const auto refused = handlers.read_form(request);
    ASSERT_FALSE(refused);
    const auto page =
        database->read([&](db::Read& read) { return handlers.show_again(request, refused.error(), read); });
    EXPECT_EQ(page.status, 422);
    EXPECT_NE(page.body.view().find("Ville &lt;Claire&gt;"), std::string::npos);
    EXPECT_NE(page.body.view().find("Veuillez saisir votre nom."), std::string::npos);
}

ALLTOGETHER_ON_BOTH_DATABASES(Endorsing);

}  // namespace
}  // namespace endorsements
