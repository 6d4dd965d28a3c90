#include "features/representatives/seed.h"

#include <array>
#include <map>

#include "base/check.h"
#include "features/representatives/demo_boundaries.h"
#include "features/representatives/demo_persons.h"
#include "features/representatives/office_store.h"
#include "features/representatives/place_store.h"
#include "features/representatives/shipped_service.h"
#include "models/ridings/shipped.h"

namespace representatives {
namespace {

constexpr std::string_view kStaff = "demo";
constexpr const char* kSource = "Demo / Démo";
constexpr const char* kAsOf = "2026-11-02";
constexpr std::string_view kVacantSeat = "47011";

struct InventedSet {
    const char* slug;
    RidingHouse house;
    Province province;
    const char *name_en, *name_fr;
};
constexpr std::array kSets{
    InventedSet{"ontario-demo", RidingHouse::provincial, Province::on, "Ridings of Ontario (invented)",
                "Circonscriptions de l’Ontario (inventées)"},
    InventedSet{"nova-scotia-demo", RidingHouse::provincial, Province::ns, "Ridings of Nova Scotia (invented)",
                "Circonscriptions de la Nouvelle-Écosse (inventées)"},
    InventedSet{"port-ellery-demo", RidingHouse::municipal, Province::ns, "Port Ellery and its wards (invented)",
                "Port Ellery et ses quartiers (inventés)"}};

struct InventedRiding {
    std::string_view set, code, name_en, name_fr, within;
};
constexpr std::array kRidings{InventedRiding{"ontario-demo", "on-1", "Rideau Vale", "Rideau Vale", ""},
                              InventedRiding{"ontario-demo", "on-2", "Canal—Glebe Park", "Canal—Parc-Glebe", ""},
                              InventedRiding{"ontario-demo", "on-3", "Queen’s Wharf", "Queen’s Wharf", ""},
                              InventedRiding{"ontario-demo", "on-4", "College Green", "College Green", ""},
                              InventedRiding{"nova-scotia-demo", "ns-1", "Salt Coast", "Côte-du-Sel", ""},
                              InventedRiding{"nova-scotia-demo", "ns-2", "Ellery Basin", "Bassin-Ellery", ""},
                              InventedRiding{"port-ellery-demo", "pe", "Port Ellery", "Port Ellery", ""},
                              InventedRiding{"port-ellery-demo", "pe-1", "Ward 1, Harbour", "Quartier 1, Port", "pe"},
                              InventedRiding{"port-ellery-demo", "pe-2", "Ward 2, Hill", "Quartier 2, Colline", "pe"},
                              InventedRiding{"port-ellery-demo", "pe-3", "Ward 3, Mills", "Quartier 3, Moulins", "pe"}};

// Those of the demo of the pledge, in the ridings that they have here.
struct InventedMember {
    std::string_view set, code, name, party, mailbox;
};
constexpr std::array kInventedMembers{
    InventedMember{"federal-2023", "24037", "Geneviève Marchand", "Parti des érables", "genevieve.marchand"},
    InventedMember{"federal-2023", "12010", "Harold Pike", "Lighthouse Party", "harold.pike"},
    InventedMember{"federal-2023", "35079", "Susan Okafor", "Maple Party", "susan.okafor"}};

// Offices of places without a riding here.
struct InventedOffice {
    Office office;
    Province province;
    std::string_view place, name, party, email;
};
constexpr std::array kInventedOffices{
    InventedOffice{Office::provincial, Province::nb, "Larch River", "Réjean Doucet", "Maple Party",
                   "rejean.doucet@leg.example.org"},
    InventedOffice{Office::provincial, Province::nu, "Inlet South", "Alice Tootoo", "", "alice.tootoo@leg.example.org"},
    InventedOffice{Office::provincial, Province::ab, "Prairie Bend", "Peter Voss", "Wheatland Alliance", ""},
    InventedOffice{Office::mayor, Province::qc, "Val-Clair", "Mireille Roy", "", "mairie@val-clair.example.org"},
    InventedOffice{Office::councillor, Province::sk, "Cold Lake Flats", "Dan Whitecap", "",
                   "d.whitecap@coldlakeflats.example.org"}};

// Where postal codes of the demo lie, which is invented as well.
struct InventedCode {
    std::string_view code, set;
    std::array<std::string_view, 2> ridings;
};
constexpr std::array kInventedCodes{InventedCode{"B0J 1A0", "federal-2023", {"12010", ""}},
                                    InventedCode{"B0J 1A0", "nova-scotia-demo", {"ns-1", ""}},
                                    InventedCode{"B0J 1A0", "port-ellery-demo", {"pe-1", "pe"}},
                                    InventedCode{"B0J 1B0", "federal-2023", {"12010", ""}},
                                    InventedCode{"B0J 1B0", "nova-scotia-demo", {"ns-1", "ns-2"}},
                                    InventedCode{"B0J 1B0", "port-ellery-demo", {"pe-2", "pe-3"}},
                                    InventedCode{"K1A 0A1", "federal-2023", {"35079", ""}},
                                    InventedCode{"K1A 0A1", "ontario-demo", {"on-1", ""}},
                                    InventedCode{"K1A 0B1", "federal-2023", {"35079", ""}},
                                    InventedCode{"K1A 0B1", "ontario-demo", {"on-2", ""}},
                                    InventedCode{"M5V 2T6", "federal-2023", {"35100", "35112"}},  // spans two
                                    InventedCode{"M5V 2T6", "ontario-demo", {"on-3", ""}},
                                    InventedCode{"H2X 1Y4", "federal-2023", {"24037", ""}},
                                    InventedCode{"S7K 0J5", "federal-2023", {"47011", ""}}};  // whose seat is vacant

// Found by its place alone, in an outline.
constexpr std::string_view kPlacedCode = "T2P 1J9";
constexpr ridings::GeoPoint kPlace{-1'140'750'000, 510'225'000};

using Known = std::map<std::pair<std::string, std::string>, StoredRiding>;

void seed_places(db::Write& write) {
    for (const auto& set : kSets)
        store::keep_set(write,
                        {.slug = set.slug,
                         .house = set.house,
                         .province = set.province,
                         .name_en = set.name_en,
                         .name_fr = set.name_fr,
                         .boundary_set = set.slug},
                        kStaff);
    for (const auto& each : kRidings) {
        const auto set = store::find_set(write, each.set);
        store::keep_riding(write, {.riding = {.id = RidingId{0},
                                              .house = set->house,
                                              .province = *set->province,
                                              .code = std::string{each.code},
                                              .set = set->slug,
                                              .name_en = std::string{each.name_en},
                                              .name_fr = std::string{each.name_fr}},
                                   .within = std::string{each.within},
                                   .source = kSource,
                                   .as_of = kAsOf});
    }
}

void seed_codes(db::Write& write) {
    std::map<std::string_view, store::CodesOfSet> of_sets;
    for (const InventedCode& each : kInventedCodes)
        for (const auto riding : each.ridings)
            if (!riding.empty()) of_sets[each.set][*ridings::pack(each.code)].emplace_back(riding);
    for (const auto& [set, codes] : of_sets) {
        std::vector<ridings::PackedCode> changed;
        for (const auto& each : codes) changed.push_back(each.first);
        store::keep_codes(write, {set, codes, changed});
    }
    const auto placed = *ridings::pack(kPlacedCode);
    store::keep_points(write, {{placed, kPlace}}, {placed});
}

void seed_boundaries(db::Write& write, const Known& known) {
    for (const auto& each : invented_boundaries()) {
        const auto riding = known.find({std::string{ridings::kFederalSet}, std::string{each.code}});
        CHECK(riding != known.end());
        store::keep_boundary(write, {riding->second.riding.id, ridings::packed(each.shape),
                                     static_cast<std::int64_t>(ridings::count_points(each.shape)), kSource, kAsOf});
    }
}

Office office_in(const Riding& riding) {
    if (riding.house == RidingHouse::federal) return Office::mp;
    if (riding.house == RidingHouse::provincial) return Office::provincial;
    return riding.code == "pe" ? Office::mayor : Office::councillor;
}

std::string domain_of(RidingHouse house) {
    if (house == RidingHouse::federal) return "parl.example.org";
    return house == RidingHouse::provincial ? "leg.example.org" : "port-ellery.example.org";
}

std::vector<ports::OfficeAddress> addresses_in(const Riding& riding, std::size_t number) {
    const std::string line = std::to_string(100 + number % 100);
    if (riding.house == RidingHouse::federal)
        return {{"legislature", "613-555-0" + line, "", "Ottawa ON  K1A 0A6"},
                {"constituency", "1-800-555-0" + line, "", ""}};
    return {{"legislature", "1-800-555-0" + line, "", ""}};
}

Holder invented_holder(const Riding& riding, std::size_t number) {
    Holder holder{.office = office_in(riding), .province = riding.province, .riding = riding.id};
    holder.set = riding.set;
    holder.source = kSource;
    holder.as_of = kAsOf;
    if (riding.code == kVacantSeat) {
        holder.seat = Seat::vacant;
        return holder;
    }
    const bool is_french = riding.province == Province::qc || (riding.province == Province::nb && number % 2 == 0);
    const auto person = invented_person(number, is_french ? NameOrigin::french : NameOrigin::english);
    holder.name = person.name;
    holder.party = riding.house == RidingHouse::municipal ? std::string{} : person.party;
    holder.email = person.mailbox + "." + riding.code + "@" + domain_of(riding.house);
    holder.addresses = addresses_in(riding, number);
    for (const InventedMember& each : kInventedMembers)
        if (each.set == riding.set && each.code == riding.code) {
            holder.name = each.name;
            holder.party = each.party;
            holder.email = std::string{each.mailbox} + "@" + domain_of(riding.house);
        }
    return holder;
}

void seed_offices(db::Write& write, const Known& known) {
    std::vector<Holder> all;
    for (const auto& each : known) all.push_back(invented_holder(each.second.riding, all.size()));
    for (const InventedOffice& each : kInventedOffices) {
        Holder holder{.office = each.office, .province = each.province};
        holder.place_en = holder.place_fr = each.place;
        holder.name = each.name;
        holder.party = each.party;
        holder.email = each.email;
        holder.source = kSource;
        holder.as_of = kAsOf;
        all.push_back(std::move(holder));
    }
    store::add_holders(write, all, kStaff);
}

}  // namespace

void seed_demo(db::Database& database) {
    database.write([](db::Write& write) {
        if (!store::holders(write).empty()) return;
        seed_places(write);
        seed_codes(write);
        Known known;
        for (StoredRiding& each : store::ridings(write)) {
            std::pair key{each.riding.set, each.riding.code};
            known.emplace(std::move(key), std::move(each));
        }
        seed_boundaries(write, known);
        seed_offices(write, known);
        store::places_changed(write);
        store::boundaries_changed(write);
    });
}

}  // namespace representatives
