#include "app/version.h"

namespace app {

std::string_view version() { return ALLTOGETHER_VERSION; }

}  // namespace app
