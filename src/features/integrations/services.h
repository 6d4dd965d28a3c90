// features/integrations/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/db/database.h"
#include "platform/http/outgoing.h"
#include "platform/http/rate_limit.h"
#include "platform/runtime/config.h"
#include "platform/runtime/random.h"
#include "ports/list_door.h"
#include "ports/list_records.h"
#include "ports/page.h"
#include "ports/petitions.h"
#include "ports/signature_records.h"

namespace integrations {

struct Services {
    const runtime::Config& config;
    const ports::PageFrames& frames;
    const ports::PetitionReader& petitions;
    db::Database& database;
    runtime::Random& random;
    const http::OutgoingClient& client;
    const ports::SignatureRecords* signatures = nullptr;  // these three may be absent, and their members empty
    const ports::ListRecords* list_records = nullptr;
    const ports::ListDoor* list = nullptr;
};

}  // namespace integrations
