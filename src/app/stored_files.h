// app/stored_files.h - where uploaded files are kept, and how they travel in a backup.
#pragma once
#include "app/settings.h"
#include "platform/files/folder_store.h"

namespace app {

// The store of pictures: below the data folder, one store for each slice that keeps files.
files::FolderStore picture_files(const Settings& settings);

}  // namespace app
