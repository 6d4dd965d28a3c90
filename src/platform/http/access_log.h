// platform/http/access_log.h - one line for a finished request.
#pragma once
#include "platform/http/server.h"

namespace http {

// Level info, warning from status 500. The pattern of the route stands for the path, which may hold a secret link; the
// address is cut to its network.
void log_access(const AccessRecord& record);

}  // namespace http
