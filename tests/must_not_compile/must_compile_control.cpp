// expect: nothing
// The control of this folder: the includes and flags of its cases are right, so that a refusal means what it says.
#include "base/embedded.h"

std::size_t number_of_migrations() { return embedded::migrations().size(); }
