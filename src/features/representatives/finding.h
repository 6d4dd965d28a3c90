// features/representatives/finding.h - what somebody who looks for their representatives typed, and what was found.
// Pure.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "features/representatives/holder.h"

namespace representatives {

// Everything wrong with a postal code, under postal_code: nothing typed, a code of another country, none at all.
base::Problems problems_of_code(std::string_view typed);

// One house of what was found. choice: the riding that it is, or that the person said it is.
struct FoundHouse {
    RidingHouse house;
    std::vector<Riding> ridings;  // none: not known; several: the code spans them
    std::optional<Riding> choice{};
    std::vector<ports::Representative> representatives{};  // of the choice, who may be named now
    bool has_unnamed = false;                              // an election is near that concerns some
    bool is_by_middle = false;  // no list has the code: its middle lies within the outline of the riding
};

// What was typed and what came of it.
struct Finding {
    std::string postal_code{};  // as typed; "K1A 0B1" once it is understood
    base::Problems problems{};
    std::optional<Province> province{};  // absent: nothing was asked yet
    std::vector<FoundHouse> houses{};
    bool has_listed_district = true;  // Canada Post has codes that begin so ("K1A")

    bool is_known() const;  // any riding at all
};

// The riding that somebody chose of these, by its number as a form brings it; the only one where there is one.
std::optional<Riding> choice_among(const std::vector<Riding>& ridings, std::string_view typed);

}  // namespace representatives
