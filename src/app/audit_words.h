// app/audit_words.h - what the audit log calls the deeds of the slices.
#pragma once
#include <vector>

#include "features/accounts/services.h"

namespace app {

// Each stands between who did it and what it was done to: "Amélie Roy [published] library-hours".
std::vector<accounts::ActionWord> audit_words();

}  // namespace app
