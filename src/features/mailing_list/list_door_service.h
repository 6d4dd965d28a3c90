// features/mailing_list/list_door_service.h - people whom programs of partners bring: asked by mail, or vouched for.
#pragma once
#include "features/mailing_list/services.h"
#include "ports/list_door.h"

namespace mailing_list {

// `services` outlives it.
ports::ListDoor list_door(const Services& services);

}  // namespace mailing_list
