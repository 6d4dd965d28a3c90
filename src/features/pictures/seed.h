// features/pictures/seed.h - the pictures of the demo.
#pragma once
#include "features/pictures/jobs.h"

namespace pictures {

// Posters that this program draws, with their words in both languages; made at once, so that the demo begins with
// them. Nothing where there are pictures already.
void seed_demo(const Bench& bench);

}  // namespace pictures
