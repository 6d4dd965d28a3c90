// The way of a guide: Ines writes it, Marc approves it, readers find it, members read more, and what is used is
// counted.
#include "features/message_guides/handlers.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "features/message_guides/demo_texts.h"
#include "features/message_guides/mails.h"
#include "features/message_guides/port_service.h"
#include "features/message_guides/seed.h"
#include "features/message_guides/slice.h"
#include "features/message_guides/store.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"

namespace message_guides {
namespace {

using http::Fields;

constexpr auto kEnglish = base::Locale::english;
constexpr Fields::Field kTaxes{"slug", "tax-fairness"};

class Guides : public test_support::OnBothDatabases {
protected:
    Guides() {
        nation = *database->write([](db::Write& write) {
            return people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
        });
    }

    static auth::Principal person(int id, std::string name, auth::Role role) {
        return {auth::StaffId{id},
                std::move(name),
                *base::EmailAddress::parse("staff@example.org"),
                {{role, std::nullopt}},
                auth::SessionId{id}};
    }
    static http::Request by(const auth::Principal& who, http::Request request) {
        request.staff = std::make_shared<const auth::Principal>(who);
        request.request_id = "request-" + who.name;
        return request;
    }
    template <class Handler, class Read>
    http::Response get(const Handler& handler, Read read_handler, const http::Request& request) {
        return database->read([&](db::Read& read) { return (handler.*read_handler)(request, read); });
    }
    static std::string body(const http::Response& response) { return std::string{response.body.view()}; }

    // Sends a form through parse, apply and, where it is refused, the page that comes back.
    template <class Parse, class Apply, class Refuse>
    http::Response send(const http::Request& request, Parse parse, Apply apply, Refuse refuse) {
        const auto form = (staff.*parse)(request);
        base::Problems problems;
        if (form) {
            auto result = database->write([&](db::Write& write) { return (staff.*apply)(*form, write); });
            if (result) return *result;
            problems = result.error();
        } else {
            problems = form.error();
        }
        return database->read([&](db::Read& read) { return (staff.*refuse)(request, problems, read); });
    }
    http::Response save(const auth::Principal& who, std::initializer_list<Fields::Field> fields) {
        return send(by(who, http::testing::post("/en/staff/words/tax-fairness/text", {kTaxes}, fields)),
                    &StaffHandlers::read_content, &StaffHandlers::save, &StaffHandlers::edit_again);
    }
    template <class Apply>
    http::Response step(const auth::Principal& who, Apply apply, std::string_view version) {
        return send(by(who, http::testing::post("/en/staff/words/tax-fairness/x", {kTaxes}, {{"version", version}})),
                    &StaffHandlers::read_step, apply, &StaffHandlers::show_again);
    }

    // A guide with what publishing needs, saved once by Ines.
    void ines_writes() {
        const auto begun = send(
            by(ines, http::testing::post("/en/staff/words/new", {}, {{"slug", "tax-fairness"}, {"level", "canada"}})),
            &StaffHandlers::read_new, &StaffHandlers::begin, &StaffHandlers::show_new_again);
        ASSERT_EQ(begun.status, 303);
        const auto saved = save(ines, {{"base", "1"},
                                       {"act", "save"},
                                       {"title_en", "Fair taxes"},
                                       {"lead_en", "Who pays?"},
                                       {"story_en", "We chip in."},
                                       {"title_fr", "Impôts justes"},
                                       {"lead_fr", "Qui paie ?"},
                                       {"story_fr", "Notre mise commune."},
                                       {"visibility", "everybody"},
                                       {"review_on", "2027-03-01"},
                                       {"rules", "00000001"},
                                       {"rules.00000001.advice", "dont"},
                                       {"rules.00000001.words_en", "Don’t shout"},
                                       {"rules.00000001.reason_en", "Nobody listens"},
                                       {"rules.00000001.words_fr", "Ne criez pas"},
                                       {"rules.00000001.reason_fr", "Personne n’écoute"},
                                       {"pairs", "00000002"},
                                       {"pairs.00000002.heard_en", "I pay <b>too much</b>"},
                                       {"pairs.00000002.say_en", "You may well."},
                                       {"pairs.00000002.other_en", "So do I."},
                                       {"pairs.00000002.heard_fr", "Je paie trop"},
                                       {"pairs.00000002.say_fr", "C’est bien possible."},
                                       {"terms", "00000003"},
                                       {"terms.00000003.language", "en"},
                                       {"terms.00000003.avoid", "tax burden"},
                                       {"terms.00000003.better", "our share"},
                                       {"terms.00000003.why", "A burden asks to be lifted."}});
        ASSERT_EQ(saved.status, 303) << body(saved);
    }
    void ines_writes_and_marc_approves() {
        ines_writes();
        ASSERT_EQ(step(marc, &StaffHandlers::approve, "2").status, 303);
    }

    base::LevelId nation{1};
    auth::Principal ines = person(1, "Ines", auth::Role::owner), marc = person(2, "Marc", auth::Role::owner);
    runtime::Config config{};
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    WordLists words{*database};
    std::vector<std::string> left_search;  // with the transaction that hides them
    Services services{config,
                      secret,
                      tokens,
                      frames,
                      words,
                      [this](db::Write&, const ports::DocumentName& name) {
                          left_search.push_back(name.kind + " " + name.key); }};
    Handlers handlers{services};
    MemberHandlers members{services};
    ApiHandlers api{services};
    StaffHandlers staff{services};
};

TEST_P(Guides, NothingIsPublicBeforeASecondPersonApproves) {
    ines_writes();
    const auto page = [&] {
        return get(handlers, &Handlers::show, http::testing::get("/en/words/tax-fairness", {kTaxes}));
    };
    EXPECT_EQ(page().status, 404);
    EXPECT_EQ(step(ines, &StaffHandlers::ask, "2").status, 303);
    const auto refused = step(ines, &StaffHandlers::approve, "2");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(body(refused).contains("somebody else has to approve it"));
    const auto news =
        database->read([&](db::Read& read) { return home_news()(read, by(marc, http::testing::get("/en/staff"))); });
    EXPECT_EQ(news.tasks.size(), 1U) << "it waits for Marc";
    EXPECT_EQ(step(marc, &StaffHandlers::approve, "1").status, 422) << "he saw an older version";
    EXPECT_EQ(step(marc, &StaffHandlers::approve, "2").status, 303);
    EXPECT_EQ(page().status, 200);
    EXPECT_TRUE(body(page()).contains("I pay &lt;b&gt;too much&lt;/b&gt;")) << "markup is text";
    EXPECT_TRUE(database->read([](db::Read& read) { return approval_check().run(read); }).empty());

    EXPECT_TRUE(left_search.empty());
    EXPECT_EQ(step(marc, &StaffHandlers::withdraw, "2").status, 303);
    EXPECT_EQ(page().status, 404);
    EXPECT_EQ(left_search, std::vector<std::string>{"words tax-fairness/"});
}

TEST_P(Guides, NewWordsWaitWhileTheOldOnesStayPublic) {
    ines_writes_and_marc_approves();
    const auto content = database->read([](db::Read& read) { return store::published(read).front().version.content; });
    EXPECT_EQ(content.rules.front().advice, Advice::should_not);
    EXPECT_EQ(save(marc, {{"base", "2"}, {"title_en", "Fairer taxes"}, {"title_fr", "Impôts justes"}}).status, 303);
    const auto page = body(get(handlers, &Handlers::show, http::testing::get("/en/words/tax-fairness", {kTaxes})));
    EXPECT_TRUE(page.contains("Fair taxes")) << page;
    EXPECT_FALSE(page.contains("Fairer taxes"));
    EXPECT_EQ(step(ines, &StaffHandlers::approve, "3").status, 422) << "it has lost its story and its rules";

    const auto difference =
        body(get(staff, &StaffHandlers::version,
                 by(ines, http::testing::get("/en/staff/words/tax-fairness/versions/3", {kTaxes, {"number", "3"}}))));
    EXPECT_TRUE(difference.contains("Fairer</ins>")) << difference;
    const auto restored = send(
        by(ines, http::testing::post("/en/staff/words/tax-fairness/versions/2/restore", {kTaxes, {"number", "2"}}, {})),
        &StaffHandlers::read_restore, &StaffHandlers::restore, &StaffHandlers::show_again);
    EXPECT_EQ(restored.status, 303);
    const auto newest =
        database->read([](db::Read& read) { return *store::newest(read, store::find(read, "tax-fairness")->id); });
    EXPECT_EQ(newest.number, 4);
    EXPECT_EQ(newest.content, content);
    EXPECT_EQ(newest.note, "2");
}

TEST_P(Guides, TwoWhoWriteAtOnceLoseNothing) {
    ines_writes();
    EXPECT_EQ(save(ines, {{"base", "2"}, {"title_en", "Hers"}, {"title_fr", "Impôts justes"}}).status, 303);
    const auto conflict = save(marc, {{"base", "2"}, {"title_en", "His"}, {"title_fr", "Impôts justes"}});
    EXPECT_EQ(conflict.status, 409);
    EXPECT_TRUE(body(conflict).contains("His") && body(conflict).contains("Hers"));
    EXPECT_TRUE(body(conflict).contains("name=\"base\" value=\"3\"")) << "who sends it again has seen both";
    const auto newest =
        database->read([](db::Read& read) { return *store::newest(read, store::find(read, "tax-fairness")->id); });
    EXPECT_EQ(newest.content.title.english, "Hers");
}

TEST_P(Guides, ButtonsOfTheEditorSaveNothingAndShowWhatIsThere) {
    ines_writes();
    const auto added = save(ines, {{"base", "2"}, {"act", "add:facts"}, {"title_en", "Typed"}});
    EXPECT_EQ(added.status, 200);
    EXPECT_TRUE(body(added).contains("Typed") && body(added).contains("Fact 1"));
    const auto preview = save(ines, {{"base", "2"},
                                     {"act", "preview:fr"},
                                     {"title_fr", "Titre"},
                                     {"story_fr", "Un **récit**"},
                                     {"title_en", "Typed"}});
    EXPECT_TRUE(body(preview).contains("<strong>récit</strong>"));
    const auto wrong = save(ines, {{"base", "2"},
                                   {"pairs", "00000002"},
                                   {"pairs.00000002.heard_en", "Only heard"},
                                   {"facts", "00000009"},
                                   {"facts.00000009.words_en", "A fact"}});
    EXPECT_EQ(wrong.status, 422);
    for (const char* field : {"title_en", "pairs.00000002.say_en", "facts.00000009.source_en", "facts.00000009.date"})
        EXPECT_TRUE(body(wrong).contains(std::string{"href=\"#"} + field)) << field;
    const auto newest =
        database->read([](db::Read& read) { return *store::newest(read, store::find(read, "tax-fairness")->id); });
    EXPECT_EQ(newest.number, 2);
}

TEST_P(Guides, OfMembersAreReadByStaffAndByTheMailedLinkAlone) {
    ines_writes();
    database->write([&](db::Write& write) {
        const auto guide = *store::find(write, "tax-fairness");
        Content content = store::newest(write, guide.id)->content;
        content.visibility = Visibility::members;
        store::add_version(write, {guide.id, content, "Ines"});
    });
    ASSERT_EQ(step(marc, &StaffHandlers::approve, "3").status, 303);
    const auto request = http::testing::get("/en/words/tax-fairness", {kTaxes});
    EXPECT_EQ(get(handlers, &Handlers::show, request).status, 404);
    EXPECT_EQ(get(handlers, &Handlers::show, by(marc, request)).status, 200);
    EXPECT_EQ(get(api, &ApiHandlers::show, request).status, 404);

    const auto email = *base::EmailAddress::parse("ruth@example.org");
    const auto ruth = database->write([&](db::Write& write) {
        return people::ensure_person(write, {people::address_hash(secret, email), email, {"Ruth", "Ng"}, kEnglish, {}});
    });
    const auto ask = [&](std::string_view address) {
        const auto wanted = handlers.read_link(http::testing::post("/en/words/members", {}, {{"email", address}}));
        return database->write([&](db::Write& write) { return *handlers.send_link(*wanted, write); })
            .headers.text("Location");
    };
    EXPECT_EQ(ask("ruth@example.org"), ask("nobody@example.org")) << "the answer tells nobody who is known";
    for (int i = 0; i < 5; ++i) ask("ruth@example.org");
    const auto mails = database->read([](db::Read& read) { return mail::latest_mails(read, {}); });
    EXPECT_EQ(mails.size(), 3U) << "three a day at most";
    EXPECT_EQ(mails.front().order.about, ruth.value);

    const std::string token = tokens.make(kMember, ruth.value);
    const auto open = [&] {
        return get(members, &MemberHandlers::show,
                   http::testing::get("/en/words/members/" + token + "/tax-fairness", {{"token", token}, kTaxes}));
    };
    EXPECT_TRUE(body(open()).contains("You may well."));
    database->write([&](db::Write& write) { people::erase_person(write, ruth); });
    EXPECT_EQ(open().status, 404) << "who is gone has no link";
}

TEST_P(Guides, UsesAreCountedByPairAndDayAndNothingElse) {
    ines_writes_and_marc_approves();
    const auto tell = [&](std::string json) {
        const auto use =
            api.read_use(http::testing::post_json("/api/v1/guides/tax-fairness/uses", {kTaxes}, std::move(json)));
        if (!use) return 422;
        return database->write([&](db::Write& write) { return *api.count_use(*use, write); }).status;
    };
    EXPECT_EQ(tell(R"({"pair":"00000002","wording":1,"kind":"copied"})"), 204);
    EXPECT_EQ(tell(R"({"pair":"00000002","wording":1,"kind":"copied"})"), 204);
    EXPECT_EQ(tell(R"({"pair":"ffffffff","wording":0,"kind":"copied"})"), 404);
    EXPECT_EQ(tell(R"({"pair":"00000002","wording":2,"kind":"sent"})"), 422) << "sent is counted by us alone";
    EXPECT_EQ(tell("{"), 422);
    database->write([](db::Write& write) {
        port().count(write, kEnglish, "Dear member,\nyou said it. You   may\nwell. Ruth", ports::WordsBecame::sent);
    });
    const auto counts =
        database->read([](db::Read& read) { return store::uses(read, store::find(read, "tax-fairness")->id, 0); });
    EXPECT_EQ(count(counts, "00000002", Wording::other, UseKind::copied), 2);
    EXPECT_EQ(count(counts, "00000002", Wording::first, UseKind::sent), 1);
    EXPECT_EQ(counts.size(), 2U);
}

TEST_P(Guides, OtherSlicesGetSuggestionsMarksAndAPanel) {
    ines_writes_and_marc_approves();
    const std::string text = "They carry tax burdens & more";
    database->read([&](db::Read& read) {
        const auto guides = port();
        EXPECT_EQ(guides.themes(read, {.locale = kEnglish}).size(), 1U);
        const auto suggested = guides.suggestions(read, {.locale = kEnglish, .theme = "tax-fairness"});
        ASSERT_EQ(suggested.size(), 1U);
        EXPECT_EQ(suggested.front().other, "So do I.");
        EXPECT_TRUE(guides.suggestions(read, {.locale = kEnglish, .theme = "water"}).empty());
        const auto marks = guides.marks(read, kEnglish, text);
        ASSERT_EQ(marks.size(), 1U);
        EXPECT_EQ(text.substr(marks[0].begin, marks[0].end - marks[0].begin), "tax burdens");
        EXPECT_EQ(marks[0].better, "our share");
        const auto panel = std::string{
            guides.panel(read, {.locale = kEnglish, .words_in = kEnglish, .field = "words", .text = text}).view()};
        EXPECT_TRUE(panel.contains("<q>tax burdens</q>") && panel.contains("You may well."));
        EXPECT_EQ(materials(frames)(read, ports::TopicId{1}, base::Locale::french).front().url,
                  "https://campaign.example/fr/words/tax-fairness/leaflet.pdf");
    });
    const auto checked =
        api.check(http::testing::post_json("/api/v1/guides/check", {}, R"({"language":"en","text":"É tax burden"})"));
    const auto hint = boost::json::parse(body(checked)).at("hints").at(0);
    EXPECT_EQ(hint.at("begin").as_int64(), 2);
    EXPECT_EQ(hint.at("words").as_string(), "tax burden");
}

TEST_P(Guides, APairIsSharedWithAPictureAndFoundBySearch) {
    ines_writes_and_marc_approves();
    const auto request = http::testing::get("/fr/words/tax-fairness/say/00000002", {kTaxes, {"pair", "00000002"}});
    const auto page = body(get(handlers, &Handlers::pair, request));
    EXPECT_TRUE(page.contains("/fr/words/tax-fairness/say/00000002/share-card.png"));
    EXPECT_TRUE(page.contains("C’est bien possible."));
    EXPECT_EQ(body(get(handlers, &Handlers::pair_picture, request)).substr(1, 3), "PNG");
    const auto documents =
        database->read([](db::Read& read) { return search_documents()(read, {.after = "", .limit = 50}); });
    ASSERT_EQ(documents.size(), 4U);
    EXPECT_EQ(documents[3].path, "/fr/words/tax-fairness");
    EXPECT_TRUE(documents[2].text.contains("You may well."));
}

TEST_P(Guides, TheDemoHasThreeAndANewCampaignReadsThemFirst) {
    seed_guides(*database, Prepared::waiting);
    EXPECT_TRUE(database->read([](db::Read& read) { return store::published(read); }).empty());
    EXPECT_EQ(database->read([](db::Read& read) { return store::guides(read); }).size(), 3U);
    seed_guides(*database, Prepared::published);
    EXPECT_TRUE(database->read([](db::Read& read) { return store::published(read); }).empty())
        << "what is there stays as it is";
    EXPECT_EQ(step(marc, &StaffHandlers::approve, "1").status, 303);
    EXPECT_EQ(database->read([](db::Read& read) { return actions()(read, kEnglish); }).size(), 1U);
}

ALLTOGETHER_ON_BOTH_DATABASES(Guides);

}  // namespace
}  // namespace message_guides
