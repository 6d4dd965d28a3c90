// features/representatives/holder.h - sets of ridings, ridings, and who holds the offices there, as they are kept.
// Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/problem.h"
#include "base/result.h"
#include "models/ridings/rows.h"
#include "ports/representatives.h"

namespace representatives {

using people::Office;
using people::Province;
using ports::RepresentativeId;
using ports::Riding;
using ports::RidingHouse;
using ports::RidingId;
using ports::Seat;

// A division of the country, a province or a town: "federal-2023".
struct RidingSet {
    std::string slug;
    RidingHouse house;
    std::optional<Province> province;  // absent: of the whole country
    std::string name_en, name_fr;
    std::string boundary_set;                   // what Represent calls it; empty for none
    std::optional<base::Instant> retired_at{};  // another one took its place

    const std::string& name(base::Locale locale) const { return locale == base::Locale::english ? name_en : name_fr; }
};

struct StoredRiding {
    Riding riding;
    std::string within{};  // code of the town that a ward is part of; empty for none
    std::string source{}, as_of{};
    std::optional<base::Instant> gone_at{};
};

// Everything about who holds an office.
struct Holder {
    Office office;
    std::optional<Province> province{};
    std::optional<RidingId> riding{};
    std::string place_en{}, place_fr{};  // where there is no riding
    Seat seat = Seat::held;
    std::string name{}, party{}, email{}, website{};
    std::vector<ports::OfficeAddress> addresses{};
    std::string set{};  // the list they came by; empty: by hand
    std::string source{}, as_of{};
};
struct StoredHolder {
    RepresentativeId id;
    Holder holder;
    std::optional<base::Instant> left_at{};
};

// Whether only one person can hold this office for one riding: a successor takes the place of who was there.
bool has_one_seat(Office office);
// Of which house the office is.
RidingHouse house_of(Office office);

std::string_view name_of(RidingHouse house);  // "federal", "provincial", "municipal"
std::optional<RidingHouse> house_of(std::string_view name);
base::Message label_of(RidingHouse house);

// As JSON in the database and back; what is no list of addresses is empty.
std::string text_of(const std::vector<ports::OfficeAddress>& addresses);
std::vector<ports::OfficeAddress> addresses_of(std::string_view json);

// Names that differ in case, accents, blanks, hyphens and dashes alone are the same riding or person.
std::string name_key(std::string_view name);

// What staff type about one office, by hand.
struct HolderForm {
    std::string office{}, province{}, riding{}, place{}, vacant{}, name{}, party{}, email{}, website{};
    std::string telephone{}, fax{}, postal{}, constituency_telephone{}, constituency_fax{}, constituency_postal{};
    std::string source{}, as_of{};
};
HolderForm form_of(const StoredHolder& stored);
// Problems under the names of the fields. The riding is its number; that there is one is asked where it is written.
// today: "2026-11-03".
base::Result<Holder, base::Problems> accept(const HolderForm& form, std::string_view today);

// What staff type about a set.
struct SetForm {
    std::string slug, house, province, name_en, name_fr, boundary_set;
};
base::Result<RidingSet, base::Problems> accept(const SetForm& form);
SetForm form_of(const RidingSet& set);

// Everything wrong with a line of text of an office: too long, or a start that a spreadsheet takes for a formula.
std::optional<base::Message> problem_of_text(std::string_view text);

}  // namespace representatives
