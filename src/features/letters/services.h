// features/letters/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <filesystem>

#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/db/database.h"
#include "platform/runtime/config.h"
#include "platform/runtime/metrics.h"
#include "ports/actions.h"
#include "ports/elections.h"
#include "ports/letters.h"
#include "ports/message_guides.h"
#include "ports/page.h"
#include "ports/person_actions.h"
#include "ports/representatives.h"
#include "ports/sign_on_guard.h"
#include "ports/word_hints.h"

namespace letters {

class LikenessBook;

struct Services {
    db::Database& database;
    const runtime::Config& config;
    runtime::Metrics& metrics;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::ActionRegistry& actions;
    const ports::Representatives& representatives;
    const ports::LetterAnswers& answers;
    const ports::Elections& elections;
    const ports::MessageGuides& guides;
    const ports::WordHints& hints;
    const ports::SignOnGuard& guard;
    const ports::PersonActions& person_actions;
    LikenessBook& likeness;
    std::filesystem::path data_folder;
};

// What the mailed link is for; its row is the writing.
inline constexpr auth::Purpose kOwnLetter{"letters.own"};
// When the form was shown; its number is the time.
inline constexpr auth::Purpose kFormStamp{"letters.stamp"};

inline constexpr const char* kConfirmMail = "letters.confirm";
inline constexpr const char* kCopyMail = "letters.copy";

}  // namespace letters
