// For the tests of this slice: a wall of invented people, a picture to make of them, and the pages.
#pragma once
#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "features/mosaic/seed.h"
#include "features/mosaic/slice.h"
#include "features/mosaic/store.h"
#include "platform/files/folder_store.h"
#include "platform/http/testing.h"
#include "platform/jobs/runner.h"
#include "tests/support/databases.h"
#include "tests/support/process.h"

namespace mosaic_test {

namespace fs = std::filesystem;
using http::testing::get;
using http::testing::post;
using mosaic::VoiceId;

inline const base::Instant kNoon{1'795'348'800'000'000};  // 2026-11-22T12:00:00Z

// Who is on the wall, as the slice of voices would tell it.
struct Wall {
    std::map<VoiceId, ports::Voice> voices;
    std::map<std::string, std::string> files;

    ports::VoiceReader reader() {
        return {.find = [this](db::Read&, VoiceId id) -> std::optional<ports::Voice> {
                    const auto found = voices.find(id);
                    if (found == voices.end()) return std::nullopt;
                    return found->second;
                },
                .shown =
                    [this](db::Read&, const ports::VoicePage& page) {
                        std::vector<ports::Voice> shown;
                        for (auto at = voices.upper_bound(page.after); at != voices.end(); ++at)
                            if (std::ssize(shown) < page.limit) shown.push_back(at->second);
                        return shown;
                    },
                .counts = [this](db::Read&) { return ports::VoiceCounts{std::ssize(voices), std::ssize(voices)}; },
                .bytes = [this](std::string_view file) -> std::optional<std::string> {
                    const auto found = files.find(std::string{file});
                    if (found == files.end()) return std::nullopt;
                    return found->second;
                }};
    }
};

class Mosaic : public testing::TestWithParam<test_support::Kind> {
protected:
    Mosaic() {
        slice.add_jobs(handlers);
        library.keep_in({.find = [](db::Read&, std::span<const ports::PictureId>) { return std::vector{picture()}; },
                         .newest = [](db::Read&, std::size_t) { return std::vector{picture()}; },
                         .find_file = [](db::Read&, std::string_view) { return std::optional{picture()}; }});
    }
    ~Mosaic() override { fs::remove_all(root); }

    static ports::Picture picture() {
        ports::Picture harbour{
            .id = ports::PictureId{5}, .state = ports::PictureState::ready, .width = 600, .height = 400};
        harbour.alt_en = "A harbour with a lighthouse";
        harbour.alt_fr = "Un port et son phare";
        harbour.credit = "Noor Haddad";
        harbour.jpeg = {{"/pictures/harbour-600.jpg", 600}};
        return harbour;
    }
    std::string plain(imaging::Colour colour, int side = 160) {
        imaging::Sheet sheet{.width = side, .height = side, .ground = colour};
        return *workshop.draw(std::move(sheet));
    }
    // Left red, right blue.
    std::string harbour_bytes() {
        imaging::Sheet sheet{.width = 600, .height = 400, .ground = {200, 30, 30}};
        sheet.pieces.push_back({.box = {300, 0, 300, 400}, .colour = {30, 30, 200}});
        return *workshop.draw(std::move(sheet));
    }
    VoiceId joins(const std::string& name, imaging::Colour colour, const std::string& consent = "voices.publish/en/1") {
        const VoiceId id{next_voice++};
        const auto bytes = plain(colour);
        const auto file = files::Address::of(bytes).hex();
        wall.files[file] = bytes;
        ports::Voice voice{
            .id = id, .approved_at = kNoon, .name = name, .place = "Moncton", .message = "Bread, and roses"};
        voice.consent = consent;
        voice.alt = "A portrait of " + name;
        voice.width = voice.height = 160;
        voice.jpeg = {{imaging::Format::jpeg, 160, 160, file, "/voices/" + file + "-160.jpg", std::ssize(bytes)}};
        wall.voices[id] = voice;
        database->write([&](db::Write& write) { listener.shown(write, voice); });
        return id;
    }
    void everybody_joins(int reds, int blues) {
        for (int i = 0; i < reds; ++i)
            joins("Ruth " + std::to_string(i), {static_cast<std::uint8_t>(150 + 4 * i), 20, 20});
        for (int i = 0; i < blues; ++i)
            joins("Luc " + std::to_string(i), {20, 20, static_cast<std::uint8_t>(150 + 4 * i)});
    }
    void withdraws(VoiceId id) {
        wall.voices.erase(id);
        database->write([&](db::Write& write) { listener.gone(write, id); });
    }
    void do_jobs() {
        jobs::Runner runner{{*database, handlers, metrics, 1}};
        while (runner.run_due()) {
        }
    }
    static http::Request signed_in(http::Request request, auth::Grant grant = {auth::Role::editor, std::nullopt}) {
        request.staff =
            std::make_shared<auth::Principal>(auth::Principal{auth::StaffId{1},
                                                              "Mireille Gagnon",
                                                              *base::EmailAddress::parse("mireille@example.org"),
                                                              {grant},
                                                              auth::SessionId{1}});
        return request;
    }
    http::Response begin(std::initializer_list<http::Fields::Field> fields) {
        const auto request = signed_in(post("/en/staff/mosaic", {}, fields));
        const auto again = [&](const base::Problems& problems) {
            return database->read([&](db::Read& read) { return staff.show_again(request, problems, read); });
        };
        const auto form = staff.read_beginning(request);
        if (!form) return again(form.error());
        auto result = database->write([&](db::Write& write) { return staff.begin(*form, write); });
        return result ? *std::move(result) : again(result.error());
    }
    mosaic::Mosaic make() {
        const auto answer = begin({{"picture", "5"},
                                   {"title_en", "One harbour"},
                                   {"title_fr", "Un seul port"},
                                   {"across", "6"},
                                   {"tint", "40"}});
        EXPECT_EQ(answer.status, 303);
        do_jobs();
        return shown();
    }
    mosaic::Mosaic shown() {
        const auto found = database->read([](db::Read& read) { return mosaic::store::shown(read); });
        EXPECT_TRUE(found);
        return found.value_or(mosaic::Mosaic{});
    }
    std::map<int, VoiceId> cells(const mosaic::Mosaic& of) {
        std::map<int, VoiceId> standing;
        database->read([&](db::Read& read) {
            for (const auto& cell : mosaic::store::cells(read, of.id, {0, 99})) standing.emplace(cell.cell, cell.voice);
        });
        return standing;
    }
    std::map<mosaic::Tile, std::string> tiles(const mosaic::Mosaic& of) {
        std::map<mosaic::Tile, std::string> drawn;
        database->read([&](db::Read& read) {
            for (int level = 0; level <= mosaic::Pyramid{of.grid}.highest_level(); ++level)
                for (const auto& row : mosaic::store::level(read, of.id, level)) drawn[row.tile] = row.file;
        });
        return drawn;
    }
    http::Response ask(http::Response (mosaic::Handlers::*handler)(const http::Request&, db::Read&) const,
                       const http::Request& request) {
        return database->read([&](db::Read& read) { return (pages.*handler)(request, read); });
    }
    http::Response tile(const mosaic::Mosaic& of, const mosaic::Tile& tile) {
        return ask(&mosaic::Handlers::tile,
                   get("/mosaic", {{"mosaic", std::to_string(of.id.value)},
                                   {"level", std::to_string(tile.level)},
                                   {"tile", std::to_string(tile.column) + "_" + std::to_string(tile.row) + ".jpg"}}));
    }
    std::size_t findings() {
        const auto check = mosaic::files_check(files);
        return database->read([&](db::Read& read) { return check.run(read).size(); });
    }
    std::set<std::string> files_kept() {
        std::set<std::string> kept;
        files.each([&](const files::StoredFile& file) { kept.insert(file.address.hex()); });
        return kept;
    }

    test_support::TestDatabase database{GetParam(), [] { return kNoon; }};
    fs::path root = fs::temp_directory_path() / ("alltogether_mosaic_" + std::to_string(::getpid()));
    files::FolderStore files{root};
    imaging::Workshop workshop;
    ports::PageFrames frames{
        {.public_url = "https://campaign.example", .campaign = [](base::Locale) { return "Together"; }}};
    ports::Pictures library;
    Wall wall;
    ports::VoiceReader voices = wall.reader();
    jobs::Handlers handlers;
    runtime::Metrics metrics;
    mosaic::Services services{.frames = frames,
                              .pictures = library,
                              .voices = voices,
                              .database = *database,
                              .files = files,
                              .workshop = workshop,
                              .picture_bytes = [this](std::string_view) { return std::optional{harbour_bytes()}; }};
    mosaic::Slice slice{services};
    mosaic::Handlers pages{services, slice.studio()};
    mosaic::StaffHandlers staff{services};
    std::int64_t next_voice = 100;
    ports::VoiceListener listener = mosaic::voice_listener();
};

inline std::string body_of(const http::Response& response) { return std::string{response.body.view()}; }

}  // namespace mosaic_test
