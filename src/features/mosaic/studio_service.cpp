#include "features/mosaic/studio_service.h"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "base/check.h"
#include "platform/jobs/jobs.h"

namespace mosaic {
namespace {

constexpr std::int64_t kTilesAtOnce = 32;
constexpr std::int64_t kVoicesAtOnce = 50;
constexpr std::int64_t kEveryCell = kMostCells;
constexpr int kForgottenAtOnce = 50;         // files of one job
constexpr std::chrono::seconds kOneStep{4};  // then others have their turn

class Stopwatch {
public:
    bool is_over() const { return std::chrono::steady_clock::now() - begun_ > kOneStep; }

private:
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

imaging::SheetBox box_of(const Box& box) { return {box.left, box.top, box.width, box.height}; }

// The narrowest file that is no narrower than a cell.
const ports::VoiceFile& smallest_file(const ports::Voice& voice) {
    const auto wide = std::ranges::find_if(voice.jpeg, [](const auto& file) { return file.width >= kCellSide; });
    return wide == voice.jpeg.end() ? voice.jpeg.back() : *wide;
}

}  // namespace

void order_forgetting(db::Write& write, const std::vector<std::string>& addresses) {
    std::string together;
    int count = 0;
    const auto order = [&] {
        if (!together.empty()) jobs::queue_at(write, {"mosaic.forget", together}, write.now() - kAhead);
        together.clear();
        count = 0;
    };
    for (const auto& address : addresses) {
        if (address.empty()) continue;
        together += (together.empty() ? "" : " ") + address;
        if (++count == kForgottenAtOnce) order();
    }
    order();
}

void Studio::take_in(VoiceId id) {
    const std::lock_guard lock{mutex_};
    const auto voice = services_.database.read([&](db::Read& read) { return services_.voices.find(read, id); });
    if (!voice || !voice->has_picture()) return;
    const auto photo = photo_of(*voice);
    if (!photo) return;
    const auto mosaics = services_.database.write([&](db::Write& write) {
        if (!services_.voices.find(write, id)) {  // gone meanwhile
            order_forgetting(write, {photo->tile});
            return std::vector<Mosaic>{};
        }
        const auto before = store::photo(write, id);
        store::save_photo(write, *photo);
        if (before && before->tile != photo->tile) order_forgetting(write, {before->tile});
        auto all = store::all(write);
        std::erase_if(all, [](const Mosaic& mosaic) { return !mosaic.is_placed(); });
        return all;
    });
    for (const auto& mosaic : mosaics) {
        place(mosaic.id, *photo);
        if (mosaic.state != MosaicState::shown) continue;  // all of it is being drawn already
        while (draw_some(mosaic)) {
        }
    }
}

// Its small square picture, kept, and its colours. nullopt: the photo is gone, or cannot be read.
std::optional<Photo> Studio::photo_of(const ports::Voice& voice) const {
    const auto& file = smallest_file(voice);
    const auto known = services_.database.read([&](db::Read& read) { return store::photo(read, voice.id); });
    if (known && known->made_of == file.file) return known;
    const auto bytes = services_.voices.bytes(file.file);
    if (!bytes) return std::nullopt;
    imaging::Sheet small{.width = kCellSide, .height = kCellSide};
    small.pieces.push_back({.bytes = *bytes, .box = {0, 0, kCellSide, kCellSide}});
    const auto tile = services_.workshop.draw(std::move(small));
    if (!tile) return std::nullopt;
    imaging::Sheet colours{.width = 2, .height = 2, .output = imaging::SheetOutput::pixels};
    colours.pieces.push_back({.bytes = *tile, .box = {0, 0, 2, 2}});
    const auto pixels = services_.workshop.draw(std::move(colours));
    if (!pixels) return std::nullopt;
    const auto text = text_of_quarters(*pixels);
    return Photo{voice.id, file.file, services_.files.put(*tile).hex(), quarters_of(text), text};
}

// Where it suits best among the free cells; where it stands already its tiles are drawn anew.
void Studio::place(MosaicId id, const Photo& photo) {
    auto outcome = store::Placed::changed;
    while (outcome == store::Placed::changed) {
        const auto chosen = services_.database.read([&](db::Read& read) -> std::optional<std::pair<Mosaic, int>> {
            const auto mosaic = store::find(read, id);
            if (!mosaic) return std::nullopt;
            if (const auto own = store::cell_of(read, id, photo.voice)) return std::pair{*mosaic, *own};
            const auto cell = standing(read, *mosaic).board.best_cell(photo.quarters);
            if (!cell) return std::nullopt;  // full
            return std::pair{*mosaic, *cell};
        });
        if (!chosen) return;
        const auto& [mosaic, cell] = *chosen;
        outcome = services_.database.write([&](db::Write& write) {
            if (!store::cell_of(write, id, photo.voice)) return store::place(write, mosaic, {cell, photo.voice});
            for (const auto& tile : Pyramid{mosaic.grid}.way_of(cell)) store::mark_stale(write, id, tile);
            return store::Placed::gone;
        });
        const auto known = standing_.find(id);
        if (outcome != store::Placed::yes || known == standing_.end()) continue;
        known->second.board.put(cell, photo.quarters);
        ++known->second.changes;
    }
}

Studio::Standing& Studio::standing(db::Read& read, const Mosaic& mosaic) {
    const auto known = standing_.find(mosaic.id);
    if (known != standing_.end() && known->second.changes == mosaic.changes) return known->second;
    Standing fresh{mosaic.changes, Board{mosaic.grid, target_of(mosaic)->quarters}};
    for (const auto& cell : store::cells(read, mosaic.id, {0, mosaic.grid.cells() - 1}))
        fresh.board.put(cell.cell, quarters_of(cell.quarters));
    return standing_.insert_or_assign(mosaic.id, std::move(fresh)).first->second;
}

std::shared_ptr<const Target> Studio::target_of(const Mosaic& mosaic) {
    auto& known = targets_[mosaic.id];
    if (known) return known;
    const auto address = files::Address::parse(mosaic.target);
    const auto pixels = address ? services_.files.read(*address) : std::nullopt;
    auto target = pixels ? read_target(mosaic.grid, *pixels) : std::nullopt;
    if (!target) throw files::Fault{"the colours of a mosaic are not among the files: " + mosaic.target};
    known = std::make_shared<const Target>(*std::move(target));
    return known;
}

void Studio::draw(MosaicId id) {
    const std::lock_guard lock{mutex_};
    const auto mosaic = services_.database.read([&](db::Read& read) { return store::find(read, id); });
    if (!mosaic || mosaic->state != MosaicState::shown) return;
    if (mosaic->placed < mosaic->grid.cells()) place_unplaced(id);
    while (draw_some(*mosaic)) {
    }
}

// Those who found no cell while the mosaic was full, or came while everybody else was placed.
void Studio::place_unplaced(MosaicId id) {
    while (true) {
        const auto waiting =
            services_.database.read([&](db::Read& read) { return store::unplaced(read, id, kVoicesAtOnce); });
        for (const auto& photo : waiting) place(id, photo);
        const auto left = services_.database.read([&](db::Read& read) {
            const auto mosaic = store::find(read, id);
            return mosaic ? mosaic->grid.cells() - mosaic->placed : 0;
        });
        if (std::ssize(waiting) < kVoicesAtOnce || left <= 0) return;
    }
}

// Some tiles of the highest level where there are stale ones; false: there are none.
bool Studio::draw_some(const Mosaic& mosaic) {
    struct Drawing {
        store::TileRow row;
        imaging::Sheet sheet;
    };
    std::vector<Drawing> drawings;
    services_.database.read([&](db::Read& read) {
        for (auto& row : store::stale(read, mosaic.id, kTilesAtOnce))
            drawings.push_back({row, sheet_for(read, mosaic, row.tile)});
    });
    for (auto& drawing : drawings) {
        const auto jpeg = services_.workshop.draw(std::move(drawing.sheet));
        if (!jpeg) throw imaging::WorkerFault{"a tile of a mosaic could not be drawn"};
        drawing.row.file = services_.files.put(*jpeg).hex();
    }
    services_.database.write([&](db::Write& write) {
        std::vector<std::string> loose;
        for (const auto& drawing : drawings)
            loose.push_back(store::save_drawn(write, mosaic.id, drawing.row).value_or(drawing.row.file));
        order_forgetting(write, loose);
    });
    return !drawings.empty();
}

// "" where there is no such file.
std::string Studio::bytes_of(const std::string& file) const {
    const auto address = files::Address::parse(file);
    return address ? services_.files.read(*address).value_or("") : std::string{};
}

imaging::Sheet Studio::sheet_for(db::Read& read, const Mosaic& mosaic, const Tile& tile) {
    const Pyramid pyramid{mosaic.grid};
    const auto box = pyramid.tile_box(tile);
    imaging::Sheet sheet{.width = box.width, .height = box.height};
    if (tile.level < pyramid.highest_level()) {
        for (const auto& child : pyramid.children_of(tile)) {
            const auto row = store::find_tile(read, mosaic.id, child.tile);
            auto bytes = row ? bytes_of(row->file) : std::string{};
            sheet.pieces.push_back({.bytes = std::move(bytes), .box = box_of(child.box)});
        }
        return sheet;
    }
    add_cells(read, mosaic, tile, sheet);
    return sheet;
}

// The picture, paled, where nobody stands, and over it the photos.
void Studio::add_cells(db::Read& read, const Mosaic& mosaic, const Tile& tile, imaging::Sheet& sheet) {
    const Pyramid pyramid{mosaic.grid};
    const auto target = target_of(mosaic);
    const auto places = pyramid.cells_in(tile);
    std::vector<imaging::SheetPiece> photos;
    for (const auto& place : places) {
        const auto filled = store::cells(read, mosaic.id, {place.cell, place.cell});
        auto bytes = filled.empty() ? std::string{} : bytes_of(filled.front().tile);
        if (bytes.empty()) continue;
        photos.push_back({.bytes = std::move(bytes),
                          .box = box_of(place.box),
                          .colour = target->colours[static_cast<std::size_t>(place.cell)],
                          .tint = mosaic.wish.tint});
    }
    if (photos.size() < places.size() && !target->backdrop.empty())
        sheet.pieces.push_back({.bytes = target->backdrop,
                                .box = {0, 0, sheet.width, sheet.height},
                                .colour = kPaper,
                                .fade = kPalePercent,
                                .crop = part_below(pyramid, tile)});
    std::ranges::move(photos, std::back_inserter(sheet.pieces));
}

// --- making one

Studio::Step Studio::go_on(MosaicId id) {
    const std::lock_guard lock{mutex_};
    const Stopwatch watch;
    while (!watch.is_over()) {
        const auto mosaic = services_.database.read([&](db::Read& read) { return store::find(read, id); });
        if (!mosaic || !mosaic->is_being_made()) return Step::done;
        switch (mosaic->state) {
            case MosaicState::waiting:
                begin(*mosaic);
                break;
            case MosaicState::gathering:
                gather(*mosaic);
                break;
            default:
                if (!draw_some(*mosaic)) show(*mosaic);
        }
    }
    return Step::more;
}

// The colours of the picture, in as many cells as were wished for.
void Studio::begin(const Mosaic& mosaic) {
    const auto picture =
        services_.database.read([&](db::Read& read) { return services_.pictures.find(read, mosaic.wish.picture); });
    const auto fail = [&] {
        services_.database.write([&](db::Write& write) { store::save_state(write, mosaic.id, MosaicState::failed); });
    };
    const auto bytes =
        picture && !picture->jpeg.empty() ? services_.picture_bytes(picture->jpeg_path(1'440)) : std::nullopt;
    if (!bytes) return fail();
    const auto grid = grid_for(mosaic.wish.across, picture->width, picture->height);
    const auto scaled = [&](int width, int height, imaging::SheetOutput output) {
        imaging::Sheet sheet{.width = width, .height = height, .output = output};
        sheet.pieces.push_back({.bytes = *bytes, .box = {0, 0, width, height}});
        return services_.workshop.draw(std::move(sheet));
    };
    const auto pixels = scaled(2 * grid.columns, 2 * grid.rows, imaging::SheetOutput::pixels);
    const auto [width, height] = backdrop_size(grid);
    const auto backdrop = scaled(width, height, imaging::SheetOutput::jpeg);
    if (!pixels || !backdrop) return fail();
    const auto address = services_.files.put(*pixels + *backdrop).hex();
    services_.database.write([&](db::Write& write) { store::save_target(write, mosaic.id, grid, address); });
}

// The next voices, each with its small picture; behind the last everybody is placed.
void Studio::gather(const Mosaic& mosaic) {
    const auto voices = services_.database.read([&](db::Read& read) {
        return services_.voices.shown(
            read, {.after = mosaic.gathered_to, .limit = kVoicesAtOnce, .with = ports::VoicesWith::picture});
    });
    std::vector<Photo> photos;
    for (const auto& voice : voices)
        if (auto photo = photo_of(voice)) photos.push_back(*std::move(photo));
    services_.database.write([&](db::Write& write) {
        for (const auto& photo : photos)
            if (services_.voices.find(write, photo.voice))
                store::save_photo(write, photo);
            else
                order_forgetting(write, {photo.tile});
        if (!voices.empty()) store::save_gathering(write, mosaic.id, {voices.back().id, std::ssize(voices)});
    });
    if (std::ssize(voices) < kVoicesAtOnce) place_everybody(mosaic);
}

void Studio::place_everybody(const Mosaic& mosaic) {
    const auto photos =
        services_.database.read([](db::Read& read) { return store::photos(read, VoiceId{0}, kEveryCell); });
    std::vector<Quarters> quarters;
    for (const auto& photo : photos) quarters.push_back(photo.quarters);
    Board board{mosaic.grid, target_of(mosaic)->quarters};
    const auto cells = board.place_all(quarters);
    std::vector<store::FilledCell> filled;
    for (std::size_t i = 0; i < photos.size(); ++i)
        if (cells[i]) filled.push_back({*cells[i], photos[i].voice});
    services_.database.write([&](db::Write& write) { store::place_all(write, mosaic, filled); });
    place_unplaced(mosaic.id);
}

// From now on everybody sees it, and the one before is gone.
void Studio::show(const Mosaic& mosaic) {
    services_.database.write([&](db::Write& write) {
        for (const auto& other : store::all(write)) {
            if (other.id >= mosaic.id || other.is_being_made()) continue;
            const auto loose = store::files_of(write, other.id);
            store::remove(write, other.id);
            order_forgetting(write, loose);
        }
        store::save_state(write, mosaic.id, MosaicState::shown);
    });
    standing_.clear();
    targets_.clear();
}

std::optional<std::string> Studio::sheet_of(db::Read& read, const Mosaic& mosaic, int level) const {
    const Pyramid pyramid{mosaic.grid};
    const auto whole = pyramid.level_box(level);
    imaging::Sheet sheet{.width = whole.width, .height = whole.height};
    for (const auto& row : store::level(read, mosaic.id, level)) {
        const auto address = files::Address::parse(row.file);
        auto bytes = address ? services_.files.read(*address) : std::nullopt;
        if (bytes) sheet.pieces.push_back({.bytes = *std::move(bytes), .box = box_of(pyramid.tile_box(row.tile))});
    }
    if (sheet.pieces.empty()) return std::nullopt;
    auto jpeg = services_.workshop.draw(std::move(sheet));
    if (!jpeg) return std::nullopt;
    return *std::move(jpeg);
}

}  // namespace mosaic
