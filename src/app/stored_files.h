// app/stored_files.h - where uploaded files are kept, and how they travel in a backup.
#pragma once
#include <memory>

#include "app/settings.h"
#include "platform/db/backup.h"
#include "platform/files/file_store.h"
#include "platform/files/folder_store.h"

namespace app {

// One store for each slice that keeps files: folders below the data folder, or, where files.s3_endpoint is set, names
// in that bucket.
using Store = std::unique_ptr<files::FileStore>;

Store picture_files(const Settings& settings);
// Documents to take away with the news.
Store document_files(const Settings& settings);
// Documents to hand over, scans of paper and responses.
Store delivery_files(const Settings& settings);
// Documents of proclamations and resolutions.
Store endorsement_files(const Settings& settings);
// The sizes of supporters' photos.
Store voice_files(const Settings& settings);
// The photos as they were sent, sealed; they travel in no backup, so that what is to be forgotten is.
Store voice_original_files(const Settings& settings);
// Small pictures and tiles of the mosaic.
Store mosaic_files(const Settings& settings);

// The store of files of news that staff uploaded for an import; it travels in no backup.
files::FolderStore import_files(const Settings& settings);

// The store of tables of people that staff uploaded for an import; it travels in no backup.
files::FolderStore people_files(const Settings& settings);

// Adds every file of these settings to a backup.
void pack_files(const Settings& settings, const db::AddFile& add);

// Brings the files of a backup into the stores of these settings. Gives how many. files::Fault when one is not what its
// name says.
std::int64_t unpack_files(const std::filesystem::path& backup, const Settings& settings);

}  // namespace app
