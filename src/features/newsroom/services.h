// features/newsroom/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <functional>

#include "features/newsroom/handlers.h"
#include "platform/auth/secret.h"
#include "platform/db/transaction.h"
#include "platform/files/file_store.h"
#include "platform/i18n/time_zone.h"
#include "ports/actions.h"
#include "ports/page.h"
#include "ports/pictures.h"
#include "ports/search_documents.h"

namespace newsroom {

struct Services {
    const auth::Secret& secret;
    const ports::PageFrames& frames;
    const ports::ActionRegistry& actions;
    const ports::Pictures& pictures;
    const ports::SearchDocuments& documents;
    files::FileStore& files;  // of documents to take away
    i18n::TimeZone zone;  // where the campaign is: of scheduled times, and of the day on which something is published
    // A withdrawn item is not found any more from the commit on; empty: as soon as the search has followed.
    std::function<void(db::Write&, const ports::DocumentName&)> take_out_of_search{};
};

}  // namespace newsroom
