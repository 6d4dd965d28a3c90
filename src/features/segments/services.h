// features/segments/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "platform/runtime/config.h"
#include "ports/page.h"
#include "ports/person_actions.h"

namespace segments {

struct Services {
    const runtime::Config& config;
    const ports::PageFrames& frames;
    const ports::PersonActions& actions;
};

}  // namespace segments
