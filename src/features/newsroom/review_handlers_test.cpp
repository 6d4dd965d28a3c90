// Sections that ask for a second pair of eyes, and documents to take away: Chantal writes, Devon approves.
#include <fstream>

#include "features/newsroom/approval_service.h"
#include "features/newsroom/document_handlers.h"
#include "features/newsroom/document_jobs.h"
#include "features/newsroom/staff_handlers_house_test.h"
#include "platform/jobs/jobs.h"
#include "ports/search_documents.h"

namespace newsroom {
namespace {

using base::Locale;
using house::body_of;
using http::testing::get;
using http::testing::post;

constexpr std::string_view kPdf = "%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF\n";

class Review : public house::House {
protected:
    void guard() {
        database->write([&](db::Write& write) {
            const SectionForm form{.english = {"solidarity", "Solidarity", "", ""},
                                   .french = {"solidarite", "Solidarité", "", ""},
                                   .place = "1",
                                   .needs_approval = "1"};
            store::save_section(write, section, form, "Chantal");
        });
    }
    http::Response write_words(ItemId id, std::string_view body, const std::string& who = "Chantal") {
        return save(who, id,
                    with_section({{"title_en", "Water stays public"},
                                  {"body_en", std::string{body}},
                                  {"title_fr", "L’eau reste publique"},
                                  {"body_fr", "Le conseil a voté."}}),
                    seen_in(editor(id, who)));
    }
    ItemId written() {
        const auto id = new_item();
        EXPECT_EQ(write_words(id, "The council voted.").status, 303);
        return id;
    }
    http::Response take(ItemId id, http::WriteResult (StepHandlers::*apply)(const ItemAct&, db::Write&) const,
                        const std::string& who) {
        const auto seen =
            database->read([&](db::Read& read) { return staff_pages::seen_revisions(store::text_states(read, id)); });
        return send(steps, &StepHandlers::read_act, apply, &StepHandlers::show_again,
                    by(who, post("/en/staff/news/items/x/y", {{"item", std::to_string(id.value)}}, {{"seen", seen}})));
    }
    Stage stage(ItemId id) { return stored(id)->stage; }

    http::Response attach(ItemId id, std::string_view bytes, std::string_view name) {
        auto request = post("/en/staff/news/items/x/documents", {{"item", std::to_string(id.value)}},
                            {{"label_en", "Brief on water"}});
        request.form.files.push_back({"file", std::string{name}, "application/pdf", std::string{bytes}});
        return send(papers, &DocumentHandlers::read_upload, &DocumentHandlers::upload, &DocumentHandlers::show_again,
                    by("Chantal", std::move(request)));
    }
    std::vector<Attachment> attached(ItemId id) {
        return database->read([&](db::Read& read) { return store::belongings(read, id).attachments; });
    }
    http::Response fetch(const std::string& path, bool is_staff = false) {
        auto request = get(path, {{"document", std::to_string(document_in(path)->value)}});
        return ask(papers, &DocumentHandlers::serve, is_staff ? by("Chantal", std::move(request)) : request);
    }

    DocumentHandlers papers{services};
};

TEST_F(Review, nobody_approves_their_own_words_and_nothing_is_published_without) {
    guard();
    const auto id = written();
    EXPECT_EQ(take(id, &StepHandlers::publish, "Devon").status, 422) << "nobody has approved it";
    take(id, &StepHandlers::send_to_review, "Chantal");
    EXPECT_EQ(take(id, &StepHandlers::approve, "Chantal").status, 422) << "she wrote it";
    EXPECT_EQ(take(id, &StepHandlers::approve, "Devon").status, 303);
    EXPECT_EQ(audit("newsroom.approved")[0].entry.actor.name, "Devon");
    EXPECT_EQ(take(id, &StepHandlers::publish, "Chantal").status, 303) << "approved: whoever may, publishes";
    EXPECT_EQ(stage(id), Stage::published);
}

TEST_F(Review, what_changes_after_the_approval_is_approved_again) {
    guard();
    const auto id = written();
    take(id, &StepHandlers::send_to_review, "Chantal");
    take(id, &StepHandlers::approve, "Devon");
    write_words(id, "The council voted to sell.");
    EXPECT_EQ(take(id, &StepHandlers::publish, "Devon").status, 422);
    const auto page =
        body_of(ask(steps, &StepHandlers::show, by("Devon", get("/en/x/steps", {{"item", std::to_string(id.value)}}))));
    EXPECT_NE(page.find("Approve it as it stands"), std::string::npos);
    EXPECT_EQ(page.find("/publication\""), std::string::npos) << "no button that would be refused";
}

TEST_F(Review, a_scheduled_item_that_was_changed_goes_back_to_review_instead_of_out) {
    guard();
    const auto id = written();
    take(id, &StepHandlers::send_to_review, "Chantal");
    take(id, &StepHandlers::approve, "Devon");
    const auto schedule_now = [&] {
        database->write([&](db::Write& write) {
            store::take_step(write, {.item = id, .to = Stage::scheduled, .today = {}, .due_at = write.now()}, "Devon");
        });
    };
    schedule_now();
    write_words(id, "The council voted to sell.");
    const auto run = [&] {
        return database->write([&](db::Write& write) { return publish_due(write, i18n::TimeZone::toronto()); });
    };
    EXPECT_EQ(run(), 0);
    EXPECT_EQ(stage(id), Stage::in_review);
    take(id, &StepHandlers::approve, "Devon");
    schedule_now();
    EXPECT_EQ(run(), 1);
    EXPECT_EQ(stage(id), Stage::published);
}

TEST_F(Review, newer_words_of_a_public_item_are_approved_before_they_replace_the_old_ones) {
    guard();
    const auto id = written();
    take(id, &StepHandlers::send_to_review, "Chantal");
    take(id, &StepHandlers::approve, "Devon");
    take(id, &StepHandlers::publish, "Devon");
    write_words(id, "The council voted to sell.");
    EXPECT_EQ(take(id, &StepHandlers::publish, "Chantal").status, 422);
    EXPECT_EQ(take(id, &StepHandlers::approve, "Chantal").status, 422) << "she wrote them";
    EXPECT_EQ(take(id, &StepHandlers::approve, "Devon").status, 303);
    EXPECT_EQ(take(id, &StepHandlers::publish, "Chantal").status, 303);
}

TEST_F(Review, without_a_section_that_asks_an_approval_is_a_courtesy) {
    const auto id = written();
    EXPECT_EQ(take(id, &StepHandlers::publish, "Chantal").status, 303);
}

TEST_F(Review, a_public_item_is_not_put_into_a_section_that_asks_unless_somebody_looks) {
    const auto id = new_item();
    const auto in_sections = [&](std::vector<http::Fields::Field> fields) {
        fields.insert(fields.end(), {{"title_en", "Strike"}, {"body_en", "Today."}, {"event_day", "2026-11-02"}});
        return save("Chantal", id, fields, seen_in(editor(id)));
    };
    const auto other = database->write([&](db::Write& write) {
        return store::insert_section(write, level, {.english = {"work", "Work", "", ""}, .place = "2"}, "Chantal");
    });
    in_sections({{"sections", std::to_string(other.value)}});
    send(steps, &StepHandlers::read_act, &StepHandlers::publish, &StepHandlers::show_again,
         by("Devon", post("/en/x", {{"item", std::to_string(id.value)}}, {{"one_language", "1"}})));
    ASSERT_EQ(stage(id), Stage::published);
    guard();
    EXPECT_EQ(in_sections({{"sections", std::to_string(other.value)}, {"sections", section_number}}).status, 422);
}

TEST_F(Review, search_looks_again_at_a_public_item_whose_date_or_tags_change) {
    const auto id = written();
    take(id, &StepHandlers::publish, "Devon");
    const auto followed = [&] {
        return database->write([&](db::Write& write) {
            std::vector<std::string> payloads;
            for (const auto& each : jobs::take_due_jobs(write, {.until = write.now() + base::minutes(1), .limit = 20}))
                if (each.job.kind == ports::kFollowDocuments) payloads.push_back(each.job.payload);
            return payloads;
        });
    };
    followed();
    save("Chantal", id,
         {{"title_en", "Water stays public"},
          {"body_en", "The council voted."},
          {"title_fr", "L’eau reste publique"},
          {"body_fr", "Le conseil a voté."},
          {"sections", section_number},
          {"event_day", "2026-11-03"},
          {"tags", "Water | Eau"}},
         seen_in(editor(id)));
    EXPECT_EQ(followed(), std::vector{"news " + document_key(id)});
}

TEST_F(Review, two_who_change_a_section_at_once_keep_both_or_are_told) {
    const auto change = [&](std::string_view introduction, std::string_view source, const std::string& seen) {
        auto request = post("/en/x", {{"section", section_number}},
                            {{"title_en", "Solidarity"},
                             {"slug_en", "solidarity"},
                             {"introduction_en", introduction},
                             {"title_fr", "Solidarité"},
                             {"slug_fr", "solidarite"},
                             {"place", "1"},
                             {"picture_source", source}});
        request.form.add({"seen", seen});
        return send(sections, &SectionHandlers::read_save, &SectionHandlers::save, &SectionHandlers::show_again,
                    by("Devon", std::move(request)));
    };
    const auto seen =
        seen_in(ask(sections, &SectionHandlers::show, by("Devon", get("/en/x", {{"section", section_number}}))));
    EXPECT_EQ(change("What we hear from elsewhere.", "", seen).status, 303);
    EXPECT_EQ(change("", "Photo: Noor Haddad", seen).status, 303) << "another field: merged";
    const auto now = *database->read([&](db::Read& read) { return store::find_section(read, section); });
    EXPECT_EQ(now.english.introduction, "What we hear from elsewhere.");
    EXPECT_EQ(now.picture_source, "Photo: Noor Haddad");
    const auto told = change("Something else.", "", seen);
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(body_of(told).contains("What we hear from elsewhere.")) << "what is stored stands below";
}

TEST_F(Review, a_document_is_the_staffs_until_its_item_is_public_and_is_always_saved_never_shown) {
    const auto id = written();
    EXPECT_EQ(attach(id, "MZ\x90\x00 program", "brief.pdf").status, 422) << "what its name says does not count";
    ASSERT_EQ(attach(id, kPdf, "Mémoire.pdf").status, 303);
    ASSERT_EQ(attached(id).size(), 1u);
    const auto path = attached(id).front().address;
    EXPECT_TRUE(path.ends_with("/memoire.pdf")) << path;
    EXPECT_EQ(fetch(path).status, 404) << "the item is a draft";
    EXPECT_EQ(fetch(path, true).headers.view("Cache-Control"), "private, no-store");
    take(id, &StepHandlers::publish, "Devon");
    const auto answer = fetch(path);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body.view(), kPdf);
    EXPECT_EQ(answer.headers.view("Content-Type"), "application/pdf");
    EXPECT_TRUE(answer.headers.view("Content-Disposition").starts_with("attachment"));
    EXPECT_TRUE(answer.headers.view("Content-Security-Policy").contains("sandbox"));
    EXPECT_TRUE(left_search.empty());
    take(id, &StepHandlers::withdraw, "Devon");
    EXPECT_EQ(fetch(path).status, 404);
    EXPECT_EQ(left_search, std::vector<std::string>{"news " + document_key(id)}) << "nobody finds it from here on";
}

TEST_F(Review, documents_and_files_that_nobody_has_any_more_go_after_a_week) {
    const auto id = written();
    attach(id, kPdf, "kept.pdf");
    attach(id, std::string{kPdf} + "\n", "dropped.pdf");
    const auto paths = attached(id);
    send(papers, &DocumentHandlers::read_removal, &DocumentHandlers::remove, &DocumentHandlers::show_again,
         by("Chantal", post("/en/x", {{"item", std::to_string(id.value)}}, {{"address", paths[1].address}})));
    const auto count = [&] {
        int files_kept = 0;
        files.each([&](const files::StoredFile&) { ++files_kept; });
        return files_kept;
    };
    sweep_documents({*database, files}, db::now() + base::days(2));
    EXPECT_EQ(count(), 2) << "somebody may want it back";
    sweep_documents({*database, files}, db::now() + base::days(8));
    EXPECT_EQ(count(), 1);
    EXPECT_EQ(fetch(paths[0].address, true).status, 200);
    EXPECT_EQ(fetch(paths[1].address, true).status, 404);
    EXPECT_TRUE(database->read([&](db::Read& read) { return documents_check(files).run(read); }).empty());
}

}  // namespace
}  // namespace newsroom
