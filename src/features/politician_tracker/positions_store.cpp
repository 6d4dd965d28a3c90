#include "features/politician_tracker/positions_store.h"

#include "features/politician_tracker/store.h"

namespace politician_tracker::store {
namespace {

const db::Query<PoliticianId(std::string_view)> kOfOffice{"select id from politician where office = $1 order by id",
                                                          [](const db::Row& row) { return row.as<PoliticianId>(0); }};

const db::Query<CurrentPosition(PoliticianId)> kCurrent{
    "select petition_id, position, on_date, evidence_en, evidence_fr, evidence_url from pledge_position "
    "where politician_id = $1 and replaced_at is null order by on_date desc, id desc",
    db::columns<CurrentPosition, PetitionId, Stand, std::string, std::string, std::string, std::string>};

}  // namespace

std::vector<Politician> of_office(db::Read& read, Office office) {
    std::vector<Politician> found;
    for (const PoliticianId id : read.all(kOfOffice, name_of(office)))
        if (auto politician = find(read, id)) found.push_back(*std::move(politician));
    return found;
}

std::vector<CurrentPosition> current_positions(db::Read& read, PoliticianId politician) {
    return read.all(kCurrent, politician);
}

}  // namespace politician_tracker::store
