// Rosa delivers a petition and counts paper; Tom checks; a reader looks. Without a socket, on both databases where rows
// matter.
#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

#include "features/delivery/document_store.h"
#include "features/delivery/jobs.h"
#include "features/delivery/paper_store.h"
#include "features/delivery/slice.h"
#include "features/delivery/store.h"
#include "people/store.h"
#include "platform/auth/audit.h"
#include "platform/files/folder_store.h"
#include "platform/http/testing.h"
#include "tests/support/databases.h"

namespace delivery {
namespace {

using ports::PetitionId;

constexpr base::Instant kNow{1'800'000'000'000'000};  // that of http::testing requests: 2027-01-15
constexpr http::Fields::Field kSlug{"slug", "library"};
constexpr PetitionId kLibrary{17};

const db::Command<void(PetitionId, base::LevelId, base::Instant)> kInsertPetition{R"sql(
    insert into petition (id, level_id, slug, kind, goal, created_at, created_by, published_at)
    values ($1, $2, 'library', 0, 0, $3, 'Rosa', $3)
)sql"};

ports::FrameSettings frame_settings() {
    ports::FrameSettings settings;
    settings.public_url = "https://campaign.example";
    settings.campaign = [](base::Locale) { return "All Together Now"; };
    return settings;
}

ports::PetitionText text_in(base::Locale locale) {
    const bool is_english = locale == base::Locale::english;
    return {.id = ports::PetitionTextId{is_english ? 1 : 2},
            .petition = kLibrary,
            .locale = locale,
            .version = 1,
            .title = is_english ? "Keep the library open" : "Gardons la bibliothèque ouverte",
            .lead = "",
            .body = is_english
                        ? "It closes on *Sundays*.\n\nWe call upon the Government of Canada to keep it open."
                        : "Elle ferme le dimanche.\n\nNous prions le gouvernement du Canada de la garder ouverte.",
            .frozen_at = kNow};
}

// One published petition, as its own slice would tell of it.
ports::PetitionReader reader_of(base::LevelId level) {
    const auto facts = [level](base::Locale locale) {
        return ports::PetitionFacts{kLibrary,
                                    level,
                                    "library",
                                    ports::PetitionKind::petition,
                                    ports::PetitionStage::open,
                                    0,
                                    kNow,
                                    text_in(locale).title};
    };
    return {
        .find = [facts](db::Read&, std::string_view slug, base::Locale locale) -> std::optional<ports::PetitionFacts> {
            return slug == "library" ? std::optional{facts(locale)} : std::nullopt;
        },
        .find_by_id = [facts](db::Read&, PetitionId, base::Locale locale) { return std::optional{facts(locale)}; },
        .all = [](db::Read&, base::Locale) { return std::vector<ports::PetitionFacts>{}; },
        .texts = [](db::Read&, PetitionId, base::Locale locale) { return std::vector{text_in(locale)}; },
        .text = [](db::Read&, ports::PetitionTextId) { return std::optional{text_in(base::Locale::english)}; },
        .counts =
            [](PetitionId) {
                return std::map<ports::SignerClass, std::int64_t>{{ports::SignerClass::individual, 1'234},
                                                                  {ports::SignerClass::organisation, 5}};
            },
        .names = [](db::Read&, PetitionId, const ports::NamePage& page) -> std::vector<ports::PublicName> {
            if (page.after.value >= 2) return {};
            return {{ports::SignatureId{1}, "Zoé L.", "Val-Clair", kNow}, {ports::SignatureId{2}, "=Ann B.", "", kNow}};
        }};
}

class Office : public test_support::OnBothDatabases {
protected:
    void SetUp() override {
        level = database->write([](db::Write& write) {
            const auto made =
                people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 2, {}, {}});
            write.run(kInsertPetition, kLibrary, *made, write.now());
            return *made;
        });
        petitions = reader_of(level);
    }

    void TearDown() override { std::filesystem::remove_all(root); }

    enum class Who : unsigned char { rosa = 1, tom = 2, analyst = 4 };
    static http::Request as(Who who, http::Request request) {
        const bool is_analyst = who == Who::analyst;
        auth::Principal staff{.id = auth::StaffId{static_cast<std::int64_t>(who)},
                              .name = who == Who::rosa ? "Rosa" : "Tom",
                              .email = *base::EmailAddress::parse("staff@example.org"),
                              .grants = {{is_analyst ? auth::Role::analyst : auth::Role::owner, std::nullopt}},
                              .session = auth::SessionId{1}};
        request.staff = std::make_shared<const auth::Principal>(std::move(staff));
        return request;
    }
    template <class Handlers>
    http::Response look(const Handlers& of, http::Response (Handlers::*page)(const http::Request&, db::Read&) const,
                        const http::Request& request) {
        return database->read([&](db::Read& read) { return (of.*page)(request, read); });
    }
    template <class Handlers, class Form>
    http::WriteResult send(const Handlers& of,
                           base::Result<Form, base::Problems> (Handlers::*parse)(const http::Request&) const,
                           http::WriteResult (Handlers::*apply)(const Form&, db::Write&) const,
                           const http::Request& request) {
        const auto form = (of.*parse)(request);
        if (!form) return form.error();
        return database->write([&](db::Write& write) { return (of.*apply)(*form, write); });
    }
    http::WriteResult save_record(const std::string& id, std::initializer_list<http::Fields::Field> fields) {
        return send(records, &RecordHandlers::read_record, &RecordHandlers::save,
                    as(Who::rosa, http::testing::post("/en/staff/x", {kSlug, {"delivery", id}}, fields)));
    }
    http::WriteResult save_batch(const std::string& id, std::initializer_list<http::Fields::Field> fields) {
        return send(paper, &PaperHandlers::read_batch, &PaperHandlers::save,
                    as(Who::rosa, http::testing::post("/en/staff/x", {kSlug, {"batch", id}}, fields)));
    }
    http::WriteResult check(Who who, const Batch& batch) {
        return send(
            paper, &PaperHandlers::read_act, &PaperHandlers::check,
            as(who, http::testing::post("/en/staff/x", {kSlug, {"batch", std::to_string(batch.id.value)}}, {})));
    }
    Record only_record() {
        return database->read([](db::Read& read) { return store::records(read, kLibrary, store::Which::all).at(0); });
    }
    Batch newest_batch() {
        return database->read([](db::Read& read) { return store::batches(read, kLibrary).at(0); });
    }
    PaperCount on_paper() {
        return database->read([](db::Read& read) { return store::paper_count(read, kLibrary); });
    }
    http::Response public_page(const std::string& language) {
        return look(handlers, &Handlers::show,
                    http::testing::get("/" + language + "/petitions/library/delivery", {kSlug}));
    }

    std::filesystem::path root =
        std::filesystem::temp_directory_path() / ("alltogether_delivery_" + std::to_string(::getpid()));
    base::LevelId level{1};
    files::FolderStore files{root};
    ports::PageFrames frames{frame_settings()};
    ports::PetitionReader petitions{};
    ports::Pictures pictures{};
    ports::CountProof proof{};
    ports::CountRegions regions{};
    ports::Signers signers{};
    Services services{frames, petitions, pictures, proof, regions, signers, files, i18n::TimeZone::toronto()};
    Handlers handlers{services};
    RecordHandlers records{services};
    PaperHandlers paper{services};
    ParliamentHandlers parliaments{services};
};
ALLTOGETHER_ON_BOTH_DATABASES(Office);

bool shows(const http::Response& page, std::string_view text) { return page.body.view().contains(text); }

TEST_P(Office, rosa_records_a_delivery_and_everybody_reads_it_once_it_is_published) {
    ASSERT_TRUE(save_record(
        "new",
        {{"delivered_on", "2027-01-10"}, {"recipient", "The Minister <Finance>"}, {"words_en", "It *rained*."}}));
    EXPECT_FALSE(shows(public_page("en"), "Minister"));
    const auto record = only_record();
    EXPECT_EQ(record.counts.at(ports::SignerClass::individual), 1'234);
    const auto id = std::to_string(record.id.value);
    ASSERT_TRUE(send(records, &RecordHandlers::read_act, &RecordHandlers::publish,
                     as(Who::rosa, http::testing::post("/en/staff/x", {kSlug, {"delivery", id}}, {}))));
    const auto page = public_page("en");
    EXPECT_TRUE(shows(page, "The Minister &lt;Finance&gt;"));
    EXPECT_TRUE(shows(page, "<em>rained</em>"));
    EXPECT_TRUE(shows(page, "1,234"));
    EXPECT_TRUE(shows(page, "No response so far."));
    EXPECT_TRUE(shows(public_page("fr"), "Pas de réponse jusqu’ici."));
    const auto audit = database->read([](db::Read& read) { return auth::read_audit(read, {}); });
    EXPECT_EQ(audit.front().entry.action, "delivery.publish");
}

TEST_P(Office, two_who_write_at_one_delivery_lose_nothing) {
    ASSERT_TRUE(save_record("new", {{"delivered_on", "2027-01-10"}, {"recipient", "Ada"}, {"place", "Ottawa"}}));
    const auto id = std::to_string(only_record().id.value);
    const auto seen = ports::seen(named(only_record().words));
    ASSERT_TRUE(save_record(id, {{"delivered_on", "2027-01-10"},
                                 {"recipient", "Ada Roy"},
                                 {"place", "Ottawa"},
                                 {"picture", "0"},
                                 {ports::kSeenField, seen}}));
    ASSERT_TRUE(save_record(id, {{"delivered_on", "2027-01-10"},
                                 {"recipient", "Ada"},
                                 {"place", "Hull"},
                                 {"picture", "0"},
                                 {ports::kSeenField, seen}}));
    EXPECT_EQ(only_record().words.recipient, "Ada Roy");
    EXPECT_EQ(only_record().words.place, "Hull");
    const auto refused = save_record(id, {{"delivered_on", "2027-01-10"},
                                          {"recipient", "Ada B."},
                                          {"place", "Hull"},
                                          {"picture", "0"},
                                          {ports::kSeenField, seen}});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(base::find_problem(refused.error(), "recipient"));
}

TEST_P(Office, paper_counts_apart_and_waits_for_a_second_person_where_one_is_wanted) {
    ASSERT_TRUE(save_batch("new", {{"received_on", "2027-01-12"}, {"sheets", "4"}, {"valid", "51"}, {"refused", "3"}}));
    EXPECT_EQ(on_paper().valid, 51);
    ASSERT_TRUE(send(paper, &PaperHandlers::read_setting, &PaperHandlers::save_setting,
                     as(Who::rosa, http::testing::post("/en/staff/x", {kSlug}, {{"needs_check", "1"}}))));
    EXPECT_EQ(on_paper().valid, 0);
    EXPECT_EQ(on_paper().waiting, 51);
    EXPECT_FALSE(check(Who::rosa, newest_batch())) << "nobody checks their own count";
    EXPECT_TRUE(check(Who::tom, newest_batch()));
    EXPECT_EQ(on_paper().valid, 51);
    EXPECT_TRUE(shows(public_page("en"), "51 people have signed on paper"));
    const auto id = std::to_string(newest_batch().id.value);
    ASSERT_TRUE(save_batch(id, {{"received_on", "2027-01-12"},
                                {"sheets", "4"},
                                {"valid", "50"},
                                {"refused", "4"},
                                {ports::kSeenField, ports::seen(named(newest_batch().words))}}));
    EXPECT_EQ(on_paper().valid, 0) << "changed figures are checked anew";
}

TEST_P(Office, scans_are_kept_as_what_they_are_and_given_to_be_saved_only) {
    ASSERT_TRUE(save_batch("new", {{"received_on", "2027-01-12"}, {"sheets", "4"}, {"valid", "51"}}));
    const auto id = std::to_string(newest_batch().id.value);
    auto upload = as(Who::rosa, http::testing::post("/en/staff/x", {kSlug, {"batch", id}}, {}));
    upload.form.files.push_back({"file", "page.pdf", "application/pdf", "<script>alert(1)</script>"});
    EXPECT_FALSE(send(paper, &PaperHandlers::read_scan, &PaperHandlers::attach_scan, upload));
    upload.form.files.front().bytes = "%PDF-1.4 sheet %%EOF";
    upload.form.files.front().name = "../sheet\".html";
    ASSERT_TRUE(send(paper, &PaperHandlers::read_scan, &PaperHandlers::attach_scan, upload));
    const auto scan = database->read([&](db::Read& read) { return store::scans(read, newest_batch().id).at(0); });
    EXPECT_EQ(scan.name, "sheet.pdf");
    const auto request = [&](Who who) {
        return as(who, http::testing::get("/en/staff/x", {kSlug, {"scan", std::to_string(scan.id.value)}}));
    };
    const auto file = look(paper, &PaperHandlers::scan, request(Who::rosa));
    EXPECT_TRUE(file.headers.view("Content-Disposition").starts_with("attachment"));
    EXPECT_EQ(file.headers.view("Content-Security-Policy"), "default-src 'none'; sandbox");
    EXPECT_EQ(look(paper, &PaperHandlers::scan, request(Who::analyst)).status, 404);
}

TEST_P(Office, a_document_is_made_by_a_job_and_goes_after_a_month_or_when_somebody_is_erased) {
    const Bench bench{*database, services};
    const auto documents = [&] {
        return database->read([](db::Read& read) { return store::documents(read, kLibrary); });
    };
    const auto order = [&](std::string_view kind) {
        const auto request =
            http::testing::post("/fr/staff/x", {kSlug}, {{"kind", kind}, {"languages", "fr,en"}, {"names", "name"}});
        EXPECT_TRUE(send(records, &RecordHandlers::read_order, &RecordHandlers::order, as(Who::rosa, request)));
        make_document(bench, documents().at(0).id, kNow);
        return documents().at(0);
    };
    const auto pdf = order("pdf");
    const auto csv = order("csv");
    EXPECT_EQ(pdf.state, DocumentState::made);
    EXPECT_EQ(pdf.names, 2);
    EXPECT_GE(pdf.pages, 3);
    const auto given =
        look(records, &RecordHandlers::document,
             as(Who::rosa, http::testing::get("/fr/staff/x", {kSlug, {"document", std::to_string(pdf.id.value)}})));
    EXPECT_TRUE(given.body.view().starts_with("%PDF-"));
    const auto table = files.read(*files::Address::parse(csv.file));
    EXPECT_TRUE(table->contains("name,'=Ann B.,"));
    EXPECT_LT(table->find("'=Ann"), table->find("Zoé"));
    EXPECT_TRUE(database->read([&](db::Read& read) { return files_check(files).run(read); }).empty());
    sweep(bench, database->write([](db::Write& write) { return write.now(); }) + base::days(31));
    EXPECT_TRUE(documents().empty());
    EXPECT_FALSE(files.exists(*files::Address::parse(pdf.file)));
    order("pdf");
    database->write([](db::Write& write) { forget_names(write); });
    EXPECT_TRUE(documents().empty());
}

TEST_P(Office, the_way_to_parliament_says_that_this_site_has_no_standing_there) {
    const auto page = [&](const std::string& language) {
        return look(handlers, &Handlers::parliament, http::testing::get("/" + language + "/x", {kSlug}));
    };
    EXPECT_TRUE(shows(page("en"), "has no standing in parliament"));
    EXPECT_TRUE(shows(page("fr"), "n’a pas de valeur officielle au Parlement"));
    EXPECT_TRUE(shows(page("en"), "/en/petitions/library/sheets/house-of-commons"));
    EXPECT_FALSE(shows(page("en"), "/sheets/ontario")) << "the text does not ask the Legislative Assembly";
    const auto save = [&](std::string_view link) {
        return send(parliaments, &ParliamentHandlers::read_official, &ParliamentHandlers::save,
                    as(Who::rosa, http::testing::post("/en/staff/x", {kSlug, {"parliament", "house-of-commons-site"}},
                                                      {{"number", "e-4321"},
                                                       {"link", link},
                                                       {"opens_on", "2027-01-01"},
                                                       {ports::kSeenField, ports::seen(named(OfficialWords{}))}})));
    };
    EXPECT_FALSE(save("https://petitions.example.org/"));
    ASSERT_TRUE(save("https://petitions.ourcommons.ca/en/Petition/Details?Petition=e-4321"));
    EXPECT_TRUE(shows(page("en"), "e-4321"));
    EXPECT_TRUE(shows(page("en"), "Sign on the official site"));
    const auto sheet =
        look(handlers, &Handlers::sheet, http::testing::get("/en/x", {kSlug, {"parliament", "house-of-commons"}}));
    EXPECT_TRUE(sheet.body.view().starts_with("%PDF-"));
    EXPECT_EQ(look(handlers, &Handlers::sheet, http::testing::get("/en/x", {kSlug, {"parliament", "ontario"}})).status,
              404);
    EXPECT_EQ(look(handlers, &Handlers::sheet, http::testing::get("/en/x", {kSlug, {"parliament", "mars"}})).status,
              404);
}

}  // namespace
}  // namespace delivery
