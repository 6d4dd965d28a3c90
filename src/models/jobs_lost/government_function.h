// models/jobs_lost/government_function.h - what governments do, by the Canadian Classification of Functions of
// Government (CCOFOG), and what kind of spending is cut.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "base/problem.h"

namespace jobs_lost {

// payroll: staff are let go, what they worked with is bought as before. mixed: the service as it is, staff and all that
// it buys. purchases: less is bought from businesses. capital: less is built. transfers: less is paid to persons.
enum class Kind : unsigned char { payroll, mixed, purchases, capital, transfers };

inline constexpr Kind kKinds[] = {Kind::payroll, Kind::mixed, Kind::purchases, Kind::capital, Kind::transfers};

std::string_view slug_of(Kind kind);  // "payroll"
std::optional<Kind> kind_of(std::string_view slug);
base::Message name_of(Kind kind);         // "Staff"
base::Message description_of(Kind kind);  // one sentence

// Groups of a menu.
enum class FunctionGroup : unsigned char { everything, health, education, social, community, government, building };
base::Message name_of(FunctionGroup group);

// One function of government. All are constants of the program; compare by slug.
struct GovernmentFunction {
    std::string_view slug;  // "hospitals"
    FunctionGroup group;
    base::Message name;         // "Hospitals"
    base::Message description;  // one sentence: what belongs to it
    std::string_view ccofog;    // codes whose spending it is, by spaces: "7073"; "" where spending is not known apart
    Kind usual_kind;            // what a cut means where nothing else is said
};

// In the order of a menu: groups together, `all` first.
std::span<const GovernmentFunction> government_functions();
// nullptr for an unknown slug.
const GovernmentFunction* function_of(std::string_view slug);

}  // namespace jobs_lost
