// features/search/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "features/search/finder_service.h"
#include "ports/page.h"
#include "ports/search_documents.h"

namespace search {

struct Services {
    const ports::PageFrames& frames;
    const ports::SearchDocuments& documents;
    const Finder& finder;
};

}  // namespace search
