// models/ridings/atlas.h - postal codes, ridings and boundaries in memory: whose a postal code is. Each part never
// changes once it is made, so that parts are shared between states and read from all threads.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "models/ridings/boundary_index.h"
#include "models/ridings/postal_code.h"

namespace ridings {

inline constexpr std::size_t kHouses = 3;  // federal, provincial, municipal

// A riding of today's division. key is positive.
struct AtlasRiding {
    std::int64_t key;
    std::size_t house;        // 0, 1, 2
    std::int64_t within = 0;  // the municipality that a ward is part of; 0: of none
};

// That a postal code lies in a riding.
struct Membership {
    PackedCode code;
    std::int64_t riding;
    auto operator<=>(const Membership&) const = default;
};
struct CodePoint {
    PackedCode code;
    GeoPoint point;
};

// Which codes lie where: sorted, so that a look-up halves a table of a million some twenty times.
class PostalTable {
public:
    PostalTable() = default;
    PostalTable(std::vector<Membership> memberships, std::vector<CodePoint> points);

    std::span<const Membership> memberships_of(PackedCode code) const;
    std::optional<GeoPoint> point_of(PackedCode code) const;
    std::size_t size() const { return memberships_.size(); }

private:
    std::vector<Membership> memberships_;
    std::vector<CodePoint> points_;
};

class Atlas {
public:
    Atlas(std::vector<AtlasRiding> ridings, std::shared_ptr<const PostalTable> codes,
          std::shared_ptr<const BoundaryIndex> boundaries);

    // The keys of the ridings of each house, in growing order: none, one, or several where the code spans them. What a
    // concordance says of a house goes before the code's point in the boundaries. A municipality is left out where one
    // of its wards is found. Ridings that the atlas does not have are passed over.
    using Found = std::array<std::vector<std::int64_t>, kHouses>;
    Found look_up(PackedCode code) const;

    // The same for a place.
    Found look_up(GeoPoint point) const;

private:
    const AtlasRiding* find(std::int64_t key) const;
    void add(Found& found, std::int64_t key) const;
    void leave_out_towns(Found& found) const;

    std::vector<AtlasRiding> ridings_;  // by key
    std::shared_ptr<const PostalTable> codes_;
    std::shared_ptr<const BoundaryIndex> boundaries_;
};

}  // namespace ridings
