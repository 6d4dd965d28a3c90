// features/supporters/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/auth/secret.h"
#include "ports/page.h"
#include "ports/person_data.h"
#include "ports/person_facts.h"
#include "ports/person_merges.h"
#include "ports/representatives.h"

namespace supporters {

struct Services {
    const auth::Secret& secret;
    const ports::PageFrames& frames;
    const ports::PersonFacts& facts;
    const ports::PersonData& data;
    const ports::PersonMerges& merges;
    const ports::Representatives* representatives = nullptr;  // may be absent, and its members empty
};

}  // namespace supporters
