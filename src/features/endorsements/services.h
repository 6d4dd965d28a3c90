// features/endorsements/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/auth/secret.h"
#include "platform/auth/token.h"
#include "platform/files/file_store.h"
#include "platform/runtime/config.h"
#include "ports/count_changes.h"
#include "ports/elections.h"
#include "ports/page.h"
#include "ports/petition_sections.h"
#include "ports/petitions.h"
#include "ports/section_cache.h"

namespace endorsements {

struct Services {
    const runtime::Config& config;
    const auth::Secret& secret;
    const auth::Tokens& tokens;
    const ports::PageFrames& frames;
    const ports::PetitionReader& petitions;
    const ports::CountChanges& changes;
    const ports::PetitionSections& sections;  // for what others show behind the mailed link: the receipt
    const ports::Elections& elections;
    ports::SectionCache& drawn;
    files::FileStore& files;  // of documents
};

// What a link in a mail is for.
inline constexpr auth::Purpose kOwnEndorsement{"endorsements.own"};

}  // namespace endorsements
