// The library of pictures: Mireille uploads, describes, crops, replaces and removes; hostile files are refused in her
// language; files go when nobody needs them; a crash in the middle loses nothing.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "features/pictures/jobs.h"
#include "features/pictures/slice.h"
#include "features/pictures/store.h"
#include "platform/files/folder_store.h"
#include "platform/http/testing.h"
#include "platform/jobs/runner.h"
#include "tests/support/databases.h"
#include "tests/support/process.h"

namespace {

namespace fs = std::filesystem;
using http::testing::get;
using http::testing::post;
using pictures::PictureId;

const base::Instant kNoon{1'795'348'800'000'000};  // 2026-11-22T12:00:00Z

class Library : public testing::TestWithParam<test_support::Kind> {
protected:
    static void SetUpTestSuite() {
        const auto made = test_support::run_program(
            "/usr/bin/env", {"python3", SOURCE_DIR "/tests/support/make_pictures.py", kPictures});
        ASSERT_EQ(made.exit_code, 0) << made.errors;
    }
    Library() {
        library.keep_in(pictures::library(store));
        pictures::add_jobs(handlers, {*database, store, [this]() -> imaging::Workshop& { return workshop; }});
    }
    ~Library() override { fs::remove_all(root); }

    static std::string file(const std::string& name) {
        std::ostringstream bytes;
        bytes << std::ifstream{fs::path{kPictures} / name, std::ios::binary}.rdbuf();
        return bytes.str();
    }
    static http::Request signed_in(http::Request request) {
        request.staff =
            std::make_shared<auth::Principal>(auth::Principal{auth::StaffId{1},
                                                              "Mireille Gagnon",
                                                              *base::EmailAddress::parse("mireille@example.org"),
                                                              {auth::Grant{auth::Role::editor, std::nullopt}},
                                                              auth::SessionId{1}});
        return request;
    }
    static http::Request with_file(http::Request request, const std::string& name) {
        request.form.files.push_back({"file", "../../" + name, "image/png", file(name)});
        return signed_in(std::move(request));
    }
    // parse, apply, and refuse where there are problems: as the server does.
    template <class Parse, class Apply, class Refuse>
    http::Response send(const http::Request& request, Parse parse, Apply apply, Refuse refuse) {
        const auto again = [&](const base::Problems& problems) {
            return database->read([&](db::Read& read) { return (slice.*refuse)(request, problems, read); });
        };
        auto form = (slice.*parse)(request);
        if (!form) return again(form.error());
        auto result = database->write([&](db::Write& write) { return (slice.*apply)(*form, write); });
        return result ? *std::move(result) : again(result.error());
    }
    http::Response upload(const http::Request& request) {
        return send(request, &pictures::Handlers::read_upload, &pictures::Handlers::upload,
                    &pictures::Handlers::list_again);
    }
    PictureId uploaded(const std::string& name) {
        const auto response =
            upload(with_file(post("/en/staff/pictures", {}, {{"alt_en", "Nurses on a bridge"}}), name));
        const std::string path{response.headers.view("Location")};
        EXPECT_EQ(response.status, 303) << name;
        return PictureId{std::stoll(path.substr(path.rfind('/') + 1))};
    }
    http::Request about(PictureId picture, std::initializer_list<http::Fields::Field> fields) {
        const auto number = std::to_string(picture.value);
        return signed_in(post("/en/staff/pictures/" + number, {{"picture", number}}, fields));
    }
    void do_jobs() {
        jobs::Runner runner{{*database, handlers, metrics, 1}};
        while (runner.run_due()) {
        }
    }
    pictures::Record record(PictureId picture) {
        return *database->read([&](db::Read& read) { return pictures::store::find(read, picture); });
    }
    std::optional<ports::Picture> shown(PictureId picture) {
        return database->read([&](db::Read& read) { return library.find(read, picture); });
    }
    http::Response fetch(std::string_view path) {
        const auto name = path.substr(path.rfind('/') + 1);
        return database->read([&](db::Read& read) { return slice.serve(get(path, {{"file", name}}), read); });
    }
    int files_kept() {
        int count = 0;
        store.each([&](const files::StoredFile&) { ++count; });
        return count;
    }
    std::size_t findings() {
        const auto check = pictures::files_check(store);
        return database->read([&](db::Read& read) { return check.run(read).size(); });
    }

    static constexpr auto kPictures = BINARY_DIR "/made_pictures";
    base::Instant clock = kNoon;
    test_support::TestDatabase database{GetParam(), [this] { return clock; }};
    fs::path root = fs::temp_directory_path() / ("alltogether_library_" + std::to_string(::getpid()));
    files::FolderStore store{root};
    imaging::Workshop workshop;
    ports::PageFrames frames{
        {.public_url = "https://campaign.example", .campaign = [](base::Locale) { return "Together"; }}};
    ports::Pictures library;
    jobs::Handlers handlers;
    runtime::Metrics metrics;
    pictures::Services services{frames, library, store, workshop};
    pictures::Handlers slice{services};
};

std::string body_of(const http::Response& response) { return std::string{response.body.view()}; }

TEST_P(Library, a_phones_photo_is_shown_without_the_place_where_it_was_taken) {
    const auto id = uploaded("phone.jpg");
    EXPECT_EQ(shown(id)->state, ports::PictureState::preparing);
    do_jobs();
    const auto photo = *shown(id);
    EXPECT_EQ(photo.state, ports::PictureState::ready);
    EXPECT_EQ(photo.width, 800);
    EXPECT_EQ(photo.height, 1200);
    ASSERT_EQ(photo.webp.size(), 3U);
    EXPECT_EQ(files_kept(), 7) << "three widths in two formats, and the master: the upload with its place is gone";
    for (const auto& path : {photo.webp[0].path, photo.jpeg[2].path}) {
        const auto answer = fetch(path);
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.headers.view("Cache-Control"), "public, max-age=31536000, immutable");
        EXPECT_EQ(answer.headers.view("Content-Security-Policy"), "default-src 'none'; sandbox");
        EXPECT_EQ(answer.headers.view("Content-Type"), path.ends_with("webp") ? "image/webp" : "image/jpeg");
        EXPECT_EQ(body_of(answer).find("SECRETPLACE"), std::string::npos);
    }
    const auto by_number = fetch("/pictures/" + std::to_string(id.value));
    EXPECT_EQ(by_number.status, 302);
    EXPECT_EQ(by_number.headers.view("Location"), photo.jpeg[2].path);
    EXPECT_EQ(findings(), 0U);
}

TEST_P(Library, what_is_no_public_file_is_not_there) {
    const auto id = uploaded("small.png");
    do_jobs();
    const auto master = record(id).master;
    for (const auto& name : {master, master + "-500.jpg", std::string{"../../alltogether.db"}, std::string{"0"},
                             std::string{"99999"}, std::string(64, 'a') + "-320.webp"})
        EXPECT_EQ(fetch("/pictures/" + name).status, 404) << name;
}

TEST_P(Library, a_hostile_file_is_refused_in_both_languages_and_what_was_typed_stays) {
    const std::initializer_list<http::Fields::Field> typed{{"alt_fr", "Un pont"}, {"credit", "Noor"}};
    const auto english = upload(with_file(post("/en/staff/pictures", {}, typed), "drawing_called.png"));
    EXPECT_EQ(english.status, 422);
    EXPECT_NE(body_of(english).find("Please send JPEG, PNG, WebP, HEIC or AVIF."), std::string::npos);
    EXPECT_NE(body_of(english).find("value=\"Un pont\""), std::string::npos);
    const auto french = upload(with_file(post("/fr/staff/pictures", {}, typed), "bomb.png"));
    EXPECT_NE(body_of(french).find("L’image a trop de pixels"), std::string::npos);
    const auto nothing = upload(signed_in(post("/en/staff/pictures", {}, {})));
    EXPECT_NE(body_of(nothing).find("Please choose a file."), std::string::npos);
    EXPECT_NE(body_of(nothing).find("Please say what the picture shows"), std::string::npos);
    EXPECT_EQ(files_kept(), 0);
}

TEST_P(Library, a_photo_that_was_cut_short_says_so_and_another_takes_its_place) {
    const auto id = uploaded("cut_plain.jpg");
    do_jobs();
    EXPECT_EQ(record(id).reason, pictures::Reason::damaged);
    EXPECT_EQ(shown(id)->state, ports::PictureState::refused);
    EXPECT_EQ(files_kept(), 0);
    const auto page = database->read([&](db::Read& read) { return slice.show(about(id, {}), read); });
    EXPECT_NE(body_of(page).find("was cut short"), std::string::npos);
    const auto replace = [&](const std::string& name) {
        return send(with_file(about(id, {}), name), &pictures::Handlers::read_replacement, &pictures::Handlers::replace,
                    &pictures::Handlers::show_again);
    };
    EXPECT_EQ(replace("small.png").status, 303);
    do_jobs();
    EXPECT_EQ(shown(id)->width, 500);
    EXPECT_EQ(replace("cut_plain.jpg").status, 303);
    do_jobs();
    EXPECT_EQ(shown(id)->width, 500) << "what was shown stays";
    EXPECT_EQ(record(id).reason, pictures::Reason::damaged);
}

TEST_P(Library, from_an_editor_and_back_with_the_picture_but_never_elsewhere) {
    const auto sent_to = [&](std::string_view back) {
        const auto response = upload(with_file(
            post("/en/staff/pictures", {}, {{"alt_en", "A bridge"}, {"back", back}, {"field", "cover"}}), "small.png"));
        return std::string{response.headers.view("Location")};
    };
    EXPECT_TRUE(sent_to("/fr/staff/hubs/on/blocks/7").starts_with("/fr/staff/hubs/on/blocks/7?cover="));
    for (const auto* const elsewhere :
         {"https://evil.example/en/staff/", "//evil.example", "/en/staff/\\evil", "/en/petitions/x"})
        EXPECT_TRUE(sent_to(elsewhere).starts_with("/en/staff/pictures/")) << elsewhere;
    const auto list = database->read([&](db::Read& read) {
        return slice.list(signed_in(get("/en/staff/pictures?back=%2Fen%2Fstaff%2Fhubs&field=picture&q=BRIDGE")), read);
    });
    EXPECT_NE(body_of(list).find("href=\"/en/staff/hubs?picture="), std::string::npos);
    EXPECT_NE(body_of(list).find("Use this one"), std::string::npos);
}

TEST_P(Library, a_crop_makes_new_files_and_the_old_ones_go) {
    const auto id = uploaded("poster.png");
    do_jobs();
    const auto before = *shown(id);
    const auto crop = [&](std::initializer_list<http::Fields::Field> fields) {
        return send(about(id, fields), &pictures::Handlers::read_crop_edit, &pictures::Handlers::save_crop,
                    &pictures::Handlers::show_again)
            .status;
    };
    EXPECT_EQ(crop({{"left", "60"}, {"top", "0"}, {"width", "50"}, {"height", "100"}}), 422) << "beyond the edge";
    EXPECT_EQ(crop({{"left", "50"}, {"top", "0"}, {"width", "50"}, {"height", "100"}}), 303);
    do_jobs();
    const auto after = *shown(id);
    EXPECT_EQ(after.width, 600);
    EXPECT_EQ(after.height, 800);
    EXPECT_EQ(fetch(before.jpeg.back().path).status, 404);
    EXPECT_EQ(fetch(after.jpeg.back().path).status, 200);
    EXPECT_EQ(files_kept(), 5) << "two widths in two formats, and the master";
}

TEST_P(Library, a_picture_that_is_shown_goes_only_when_that_is_decided_and_then_at_once) {
    const auto id = uploaded("small.png");
    const auto twin = uploaded("small.png");
    do_jobs();
    library.add_uses([](db::Read&, const ports::Picture&, base::Locale) {
        return std::vector{ports::PictureUse{"Campaign hub: Canada", "/en/staff/hubs/canada"}};
    });
    const auto path = shown(id)->jpeg.front().path;
    const auto remove = [&](PictureId picture, std::initializer_list<http::Fields::Field> fields) {
        return send(about(picture, fields), &pictures::Handlers::read_removal, &pictures::Handlers::remove,
                    &pictures::Handlers::show_again);
    };
    const auto asked = remove(id, {});
    EXPECT_EQ(asked.status, 422);
    EXPECT_NE(body_of(asked).find("Campaign hub: Canada"), std::string::npos);
    EXPECT_EQ(remove(id, {{"although_used", "1"}}).status, 303);
    EXPECT_FALSE(shown(id));
    do_jobs();
    EXPECT_EQ(fetch(path).status, 200) << "its twin has the same bytes";
    EXPECT_EQ(findings(), 0U);
    EXPECT_EQ(remove(twin, {{"although_used", "1"}}).status, 303);
    EXPECT_EQ(fetch(path).status, 404);
    do_jobs();
    EXPECT_EQ(files_kept(), 0);
}

TEST_P(Library, a_server_that_dies_while_a_picture_is_made_makes_it_later) {
    const auto id = uploaded("small.png");
    // Taken by a process that is gone: its lease runs out.
    database->write([](db::Write& tx) { return jobs::take_due_jobs(tx, {tx.now() + base::minutes(10), 1}); });
    do_jobs();
    EXPECT_EQ(shown(id)->state, ports::PictureState::preparing);
    clock = clock + base::minutes(10);
    do_jobs();
    EXPECT_EQ(shown(id)->state, ports::PictureState::ready);
}

TEST_P(Library, missing_files_are_reported_and_forgotten_ones_go_after_a_day) {
    const auto id = uploaded("small.png");
    do_jobs();
    const auto kept = files_kept();
    const auto stray = store.put("the upload of a form that was refused");
    clock = base::Instant{std::chrono::duration_cast<std::chrono::microseconds>(
                              std::chrono::system_clock::now().time_since_epoch())
                              .count()} +
            base::days(3);
    do_jobs();
    EXPECT_FALSE(store.exists(stray));
    EXPECT_EQ(files_kept(), kept);
    store.remove(*files::Address::parse(record(id).master));
    EXPECT_EQ(findings(), 1U);
}

ALLTOGETHER_ON_BOTH_DATABASES(Library);

}  // namespace
