// features/integrations/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/db/database.h"
#include "platform/http/outgoing.h"
#include "platform/http/rate_limit.h"
#include "platform/runtime/config.h"
#include "platform/runtime/random.h"
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
    const ports::SignatureRecords* signatures = nullptr;  // may be absent, and its member empty
};

}  // namespace integrations
