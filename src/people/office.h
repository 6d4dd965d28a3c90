// people/office.h - the offices that politicians hold or run for. Pure.
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "base/problem.h"

namespace people {

// none: of whoever is no politician.
enum class Office : unsigned char { none, mp, senator, provincial, mayor, councillor, trustee, first_nation, other };

inline constexpr std::array kOffices{Office::mp,         Office::senator, Office::provincial,   Office::mayor,
                                     Office::councillor, Office::trustee, Office::first_nation, Office::other};

// "mp", "senator", "provincial", "mayor", "councillor", "trustee", "first_nation", "other"; "" for none. As in forms,
// tables, files and exports.
std::string_view name_of(Office office);
std::optional<Office> office_of(std::string_view name);  // nullopt for "" and any other word
base::Message label_of(Office office);                   // "Member of Parliament"; of none that of other

// Of the Parliament of Canada: a federal election concerns it.
constexpr bool is_federal(Office office) { return office == Office::mp || office == Office::senator; }

}  // namespace people
