// features/editor_letters/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <string_view>

#include "features/editor_letters/alike_service.h"
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/runtime/config.h"
#include "ports/elections.h"
#include "ports/message_guides.h"
#include "ports/page.h"
#include "ports/person_actions.h"
#include "ports/sign_on_guard.h"
#include "ports/word_hints.h"

namespace editor_letters {

struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::PersonActions& actions;
    const ports::MessageGuides& guides;
    const ports::SignOnGuard& guard;
    const ports::WordHints& hints;
    const ports::Elections& elections;
    AlikeLetters& alike;
};

// What links are for, each over the letter: the page in the browser of who writes it, and the one in the mail.
inline constexpr auth::Purpose kDraftLink{"editor_letters.draft"};
inline constexpr auth::Purpose kLetterLink{"editor_letters.letter"};
// When the form was shown: over the instant.
inline constexpr auth::Purpose kShownAt{"editor_letters.shown"};

// Kinds of mails, all about a letter.
inline constexpr std::string_view kConfirmMail = "editor_letters.confirm";
inline constexpr std::string_view kLetterMail = "editor_letters.letter";    // to the newspaper
inline constexpr std::string_view kSentMail = "editor_letters.sent";        // to its writer: a copy
inline constexpr std::string_view kPrintedMail = "editor_letters.printed";  // to its writer, some days later
inline constexpr std::string_view kRefusedMail = "editor_letters.refused";  // to its writer

// The action of whoever sent a letter; about: the campaign.
inline constexpr std::string_view kWroteKind = "editor_letters.sent";

}  // namespace editor_letters
