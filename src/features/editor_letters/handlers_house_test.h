// A house for the stories of letters to the editor: a campaign, two papers of Larch River, who writes, and who reads.
#pragma once
#include <memory>

#include <gtest/gtest.h>

#include "features/editor_letters/handlers.h"
#include "features/editor_letters/letter_service.h"
#include "features/editor_letters/slice.h"
#include "features/editor_letters/store.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/http/testing.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"

namespace editor_letters {

inline constexpr base::Instant kNow{1'800'000'000'000'000};  // 2027-01-15T08:00:00Z

inline constexpr std::string_view kWords =
    "I drive the bus, and when I lock it up the library is the only lit window on Main Street. My daughter does her "
    "homework there because our flat has one table.";
inline constexpr std::string_view kOtherWords =
    "Forty years ago my father learned to read in that building, at night, after the mill. Nobody asked him whether "
    "it paid. It paid for me, and I have been paying it back in taxes ever since.";

inline NewspaperFacts paper(std::string name, std::int64_t most_a_day) {
    NewspaperFacts facts{.email = *base::EmailAddress::parse("letters@" + name + ".example.org")};
    facts.name = std::move(name);
    facts.place = "Larch River";
    facts.province = people::Province::nb;
    facts.word_limit = 60;
    facts.most_a_day = most_a_day;
    facts.source = "its own page";
    facts.as_of = "2026-12-01";
    return facts;
}

inline CampaignPlan library() {
    return {.theme = "",
            .title_en = "Library hours",
            .title_fr = "Heures de bibliothèque",
            .happened_en = "A vote.",
            .happened_fr = "Un vote.",
            .points_en = "One",
            .points_fr = "Un",
            .closes_on = "2027-02-01"};
}

class Writing : public testing::TestWithParam<test_support::Kind> {
protected:
    Writing() {
        database->write([&](db::Write& write) {
            const auto level =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
            people::insert_level(
                write, {people::LevelKind::local, "larch-river", "Larch River", "Larch River", 1, *level, {}});
            campaign = store::insert(write, *level, library());
            store::publish(write, campaign);
            herald = store::keep(write, paper("herald", 2));
            post = store::keep(write, paper("post", 5));
        });
    }

    // Of a request about this paper.
    http::Request at(NewspaperId newspaper, http::Request request) const {
        request.parameters.add({"campaign", std::to_string(campaign.value)});
        request.parameters.add({"newspaper", std::to_string(newspaper.value)});
        return request;
    }
    struct Typed {
        std::string_view email = "ana@example.org", text = kWords;
    };
    base::Result<SaveLetter, base::Problems> typed(NewspaperId newspaper, const Typed& of) {
        return handlers.read_letter(at(newspaper, http::testing::post("/en/x", {},
                                                                      {{"subject", "After six"},
                                                                       {"text", std::string{of.text}},
                                                                       {"name", "Ana Silva"},
                                                                       {"place", "Larch River"},
                                                                       {"telephone", "506 555-0142"},
                                                                       {"email", std::string{of.email}}})));
    }
    // The token of the draft.
    std::string draft(NewspaperId newspaper, const Typed& of) {
        const auto form = typed(newspaper, of);
        EXPECT_TRUE(form);
        const auto result = database->write([&](db::Write& write) { return handlers.save(*form, write); });
        EXPECT_TRUE(result);
        const std::string location{result->headers.find("Location").value_or("")};
        return location.substr(location.rfind('/') + 1);
    }
    EditorLetterId letter_of(const std::string& token) { return EditorLetterId{*tokens.read(kDraftLink, token)}; }
    EditorLetter stored(EditorLetterId id) {
        return *database->read([&](db::Read& read) { return store::find_letter(read, id); });
    }
    LetterState state(EditorLetterId id) { return stored(id).state; }
    EditorLetterId asked(NewspaperId newspaper, const Typed& of) {
        const std::string token = draft(newspaper, of);
        const auto id = letter_of(token);
        const auto result = database->write(
            [&](db::Write& write) { return handlers.ask_to_send({id, token, base::Locale::english}, write); });
        EXPECT_TRUE(result);
        return id;
    }
    LetterState press(EditorLetterId id, http::WriteResult (Handlers::*act)(const LetterAct&, db::Write&) const) {
        database->write([&](db::Write& write) {
            return *(handlers.*act)({id, tokens.make(kLetterLink, id.value), base::Locale::english}, write);
        });
        return state(id);
    }
    EditorLetterId confirmed(NewspaperId newspaper, const Typed& of) {
        const auto id = asked(newspaper, of);
        press(id, &Handlers::confirm);
        return id;
    }
    std::vector<mail::StoredMail> mails(std::string_view kind) {
        auto all = database->read([](db::Read& read) { return mail::latest_mails(read, {}); });
        std::erase_if(all, [&](const auto& each) { return each.order.kind != kind; });
        return all;
    }
    std::string page(const std::string& token) {
        return std::string{database
                               ->read([&](db::Read& read) {
                                   return handlers.draft(http::testing::get("/en/x", {{"token", token}}), read);
                               })
                               .body.view()};
    }
    EditorCampaign campaign_now() {
        return *database->read([&](db::Read& read) { return store::find_campaign(read, campaign); });
    }
    // What an editor of this level sees first.
    std::string staff_list(std::string_view level) {
        const auto request = by_editor(http::testing::get("/en/staff/editor-letters"), level);
        return std::string{database->read([&](db::Read& read) { return staff.list(request, read); }).body.view()};
    }
    // What their first page asks of them.
    std::vector<std::string> tasks(std::string_view level) {
        const auto request = by_editor(http::testing::get("/en/staff"), level);
        std::vector<std::string> sentences;
        database->read([&](db::Read& read) {
            for (const auto& task : home_news()(read, request).tasks) sentences.push_back(task.sentence);
        });
        return sentences;
    }
    // What a form carries about what it showed.
    static std::string seen_in(std::string_view page) {
        constexpr std::string_view kSeen = "name=\"seen\" value=\"";
        const auto at = page.find(kSeen) + kSeen.size();
        return std::string{page.substr(at, page.find('"', at) - at)};
    }
    http::Request by_editor(http::Request request, std::string_view level) {
        const auto found = database->read([&](db::Read& read) { return people::find_level(read, level); });
        request.staff =
            std::make_shared<const auth::Principal>(auth::Principal{auth::StaffId{1},
                                                                    "Ines",
                                                                    *base::EmailAddress::parse("ines@example.org"),
                                                                    {{auth::Role::editor, found->id}},
                                                                    auth::SessionId{1}});
        return request;
    }
    void expect_right_counts() {
        EXPECT_TRUE(database->read([](db::Read& read) { return counts_check().run(read); }).empty());
    }

    base::Instant clock = kNow;
    test_support::TestDatabase database{GetParam(), [this] { return clock; }};
    EditorCampaignId campaign{1};
    NewspaperId herald{1}, post{1};
    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    ports::PageFrames frames{[] {
        ports::FrameSettings made;
        made.public_url = "https://campaign.example";
        made.campaign = [](base::Locale) { return "All Together Now"; };
        return made;
    }()};
    ports::PersonActions actions;
    ports::MessageGuides guides;
    ports::SignOnGuard guard;
    ports::WordHints hints;
    ports::Elections elections;
    AlikeLetters alike;
    Services services{config, secret, tokens, frames, actions, guides, guard, hints, elections, alike};
    Handlers handlers{services, [this] { return clock; }};
    StaffHandlers staff{services};
    PaperHandlers papers{services};
};

}  // namespace editor_letters
