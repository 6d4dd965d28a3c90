// features/petition_record/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "features/petition_record/section_cache_service.h"
#include "ports/page.h"
#include "ports/petitions.h"

namespace petition_record {

struct Services {
    const ports::PageFrames& frames;
    const ports::PetitionReader& petitions;
    SectionCache& sections;
};

}  // namespace petition_record
