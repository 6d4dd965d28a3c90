// features/delivery/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/files/file_store.h"
#include "platform/i18n/time_zone.h"
#include "ports/count_proof.h"
#include "ports/count_regions.h"
#include "ports/page.h"
#include "ports/petitions.h"
#include "ports/pictures.h"
#include "ports/signers.h"

namespace delivery {

struct Services {
    const ports::PageFrames& frames;
    const ports::PetitionReader& petitions;
    const ports::Pictures& pictures;
    const ports::CountProof& proof;      // without functions: documents say nothing of a log
    const ports::CountRegions& regions;  // an empty one: documents have no table of regions
    const ports::Signers& signers;       // without functions: documents do not say who signed which text
    files::FileStore& files;
    i18n::TimeZone zone;  // of days: "today"
};

}  // namespace delivery
