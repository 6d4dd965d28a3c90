// features/supporters/search.h - how a typed name becomes ranges of sorted names. Pure.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "people/person.h"

namespace supporters {

// Whose names are walked through in order.
enum class Lead : unsigned char { family, given };

// One reading of what was typed: beginnings of the folded names, and which of the two narrows the search most.
struct Reading {
    std::string family, given;
    Lead lead = Lead::family;
    bool operator==(const Reading&) const = default;
};

// Every reading of up to four words: all of them the beginning of the family name, or of the given name, or the first
// ones the given and the others the family name, or the other way round. "van dyke" finds Van Dyke, and Dyke, Van.
// Nothing typed: one reading that everybody meets. Of more than four words only the first four count.
std::vector<Reading> readings_of(std::string_view typed);

bool meets(const Reading& reading, const people::NameKeys& keys);

}  // namespace supporters
