// features/mosaic/mosaic.h - what a mosaic is, and what staff may ask for. Pure: no SQL, no HTML, no clock.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "models/mosaic/placing.h"
#include "models/mosaic/pyramid.h"
#include "platform/imaging/sheet.h"
#include "ports/pictures.h"
#include "ports/voices.h"

namespace mosaic {

using MosaicId = base::Id<struct MosaicTag>;
using ports::PictureId;
using ports::VoiceId;

// waiting: nobody has begun with it. gathering: photos are made small, one after the other. drawing: every photo has
// its cell, and tiles are drawn. shown: everybody sees it. failed: its picture could not be read.
enum class MosaicState : unsigned char { waiting = 0, gathering = 1, drawing = 2, shown = 3, failed = 4 };

// What staff decide.
struct Wish {
    PictureId picture{0};
    std::string title_en, title_fr;  // 1..120 characters
    int across = 40;                 // kFewestAcross..kMostAcross
    int tint = 35;                   // percent
};

inline constexpr int kFewestAcross = 4, kMostAcross = 150;
inline constexpr int kMostCells = 20'000;

struct TypedWish {
    std::string picture, title_en, title_fr, across, tint;
};
// Fields: picture, title_en, title_fr, across, tint.
base::Result<Wish, base::Problems> read_wish(const TypedWish& typed);

// Rows for a picture of these proportions, so that cells are squares; at least 1, and no more cells than kMostCells.
Grid grid_for(int across, int width, int height);

struct Mosaic {
    MosaicId id{0};
    Wish wish{};
    std::string alt_en{}, alt_fr{};
    Grid grid{};
    MosaicState state = MosaicState::waiting;
    std::string target{};
    VoiceId gathered_to{0};
    std::int64_t gathered = 0, placed = 0, changes = 0;
    base::Instant created_at{};
    std::string created_by{};
    std::optional<base::Instant> shown_at{};

    // Whether photos have cells in it.
    bool is_placed() const { return state == MosaicState::drawing || state == MosaicState::shown; }
    bool is_being_made() const { return state < MosaicState::shown; }
    const std::string& title(base::Locale locale) const {
        return locale == base::Locale::english ? wish.title_en : wish.title_fr;
    }
    const std::string& alt(base::Locale locale) const { return locale == base::Locale::english ? alt_en : alt_fr; }
};

// A voice as mosaics need it.
struct Photo {
    VoiceId voice{0};
    std::string made_of, tile;
    Quarters quarters{};
    std::string quarters_text;  // as it is stored: 24 hexadecimal digits
};

// Twelve bytes (two by two pixels of red, green, blue) as text, and back as colours; all black for anything else.
std::string text_of_quarters(std::string_view pixels);
Quarters quarters_of(std::string_view text);

// The colours that a mosaic is to have: of a picture of 2 * across by 2 * down pixels. Its file is these pixels, and
// behind them the picture itself in the mosaic's proportions.
struct Target {
    std::vector<Quarters> quarters;        // of each cell
    std::vector<imaging::Colour> colours;  // the mean of each cell
    std::string backdrop;                  // JPEG: shows through, paled, where nobody stands
};
// nullopt where the file is shorter than the grid needs.
std::optional<Target> read_target(const Grid& grid, std::string_view file);

// How the picture shows through: so much of this is mixed into it.
inline constexpr imaging::Colour kPaper{254, 253, 251};
inline constexpr int kPalePercent = 40;

// The part of the whole that lies below a tile of the highest level.
imaging::Crop part_below(const Pyramid& pyramid, const Tile& tile);

// Pixels of the backdrop in the grid's proportions.
struct BackdropSize {
    int width, height;
};
BackdropSize backdrop_size(const Grid& grid);

// From this width on somebody can be made out in a tile: such tiles do not outlive a voice that goes.
inline constexpr int kRecognisable = 8;  // pixels

}  // namespace mosaic
