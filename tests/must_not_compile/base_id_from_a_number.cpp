// expect: no matching function|no viable conversion
// A number that came from somewhere is no identity until somebody says which.
#include "base/id.h"

void erase(base::Id<struct PersonTag>);
void wrong() { erase(17); }
