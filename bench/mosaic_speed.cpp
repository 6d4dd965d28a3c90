// bench/mosaic_speed.cpp - a mosaic of many photos, and what one more photo or one less costs:
//
//     bench_mosaic_speed FOLDER PHOTOS CHANGES
//
// FOLDER gets a database and the files, and at the end mosaic.jpg to look at. Photos are drawn portraits, a few hundred
// different ones in as many colours, and the picture is the demo's harbour. Each change goes through the code of the
// server's jobs, until every tile on its way is on the disk; the cell, the count and the tile are looked at afterwards.
// Prints one line: seconds of making the whole, then the median, the 95th of a hundred and the longest of a photo that
// joins and of one that goes, in milliseconds, then how many tiles there are.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/check.h"
#include "bench/made_up_people.h"
#include "features/mosaic/slice.h"
#include "features/mosaic/store.h"
#include "features/pictures/posters.h"
#include "features/voices/portraits.h"
#include "platform/files/folder_store.h"

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using mosaic::VoiceId;

constexpr std::int64_t kPortraits = 400;
constexpr int kPhotoSide = 320;

double milliseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

imaging::Made made_of(imaging::Workshop& workshop, std::string drawing) {
    auto made = workshop.make(std::move(drawing), {{}, imaging::Master::left_out});
    if (!made) throw std::runtime_error{"a drawing could not be made"};
    return *std::move(made);
}

std::string jpeg_of(const imaging::Made& made, int at_least) {
    for (const auto& size : made.sizes)
        if (size.format == imaging::Format::jpeg && size.width >= at_least) return size.bytes;
    return made.sizes.back().bytes;
}

// The wall, as the mosaic sees it.
struct Wall {
    std::map<VoiceId, ports::Voice> voices;
    std::map<std::string, std::string> files;
    std::vector<std::string> addresses;

    // Portraits in every colour: each tinted towards one of its own.
    void draw_portraits(imaging::Workshop& workshop) {
        for (std::int64_t i = 0; i < kPortraits; ++i) {
            const auto mixed = bench::mixed(static_cast<std::uint64_t>(i));
            const auto made = made_of(workshop, voices::draw_portrait(static_cast<std::uint64_t>(i)));
            imaging::Sheet sheet{.width = kPhotoSide, .height = kPhotoSide};
            sheet.pieces.push_back({.bytes = jpeg_of(made, kPhotoSide),
                                    .box = {0, 0, kPhotoSide, kPhotoSide},
                                    .colour = imaging::unpacked(static_cast<int>(mixed & 0xffffffU)),
                                    .tint = 70});
            auto photo = workshop.draw(std::move(sheet));
            if (!photo) throw std::runtime_error{"a portrait could not be drawn"};
            addresses.push_back(files::Address::of(*photo).hex());
            files[addresses.back()] = *std::move(photo);
        }
    }
    const ports::Voice& add(std::int64_t number) {
        const auto& file = addresses[static_cast<std::size_t>(number % kPortraits)];
        ports::Voice voice{.id = VoiceId{number + 1}, .name = "Somebody", .message = {}};
        voice.consent = "voices.publish/en/1";
        voice.jpeg = {{imaging::Format::jpeg, kPhotoSide, kPhotoSide, file, "/voices/" + file + "-320.jpg", 1}};
        return voices.insert_or_assign(voice.id, voice).first->second;
    }
    ports::VoiceReader reader() {
        return {.find = [this](db::Read&, VoiceId id) -> std::optional<ports::Voice> {
                    const auto found = voices.find(id);
                    if (found == voices.end()) return std::nullopt;
                    return found->second;
                },
                .shown =
                    [this](db::Read&, const ports::VoicePage& page) {
                        std::vector<ports::Voice> shown;
                        for (auto at = voices.upper_bound(page.after); at != voices.end(); ++at) {
                            if (std::ssize(shown) == page.limit) break;
                            shown.push_back(at->second);
                        }
                        return shown;
                    },
                .counts = [this](db::Read&) { return ports::VoiceCounts{std::ssize(voices), std::ssize(voices)}; },
                .bytes = [this](std::string_view file) { return std::optional{files.at(std::string{file})}; }};
    }
};

ports::PictureLibrary library_of(const imaging::Made& harbour) {
    const auto picture = [width = harbour.width, height = harbour.height] {
        ports::Picture shown{.id = ports::PictureId{1}, .state = ports::PictureState::ready};
        shown.width = width;
        shown.height = height;
        shown.jpeg = {{"/pictures/harbour-960.jpg", 960}};
        return shown;
    };
    return {.find = [picture](db::Read&, std::span<const ports::PictureId>) { return std::vector{picture()}; },
            .newest = [picture](db::Read&, std::size_t) { return std::vector{picture()}; },
            .find_file = [picture](db::Read&, std::string_view) { return std::optional{picture()}; }};
}

struct Figures {
    double p50, p95, most;
};
Figures figures_of(std::vector<double> times) {
    std::ranges::sort(times);
    const auto at = [&](double share) {
        return times[std::min(times.size() - 1, static_cast<std::size_t>(share * static_cast<double>(times.size())))];
    };
    return {at(0.5), at(0.95), times.back()};
}

// So many cells as there are photos, and room for the changes.
int across_for(std::int64_t photos, const imaging::Made& harbour) {
    int across = mosaic::kFewestAcross;
    while (mosaic::grid_for(across, harbour.width, harbour.height).cells() < photos) ++across;
    return across;
}

class Bench {
public:
    explicit Bench(const fs::path& folder)
        : folder_(folder),
          database_({.location = db::Location::parse("sqlite:" + (folder / "mosaic.db").string()), .writer = {}}),
          files_(folder / "files") {
        pictures_.keep_in(library_of(harbour_));
    }

    void run(std::int64_t photos, int changes) {
        wall_.draw_portraits(workshop_);
        for (std::int64_t i = 0; i < photos; ++i) wall_.add(i);
        const auto begun = Clock::now();
        const auto id = database_.write([&](db::Write& write) {
            return mosaic::store::insert(write, {.wish = {.picture = ports::PictureId{1},
                                                          .title_en = "One harbour",
                                                          .title_fr = "Un seul port",
                                                          .across = across_for(photos + changes, harbour_)},
                                                 .by = "bench"});
        });
        while (studio_.go_on(id) == mosaic::Studio::Step::more) {
        }
        const double whole = milliseconds_since(begun) / 1'000;
        const auto joins = figures_of(measure_joins(id, photos, changes));
        const auto goes = figures_of(measure_goes(id, changes));
        const auto tiles = database_.read([&](db::Read& read) { return mosaic::store::count_tiles(read, id); });
        CHECK(tiles.stale == 0);
        std::printf("%.1f %.0f %.0f %.0f %.0f %.0f %.0f %lld\n", whole, joins.p50, joins.p95, joins.most, goes.p50,
                    goes.p95, goes.most, static_cast<long long>(tiles.all));
        save_whole(id);
    }

private:
    mosaic::Mosaic now(mosaic::MosaicId id) {
        return database_.read([&](db::Read& read) { return *mosaic::store::find(read, id); });
    }
    std::string finest_tile(const mosaic::Mosaic& of, int cell) {
        return database_.read([&](db::Read& read) {
            return mosaic::store::find_tile(read, of.id, mosaic::Pyramid{of.grid}.way_of(cell).front())->file;
        });
    }

    std::vector<double> measure_joins(mosaic::MosaicId id, std::int64_t photos, int changes) {
        std::vector<double> times;
        for (int i = 0; i < changes; ++i) {
            const auto placed = now(id).placed;
            const auto voice = wall_.add(photos + i).id;
            const auto begun = Clock::now();
            studio_.take_in(voice);
            times.push_back(milliseconds_since(begun));
            const auto cell = database_.read([&](db::Read& read) { return mosaic::store::cell_of(read, id, voice); });
            CHECK(cell.has_value() && now(id).placed == placed + 1 && !finest_tile(now(id), *cell).empty());
        }
        return times;
    }

    std::vector<double> measure_goes(mosaic::MosaicId id, int changes) {
        std::vector<double> times;
        const auto listener = mosaic::voice_listener();
        for (int i = 0; i < changes; ++i) {
            const VoiceId voice{1 + i * 7};
            const auto before = now(id);
            const auto cell = database_.read([&](db::Read& read) { return mosaic::store::cell_of(read, id, voice); });
            CHECK(cell.has_value());
            const auto tile = finest_tile(before, *cell);
            wall_.voices.erase(voice);
            const auto begun = Clock::now();
            database_.write([&](db::Write& write) { listener.gone(write, voice); });
            studio_.draw(id);
            times.push_back(milliseconds_since(begun));
            CHECK(now(id).placed == before.placed - 1 && finest_tile(before, *cell) != tile);
        }
        return times;
    }

    // The level of some two thousand pixels.
    void save_whole(mosaic::MosaicId id) {
        const auto mosaic = now(id);
        const mosaic::Pyramid pyramid{mosaic.grid};
        int level = pyramid.highest_level();
        while (pyramid.level_box(level).width > 4'096) --level;
        const auto jpeg =
            database_.read([&](db::Read& read) { return studio_.sheet_of(read, mosaic, level).value_or(""); });
        std::ofstream{folder_ / "mosaic.jpg", std::ios::binary} << jpeg;
    }

    fs::path folder_;
    db::Database database_;
    files::FolderStore files_;
    imaging::Workshop workshop_;
    imaging::Made harbour_ = made_of(workshop_, pictures::draw_harbour());
    Wall wall_;
    ports::VoiceReader voices_ = wall_.reader();
    ports::Pictures pictures_;
    ports::PageFrames frames_{{.public_url = "https://campaign.example", .campaign = [](base::Locale) { return ""; }}};
    mosaic::Services services_{
        .frames = frames_,
        .pictures = pictures_,
        .voices = voices_,
        .database = database_,
        .files = files_,
        .workshop = workshop_,
        .picture_bytes = [this](std::string_view) { return std::optional{jpeg_of(harbour_, 960)}; }};
    mosaic::Studio studio_{services_};
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::fprintf(stderr, "usage: bench_mosaic_speed FOLDER PHOTOS CHANGES\n");
        return 2;
    }
    Bench bench{arguments[1]};
    bench.run(std::atoll(arguments[2]), std::atoi(arguments[3]));
    return EXIT_SUCCESS;
}
