#include "features/representatives/port_service.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/check.h"
#include "features/representatives/office_store.h"
#include "models/ridings/shipped.h"
#include "people/store.h"
#include "platform/i18n/translator.h"

namespace representatives {
namespace {

using i18n::Translator;

constexpr std::array kHouses{RidingHouse::federal, RidingHouse::provincial, RidingHouse::municipal};

// Whose riding the query is about, with the towns of its wards.
std::vector<RidingId> with_towns(const PlaceTable& places, const std::vector<RidingId>& wanted) {
    std::vector<RidingId> all = wanted;
    for (const RidingId id : wanted)
        if (const auto town = places.towns.find(id); town != places.towns.end()) all.push_back(town->second);
    return all;
}

std::optional<Riding> riding_in(const Tables& tables, RidingId id) {
    const auto* const found = tables.places->find(id);
    return found == nullptr ? std::nullopt : std::optional{found->riding};
}

std::optional<ports::Representative> find_one(LiveTables& live, db::Read& read, RepresentativeId id,
                                              base::Locale locale) {
    const auto stored = store::find_holder(read, id);
    if (!stored) return std::nullopt;
    const auto tables = live.current(read);
    const auto* const riding = stored->holder.riding ? tables->places->find(*stored->holder.riding) : nullptr;
    return representative_of(*stored, riding, locale);
}

std::shared_ptr<const ports::RidingMap> map_in(const Tables& tables, const ports::RidingMapQuery& query) {
    static const auto kNone = std::make_shared<const ports::RidingMap>();
    const auto found = tables.boundaries->maps.find({query.house, query.province});
    return found == tables.boundaries->maps.end() ? kNone : found->second;
}

std::string sentence_of(const Translator& t, const Riding& riding) {
    if (riding.house == RidingHouse::federal)
        return t("By the postal code in the federal riding {name} ({code}).",
                 {{"name", riding.name(t.locale())}, {"code", riding.code}});
    return t("By the postal code in the provincial riding {name}.", {{"name", riding.name(t.locale())}});
}

}  // namespace

ports::FoundPlace look_up(const Tables& tables, const people::PostalCode& code) {
    const auto packed = ridings::pack(code.text());
    CHECK(packed.has_value());  // both know the same codes
    const auto listed = ridings::province_of_district(code.district());
    const auto province = listed ? people::province_of(*listed) : std::nullopt;
    ports::FoundPlace place{province.value_or(people::province_of(code)), {}};
    const auto found = tables.atlas->look_up(*packed);
    for (const RidingHouse house : kHouses) {
        ports::RidingsOfHouse of_house{house, {}};
        for (const std::int64_t key : found.at(static_cast<std::size_t>(house)))
            of_house.ridings.push_back(tables.places->find(RidingId{key})->riding);
        std::ranges::sort(of_house.ridings, {}, [](const Riding& riding) { return name_key(riding.name_en); });
        place.houses.push_back(std::move(of_house));
    }
    return place;
}

std::vector<ports::Representative> where(const Tables& tables, const ports::RepresentativeQuery& query) {
    const auto ridings = with_towns(*tables.places, query.ridings);
    std::vector<ports::Representative> found;
    for (const auto& each : tables.offices->in_order.at(static_cast<std::size_t>(query.locale))) {
        if (std::cmp_greater_equal(found.size(), query.limit)) break;
        if (query.office && each.office != *query.office) continue;
        if (query.province && each.province != query.province) continue;
        if (query.party && each.party != *query.party) continue;
        if (!ridings.empty() && (!each.riding || std::ranges::find(ridings, *each.riding) == ridings.end())) continue;
        found.push_back(each);
    }
    return found;
}

ports::Representatives port(LiveTables& tables) {
    return {.look_up = [&tables](db::Read& read,
                                 const people::PostalCode& code) { return look_up(*tables.current(read), code); },
            .riding = [&tables](db::Read& read, RidingId id) { return riding_in(*tables.current(read), id); },
            .where = [&tables](db::Read& read,
                               const ports::RepresentativeQuery& query) { return where(*tables.current(read), query); },
            .find = [&tables](db::Read& read, RepresentativeId id,
                              base::Locale locale) { return find_one(tables, read, id, locale); },
            .outlines = [&tables](db::Read& read,
                                  const ports::RidingMapQuery& query) { return map_in(*tables.current(read), query); }};
}

ports::FactProvider person_facts(LiveTables& tables) {
    return [&tables](db::Read& read, ports::PersonKey key, base::Locale locale) {
        std::vector<ports::PersonFact> facts;
        const auto person = people::find_person_by_address(read, key.address_hash);
        const auto code =
            person && person->country == "CA" ? people::PostalCode::parse(person->postal_code) : std::nullopt;
        if (!code) return facts;
        for (const auto& house : look_up(*tables.current(read), *code).houses)
            if (house.ridings.size() == 1 && house.house != RidingHouse::municipal)
                facts.push_back(
                    {person->changed_at, "representatives", sentence_of(Translator{locale}, house.ridings.front())});
        return facts;
    };
}

}  // namespace representatives
