// features/mosaic/store.h - mosaics, who stands in them, and their tiles, as rows.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/mosaic/mosaic.h"
#include "platform/db/transaction.h"

namespace mosaic::store {

// --- mosaics

std::optional<Mosaic> find(db::Read& read, MosaicId mosaic);
// The one that everybody sees; nullopt: none yet.
std::optional<Mosaic> shown(db::Read& read);
// Newest first: at most one is shown, others are being made or failed.
std::vector<Mosaic> all(db::Read& read);

struct NewMosaic {
    Wish wish;
    std::string alt_en, alt_fr;
    std::string by;
};
MosaicId insert(db::Write& write, const NewMosaic& mosaic);

// From waiting to gathering.
void save_target(db::Write& write, MosaicId mosaic, const Grid& grid, std::string_view target);
struct Gathering {
    VoiceId up_to;
    std::int64_t count;
};
void save_gathering(db::Write& write, MosaicId mosaic, const Gathering& gathering);
void save_state(db::Write& write, MosaicId mosaic, MosaicState state);
// Its rows, with cells and tiles.
void remove(db::Write& write, MosaicId mosaic);

// --- photos and cells

std::optional<Photo> photo(db::Read& read, VoiceId voice);
void save_photo(db::Write& write, const Photo& photo);
// Those behind `after`, by their voices.
std::vector<Photo> photos(db::Read& read, VoiceId after, std::int64_t limit);
// Those without a cell in this mosaic, oldest voice first.
std::vector<Photo> unplaced(db::Read& read, MosaicId mosaic, std::int64_t limit);

struct FilledCell {
    int cell;
    VoiceId voice;
};
struct CellPhoto {
    int cell;
    VoiceId voice;
    std::string tile, quarters;
};
// Of cells first..last, in their order, at most so many.
struct CellRange {
    int first, last;
    int limit = kMostCells;
};
std::vector<CellPhoto> cells(db::Read& read, MosaicId mosaic, const CellRange& range);
std::optional<int> cell_of(db::Read& read, MosaicId mosaic, VoiceId voice);

// Puts all of these there; those whose photo is gone meanwhile are left out. From gathering to drawing, with every tile
// to be drawn.
void place_all(db::Write& write, const Mosaic& mosaic, const std::vector<FilledCell>& cells);

// Fills one cell. changed: the mosaic is another than `changes` says, so that the cell was chosen from what was; look
// again. gone: the photo is. Its tiles are to be drawn.
enum class Placed : unsigned char { yes, changed, gone };
Placed place(db::Write& write, const Mosaic& mosaic, const FilledCell& cell);

// The voice is taken out of every mosaic, with its small picture; tiles on which somebody can be made out show nothing
// until they are drawn anew. The files that are loose now, and the mosaics to draw.
struct TakenOut {
    std::vector<MosaicId> mosaics;
    std::vector<std::string> loose;
};
TakenOut take_out(db::Write& write, VoiceId voice);

// --- tiles

struct TileRow {
    Tile tile;
    std::string file;  // "": none
    std::int64_t revision = 0;
};
std::optional<TileRow> find_tile(db::Read& read, MosaicId mosaic, const Tile& tile);
std::vector<TileRow> level(db::Read& read, MosaicId mosaic, int level);
// Those to be drawn, of the highest level where there are any.
std::vector<TileRow> stale(db::Read& read, MosaicId mosaic, std::int64_t limit);
void mark_stale(db::Write& write, MosaicId mosaic, const Tile& tile);
// What was drawn for this revision. The file that it takes the place of, "" for none; nullopt: a later drawing is
// there, or somebody who stood there has left since it was begun.
std::optional<std::string> save_drawn(db::Write& write, MosaicId mosaic, const TileRow& drawn);

struct TileCounts {
    std::int64_t all = 0, stale = 0;
};
TileCounts count_tiles(db::Read& read, MosaicId mosaic);

// --- files

bool is_needed(db::Read& read, std::string_view address);
// Every file that some row needs.
std::vector<std::string> needed(db::Read& read);
std::vector<std::string> files_of(db::Read& read, MosaicId mosaic);

}  // namespace mosaic::store
