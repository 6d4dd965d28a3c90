// features/representatives/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "features/representatives/tables_service.h"
#include "platform/files/file_store.h"
#include "ports/elections.h"
#include "ports/page.h"
#include "ports/representatives.h"

namespace representatives {

struct Services {
    const ports::PageFrames& frames;
    LiveTables& tables;
    const ports::Elections& elections;
    const ports::RepresentativeSections& sections;
    files::FileStore& files;  // of uploads that wait to be taken in
};

}  // namespace representatives
