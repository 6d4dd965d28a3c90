// features/count_proof/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/auth/token.h"
#include "platform/db/database.h"
#include "platform/runtime/config.h"
#include "ports/page.h"
#include "ports/petitions.h"
#include "ports/signers.h"

namespace count_proof {

struct Services {
    const runtime::Config& config;
    db::Database& database;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::PetitionReader& petitions;
    const ports::Signers& signers;
};

// What the link to somebody's receipt is for.
inline constexpr auth::Purpose kReceipt{"count_proof.receipt"};

}  // namespace count_proof
