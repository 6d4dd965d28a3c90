// features/petitions/signers_service.h - the port through which other slices reach the signers of petitions.
#pragma once
#include "ports/signers.h"

namespace petitions {

ports::Signers signers();

}  // namespace petitions
