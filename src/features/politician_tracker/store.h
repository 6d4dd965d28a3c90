// features/politician_tracker/store.h - politicians, their answers, askings and election periods in the database.
#pragma once
#include <optional>
#include <vector>

#include "features/politician_tracker/politician.h"
#include "platform/db/transaction.h"

namespace politician_tracker::store {

// In office, by office, region, place and name. There are thousands at most.
std::vector<Politician> all(db::Read& read);
std::optional<Politician> find(db::Read& read, PoliticianId id);

// Who has this name, office, region and place, in office or not: whom keep() would change.
std::optional<Politician> known(db::Read& read, const PoliticianFacts& facts);

enum class Kept : unsigned char { added, changed };
// One for each name, office, region and place: who is there already gets the new party, addresses and source, and
// counts as in office again.
Kept keep(db::Write& write, const PoliticianFacts& facts, std::string_view staff_name);

// No longer in office.
void leave(db::Write& write, PoliticianId id);

// Where everybody in office, and everybody who answered, stands on this petition; in the order of all().
std::vector<Standing> standings(db::Read& read, PetitionId petition);
std::optional<Standing> standing(db::Read& read, PetitionId petition, PoliticianId politician);

// An answer takes the place of the one before it, which is kept.
struct Answer {
    PetitionId petition;
    PoliticianId politician;
    StandFacts facts;
};
void answer(db::Write& write, const Answer& answer, std::string_view staff_name);

// One more supporter says that they asked.
void count_asking(db::Write& write, PetitionId petition, PoliticianId politician);

std::vector<ElectionPeriod> open_periods(db::Read& read);
std::vector<ElectionPeriod> all_periods(db::Read& read);  // newest first

struct NewPeriod {
    std::string region, tagline_en, tagline_fr, staff_name;
    std::int64_t hidden_politicians;
};
// nullopt: there is one for this region already.
std::optional<PeriodId> begin_period(db::Write& write, const NewPeriod& period);

enum class Changed : unsigned char { no, yes };
Changed end_period(db::Write& write, PeriodId id, std::string_view staff_name);

}  // namespace politician_tracker::store
