// ports/voices.h - the voices on the photo wall, for other slices: what is shown now, page by page, and every step by
// which one appears or goes, told in the transaction that makes it. The slice of voices gives it; app fills it in.
//
//     const auto page = house.voices.shown(read, {.after = last, .limit = 500});
//     house.voice_changes.add({.shown = [](db::Write& write, const ports::Voice& voice) { ... },
//                              .gone = [](db::Write& write, ports::VoiceId voice) { ... }});
//
// Only what was confirmed by its sender, approved by staff, and is neither hidden nor withdrawn is ever read or told
// here.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "people/place.h"
#include "platform/db/transaction.h"
#include "platform/imaging/picture.h"

namespace ports {

using VoiceId = base::Id<struct VoiceTag>;

// One size of its picture: upright, cropped as its sender wished, sRGB, without any metadata.
struct VoiceFile {
    imaging::Format format{};
    int width = 0, height = 0;  // pixels
    std::string file;           // the address of its bytes, 64 hexadecimal digits: for VoiceReader::bytes
    std::string path;           // "/voices/ADDRESS-640.jpg": public while the voice is shown
    std::int64_t bytes = 0;
};

// One voice as everybody may see it.
struct Voice {
    VoiceId id{0};
    base::Instant approved_at{};  // newest approval
    base::Locale locale{};        // the language that it is written in
    std::string name, place;      // as its sender wished to be shown: "Maya T.", "Moncton"; place may be empty
    std::optional<people::Province> province{};
    std::string message;                // plain text, up to 280 characters; may be empty where there is a picture
    std::string alt;                    // what the picture shows, in `locale`; empty: nobody said
    int width = 0, height = 0;          // pixels of the largest size; 0 where there is no picture
    std::string placeholder{};          // a data: address of a few pixels; may be empty
    std::vector<VoiceFile> webp, jpeg;  // by growing width (320, 640, ... or its own); both empty: no picture, and
                                        // pages draw a tile with its initials
    std::uint64_t perceptual_hash = 0;  // of the picture; 0: none
    std::uint32_t colour = 0;           // mean of the picture, sRGB as 0xRRGGBB; of the tile where there is none
    std::string consent;                // which words its sender agreed to: "voices.publish/en/1"

    bool has_picture() const { return !jpeg.empty(); }
};

// "/en/voices/123": its own page.
std::string voice_path(VoiceId voice, base::Locale locale);

enum class VoicesWith : unsigned char { any, picture };

// Behind `after` (id 0: from the beginning), in the order of their ids. Ids grow with the sending, not with the
// approval: follow the changes too.
struct VoicePage {
    VoiceId after{0};
    std::int64_t limit = 500;
    VoicesWith with = VoicesWith::any;
};

// How many are shown now. Kept, not counted: reading it costs one row.
struct VoiceCounts {
    std::int64_t shown = 0;
    std::int64_t with_picture = 0;
};

// Empty functions where there are no voices.
struct VoiceReader {
    // nullopt: not shown now, whatever the reason.
    std::function<std::optional<Voice>(db::Read&, VoiceId)> find{};
    // Fewer than the limit: there are no more. Two statements for a page, wherever it lies.
    std::function<std::vector<Voice>(db::Read&, const VoicePage&)> shown{};
    std::function<VoiceCounts(db::Read&)> counts{};
    // The bytes of one of its files, compared with their address; nullopt when they are gone. Any thread, no database.
    std::function<std::optional<std::string>(std::string_view file)> bytes{};
};

struct VoiceListener {
    // It appears on the wall. Comes again for one that is shown when its words, its description or its picture changed.
    std::function<void(db::Write&, const Voice&)> shown;
    // It is no longer shown: withdrawn, erased, taken down or hidden. Its files are removed when the transaction is
    // committed: whatever was made of them (tiles, caches, sheets) has to go with it. Comes at most once for each time
    // that it was shown.
    std::function<void(db::Write&, VoiceId)> gone;
};

// Lives in the house. A listener that throws rolls the transaction back.
class VoiceChanges {
public:
    void add(VoiceListener listener) { listeners_.push_back(std::move(listener)); }

    void tell_shown(db::Write& write, const Voice& voice) const {
        for (const auto& each : listeners_) each.shown(write, voice);
    }
    void tell_gone(db::Write& write, VoiceId voice) const {
        for (const auto& each : listeners_) each.gone(write, voice);
    }

private:
    std::vector<VoiceListener> listeners_;
};

}  // namespace ports
