#include "people/mail_pace.h"

namespace people {
namespace {

const db::Query<PacedPerson(PersonId, PersonId)> kPaced{
    R"(select person_id, most_per_week from mail_standing
       where person_id > $1 and person_id <= $2 and most_per_week > 0 order by person_id)",
    db::columns<PacedPerson, PersonId, int>};

}  // namespace

std::vector<PacedPerson> paced_people(db::Read& read, const PersonRange& range) {
    return read.all(kPaced, range.behind, range.last);
}

}  // namespace people
