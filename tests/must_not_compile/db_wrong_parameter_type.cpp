// expect: no matching member function|no viable conversion
// The parameters of a statement have the types that it names.
#include "platform/db/transaction.h"

using PetitionId = base::Id<struct PetitionTag>;
using PersonId = base::Id<struct PersonTag>;
extern const db::Query<std::int64_t(PetitionId)> kCount;
void wrong(db::Read& read, PersonId person) { read.one(kCount, person); }
