// features/voices/seed.h - a demo's wall: invented people in both languages, drawn by this program.
#pragma once
#include "features/voices/jobs.h"

namespace voices {

// Nothing where there are voices already.
void seed_demo(const Bench& bench);

}  // namespace voices
