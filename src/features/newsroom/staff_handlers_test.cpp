// What staff do with the news, without a socket: Chantal writes, Devon publishes, both at once.
#include "features/newsroom/staff_handlers_house_test.h"

namespace newsroom {
namespace {

using base::Locale;
using house::body_of;
using http::testing::get;
using http::testing::post;
using Fields = std::vector<http::Fields::Field>;

class StaffOfNewsroom : public house::House {
protected:
    http::Response take(ItemId id, http::WriteResult (StepHandlers::*apply)(const ItemAct&, db::Write&) const,
                        const std::string& who = "Devon", std::initializer_list<http::Fields::Field> fields = {}) {
        return send(steps, &StepHandlers::read_act, apply, &StepHandlers::show_again,
                    by(who, post("/en/staff/news/items/x/y", {{"item", std::to_string(id.value)}}, fields)));
    }
    http::Response schedule(ItemId id, std::string_view due_at) {
        return send(steps, &StepHandlers::read_schedule, &StepHandlers::schedule, &StepHandlers::show_again,
                    by("Devon", post("/en/staff/news/items/x/schedule", {{"item", std::to_string(id.value)}},
                                     {{"due_at", due_at}})));
    }
    ItemId written_in_both() {
        const auto id = new_item();
        const auto saved = save("Chantal", id,
                                with_section({{"title_en", "Water stays public"},
                                              {"body_en", "The council voted."},
                                              {"title_fr", "L’eau reste publique"},
                                              {"body_fr", "Le conseil a voté."}}),
                                seen_in(editor(id)));
        EXPECT_EQ(saved.status, 303);
        return id;
    }
    bool is_public(std::string_view slug, Locale locale = Locale::english) {
        return database->read([&](db::Read& read) { return store::find_public(read, locale, slug).has_value(); });
    }
    std::string draft_of(ItemId id) {
        const auto kept = database->read([&](db::Read& read) { return store::kept_draft(read, {id, 1}); });
        return kept ? kept->form : "";
    }
};

TEST_F(StaffOfNewsroom, ChantalWritesDevonPublishesAndTheLogTellsBoth) {
    const auto id = written_in_both();
    EXPECT_EQ(take(id, &StepHandlers::send_to_review, "Chantal", {{"note", "Please check the vote."}}).status, 303);
    EXPECT_EQ(stored(id)->stage, Stage::in_review);
    EXPECT_FALSE(is_public("2026-11-02-water-stays-public"));
    EXPECT_EQ(take(id, &StepHandlers::publish).status, 303);
    EXPECT_TRUE(is_public("2026-11-02-water-stays-public"));
    EXPECT_TRUE(is_public("2026-11-02-l-eau-reste-publique", Locale::french));
    ASSERT_EQ(audit("newsroom.published").size(), 1u);
    EXPECT_EQ(audit("newsroom.published")[0].entry.actor.name, "Devon");
    EXPECT_EQ(audit("newsroom.in_review")[0].entry.actor.name, "Chantal");
    EXPECT_NE(body_of(ask(steps, &StepHandlers::show,
                          by("Devon", get("/en/staff/news/items/x/steps", {{"item", std::to_string(id.value)}}))))
                  .find("Please check the vote."),
              std::string::npos);
}

TEST_F(StaffOfNewsroom, PublishingWithoutFrenchTakesADecisionThatIsLogged) {
    const auto id = new_item();
    save("Chantal", id, with_section({{"title_en", "Strike"}, {"body_en", "Today."}}), seen_in(editor(id)));
    const auto refused = take(id, &StepHandlers::publish);
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(body_of(refused).find("One language is missing"), std::string::npos);
    EXPECT_EQ(take(id, &StepHandlers::publish, "Devon", {{"one_language", "1"}}).status, 303);
    const auto entry = audit("newsroom.published").front().entry;
    EXPECT_NE(std::ranges::find(entry.changes, auth::Change{"published_without", "", "fr"}), entry.changes.end());
}

TEST_F(StaffOfNewsroom, WordsThatChangedWhileDevonLookedAreNotPublishedUnseen) {
    const auto id = written_in_both();
    const auto looked_at =
        database->read([&](db::Read& read) { return staff_pages::seen_revisions(store::text_states(read, id)); });
    save("Chantal", id,
         with_section({{"title_en", "Sell the water"},
                       {"body_en", "At once."},
                       {"title_fr", "L’eau reste publique"},
                       {"body_fr", "Le conseil a voté."}}),
         seen_in(editor(id)));
    EXPECT_EQ(take(id, &StepHandlers::publish, "Devon", {{"seen", looked_at}}).status, 422);
    EXPECT_FALSE(is_public("2026-11-02-water-stays-public"));
}

TEST_F(StaffOfNewsroom, TwoWhoWriteAtOnceKeepBothUnlessTheyWroteTheSameField) {
    const auto id = written_in_both();
    const auto seen = seen_in(editor(id));
    const Fields base{{"title_en", "Water stays public"},
                      {"body_en", "The council voted."},
                      {"title_fr", "L’eau reste publique"},
                      {"body_fr", "Le conseil a voté."}};
    auto devons = base, chantals = base;
    devons[1].value = "The council voted eleven to four.";
    EXPECT_EQ(save("Devon", id, with_section(devons), seen).status, 303);
    chantals[3].value = "Le conseil a voté hier.";
    EXPECT_EQ(save("Chantal", id, with_section(chantals), seen).status, 303) << "another field: merged";
    database->read([&](db::Read& read) {
        const auto newest = store::newest_revisions(read, id);
        EXPECT_EQ(newest[0].words.body, "The council voted eleven to four.");
        EXPECT_EQ(newest[1].words.body, "Le conseil a voté hier.");
    });
    chantals[1].value = "The council voted, at last.";
    const auto conflict = save("Chantal", id, with_section(chantals), seen);
    EXPECT_EQ(conflict.status, 409);
    EXPECT_NE(body_of(conflict).find("The council voted, at last."), std::string::npos) << "hers stays in the field";
    EXPECT_NE(body_of(conflict).find("The council voted eleven to four."), std::string::npos) << "his stands below";
}

TEST_F(StaffOfNewsroom, AScheduledItemIsPublishedByTheClockInTheNameOfWhoScheduledIt) {
    const auto id = written_in_both();
    EXPECT_EQ(schedule(id, "2027-03-14T02:30").status, 422) << "Toronto leaps over this half hour";
    EXPECT_EQ(schedule(id, "2026-01-01T09:00").status, 422) << "it has passed";
    EXPECT_EQ(schedule(id, "2027-03-15T09:00").status, 303);
    EXPECT_EQ(stored(id)->due_at, base::Instant{1'805'115'600'000'000}) << "13:00 UTC: date -u -d @1805115600";
    const auto run = [&] {
        return database->write([&](db::Write& write) { return publish_due(write, i18n::TimeZone::toronto()); });
    };
    EXPECT_EQ(run(), 0) << "not yet";
    database->write([&](db::Write& write) {
        store::take_step(write, {.item = id, .to = Stage::scheduled, .today = {}, .due_at = write.now()}, "Devon");
    });
    EXPECT_EQ(run(), 1);
    EXPECT_EQ(run(), 0) << "once";
    EXPECT_TRUE(is_public("2026-11-02-water-stays-public"));
    EXPECT_EQ(audit("newsroom.published")[0].entry.actor.name, "Devon");
}

TEST_F(StaffOfNewsroom, AnEarlierRevisionIsShownWithWhatChangedAndTakenBack) {
    const auto id = written_in_both();
    save("Chantal", id,
         with_section({{"title_en", "Water stays ours"},
                       {"body_en", "The council voted."},
                       {"title_fr", "L’eau reste publique"},
                       {"body_fr", "Le conseil a voté."}}),
         seen_in(editor(id)));
    const auto revisions = database->read([&](db::Read& read) { return store::revisions(read, id, Locale::english); });
    ASSERT_EQ(revisions.size(), 2u);
    const auto item = std::to_string(id.value), newer = std::to_string(revisions[0].id.value),
               older = std::to_string(revisions[1].id.value);
    const auto page =
        body_of(ask(steps, &StepHandlers::revision,
                    by("Devon", get("/en/staff/news/items/x/revisions/y", {{"item", item}, {"revision", newer}}))));
    EXPECT_NE(page.find("</span>public</del>"), std::string::npos);
    EXPECT_NE(page.find("</span>ours</ins>"), std::string::npos);
    const auto restored = database->write([&](db::Write& write) {
        auto form = steps.read_restoration(by("Devon", post("/en/x", {{"item", item}, {"revision", older}}, {})));
        return steps.restore(*form, write);
    });
    ASSERT_TRUE(restored);
    database->read([&](db::Read& read) {
        const auto newest = store::newest_revisions(read, id).front();
        EXPECT_EQ(newest.words.title, "Water stays public");
        EXPECT_EQ(newest.restored_from, 1);
        EXPECT_EQ(newest.number, 3);
    });
}

TEST_F(StaffOfNewsroom, WhatIsTypedIsKeptAndOfferedUntilItIsSaved) {
    const auto id = written_in_both();
    const auto item = std::to_string(id.value);
    const auto keep = [&](std::string_view title) {
        auto request = by("Chantal", post("/en/x", {{"item", item}},
                                          {{"title_en", title},
                                           {"body_en", "The council voted."},
                                           {"title_fr", "L’eau reste publique"},
                                           {"body_fr", "Le conseil a voté."},
                                           {"sections", section_number},
                                           {"event_day", "2026-11-02"}}));
        request.form.add({"seen", seen_in(editor(id))});
        auto form = items.read_draft(request);
        ASSERT_TRUE(database->write([&](db::Write& write) { return items.keep_draft(*form, write); }));
    };
    keep("Water, again");
    EXPECT_NE(draft_of(id).find("Water, again"), std::string::npos);
    EXPECT_NE(body_of(editor(id)).find("You typed something here"), std::string::npos);
    EXPECT_EQ(body_of(editor(id, "Devon")).find("You typed something here"), std::string::npos) << "hers alone";
    const auto taken_up = body_of(
        ask(items, &ItemHandlers::show, by("Chantal", get("/en/staff/news/items/x?draft=1", {{"item", item}}))));
    EXPECT_NE(taken_up.find("value=\"Water, again\""), std::string::npos);
    keep("Water stays public");
    EXPECT_EQ(body_of(editor(id)).find("You typed something here"), std::string::npos) << "it says nothing new";
}

TEST_F(StaffOfNewsroom, ARenamedItemKeepsItsOldAddress) {
    const auto id = written_in_both();
    take(id, &StepHandlers::publish);
    const auto rename = [&](std::string_view slug) {
        return send(steps, &StepHandlers::read_rename, &StepHandlers::rename, &StepHandlers::show_again,
                    by("Chantal", post("/en/x", {{"item", std::to_string(id.value)}}, {{"slug_en", slug}})));
    };
    EXPECT_EQ(rename("Water & co").status, 422);
    EXPECT_EQ(rename("water").status, 303);
    EXPECT_TRUE(is_public("water"));
    EXPECT_TRUE(is_public("2026-11-02-water-stays-public"));
}

TEST_F(StaffOfNewsroom, LinksThatLeadNowhereAreReportedAndOthersListed) {
    const auto id = new_item();
    save("Chantal", id,
         with_section({{"title_en", "Links"},
                       {"body_en",
                        "[gone](/en/articles/gone) [here](/en/articles/2026-11-02-links) "
                        "[section](/en/news/solidarity) [out](https://example.org/report) "
                        "[copied](https://ours.example/en/articles/lost) "
                        "[sound](https://ours.example/en/news/solidarity)"}}),
         seen_in(editor(id)));
    take(id, &StepHandlers::publish, "Devon", {{"one_language", "1"}});
    const auto report = database->read(
        [&](db::Read& read) { return report_links(read, documents, {.limit = 10}, "https://ours.example"); });
    ASSERT_EQ(report.broken.size(), 2u);
    EXPECT_EQ(report.broken[0].address, "/en/articles/gone");
    EXPECT_EQ(report.broken[1].address, "https://ours.example/en/articles/lost") << "as copied from a browser";
    ASSERT_EQ(report.outside.size(), 1u);
    EXPECT_EQ(report.outside[0].address, "https://example.org/report");
}

TEST_F(StaffOfNewsroom, AnAuthorMayAskWhatIsKeptAndBeForgotten) {
    const auto id = new_item();
    save("Chantal", id,
         with_section({{"title_en", "By hand"}, {"author_name", "Noor Haddad"}, {"author_email", "noor@example.org"}}),
         seen_in(editor(id)));
    const ports::PersonKey noor{stored(id)->author.address_hash};
    const auto holder = person_data();
    database->write([&](db::Write& write) {
        EXPECT_NE(holder.export_json(write, noor).find("Noor Haddad"), std::string::npos);
        holder.erase(write, noor);
        EXPECT_EQ(holder.export_json(write, noor), "[]");
    });
    EXPECT_EQ(stored(id)->author.name, "");
}

TEST_F(StaffOfNewsroom, TheHubShowsTheNewestOfASectionAndNothingWhereThereIsNone) {
    const auto id = written_in_both();
    const auto block = [&](std::string_view settings) {
        return database->read([&](db::Read& read) {
            return std::string{latest_block().render(read, {level, Locale::french, "", "", settings}).view()};
        });
    };
    EXPECT_EQ(block(R"({"section":"solidarity","count":2})"), "");
    take(id, &StepHandlers::publish);
    const auto shown = block(R"({"section":"solidarity","count":2})");
    EXPECT_NE(shown.find("/fr/articles/2026-11-02-l-eau-reste-publique"), std::string::npos);
    EXPECT_NE(shown.find("2 novembre 2026"), std::string::npos);
    EXPECT_EQ(block(R"({"section":"gone"})"), "");
    EXPECT_NE(block("not json"), "") << "all news";
}

}  // namespace
}  // namespace newsroom
