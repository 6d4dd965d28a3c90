// features/osdi/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/auth/secret.h"
#include "platform/db/database.h"
#include "platform/runtime/config.h"
#include "ports/list_door.h"
#include "ports/mailings.h"
#include "ports/page.h"
#include "ports/petitions.h"
#include "ports/signing.h"

namespace osdi {

struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const ports::PageFrames& frames;
    const ports::PetitionReader& petitions;
    const ports::Signing& signing;
    const ports::ListDoor& list;
    const ports::MailLinks& links;
    const ports::Mailings& mailings;
    const ports::MailSending& sending;
    db::Database& database;  // for the work of the night
};

}  // namespace osdi
