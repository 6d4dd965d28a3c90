// ports/representatives.h - who represents whom: ridings and wards, who holds the offices there, and whose a postal
// code is. The slice of representatives gives it; app fills it in. Everything here was imported with its source and
// date; nothing is looked up outside.
//
//     const auto place = house.representatives.look_up(read, *people::PostalCode::parse("K1A 0B1"));
//     for (const auto& of_house : place.houses)
//         if (of_house.ridings.size() > 1) ask which of them
#pragma once
#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/email_address.h"
#include "base/id.h"
#include "base/locale.h"
#include "people/office.h"
#include "people/place.h"
#include "platform/db/transaction.h"
#include "platform/html/template.h"
#include "platform/http/request.h"

namespace ports {

using RidingId = base::Id<struct RidingTag>;
using RepresentativeId = base::Id<struct RepresentativeTag>;

// Stored by number.
enum class RidingHouse : unsigned char { federal = 0, provincial = 1, municipal = 2 };

// A federal or provincial electoral district, or a municipality or ward of one.
struct Riding {
    RidingId id;
    RidingHouse house;
    people::Province province;
    std::string code;              // the publisher's: "35075"; unique in its set
    std::string set;               // whose division, of which order: "federal-2023"
    std::string name_en, name_fr;  // both never empty

    const std::string& name(base::Locale locale) const { return locale == base::Locale::english ? name_en : name_fr; }
};

// Where an office can be reached.
struct OfficeAddress {
    std::string kind;  // "legislature", "constituency"
    std::string telephone, fax, postal;
};

// Whether somebody sits there. A vacant seat has no name and no address, and is not written to.
enum class Seat : unsigned char { held = 0, vacant = 1 };

struct Representative {
    RepresentativeId id;
    people::Office office;
    Seat seat = Seat::held;
    std::optional<people::Province> province{};  // absent: of the whole country
    std::optional<RidingId> riding{};            // absent: a senator, a mayor of no imported municipality
    std::string place;                           // riding, ward or town as it is called in the language asked for
    std::string name, party, website;            // party and website may be empty
    std::optional<base::EmailAddress> email{};   // the office's public one
    std::vector<OfficeAddress> addresses{};
    std::string source;  // where these facts are from
    std::string as_of;   // "2026-11-03": when they were true
};

// "/en/representatives/123": its own page.
std::string representative_path(RepresentativeId representative, base::Locale locale);
// "/en/representatives": find yours.
std::string find_representatives_path(base::Locale locale);

// In the order of office, province, place and name; everything that is set must hold.
struct RepresentativeQuery {
    base::Locale locale;
    std::optional<people::Office> office{};
    std::optional<people::Province> province{};
    std::optional<std::string> party{};
    std::vector<RidingId> ridings{};  // of one of these; empty: any
    std::int64_t limit = 2'000;
};

// One house as a postal code has it: no riding: not known; one: it is that one; several: the code spans them, and only
// the person can say which.
struct RidingsOfHouse {
    RidingHouse house;
    std::vector<Riding> ridings;
};
struct FoundPlace {
    people::Province province;
    std::vector<RidingsOfHouse> houses;  // federal, provincial, municipal
};

// Whether an election that is near concerns whoever holds this office: they are on no public page and in no answer of
// the API meanwhile. near: what ports::Elections says.
inline bool is_unnamed_near(const std::vector<std::string>& near, const Representative& representative) {
    const std::string region = people::is_federal(representative.office) || !representative.province
                                   ? std::string{}
                                   : std::string{people::code(*representative.province)};
    return std::ranges::find(near, region) != near.end();
}

// Ridings drawn small, in one box of `width` by `height` units from its upper left corner (the viewBox of an SVG).
struct RidingOutline {
    RidingId riding;
    std::string path;  // the "d" of a <path>: "M12.3 40.1L13 41.2Z"
};
struct RidingMap {
    int width = 0, height = 0;  // 0: no boundary was imported
    std::vector<RidingOutline> outlines{};
};
struct RidingMapQuery {
    RidingHouse house;
    std::optional<people::Province> province{};  // absent: of the whole country
};

// What the slice of representatives answers.
struct Representatives {
    // From memory, well under a millisecond. Ridings of a municipal house are wards; where none is known, the town.
    std::function<FoundPlace(db::Read&, const people::PostalCode&)> look_up{};
    std::function<std::optional<Riding>(db::Read&, RidingId)> riding{};
    // In office now, vacant seats too. Who holds an office of a whole town is found by each of its wards.
    std::function<std::vector<Representative>(db::Read&, const RepresentativeQuery&)> where{};
    // Also of one who left office: what was asked of them stays. nullopt: never known.
    std::function<std::optional<Representative>(db::Read&, RepresentativeId, base::Locale)> find{};
    // Where boundaries were imported, simplified for a map 1,000 units wide; kept in memory until others come.
    std::function<std::shared_ptr<const RidingMap>(db::Read&, const RidingMapQuery&)> outlines{};
};

// Parts that other slices add to the page of a representative, and the rooms that staff have behind it.
struct RepresentativeView {
    const Representative& representative;
    base::Locale locale;
};
struct RepresentativeSection {
    std::string key;
    int order;  // smaller comes first
    // One <section> with a heading of the second level; nothing when there is nothing to show.
    std::function<html::SafeHtml(db::Read&, const RepresentativeView&)> render;
};
class RepresentativeSections {
public:
    void add(RepresentativeSection section) {
        const auto behind = std::ranges::upper_bound(sections_, section.order, {}, &RepresentativeSection::order);
        sections_.insert(behind, std::move(section));
    }
    const std::vector<RepresentativeSection>& all() const { return sections_; }

private:
    std::vector<RepresentativeSection> sections_;
};

}  // namespace ports
