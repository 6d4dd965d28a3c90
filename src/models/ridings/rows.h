// models/ridings/rows.h - what every format of ridings, offices, postal codes and boundaries is read into: plain rows,
// and what was wrong with the file, line by line.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "models/ridings/postal_code.h"
#include "models/ridings/shape.h"

namespace ridings {

// A set of ridings as a publisher has it: "federal-electoral-districts".
struct SetRow {
    std::uint64_t line;
    std::string boundary_set, name;
    std::string domain;  // "Canada", "Ontario", "Mississauga, ON"
};

// An electoral district, a municipality or a ward of one. line: where it stands in the file, from 1.
struct RidingRow {
    std::uint64_t line;
    std::string code;              // "35075"; never empty
    std::string province;          // "ON"; empty: that of the whole file
    std::string name_en, name_fr;  // neither is empty: where only one is given, it is both
    std::string within{};          // code of the municipality that a ward is part of
    std::string boundary_set{};    // of which set, as the publisher calls it; empty: that of the whole file
};

// A way to reach an office.
struct AddressRow {
    std::string kind;  // "legislature", "constituency"
    std::string telephone, fax, postal;
    bool operator==(const AddressRow&) const = default;
};

// Who holds an office, or that nobody does.
struct RepresentativeRow {
    std::uint64_t line;
    std::string office;          // "mp", "provincial", ... (people/office.h); empty: that of the whole file
    std::string province{};      // "ON"; empty: that of the whole file
    std::string code{};          // of the riding, where the file has it
    std::string place{};         // the name of riding, ward or town
    std::string boundary_set{};  // of which set that riding is, as the publisher calls it; empty: that of the file
    std::string name{};          // empty: the seat is vacant
    std::string party{}, website{}, email{};
    std::vector<AddressRow> addresses{};
    std::string source{};  // of this row; empty: that of the whole file
};

// That a postal code lies in a riding; several of one code: it spans them. riding: a position in Reading::riding_names.
struct MembershipRow {
    std::uint32_t line;
    PackedCode code;
    std::uint32_t riding;
};
struct RidingName {
    std::string boundary_set, code;
    std::string name{};  // as the file has it; may be empty
    auto operator<=>(const RidingName&) const = default;
};
// Where the middle of a postal code is.
struct CodePointRow {
    std::uint32_t line;
    PackedCode code;
    GeoPoint point;
};

// The outline of a riding.
struct BoundaryRow {
    std::uint64_t line;      // the feature's number in the file, from 1
    std::string code, name;  // one of them may be empty
    Shape shape;
};

// A line that cannot be taken in, and why. detail: what stands there, shortened; empty where the whole line is meant.
struct RowTrouble {
    std::uint64_t line;
    std::string detail;
    base::Message why;
};

// What was read of one file. Rows of one kind, or, of a postal code that was looked up, of several.
struct Reading {
    std::vector<SetRow> sets{};
    std::vector<RidingRow> ridings{};
    std::vector<RepresentativeRow> representatives{};
    std::vector<RidingName> riding_names{};  // that memberships name
    std::vector<MembershipRow> memberships{};
    std::vector<CodePointRow> points{};
    std::vector<BoundaryRow> boundaries{};
    std::vector<RowTrouble> troubles{};      // the first kMostTroubles; any forbids to take the file in
    std::int64_t more_troubles = 0;          // that are not listed
    std::optional<std::int64_t> of_total{};  // a page of a longer list: how long that is

    bool is_sound() const { return troubles.empty(); }
};

inline constexpr std::size_t kMostTroubles = 200;

// Notes it; its detail is cut to a readable length.
void add_trouble(Reading& reading, RowTrouble trouble);

}  // namespace ridings
