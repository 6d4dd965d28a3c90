// features/representatives/seed.h - invented representatives, towns and outlines for the demo. Nobody of them exists.
#pragma once
#include "platform/db/database.h"

namespace representatives {

// Somebody for every federal riding but one, which is vacant; two invented provincial divisions and a town with wards;
// postal codes that lie somewhere, one that spans two ridings, one that is found by its place alone. Does nothing where
// anybody is in office already.
void seed_demo(db::Database& database);

}  // namespace representatives
