#include "features/representatives/tables_service.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "features/representatives/office_store.h"
#include "platform/runtime/log.h"

namespace representatives {
namespace {

constexpr int kMapWidth = 1'000;

bool is_in_force(const PlaceTable& places, const StoredRiding& stored) {
    const auto set = std::ranges::find(places.sets, stored.riding.set, &RidingSet::slug);
    return !stored.gone_at && set != places.sets.end() && !set->retired_at;
}

void find_towns(PlaceTable& places) {
    std::map<std::pair<Province, std::string>, RidingId> municipal;
    for (const RidingId id : places.in_force) {
        const Riding& riding = places.ridings.at(id).riding;
        if (riding.house == RidingHouse::municipal) municipal.emplace(std::pair{riding.province, riding.code}, id);
    }
    for (const RidingId id : places.in_force) {
        const StoredRiding& ward = places.ridings.at(id);
        if (ward.within.empty()) continue;
        const auto town = municipal.find({ward.riding.province, ward.within});
        if (town != municipal.end() && town->second != id) places.towns.emplace(id, town->second);
    }
}

std::shared_ptr<const ridings::PostalTable> read_codes(db::Read& read, const PlaceTable& places) {
    std::map<std::pair<std::string_view, std::string_view>, RidingId> by_code;
    for (const RidingId id : places.in_force) {
        const Riding& riding = places.ridings.at(id).riding;
        by_code.emplace(std::pair<std::string_view, std::string_view>{riding.set, riding.code}, id);
    }
    std::vector<ridings::Membership> memberships;
    store::each_code(read, [&](const store::StoredCode& stored) {
        for (const std::string& code : stored.ridings)
            if (const auto found = by_code.find({stored.set, code}); found != by_code.end())
                memberships.push_back({stored.code, found->second.value});
    });
    std::vector<ridings::CodePoint> points;
    for (const auto& [code, point] : store::points(read)) points.push_back({code, point});
    return std::make_shared<const ridings::PostalTable>(std::move(memberships), std::move(points));
}

std::shared_ptr<const PlaceTable> read_places(db::Read& read) {
    auto places = std::make_shared<PlaceTable>();
    places->sets = store::sets(read);
    for (StoredRiding& each : store::ridings(read)) {
        if (is_in_force(*places, each)) places->in_force.push_back(each.riding.id);
        places->ridings.emplace(each.riding.id, std::move(each));
    }
    std::ranges::sort(places->in_force, {}, [&](RidingId id) {
        const Riding& riding = places->ridings.at(id).riding;
        return std::tuple{riding.house, riding.province, name_key(riding.name_en), id};
    });
    find_towns(*places);
    places->codes = read_codes(read, *places);
    return places;
}

// A shape of a riding of today.
struct KnownShape {
    const Riding* riding;
    ridings::Shape shape;
};

std::shared_ptr<const ports::RidingMap> map_of(const std::vector<KnownShape>& shapes, RidingHouse house,
                                               std::optional<Province> province) {
    std::vector<ridings::NamedShape> chosen;
    for (const KnownShape& each : shapes)
        if (each.riding->house == house && (!province || each.riding->province == *province))
            chosen.push_back({each.riding->id.value, &each.shape});
    const auto drawn = ridings::outlines(chosen, kMapWidth);
    auto map = std::make_shared<ports::RidingMap>();
    map->width = drawn.width;
    map->height = drawn.height;
    for (const auto& each : drawn.outlines) map->outlines.push_back({RidingId{each.key}, each.path});
    return map;
}

std::shared_ptr<const BoundaryTable> read_boundaries(db::Read& read, const PlaceTable& places) {
    const std::set<RidingId> in_force(places.in_force.begin(), places.in_force.end());
    std::vector<KnownShape> shapes;
    store::each_boundary(read, [&](const store::StoredBoundary& stored) {
        if (!in_force.contains(stored.riding)) return;
        if (auto shape = ridings::unpacked(stored.shape); shape && !shape->empty())
            shapes.push_back({&places.ridings.at(stored.riding).riding, *std::move(shape)});
    });
    std::vector<ridings::NamedShape> named;
    std::set<std::pair<RidingHouse, std::optional<Province>>> wanted;
    for (const KnownShape& each : shapes) {
        named.push_back({each.riding->id.value, &each.shape});
        wanted.emplace(each.riding->house, std::nullopt);
        wanted.emplace(each.riding->house, each.riding->province);
    }
    auto table = std::make_shared<BoundaryTable>();
    table->index = std::make_shared<const ridings::BoundaryIndex>(named);
    for (const auto& [house, province] : wanted) table->maps[{house, province}] = map_of(shapes, house, province);
    return table;
}

std::shared_ptr<const OfficeTable> read_offices(db::Read& read, const PlaceTable& places) {
    auto table = std::make_shared<OfficeTable>();
    const auto stored = store::holders(read);
    for (const base::Locale locale : base::kLocales) {
        using Key = std::tuple<Office, std::optional<Province>, std::string, std::string, RepresentativeId>;
        std::vector<std::pair<Key, ports::Representative>> keyed;
        for (const StoredHolder& each : stored) {
            auto seen =
                representative_of(each, each.holder.riding ? places.find(*each.holder.riding) : nullptr, locale);
            Key key{seen.office, seen.province, name_key(seen.place), name_key(seen.name), seen.id};
            keyed.emplace_back(std::move(key), std::move(seen));
        }
        std::ranges::sort(keyed, {}, [](const auto& each) -> const Key& { return each.first; });
        auto& list = table->in_order.at(static_cast<std::size_t>(locale));
        for (auto& each : keyed) list.push_back(std::move(each.second));
    }
    return table;
}

std::shared_ptr<const ridings::Atlas> atlas_of(const PlaceTable& places, const BoundaryTable& boundaries) {
    std::vector<ridings::AtlasRiding> all;
    for (const RidingId id : places.in_force) {
        const auto town = places.towns.find(id);
        all.push_back({id.value, static_cast<std::size_t>(places.ridings.at(id).riding.house),
                       town == places.towns.end() ? 0 : town->second.value});
    }
    return std::make_shared<const ridings::Atlas>(std::move(all), places.codes, boundaries.index);
}

std::shared_ptr<const Tables> read_tables(db::Read& read, const store::Versions& versions, const Tables* before) {
    auto tables = std::make_shared<Tables>();
    tables->versions = versions;
    const bool same_places = before != nullptr && before->versions.places == versions.places;
    const bool same_offices = same_places && before->versions.offices == versions.offices;
    tables->places = same_places ? before->places : read_places(read);
    // Other postal codes among the same ridings leave the boundaries, which are costly, as they are.
    const bool same_boundaries = before != nullptr && before->versions.boundaries == versions.boundaries &&
                                 before->places->in_force == tables->places->in_force;
    tables->boundaries = same_boundaries ? before->boundaries : read_boundaries(read, *tables->places);
    tables->offices = same_offices ? before->offices : read_offices(read, *tables->places);
    tables->atlas = same_places && same_boundaries ? before->atlas : atlas_of(*tables->places, *tables->boundaries);
    return tables;
}

bool is_behind(const store::Versions& have, const store::Versions& wanted) {
    return have.places < wanted.places || have.boundaries < wanted.boundaries || have.offices < wanted.offices;
}

}  // namespace

const StoredRiding* PlaceTable::find(RidingId id) const {
    const auto found = ridings.find(id);
    return found == ridings.end() ? nullptr : &found->second;
}

ports::Representative representative_of(const StoredHolder& stored, const StoredRiding* riding, base::Locale locale) {
    const Holder& holder = stored.holder;
    std::string place = locale == base::Locale::english ? holder.place_en : holder.place_fr;
    return {.id = stored.id,
            .office = holder.office,
            .seat = holder.seat,
            .province = holder.province ? holder.province
                        : riding        ? std::optional{riding->riding.province}
                                        : std::nullopt,
            .riding = holder.riding,
            .place = riding ? riding->riding.name(locale) : std::move(place),
            .name = holder.name,
            .party = holder.party,
            .website = holder.website,
            .email = base::EmailAddress::parse(holder.email),
            .addresses = holder.addresses,
            .source = holder.source,
            .as_of = holder.as_of};
}

std::shared_ptr<const Tables> LiveTables::known(const store::Versions& wanted) {
    const std::scoped_lock lock{mutex_};
    return tables_ && !is_behind(tables_->versions, wanted) ? tables_ : nullptr;
}

std::shared_ptr<const Tables> LiveTables::current(db::Read& read) {
    const auto wanted = store::versions(read);
    if (auto tables = known(wanted)) return tables;
    const std::scoped_lock building{building_};
    if (auto tables = known(wanted)) return tables;
    std::shared_ptr<const Tables> before;
    {
        const std::scoped_lock lock{mutex_};
        before = tables_;
    }
    auto tables = read_tables(read, wanted, before.get());
    const std::scoped_lock lock{mutex_};
    tables_ = tables;
    return tables;
}

}  // namespace representatives
