// features/mosaic/seed.h - the demo's mosaic.
#pragma once
#include "features/mosaic/services.h"
#include "features/mosaic/studio_service.h"

namespace mosaic {

// Made of the demo's voices after its picture of a harbour, at once. Nothing where there is a mosaic, no such picture,
// or no voice with a photo.
void seed_demo(const Services& services, Studio& studio);

}  // namespace mosaic
