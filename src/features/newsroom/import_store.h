// features/newsroom/import_store.h - uploaded files of news as rows, and the pictures that came with imports.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "features/newsroom/import_upload.h"
#include "platform/db/transaction.h"
#include "ports/pictures.h"

namespace newsroom::store {

// A new one, to be read.
UploadId insert_upload(db::Write& write, const Upload& upload);
std::optional<Upload> find_upload(db::Read& read, UploadId id);
// The newest first.
std::vector<Upload> newest_uploads(db::Read& read, std::int64_t limit);

void save_progress(db::Write& write, UploadId id, std::int64_t progress);
// How a reading or an import ended.
struct Ending {
    UploadState state;
    const UploadReport& report;
};
void end_upload(db::Write& write, UploadId id, const Ending& ending);
// From read to being imported; no: it was not read, or somebody else began.
enum class Begun : unsigned char { yes, no };
Begun begin_import(db::Write& write, UploadId id, Stage stage, std::string_view by);
void remove_upload(db::Write& write, UploadId id);

std::vector<Upload> uploads_before(db::Read& read, base::Instant before);
bool is_upload_needed(db::Read& read, std::string_view file);

// The library's picture that these bytes became, when an import brought them.
std::optional<ports::PictureId> imported_picture(db::Read& read, std::string_view file);
void remember_picture(db::Write& write, std::string_view file, ports::PictureId picture);

}  // namespace newsroom::store
