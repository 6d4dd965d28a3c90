// features/politician_tracker/politician.h - politicians, where they stand, and what an election hides.
// Pure: no SQL, no HTML, no clock.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "people/office.h"
#include "ports/petition_terms.h"

namespace politician_tracker {

using ports::PetitionId;
using PoliticianId = base::Id<struct PoliticianTag>;
using PositionId = base::Id<struct PledgePositionTag>;
using PeriodId = base::Id<struct ElectionPeriodTag>;

using people::Office;

// Those that are followed here.
inline constexpr std::array kOffices{Office::mp,    Office::senator,    Office::provincial,
                                     Office::mayor, Office::councillor, Office::other};
std::optional<Office> office_of(std::string_view name);  // nullopt for any other

// Of which house: the filter of the public list.
enum class Tier : unsigned char { federal, provincial, municipal };
inline constexpr std::array kTiers{Tier::federal, Tier::provincial, Tier::municipal};
Tier tier_of(Office office);
std::string_view name_of(Tier tier);
std::optional<Tier> tier_of(std::string_view name);
base::Message label_of(Tier tier);

// Stored as these numbers. not_asked is no row.
enum class Stand : unsigned char { not_asked = 0, asked = 1, signed_it = 2, declined = 3, no_answer = 4 };
inline constexpr std::array kStands{Stand::signed_it, Stand::declined, Stand::asked, Stand::no_answer};
std::string_view name_of(Stand stand);  // "signed", "declined", "asked", "no_answer", "not_asked"
std::optional<Stand> stand_of(std::string_view name);
base::Message label_of(Stand stand);

struct PoliticianForm {
    std::string name, office, region, place, party, email, website, source;
};

// Checked and tidied; only accept() makes one.
struct PoliticianFacts {
    std::string name;  // 1..150 characters, as the others at most
    Office office;
    std::string region;  // "ON"; empty for the whole country, with federal offices only
    std::string place, party, email, website, source;
};
base::Result<PoliticianFacts, base::Problems> accept(const PoliticianForm& form);

struct Politician {
    PoliticianId id;
    PoliticianFacts facts;
    std::optional<base::Instant> left_at;
};

// Whether the words stand in the name, the place or the party, whatever their case and accents. No words: yes.
bool matches(const PoliticianFacts& facts, std::string_view words);

// Rows of a file with the columns name, office, region, place, party, email, website, source, in any order; columns
// with other names are passed over. Either all of them, or everything that is wrong: "line 7: office".
struct FileProblem {
    std::uint64_t line;
    std::string what;                    // a column, or what the reader of the file said
    std::optional<base::Message> why{};  // of a column that is there
};
base::Result<std::vector<PoliticianFacts>, std::vector<FileProblem>> read_file(std::string_view csv);

struct StandForm {
    std::string stand, on_date, evidence_en, evidence_fr, evidence_url;
};
struct StandFacts {
    Stand stand;                           // never not_asked
    std::string on_date;                   // "2026-11-03", not behind today
    std::string evidence_en, evidence_fr;  // 0..500 characters, both or none; where somebody signed or declined they
                                           // or the link are required
    std::string evidence_url;
};
struct TypedStand {
    const StandForm& form;
    std::string_view today;
};
base::Result<StandFacts, base::Problems> accept(const TypedStand& typed);

// Where one politician stands on one petition, as it is shown.
struct Standing {
    Politician politician;
    Stand stand = Stand::not_asked;
    std::string on_date, evidence_en, evidence_fr, evidence_url;
    std::int64_t asked = 0;  // supporters who said that they asked

    const std::string& evidence(base::Locale locale) const {
        return locale == base::Locale::english ? evidence_en : evidence_fr;
    }
};

// A period near an election: empty region, federal politicians; else those of that province and its municipalities.
struct ElectionPeriod {
    PeriodId id;
    std::string region;
    std::string tagline_en, tagline_fr;
    base::Instant begun_at;
    std::string begun_by;
    std::int64_t hidden_politicians;
    std::optional<base::Instant> ended_at;
    std::string ended_by;

    const std::string& tagline(base::Locale locale) const {
        return locale == base::Locale::english ? tagline_en : tagline_fr;
    }
};

// Whether this politician is not to be named while these periods are open.
bool is_hidden(const PoliticianFacts& politician, const std::vector<ElectionPeriod>& open);

}  // namespace politician_tracker
