// features/presentations/distance.h - how far it is from where a champion lives to where a group meets. Pure.
#pragma once
#include <optional>
#include <string_view>

#include "people/place.h"

namespace presentations {

struct Town {
    std::string_view name;  // as somebody typed it; what stands behind a comma does not matter
    people::Province province;
};

// From one town to the other.
struct Journey {
    Town from, to;
};

// As the crow flies, in whole kilometres (great circle on a sphere of 6,371.0088 km, the mean radius of the IUGG); 0
// where both are the same town. nullopt where one of them is not in data/places/towns and the names differ: nobody
// knows then, and nobody guesses. Case, accents, hyphens and "St." for "Saint" do not matter.
std::optional<int> kilometres_of(const Journey& journey);

}  // namespace presentations
