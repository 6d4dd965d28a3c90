// features/partners/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/auth/token.h"
#include "ports/page.h"
#include "ports/petitions.h"

namespace partners {

struct Services {
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::PetitionReader& petitions;
};

// What the button behind a mailed link is for: to take back an agreement.
inline constexpr auth::Purpose kTakeBack{"partners.take_back"};

}  // namespace partners
