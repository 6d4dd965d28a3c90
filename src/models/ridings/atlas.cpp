#include "models/ridings/atlas.h"

#include <algorithm>

#include "base/check.h"

namespace ridings {

PostalTable::PostalTable(std::vector<Membership> memberships, std::vector<CodePoint> points)
    : memberships_(std::move(memberships)), points_(std::move(points)) {
    std::ranges::sort(memberships_);
    memberships_.erase(std::ranges::unique(memberships_).begin(), memberships_.end());
    std::ranges::sort(points_, {}, &CodePoint::code);
}

std::span<const Membership> PostalTable::memberships_of(PackedCode code) const {
    const auto [first, last] = std::ranges::equal_range(memberships_, code, {}, &Membership::code);
    return {first, last};
}

std::optional<GeoPoint> PostalTable::point_of(PackedCode code) const {
    const auto found = std::ranges::lower_bound(points_, code, {}, &CodePoint::code);
    if (found == points_.end() || found->code != code) return std::nullopt;
    return found->point;
}

Atlas::Atlas(std::vector<AtlasRiding> ridings, std::shared_ptr<const PostalTable> codes,
             std::shared_ptr<const BoundaryIndex> boundaries)
    : ridings_(std::move(ridings)), codes_(std::move(codes)), boundaries_(std::move(boundaries)) {
    CHECK(codes_ && boundaries_);
    std::ranges::sort(ridings_, {}, &AtlasRiding::key);
}

const AtlasRiding* Atlas::find(std::int64_t key) const {
    const auto found = std::ranges::lower_bound(ridings_, key, {}, &AtlasRiding::key);
    return found == ridings_.end() || found->key != key ? nullptr : &*found;
}

void Atlas::add(Found& found, std::int64_t key) const {
    if (const auto* const riding = find(key)) found.at(riding->house).push_back(key);
}

void Atlas::leave_out_towns(Found& found) const {
    for (auto& keys : found) {
        std::vector<std::int64_t> towns;
        for (const std::int64_t key : keys)
            if (const std::int64_t within = find(key)->within; within != 0) towns.push_back(within);
        std::erase_if(keys, [&](std::int64_t key) { return std::ranges::find(towns, key) != towns.end(); });
    }
}

Atlas::Found Atlas::look_up(PackedCode code) const {
    Found found;
    for (const Membership& each : codes_->memberships_of(code)) add(found, each.riding);
    const bool is_complete = std::ranges::none_of(found, [](const auto& keys) { return keys.empty(); });
    if (!is_complete && boundaries_->size() > 0)
        if (const auto point = codes_->point_of(code)) {
            Found here = look_up(*point);
            for (std::size_t house = 0; house < kHouses; ++house)
                if (found[house].empty()) found[house] = std::move(here[house]);
        }
    leave_out_towns(found);
    return found;
}

Atlas::Found Atlas::look_up(GeoPoint point) const {
    Found found;
    for (const std::int64_t key : boundaries_->holding(point)) add(found, key);
    leave_out_towns(found);
    return found;
}

}  // namespace ridings
