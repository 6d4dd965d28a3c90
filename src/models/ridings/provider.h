// models/ridings/provider.h - where ridings, offices, postal codes and boundaries come from: each format is a provider,
// and all of them read into the same plain rows. Pure: bytes in, rows out; nothing is fetched.
//
//     if (const auto* const provider = ridings::provider_of(bytes)) use(provider->read(bytes));
#pragma once
#include <span>
#include <string_view>

#include "base/problem.h"
#include "models/ridings/rows.h"

namespace ridings {

// What a file is a list of.
enum class Content : unsigned char { sets, ridings, representatives, postal_codes, boundaries };

class Provider {
public:
    virtual ~Provider() = default;
    virtual std::string_view key() const = 0;  // "csv_ridings"; unique, kept in logs
    virtual base::Message label() const = 0;   // "Ridings (CSV)"
    virtual Content content() const = 0;
    // Whether these bytes look like a file of this kind. At most one provider says so.
    virtual bool recognises(std::string_view bytes) const = 0;
    // All rows; whatever cannot be understood is a trouble. Never throws for what stands in the bytes.
    virtual Reading read(std::string_view bytes) const = 0;
};

// All there are, in the order in which staff see them.
std::span<const Provider* const> providers();
// Who recognises these bytes; nullptr: nobody.
const Provider* provider_of(std::string_view bytes);
const Provider* provider_named(std::string_view key);

// Whether a list writes so where nobody holds the seat: "Vacant", "VACANT SEAT", "Siège vacant", "Poste vacant".
bool says_vacant(std::string_view name);

// More rows than this are no list of one country's ridings, offices or postal codes.
inline constexpr std::size_t kMostRidings = 20'000, kMostRepresentatives = 20'000, kMostPostalRows = 3'000'000,
                             kMostBoundaries = 20'000;
// A page of Represent; GeoJSON and CSV may be larger.
inline constexpr std::size_t kLongestJson = std::size_t{16} << 20;

// One for each kind of file.
const Provider& csv_ridings();
const Provider& csv_representatives();
const Provider& csv_postal_codes();
const Provider& represent_representatives();
const Provider& represent_boundaries();
const Provider& represent_boundary_sets();
const Provider& represent_postal_code();
const Provider& geojson_boundaries();

}  // namespace ridings
