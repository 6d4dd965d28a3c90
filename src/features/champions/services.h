// features/champions/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "features/champions/access.h"
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/db/database.h"
#include "platform/http/outgoing.h"
#include "platform/runtime/config.h"
#include "ports/champions.h"
#include "ports/page.h"
#include "ports/person_actions.h"
#include "ports/pictures.h"

namespace champions {

struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::Pictures& pictures;
    const ports::PersonActions& person_actions;
    const ports::ChampionBookings& bookings;  // filled in by the slice of presentations
    const ports::ChampionChanges& changes;
    const http::OutgoingClient& client;  // keeps as much as a calendar may have
    db::Database& database;
};

inline constexpr const char* kConfirmMail = "champions.confirm";
inline constexpr const char* kSignInMail = "champions.sign_in";
inline constexpr const char* kWelcomeMail = "champions.active";

// What PersonActions knows about champions; about is the champion.
inline constexpr const char* kBecameActive = "champions.active";

// The cookie of their session. A name that begins with __Host- is refused by browsers without TLS.
inline const char* session_cookie(const runtime::Config& config) {
    return config.server.public_url.starts_with("https://") ? "__Host-champion" : "champion";
}

}  // namespace champions
