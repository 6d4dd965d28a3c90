// features/fraud_guard/services.h - what this slice needs from the rest of the program; app fills it.
#pragma once
#include "features/fraud_guard/guard_service.h"
#include "platform/runtime/config.h"
#include "ports/load_ladder.h"
#include "ports/page.h"

namespace fraud_guard {

struct Services {
    const runtime::Config::Limits& limits;
    const ports::PageFrames& frames;
    Guard& guard;
    const ports::LoadLadder& ladder;
};

}  // namespace fraud_guard
