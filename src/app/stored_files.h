// app/stored_files.h - where uploaded files are kept, and how they travel in a backup.
#pragma once
#include "app/settings.h"
#include "platform/db/backup.h"
#include "platform/files/folder_store.h"

namespace app {

// The store of pictures, below the data folder, one store for each slice that keeps files.
files::FolderStore picture_files(const Settings& settings);
// The store of documents to take away with the news.
files::FolderStore document_files(const Settings& settings);

// The store of documents to hand over, scans of paper and responses.
files::FolderStore delivery_files(const Settings& settings);

// The store of documents of proclamations and resolutions.
files::FolderStore endorsement_files(const Settings& settings);

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
