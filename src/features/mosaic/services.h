// features/mosaic/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "platform/db/database.h"
#include "platform/files/file_store.h"
#include "platform/imaging/workshop.h"
#include "ports/page.h"
#include "ports/pictures.h"
#include "ports/voices.h"

namespace mosaic {

struct Services {
    const ports::PageFrames& frames;
    const ports::Pictures& pictures;
    const ports::VoiceReader& voices;
    db::Database& database;
    files::FileStore& files;  // small pictures and tiles
    imaging::Workshop& workshop;
    // The bytes behind a public path of a picture of the library; nullopt when they are gone.
    std::function<std::optional<std::string>(std::string_view path)> picture_bytes;
    // Without the language: where a supporter adds a photo, and where the wall is.
    std::string send_path = "voices/new", wall_path = "voices";
};

}  // namespace mosaic
