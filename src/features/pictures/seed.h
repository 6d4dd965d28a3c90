// features/pictures/seed.h - the pictures of the demo.
#pragma once
#include "platform/db/database.h"
#include "platform/files/file_store.h"

namespace pictures {

// Posters that this program draws, with their words in both languages; a worker makes them once there is one. Nothing
// where there are pictures already.
void seed_demo(db::Database& database, files::FileStore& files);

}  // namespace pictures
