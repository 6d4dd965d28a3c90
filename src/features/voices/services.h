// features/voices/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <functional>

#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/files/file_store.h"
#include "platform/imaging/workshop.h"
#include "platform/runtime/config.h"
#include "ports/page.h"
#include "ports/person_actions.h"
#include "ports/petitions.h"
#include "ports/search_documents.h"
#include "ports/signers.h"
#include "ports/voices.h"
#include "ports/word_hints.h"

namespace voices {

struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::PetitionReader& petitions;
    const ports::Signers& signers;        // without functions: nothing is linked
    const ports::PersonActions& actions;  // who sent a voice is told here
    const ports::VoiceChanges& changes;   // what appears and goes is told here
    const ports::WordHints& hints;        // without functions: no hints
    files::FileStore& files;              // sizes, as they are served
    files::FileStore& originals;          // uploads, encrypted
    imaging::Workshop& workshop;
    // What leaves the wall is not found any more from the commit on; empty: as soon as the search has followed.
    std::function<void(db::Write&, const ports::DocumentName&)> take_out_of_search{};
};

// What a mailed link is for; its row is the voice. They work for ever.
inline constexpr auth::Purpose kOwnVoice{"voices.own"};
inline constexpr auth::Purpose kGuardianOf{"voices.guardian"};
// Of uploaded bytes, so that the same file is known again.
inline constexpr auth::Purpose kSameFile{"voices.file"};

// The kind of ports::PersonAction, and what it is about: there is one wall.
inline constexpr std::string_view kSentKind = "voices.sent";
inline constexpr std::int64_t kTheWall = 1;

}  // namespace voices
