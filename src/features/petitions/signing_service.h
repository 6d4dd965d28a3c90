// features/petitions/signing_service.h - what this slice gives to slices that sign for people and read who signed.
#pragma once
#include "features/petitions/services.h"
#include "ports/signing.h"

namespace petitions {

// `services` outlives it.
ports::Signing signing(const Services& services);

}  // namespace petitions
