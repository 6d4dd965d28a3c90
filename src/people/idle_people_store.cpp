#include "people/idle_people.h"

namespace people {
namespace {

const db::Query<PersonId(base::Instant, PersonId, std::int64_t)> kIdle{
    R"(select p.id from person p
       where p.id > $2 and p.changed_at < $1 and p.erased_at is null and p.merged_into is null
         and not exists (select 1 from mail_standing s where s.person_id = p.id)
       order by p.id limit $3)",
    db::columns<PersonId, PersonId>};

}  // namespace

std::vector<PersonId> idle_people(db::Read& read, const IdlePage& page) {
    return read.all(kIdle, page.changed_before, page.after, page.limit);
}

}  // namespace people
