// features/letters/target.h - to whom the letters of a campaign go, as data that people can read: "your own federal
// member; only in Ontario". Evaluated for each person by their ridings. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "people/office.h"
#include "people/place.h"
#include "ports/representatives.h"

namespace letters {

// own: who holds the offices of the person's own ridings. offices: everybody who holds one of these where the person
// lives (of the whole country where the office has no province). named: these, whoever writes. provinces and parties
// narrow own and offices down; none: any.
struct TargetRule {
    std::vector<ports::RidingHouse> own{};
    std::vector<people::Office> offices{};
    std::vector<people::Province> provinces{};
    std::vector<std::string> parties{};
    std::vector<ports::RepresentativeId> named{};
    bool operator==(const TargetRule&) const = default;
};

// One letter goes to at most so many.
inline constexpr std::size_t kMostRecipients = 12;

std::string_view name_of(ports::RidingHouse house);  // "federal", "provincial", "municipal"
base::Message own_label(ports::RidingHouse house);   // "Your member of the House of Commons"

// {"own":["federal"],"offices":["senator"],"provinces":["ON"],"parties":["..."],"named":[17]}; what is not known is
// passed over.
std::string to_json(const TargetRule& rule);
TargetRule target_of(std::string_view json);

// As typed by staff: parties one a line, representatives by their numbers, one a line.
struct TargetForm {
    std::vector<std::string> own, offices, provinces;
    std::string parties, named;
};
TargetForm form_of(const TargetRule& rule);
TargetRule read_target(const TargetForm& form);
// That it goes to nobody, or names something that is no number of a representative.
base::Problems problems_of(const TargetForm& form);

// Whether the person's ridings of this house have to be known.
bool asks_for(const TargetRule& rule, ports::RidingHouse house);
// Whether the place alone decides that nobody gets a letter from there.
bool leaves_out(const TargetRule& rule, people::Province province);
// Whether party and province fit. Vacant seats have no party.
bool fits(const TargetRule& rule, const ports::Representative& representative);

// Whose election concerns this office: "" the federal one, "ON" that of a province and its municipalities.
std::string region_of(const ports::Representative& representative);

}  // namespace letters
