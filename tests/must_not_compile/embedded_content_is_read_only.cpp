// expect: cannot assign to return value|read-only|const
// Nobody changes a file that travels in the binary.
#include "base/embedded.h"

void overwrite() { embedded::migrations()[0].name = "other.sql"; }
