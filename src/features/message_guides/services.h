// features/message_guides/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "features/message_guides/word_lists_service.h"
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/runtime/config.h"
#include "ports/page.h"

namespace message_guides {

struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const WordLists& words;
};

// What the mailed link of members is for; its row is the person.
inline constexpr auth::Purpose kMember{"message_guides.member"};

}  // namespace message_guides
