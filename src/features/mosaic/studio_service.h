// features/mosaic/studio_service.h - makes photos small, finds their cells, and draws tiles.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "features/mosaic/mosaic.h"
#include "features/mosaic/services.h"
#include "features/mosaic/store.h"

namespace mosaic {

// Work of the background: any thread, never inside a transaction. Faults of the world are thrown; what was done until
// then stays, and doing it again goes on from there.
class Studio {
public:
    // services outlives it.
    explicit Studio(const Services& services) : services_(services) {}
    Studio(const Studio&) = delete;
    Studio& operator=(const Studio&) = delete;

    // A voice that has appeared, or whose photo is another: its small picture, a cell in every mosaic that has placed
    // its photos, and all tiles on its way.
    void take_in(VoiceId voice);

    // Every tile of a mosaic on the site that shows what was; free cells take who waits for one.
    void draw(MosaicId mosaic);

    // The next step of making a mosaic, for at most some seconds. done: nothing is left to do.
    enum class Step : unsigned char { more, done };
    Step go_on(MosaicId mosaic);

    // A part of the mosaic in one JPEG, put together of the tiles of a level that are there; nullopt where none is.
    std::optional<std::string> sheet_of(db::Read& read, const Mosaic& mosaic, int level) const;

private:
    struct Standing {  // what was last known of a mosaic
        std::int64_t changes;
        Board board;
    };

    std::optional<Photo> photo_of(const ports::Voice& voice) const;
    void place(MosaicId mosaic, const Photo& photo);
    void place_unplaced(MosaicId mosaic);
    void begin(const Mosaic& mosaic);
    void gather(const Mosaic& mosaic);
    void place_everybody(const Mosaic& mosaic);
    void show(const Mosaic& mosaic);
    bool draw_some(const Mosaic& mosaic);
    imaging::Sheet sheet_for(db::Read& read, const Mosaic& mosaic, const Tile& tile);
    void add_cells(db::Read& read, const Mosaic& mosaic, const Tile& tile, imaging::Sheet& sheet);
    std::string bytes_of(const std::string& file) const;
    std::shared_ptr<const Target> target_of(const Mosaic& mosaic);
    Standing& standing(db::Read& read, const Mosaic& mosaic);

    const Services& services_;
    std::mutex mutex_;  // one step of work at a time in this process
    std::map<MosaicId, Standing> standing_;
    std::map<MosaicId, std::shared_ptr<const Target>> targets_;
};

// What follows from somebody's leaving goes ahead of all that waits: of newcomers, and of pictures to be made.
inline constexpr auto kAhead = base::hours(1);

// Orders that these files go, as soon as no row needs them.
void order_forgetting(db::Write& write, const std::vector<std::string>& addresses);

}  // namespace mosaic
