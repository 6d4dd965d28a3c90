// The way of a comment: Maya signs and says why, staff read it, readers see it, and it goes when she does.
#include "features/comments/handlers.h"

#include <map>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "features/comments/slice.h"
#include "features/comments/store.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace comments {
namespace {

using http::Fields;
using store::View;

constexpr PetitionId kLibrary{7};
constexpr Fields::Field kSlug{"slug", "library"};
constexpr SignatureId kMaya{101}, kLuc{102}, kJoan{103};

class Commenting : public test_support::OnBothDatabases {
protected:
    Commenting() {
        const auto level = database->write([](db::Write& write) {
            return people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
        });
        const ports::PetitionFacts library{
            kLibrary, *level,           "library",         ports::PetitionKind::petition, ports::PetitionStage::open,
            0,        base::Instant{1}, "Save the library"};
        petitions.all = [library](db::Read&, base::Locale) { return std::vector{library}; };
        petitions.find = [library](db::Read&, std::string_view slug, base::Locale) {
            return slug == "library" ? std::optional{library} : std::nullopt;
        };
        petitions.find_by_id = [library](db::Read&, PetitionId, base::Locale) { return std::optional{library}; };
        signers.words = [this](db::Read&, SignatureId id) {
            const auto found = counted.find(id);
            return found == counted.end() ? std::nullopt : std::optional{found->second};
        };
        changes.add(count_listener(signers));
        changes.add_forgetting(forgetting_listener());
        changes.add_leaving(leaving_listener());
    }

    // Somebody confirms a signature that came with these words.
    void confirm(SignatureId who, std::string words, base::Locale locale = base::Locale::english) {
        counted.insert_or_assign(who, ports::SignerWords{.petition = kLibrary,
                                                         .address_hash = who.value,
                                                         .locale = locale,
                                                         .words = std::move(words),
                                                         .name = "Maya T.",
                                                         .place = "Moncton"});
        tell(who, ports::CountStep::confirmed);
    }
    void tell(SignatureId who, ports::CountStep step) {
        const auto now = base::Instant{2};
        const ports::CountChange change{.petition = kLibrary,
                                        .signer_class = ports::SignerClass::individual,
                                        .signature = who,
                                        .step = step,
                                        .at = now,
                                        .first_counted_at = now,
                                        .said_why = ports::SaidWhy::yes};
        database->write([&](db::Write& write) { changes.tell(write, {&change, 1}); });
    }
    std::vector<Comment> view(View view) {
        return database->read([&](db::Read& read) { return store::page(read, {kLibrary, view}); });
    }
    std::string list(std::string_view query = "") {
        return body(database->read([&](db::Read& read) {
            return handlers.list(http::testing::get("/en/petitions/library/comments" + std::string{query}, {kSlug}),
                                 read);
        }));
    }
    static std::string body(const http::Response& response) { return std::string{response.body.view()}; }

    http::Request by_staff(http::Request request) {
        request.staff = std::make_shared<const auth::Principal>(moderator);
        return request;
    }
    // Saves the queue with these fields; where the answer leads to.
    std::string save(std::initializer_list<Fields::Field> fields) {
        const auto form = staff.read_form(by_staff(http::testing::post("/en/staff/comments", {}, fields)));
        return database->write([&](db::Write& write) { return *staff.decide(*form, write); }).headers.text("Location");
    }
    std::string decide(const Comment& comment, std::string_view decision) {
        return save({{"act", "save"}, {"decide_" + std::to_string(comment.id.value), decision}});
    }
    void undo(const std::string& location) {
        const std::string saving = location.substr(location.rfind('=') + 1);
        const auto form =
            staff.read_undo(by_staff(http::testing::post("/en/staff/comments/undo", {}, {{"saving", saving}})));
        database->write([&](db::Write& write) { return *staff.undo(*form, write); });
    }
    std::string own_token(SignatureId who) { return tokens.make(kOwnComment, who.value); }
    http::Request own_post(SignatureId who, std::string_view words) {
        const std::string token = own_token(who);
        return http::testing::post("/en/comments/" + token, {{"token", token}}, {{"words", words}});
    }

    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    auth::Principal moderator{auth::StaffId{1},
                              "Ines",
                              *base::EmailAddress::parse("ines@example.org"),
                              {{auth::Role::moderator, std::nullopt}},
                              auth::SessionId{1}};
    std::map<SignatureId, ports::SignerWords> counted;
    ports::PetitionReader petitions;
    ports::Signers signers;
    ports::CountChanges changes;
    Services services{frames, petitions, signers, tokens};
    Handlers handlers{services};
    OwnHandlers own{services};
    StaffHandlers staff{services};
};

TEST_P(Commenting, NothingIsPublicBeforeSomebodyHasReadIt) {
    confirm(kMaya, "For my kids. <script>alert(1)</script>");
    EXPECT_EQ(list().find("For my kids"), std::string::npos);
    ASSERT_EQ(view(View::waiting).size(), 1U);

    decide(view(View::waiting).front(), "show");
    const auto page = list();
    EXPECT_NE(page.find("For my kids. &lt;script&gt;"), std::string::npos) << "markup is text";
    EXPECT_EQ(page.find("<script>alert"), std::string::npos);
    EXPECT_NE(page.find("Maya T., Moncton"), std::string::npos);
    EXPECT_NE(page.find(R"(lang="en" dir="auto")"), std::string::npos);
}

TEST_P(Commenting, ARefusedOneIsNotShownAndItsReasonIsCounted) {
    confirm(kMaya, "You idiots");
    decide(view(View::waiting).front(), "insult");
    EXPECT_EQ(view(View::not_shown).front().state, State::refused);
    const auto page = list();
    EXPECT_EQ(page.find("You idiots"), std::string::npos);
    EXPECT_NE(page.find("1 comment is not shown:"), std::string::npos);
    EXPECT_NE(page.find("Insult or threat (1)"), std::string::npos);
}

TEST_P(Commenting, ManyAreDecidedAtOnceAndUndoneAtOnce) {
    confirm(kMaya, "One");
    confirm(kLuc, "Deux", base::Locale::french);
    confirm(kJoan, "Three");
    const auto waiting = view(View::waiting);
    const std::string first = std::to_string(waiting[0].id.value), second = std::to_string(waiting[1].id.value);
    const auto where = save({{"act", "refuse"}, {"reason", "off_topic"}, {"ticked", first}, {"ticked", second}});
    EXPECT_NE(where.find("decided=2"), std::string::npos);
    EXPECT_EQ(view(View::waiting).size(), 1U);
    EXPECT_EQ(view(View::not_shown).front().reason, Reason::off_topic);

    undo(where);
    EXPECT_EQ(view(View::waiting).size(), 3U);
    EXPECT_EQ(view(View::waiting).front().words, "One") << "the oldest first, as before";
}

TEST_P(Commenting, UndoingLeavesWhatSomebodyDecidedSince) {
    confirm(kMaya, "One");
    const auto comment = view(View::waiting).front();
    const auto first = decide(comment, "insult");
    decide(view(View::not_shown).front(), "show");
    undo(first);
    EXPECT_EQ(view(View::shown).size(), 1U);
}

TEST_P(Commenting, ItGoesWithTheSignature) {
    confirm(kMaya, "One");
    decide(view(View::waiting).front(), "show");
    tell(kMaya, ports::CountStep::invalidated);
    EXPECT_EQ(list().find("One"), std::string::npos);
    tell(kMaya, ports::CountStep::restored);
    EXPECT_NE(list().find("One"), std::string::npos) << "the batch was undone";
    tell(kMaya, ports::CountStep::withdrawn);
    EXPECT_EQ(list().find("One"), std::string::npos);
    EXPECT_FALSE(database->read([](db::Read& read) { return store::of_signature(read, kMaya); }));
}

TEST_P(Commenting, ItGoesWithASignatureThatHadBeenTakenOutOfTheCount) {
    confirm(kMaya, "One");
    tell(kMaya, ports::CountStep::invalidated);
    database->write([&](db::Write& write) { changes.leave(write, kMaya); });
    EXPECT_FALSE(database->read([](db::Read& read) { return store::of_signature(read, kMaya); }));
}

TEST_P(Commenting, WhoIsErasedLeavesNoWords) {
    confirm(kMaya, "One");
    const ports::PersonKey maya{kMaya.value};
    EXPECT_NE(database->read([&](db::Read& read) { return person_data().export_json(read, maya); }).find("One"),
              std::string::npos);
    database->write([&](db::Write& write) { person_data().erase(write, maya); });
    EXPECT_EQ(database->read([&](db::Read& read) { return person_data().export_json(read, maya); }), "[]");
}

TEST_P(Commenting, ReadersReportAndStaffLookAgain) {
    confirm(kMaya, "One");
    decide(view(View::waiting).front(), "show");
    const std::string id = std::to_string(view(View::shown).front().id.value);
    const auto report = handlers.read_report(
        http::testing::post("/en/petitions/library/comments/" + id + "/report", {kSlug, {"comment", id}}, {}));
    const auto answer = database->write([&](db::Write& write) { return handlers.report(*report, write); });
    EXPECT_EQ(answer->headers.view("Location"), "/en/petitions/library/comments?reported=1");
    ASSERT_EQ(view(View::reported).size(), 1U);
    EXPECT_NE(list().find("One"), std::string::npos) << "a report alone takes nothing down";

    decide(view(View::reported).front(), "personal_data");
    EXPECT_EQ(view(View::not_shown).front().state, State::taken_down);
    EXPECT_EQ(list().find("One"), std::string::npos);
    const auto again = database->write([&](db::Write& write) { return handlers.report(*report, write); });
    EXPECT_EQ(again->status, 404);
}

TEST_P(Commenting, ASignerWritesItAnewAndItWaitsAgain) {
    confirm(kMaya, "One");
    decide(view(View::waiting).front(), "show");
    const auto words = own.read_words(own_post(kMaya, "Better words"));
    database->write([&](db::Write& write) { return *own.write(*words, write); });
    EXPECT_EQ(list().find("One"), std::string::npos);
    EXPECT_EQ(view(View::waiting).front().words, "Better words");

    const auto gone = own.read_removal(own_post(kMaya, ""));
    database->write([&](db::Write& write) { return *own.remove(*gone, write); });
    EXPECT_TRUE(view(View::waiting).empty());
}

TEST_P(Commenting, OnlyTheHolderOfTheLinkWritesAndOnlyWhileTheSignatureCounts) {
    EXPECT_FALSE(own.read_words(http::testing::post("/en/comments/forged", {{"token", "forged"}}, {{"words", "x"}})));
    const auto words = own.read_words(own_post(kLuc, "I never confirmed"));
    const auto answer = database->write([&](db::Write& write) { return own.write(*words, write); });
    EXPECT_EQ(answer->status, 404);
    EXPECT_EQ(database->read([&](db::Read& read) { return own.show(own_post(kLuc, ""), read); }).status, 404);
}

TEST_P(Commenting, TooManyWordsComeBackAsTyped) {
    confirm(kMaya, "One");
    const std::string typed = "Start <b> " + std::string(10'000, 'a');
    const auto request = own_post(kMaya, typed);
    const auto refused = own.read_words(request);
    ASSERT_FALSE(refused);
    const auto page = database->read([&](db::Read& read) { return own.show_again(request, refused.error(), read); });
    EXPECT_EQ(page.status, 422);
    EXPECT_NE(page.body.view().find("Start &lt;b&gt;"), std::string::npos);
}

TEST_P(Commenting, TheApiGivesWhatIsShownPageByPage) {
    for (int i = 0; i < 23; ++i) {
        confirm(SignatureId{200 + i}, "Reason " + std::to_string(i));
        decide(view(View::waiting).front(), "show");
    }
    const auto page = [&](std::string_view query) {
        return boost::json::parse(body(database->read([&](db::Read& read) {
            return handlers.api(http::testing::get("/api/v1/petitions/library/comments" + std::string{query}, {kSlug}),
                                read);
        })));
    };
    const auto first = page("");
    EXPECT_EQ(first.at("total").as_int64(), 23);
    EXPECT_EQ(first.at("comments").as_array().size(), 20U);
    EXPECT_EQ(first.at("comments").at(0).at("words").as_string(), "Reason 22");
    const auto second = page("?before=" + std::to_string(first.at("next").as_int64()));
    EXPECT_EQ(second.at("comments").as_array().size(), 3U);
    EXPECT_EQ(second.at("next").as_int64(), 0);
    EXPECT_TRUE(page("?language=fr").at("comments").as_array().empty());
}

TEST_P(Commenting, TheQueueSaysWhatToNoticeAndWhoMayNotModerateDecidesNothing) {
    confirm(kMaya, "Same words");
    confirm(kLuc, "SAME words!");
    confirm(kJoan, "You moron, see www.win.example");
    const auto queue = body(database->read(
        [&](db::Read& read) { return staff.show(by_staff(http::testing::get("/en/staff/comments")), read); }));
    EXPECT_NE(queue.find("The same words came 2 times"), std::string::npos);
    EXPECT_NE(queue.find("may insult"), std::string::npos);
    EXPECT_NE(queue.find("holds a web address"), std::string::npos);
    EXPECT_EQ(queue.find("href=\"www"), std::string::npos) << "a link is text";

    moderator.grants = {{auth::Role::moderator, base::LevelId{999}}};
    decide(view(View::waiting).front(), "show");
    EXPECT_EQ(view(View::shown).size(), 0U);
}

ALLTOGETHER_ON_BOTH_DATABASES(Commenting);

}  // namespace
}  // namespace comments
