// features/dossiers/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/runtime/config.h"
#include "ports/elections.h"
#include "ports/letters.h"
#include "ports/page.h"
#include "ports/petitions.h"
#include "ports/politician_positions.h"
#include "ports/representatives.h"

namespace dossiers {

// Those of other slices may be empty where a house has none of them: then nothing is known.
struct Services {
    const ports::PageFrames& frames;
    const auth::Tokens& tokens;
    const auth::Secret& secret;
    const runtime::Config& config;
    const ports::Representatives& representatives;
    const ports::Letters& letters;
    const ports::PetitionReader& petitions;
    const ports::PoliticianPositions& positions;
    const ports::Elections& elections;
};

// What the link is for by which a supporter tells of an answer; its row is the letter.
inline constexpr auth::Purpose kTellAnswer{"dossiers.tell"};

}  // namespace dossiers
