// features/site/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "ports/actions.h"
#include "ports/hub_blocks.h"
#include "ports/page.h"
#include "ports/pictures.h"
#include "ports/search_documents.h"

namespace site {

struct Services {
    const ports::PageFrames& frames;
    const ports::ActionRegistry& actions;
    const ports::HubBlockRegistry& blocks;
    const ports::SearchDocuments& documents;
    const ports::Pictures& pictures;
};

}  // namespace site
