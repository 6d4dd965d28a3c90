// people/person_row.h - how a row of the table of people is read; for people's own stores.
#pragma once
#include "people/person.h"
#include "platform/db/connection.h"

namespace people {

// The columns in this order: id, address_hash, email, given_name, family_name, locale, country, postal_code, place,
// province, first_seen_at, changed_at, erased_at, level_id, riding, merged_into.
Person read_person_row(const db::Row& row);

}  // namespace people
