// features/message_guides/port_service.h - what other slices get of guides: suggestions, marks, the panel, counting.
#pragma once
#include "features/message_guides/services.h"
#include "ports/message_guides.h"

namespace message_guides {

ports::MessageGuides port();

}  // namespace message_guides
