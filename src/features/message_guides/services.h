// features/message_guides/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <functional>

#include "features/message_guides/word_lists_service.h"
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/db/transaction.h"
#include "platform/runtime/config.h"
#include "ports/page.h"
#include "ports/search_documents.h"

namespace message_guides {

struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const WordLists& words;
    // What only members may read from now on, or nobody, is not found any more from the commit on; empty: as soon as
    // the search has followed.
    std::function<void(db::Write&, const ports::DocumentName&)> take_out_of_search{};
};

// What the mailed link of members is for; its row is the person.
inline constexpr auth::Purpose kMember{"message_guides.member"};

}  // namespace message_guides
