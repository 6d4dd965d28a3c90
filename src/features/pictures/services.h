// features/pictures/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/db/database.h"
#include "platform/files/file_store.h"
#include "platform/imaging/workshop.h"
#include "ports/page.h"
#include "ports/pictures.h"

namespace pictures {

struct Services {
    const ports::PageFrames& frames;
    const ports::Pictures& pictures;  // where they are shown
    files::FileStore& files;
    imaging::Workshop& workshop;
};

}  // namespace pictures
