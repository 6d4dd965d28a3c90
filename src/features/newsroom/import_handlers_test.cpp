// Chantal brings the news of the old site in through the pages of staff: she looks first, then decides.
#include "features/newsroom/import_handlers.h"

#include "features/newsroom/import_job_service.h"
#include "features/newsroom/import_store.h"
#include "features/newsroom/staff_handlers_house_test.h"
#include "features/newsroom/store.h"

namespace newsroom {
namespace {

using house::body_of;
using http::testing::get;
using http::testing::post;

constexpr std::string_view kPage =
    "<html><head><title>Our friends</title></head><body><h1>Our friends</h1>\n<p>March 12, 2013</p>\n"
    "<p>Nurses of Lima walk out. <b>All</b> of them.</p>\n<p>March 22, 2013</p>\n<p>Gloves reach the ward of</p>\n"
    "<p><script>alert(1)</script>31 February 2013</p>\n<p>A day that never was.</p></body></html>";

class Imports : public house::House {
protected:
    http::Response upload(std::string bytes, const std::string& section, const std::string& name = "friends.html") {
        auto request = post("/en/staff/news/imports", {}, {{"section", section}, {"level", "canada"}});
        if (!bytes.empty()) request.form.files.push_back({"file", name, "text/html", std::move(bytes)});
        return send(handlers, &ImportHandlers::read_upload, &ImportHandlers::upload, &ImportHandlers::list_again,
                    by("Chantal", std::move(request)));
    }
    Upload newest() {
        return database->read(
            [](db::Read& read) { return *store::find_upload(read, store::newest_uploads(read, 1).at(0).id); });
    }
    http::Response start(const std::string& stage) {
        return send(handlers, &ImportHandlers::read_act, &ImportHandlers::start, &ImportHandlers::show_again,
                    by("Chantal", post("/en/staff/news/imports/x/start",
                                       {{"upload", std::to_string(newest().id.value)}}, {{"stage", stage}})));
    }
    std::string page(const std::string& locale = "en") {
        return body_of(ask(handlers, &ImportHandlers::show,
                           by("Chantal", get("/" + locale + "/staff/news/imports/x",
                                             {{"upload", std::to_string(newest().id.value)}}))));
    }
    void read_it() { read_upload(bench, newest(), noon); }
    void bring_it() { import_upload(bench, newest(), noon); }
    std::vector<store::StaffRow> rows() {
        return database->read([](db::Read& read) { return store::staff_page(read, {}); });
    }

    const base::Instant noon{1'795'348'800'000'000};  // 2026-11-22T12:00:00Z
    house::Shelf drawer;
    files::FolderStore uploads{drawer.folder};
    ImportServices import_services{frames, uploads, i18n::TimeZone::toronto()};
    ImportHandlers handlers{import_services};
    ImportBench bench{{*database, pictures}, uploads};
};

TEST_F(Imports, AreLookedAtBeforeAnythingChanges) {
    EXPECT_EQ(upload(std::string{kPage}, "solidarity").status, 303);
    EXPECT_NE(page().find("being read"), std::string::npos);
    read_it();
    EXPECT_EQ(newest().state, UploadState::read);
    const auto shown = page();
    EXPECT_NE(shown.find("Nurses of Lima walk out. All of them."), std::string::npos) << shown;
    EXPECT_NE(shown.find("2013-03-12 to 2013-03-22"), std::string::npos);
    EXPECT_NE(shown.find("There is no such day as “31 February 2013”"), std::string::npos);
    EXPECT_NE(shown.find("Bring in 3 items"), std::string::npos);
    EXPECT_NE(page("fr").find("Importer 3 articles"), std::string::npos);
    EXPECT_EQ(shown.find("alert(1)"), std::string::npos);
    EXPECT_TRUE(rows().empty());
}

TEST_F(Imports, ComeInOnceHoweverOftenTheyAreUploaded) {
    upload(std::string{kPage}, "solidarity");
    read_it();
    EXPECT_EQ(start("published").status, 303);
    bring_it();
    EXPECT_EQ(report_of(newest().report).added, 3);
    EXPECT_EQ(rows().size(), 3U);
    EXPECT_EQ(audit("newsroom.import").size(), 1U);

    upload(std::string{kPage}, "solidarity");
    read_it();
    EXPECT_EQ(report_of(newest().report).present, 3);
    start("published");
    bring_it();
    EXPECT_EQ(report_of(newest().report).unchanged, 3);
    EXPECT_EQ(rows().size(), 3U);
}

TEST_F(Imports, WaitAsDraftsWhereEachItemIsApproved) {
    database->write([&](db::Write& write) {
        const SectionForm form{.english = {"solidarity", "Solidarity", "", ""}, .place = "1", .needs_approval = "1"};
        store::save_section(write, section, form, "Chantal");
    });
    upload(std::string{kPage}, "solidarity");
    read_it();
    const auto refused = start("published");
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(body_of(refused).find("import them as drafts"), std::string::npos);
    EXPECT_EQ(start("draft").status, 303);
    bring_it();
    ASSERT_EQ(rows().size(), 3U);
    for (const auto& row : rows()) EXPECT_EQ(row.item.stage, Stage::draft);
    const auto shown = database->read([&](db::Read& read) {
        return store::page(read, {.list = {.kind = store::ListKind::section, .id = section.value}, .limit = 10});
    });
    EXPECT_TRUE(shown.empty()) << "nobody sees a draft";
}

TEST_F(Imports, PublishNothingOnceTheSectionAsksForApprovals) {
    const auto ask_for_approvals = [&](std::string needs) {
        database->write([&](db::Write& write) {
            const SectionForm form{
                .english = {"solidarity", "Solidarity", "", ""}, .place = "1", .needs_approval = std::move(needs)};
            store::save_section(write, section, form, "Chantal");
        });
    };
    upload("<h1>Our friends</h1><p>March 12, 2013</p><p>Nurses of Lima walk out.</p>", "solidarity");
    read_it();
    EXPECT_EQ(start("published").status, 303);
    bring_it();
    ask_for_approvals("1");
    upload("<h1>Our friends</h1><p>March 12, 2013</p><p>Nurses of Lima are back.</p><p>March 13, 2013</p><p>New.</p>",
           "solidarity");
    read_it();
    ask_for_approvals("");
    EXPECT_EQ(start("published").status, 303);
    ask_for_approvals("1");  // after Chantal's decision, before the job
    bring_it();
    const auto report = report_of(newest().report);
    EXPECT_EQ(report.added, 1);
    EXPECT_EQ(report.changed, 1);
    const auto shown = database->read([&](db::Read& read) {
        return store::page(read, {.list = {.kind = store::ListKind::section, .id = section.value}, .limit = 10});
    });
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_EQ(shown[0].teaser, "Nurses of Lima walk out.");
}

TEST_F(Imports, ThatAreNoNewsAreRefusedWithTheReason) {
    const auto nothing = upload("", "");
    EXPECT_EQ(nothing.status, 422);
    EXPECT_NE(body_of(nothing).find("Please choose a file."), std::string::npos);
    EXPECT_NE(body_of(nothing).find("Please choose a section, or name a new one."), std::string::npos);
    EXPECT_NE(body_of(upload("%PDF-1.4", "solidarity")).find("This is a PDF"), std::string::npos);

    EXPECT_EQ(upload("PK\x03\x04 no archive at all", "solidarity", "old.zip").status, 303);
    read_it();
    EXPECT_EQ(newest().state, UploadState::unreadable);
    EXPECT_NE(page("fr").find("L’archive est endommagée"), std::string::npos);
}

TEST_F(Imports, OfAMonthAgoAreForgotten) {
    upload(std::string{kPage}, "solidarity");
    const auto file = *files::Address::parse(newest().file);
    read_it();
    sweep_imports(bench, noon + base::days(400));
    EXPECT_FALSE(uploads.exists(file));
    EXPECT_TRUE(database->read([](db::Read& read) { return store::newest_uploads(read, 9).empty(); }));
}

}  // namespace
}  // namespace newsroom
