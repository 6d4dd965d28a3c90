// features/petition_record/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "ports/page.h"
#include "ports/petitions.h"
#include "ports/section_cache.h"

namespace petition_record {

struct Services {
    const ports::PageFrames& frames;
    const ports::PetitionReader& petitions;
    ports::SectionCache& sections;
};

}  // namespace petition_record
