// expect: no matching function|no viable conversion|could not convert
// A petition's identity is not a person's.
#include "base/id.h"

using PetitionId = base::Id<struct PetitionTag>;
using PersonId = base::Id<struct PersonTag>;
void erase(PersonId);
void wrong(PetitionId petition) { erase(petition); }
