// platform/db/dialect.h - parts of a migration that are for one of the databases alone, such as full-text indexes.
//
//     -- only sqlite
//     create virtual table ...
//     -- only postgres
//     create index ... using gin ...
//     -- both
#pragma once
#include <string>
#include <string_view>

#include "platform/db/connection.h"

namespace db {

// The lines of `definitions` that are for this database, in their order. A line "-- only sqlite", "-- only postgres" or
// "-- both" says for whom those behind it are; those before the first are for both. Such parts make no table and no
// column that `copy` would have to carry over: what they hold follows from the tables.
std::string definitions_for(Location::Kind kind, std::string_view definitions);

}  // namespace db
