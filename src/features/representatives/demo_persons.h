// features/representatives/demo_persons.h - names that somebody could have. INVENTED for the demo: any likeness to a
// person who holds an office is chance.
#pragma once
#include <cstddef>
#include <string>

namespace representatives {

struct InventedPerson {
    std::string name, mailbox, party;  // mailbox: "anna.kowalchuk", what stands before the @
};

// The same for the same number, whatever else is asked; French names in the ridings of Quebec and New Brunswick more
// often than elsewhere.
enum class NameOrigin : unsigned char { english, french };
InventedPerson invented_person(std::size_t number, NameOrigin origin);

}  // namespace representatives
