// features/pictures/picture.h - what staff say about a picture, and what is known of it. Pure: no SQL, no HTML, no
// clock.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/problem.h"
#include "base/result.h"
#include "platform/files/address.h"
#include "platform/imaging/picture.h"
#include "ports/pictures.h"

namespace pictures {

using ports::PictureId;
using ports::PictureState;

// What stands beside it.
struct Words {
    std::string alt_en, alt_fr;  // what it shows, 0..300 characters
    std::string credit;          // 0..120 characters
    std::string source;          // 0..300 characters
    bool is_decoration = false;  // it says nothing that needs words
};

// The words as typed, tidied, or everything that is wrong with them: at least one language must say what it shows,
// unless it is decoration. Fields: alt_en, alt_fr, credit, source.
base::Result<Words, base::Problems> read_words(Words typed);

// Why the last file was not taken. Beside what the workshop says, that its workers died of it.
enum class Reason : int {
    none = 0,
    unknown_format = 1,
    too_many_bytes = 2,
    too_many_pixels = 3,
    animated = 4,
    damaged = 5,
    not_made = 100,
};
Reason reason_of(imaging::Refusal refusal);
base::Message message_of(Reason reason);  // none is a bug

struct Record {
    PictureId id{0};
    PictureState state = PictureState::preparing;
    Reason reason = Reason::none;
    std::string upload, master;  // addresses, "" for none
    imaging::Crop crop{}, made_crop{};
    int width = 0, height = 0;
    std::string placeholder{};
    Words words{};
    base::Instant created_at{};
    std::string created_by{};

    // Whether a worker still has to look at it.
    bool is_waiting() const { return !upload.empty() || (state == PictureState::ready && crop != made_crop); }
};

// One file that is served.
struct File {
    PictureId picture{0};
    imaging::Format format{};
    int width = 0, height = 0;
    std::string address;
    std::int64_t bytes = 0;  // 0: not known
};

// "/pictures/ADDRESS-960.webp", and back from its last part. What reads as none is nullopt.
std::string public_path(const File& file);
struct FileName {
    files::Address address;
    int width;
    imaging::Format format;
};
std::optional<FileName> read_file_name(std::string_view name);

// As other slices see it.
ports::Picture shown(const Record& record, const std::vector<File>& files);

// "0 0 10000 10000", and back; anything else is the whole picture.
std::string text_of(const imaging::Crop& crop);
imaging::Crop crop_of(std::string_view text);

// The part as typed in percent of the picture: left, top, width, height, each "0" to "100" with up to two decimals.
struct CropForm {
    std::string left, top, width, height;
};
base::Result<imaging::Crop, base::Problems> read_crop(const CropForm& form);
CropForm form_of(const imaging::Crop& crop);

}  // namespace pictures
