// For the tests of this slice: a wall with its files, its staff, and a clock that can be set.
#pragma once
#include <filesystem>
#include <fstream>
#include <sstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <unistd.h>

#include "features/voices/consent_store.h"
#include "features/voices/handlers.h"
#include "features/voices/jobs.h"
#include "features/voices/mails.h"
#include "features/voices/slice.h"
#include "features/voices/step_service.h"
#include "features/voices/store.h"
#include "features/voices/upload_service.h"
#include "features/voices/wall_store.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/files/folder_store.h"
#include "platform/files/sealed_store.h"
#include "platform/http/testing.h"
#include "platform/jobs/runner.h"
#include "platform/mail/outbox.h"
#include "tests/support/databases.h"
#include "tests/support/process.h"

namespace voices {

namespace fs = std::filesystem;
using http::Fields;
using http::testing::get;

inline const base::Instant kNoon{1'795'348'800'000'000};  // 2026-11-22T12:00:00Z
inline constexpr std::string_view kMaya = "maya@example.org";

class TheWall : public testing::TestWithParam<test_support::Kind> {
protected:
    static void SetUpTestSuite() {
        const auto made = test_support::run_program(
            "/usr/bin/env", {"python3", SOURCE_DIR "/tests/support/make_pictures.py", kPictures});
        ASSERT_EQ(made.exit_code, 0) << made.errors;
    }
    TheWall() {
        nation = database->write([](db::Write& write) {
            return people::insert_level(write, {people::LevelKind::national, "canada", "Canada", "Canada", 1, {}, {}});
        });
        changes.add({.shown = [this](db::Write&, const ports::Voice& voice) { told.push_back("+" + voice.name); },
                     .gone = [this](db::Write&, VoiceId) { told.emplace_back("-"); }});
        signers.of_address = [this](db::Read&, std::int64_t) { return signatures; };
        add_jobs(handlers, {*database, services});
        handlers.add(ports::kFollowDocuments, [](const jobs::Job&) {});
    }
    ~TheWall() override { fs::remove_all(root); }

    static std::string file(const std::string& name) {
        std::ostringstream bytes;
        bytes << std::ifstream{fs::path{kPictures} / name, std::ios::binary}.rdbuf();
        return bytes.str();
    }
    static http::Request form(std::initializer_list<Fields::Field> more = {}, std::string_view email = kMaya) {
        auto request = http::testing::post("/en/voices/new", {},
                                           {{"name", "Maya T."},
                                            {"place", "Moncton"},
                                            {"province", "NB"},
                                            {"message", "I drive the 7 a.m. bus."},
                                            {"alt", "A woman smiles"},
                                            {"email", email},
                                            {"consent", "1"}});
        for (const auto& field : more) request.form.add(field);
        return request;
    }
    static http::Request with(http::Request request, const std::string& name) {
        request.form.files.push_back({"photo", "../../" + name, "image/png", file(name)});
        return request;
    }
    // As the server does: parse, apply, and refuse where there are problems.
    http::Response send(const http::Request& request) {
        const auto again = [&](const base::Problems& problems) {
            return database->read([&](db::Read& read) { return sending.show_again(request, problems, read); });
        };
        const auto read = sending.read_form(request);
        if (!read) return again(read.error());
        const auto result = database->write([&](db::Write& write) { return sending.send(*read, write); });
        return result ? *result : again(result.error());
    }
    Voice newest(std::string_view email = kMaya) {
        const auto hash = people::address_hash(secret, *base::EmailAddress::parse(email));
        return database->read([&](db::Read& read) { return store::of_address(read, hash).back(); });
    }
    Voice now(VoiceId id) {
        return *database->read([&](db::Read& read) { return store::find(read, id); });
    }
    http::Request own_request(VoiceId id, auth::Purpose purpose = kOwnVoice) {
        return get("/en/voices/mine/x", {{"token", tokens.make(purpose, id.value)}});
    }
    using Press = http::WriteResult (OwnHandlers::*)(const OwnAct&, db::Write&) const;
    void press(VoiceId id, Press act, auth::Purpose purpose = kOwnVoice) {
        const auto read = own.read_act(own_request(id, purpose));
        ASSERT_TRUE(read);
        EXPECT_EQ(database->write([&](db::Write& write) { return (own.*act)(*read, write); })->status, 303);
    }
    // Sent with a picture ("": none), prepared, confirmed: it waits for staff.
    Voice waiting(const std::string& picture = "small.png", std::string_view email = kMaya) {
        EXPECT_EQ(send(picture.empty() ? form({}, email) : with(form({}, email), picture)).status, 303);
        do_jobs();
        const Voice voice = newest(email);
        press(voice.id, &OwnHandlers::confirm);
        return now(voice.id);
    }
    Voice shown(const std::string& picture = "small.png", std::string_view email = kMaya) {
        const Voice voice = waiting(picture, email);
        decide(voice.id, "show");
        return now(voice.id);
    }
    http::Request by_staff(http::Request request, std::int64_t who = 1) {
        request.staff =
            std::make_shared<const auth::Principal>(auth::Principal{auth::StaffId{who},
                                                                    who == 1 ? "Ines" : "Paul",
                                                                    *base::EmailAddress::parse("ines@example.org"),
                                                                    {{auth::Role::moderator, moderating}},
                                                                    auth::SessionId{1}});
        return request;
    }
    // A level of the campaign below the nation.
    base::LevelId level(people::LevelKind kind, people::Province province, const std::string& slug) {
        return *database->write([&](db::Write& write) {
            return people::insert_level(write, {kind, slug, slug, slug, 1, nation, province});
        });
    }
    // From the page behind the mailed link.
    void replace(VoiceId id, const std::string& picture) {
        auto another = own_request(id);
        another.method = http::Method::post;
        const auto read = own.read_photo(with(another, picture));
        ASSERT_TRUE(read);
        database->write([&](db::Write& write) { return *own.replace(*read, write); });
        do_jobs();
    }
    int mails(std::string_view kind) {
        const auto all = database->read([](db::Read& read) { return mail::latest_mails(read, {}); });
        return static_cast<int>(std::ranges::count_if(all, [&](const auto& each) { return each.order.kind == kind; }));
    }
    std::string save(std::initializer_list<Fields::Field> fields, std::int64_t who = 1) {
        const auto read = staff.read_form(by_staff(http::testing::post("/en/staff/voices", {}, fields), who));
        return database->write([&](db::Write& write) { return *staff.decide(*read, write); }).headers.text("Location");
    }
    std::string decide(VoiceId id, std::string_view decision, std::int64_t who = 1) {
        return save({{"act", "save"}, {"decide_" + std::to_string(id.value), decision}}, who);
    }
    void undo(const std::string& location) {
        const std::string saving = location.substr(location.rfind('=') + 1);
        const auto read =
            staff.read_undo(by_staff(http::testing::post("/en/staff/voices/undo", {}, {{"saving", saving}})));
        database->write([&](db::Write& write) { return *staff.undo(*read, write); });
    }
    std::string queue(std::string_view view = "waiting") {
        return body(database->read([&](db::Read& read) {
            return staff.show(by_staff(get("/en/staff/voices?view=" + std::string{view})), read);
        }));
    }
    std::string wall_page(std::string_view query = "") {
        return body(
            database->read([&](db::Read& read) { return wall.wall(get("/en/voices" + std::string{query}), read); }));
    }
    http::Response page_of(VoiceId id) {
        const std::string number = std::to_string(id.value);
        return database->read(
            [&](db::Read& read) { return wall.show(get("/en/voices/" + number, {{"voice", number}}), read); });
    }
    http::Response fetch(const std::string& path) {
        const std::string name = path.substr(path.rfind('/') + 1);
        return database->read([&](db::Read& read) { return wall.serve(get(path, {{"file", name}}), read); });
    }
    std::vector<std::string> paths(VoiceId id) {
        std::vector<std::string> all;
        for (const auto& each : database->read([&](db::Read& read) { return store::files(read, id); }))
            all.push_back(public_path(each));
        return all;
    }
    // Wherever the public could meet a voice: wall, list, its page, frame, API, search, port.
    std::string everything_public(VoiceId id) {
        std::string all = wall_page() + wall_page("?view=list&province=NB&language=en") + body(page_of(id));
        database->read([&](db::Read& read) {
            all += body(wall.embed(get("/en/voices/embed"), read)) + body(wall.api(get("/api/v1/voices"), read));
            for (const auto& document : search_documents()(read, {})) all += document.title + document.text;
            for (const auto& voice : reader(files).shown(read, {})) all += voice.name + voice.message;
            all += wall.block(read, {base::LevelId{1}, base::Locale::english, "", "", "{}"}).view();
        });
        return all;
    }
    void do_jobs() {
        jobs::Runner runner{{*database, handlers, metrics, 1}};
        while (runner.run_due()) {
        }
    }
    int kept(const files::FileStore& in) {
        int count = 0;
        in.each([&](const files::StoredFile&) { ++count; });
        return count;
    }
    std::size_t findings() {
        return database->read(
            [&](db::Read& read) { return tally_check().run(read).size() + files_check(files).run(read).size(); });
    }
    static std::string body(const http::Response& response) { return std::string{response.body.view()}; }

    static constexpr auto kPictures = BINARY_DIR "/made_pictures";
    base::Instant clock = kNoon;
    test_support::TestDatabase database{GetParam(), [this] { return clock; }};
    fs::path root = fs::temp_directory_path() / ("alltogether_voices_" + std::to_string(::getpid()));
    files::FolderStore files{root / "sizes"};
    files::FolderStore uploads{root / "originals"};
    runtime::Config config;
    auth::Secret secret = auth::load_or_create_secret(*database);
    auth::Tokens tokens{secret};
    files::SealedStore originals{uploads, sealing_key(secret)};
    imaging::Workshop workshop;
    ports::PageFrames frames{
        {.public_url = "https://campaign.example", .campaign = [](base::Locale) { return "Together"; }}};
    ports::PetitionReader petitions;
    ports::Signers signers;
    std::vector<ports::StandingSignature> signatures;
    ports::PersonActions actions;
    ports::VoiceChanges changes;
    std::vector<std::string> told, taken_out_of_search;
    std::optional<base::LevelId> nation, moderating;  // where staff of by_staff() moderate; absent: everywhere
    ports::WordHints hints;
    jobs::Handlers handlers;
    runtime::Metrics metrics;
    Services services{config,
                      secret,
                      tokens,
                      frames,
                      petitions,
                      signers,
                      actions,
                      changes,
                      hints,
                      files,
                      originals,
                      workshop,
                      [this](db::Write&, const ports::DocumentName& name) { taken_out_of_search.push_back(name.key); }};
    Handlers wall{services};
    SendHandlers sending{services};
    OwnHandlers own{services};
    StaffHandlers staff{services};
};

// What does not hang on the database.
class ThePhotos : public TheWall {};

}  // namespace voices
