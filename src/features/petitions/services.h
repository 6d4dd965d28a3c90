// features/petitions/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include <string>

#include "features/petitions/live_counts_service.h"
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/db/database.h"
#include "platform/runtime/config.h"
#include "ports/actions.h"
#include "ports/count_changes.h"
#include "ports/page.h"
#include "ports/partners.h"
#include "ports/petition_sections.h"
#include "ports/sign_on_guard.h"

namespace petitions {

struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::ActionRegistry& actions;
    LiveCounts& counts;
    const ports::CountChanges& changes;
    const ports::PetitionSections& sections;
    const ports::SignOnGuard& guard;  // without functions: every sign-on is accepted
    const ports::Partners& partners;  // without functions: there are none
    db::Database& database;           // for what runs longer than a request
};

// What a link in a mail is for: the first mail about a signature, and one that was asked for later.
inline constexpr auth::Purpose kOwnSignature{"petitions.own"};
inline constexpr auth::Purpose kRenewedSignature{"petitions.renewed"};
inline constexpr auth::Purpose kStamp{"petitions.stamp"};

}  // namespace petitions
