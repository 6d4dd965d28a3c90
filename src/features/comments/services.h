// features/comments/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/auth/token.h"
#include "ports/message_guides.h"
#include "ports/page.h"
#include "ports/petitions.h"
#include "ports/signers.h"

namespace comments {

struct Services {
    const ports::PageFrames& frames;
    const ports::PetitionReader& petitions;
    const ports::Signers& signers;
    const auth::Tokens& tokens;
    const ports::MessageGuides* guides = nullptr;  // words that work, beside the form; may be absent
};

// What a signer's own link to their comment is for; its row is the signature.
inline constexpr auth::Purpose kOwnComment{"comments.own"};

}  // namespace comments
