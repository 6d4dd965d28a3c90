// people/idle_people.h - people who never consented to anything, by how long nothing about them has changed.
#pragma once
#include <vector>

#include "base/instant.h"
#include "people/person.h"
#include "platform/db/transaction.h"

namespace people {

struct IdlePage {
    base::Instant changed_before;
    PersonId after{0};
    std::int64_t limit = 500;
};
// In the order of their ids. Neither erased nor merged ones.
std::vector<PersonId> idle_people(db::Read& read, const IdlePage& page);

}  // namespace people
