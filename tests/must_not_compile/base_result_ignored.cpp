// expect: ignoring return value
// The problems of a visitor are looked at.
#include "base/problem.h"
#include "base/result.h"

base::Result<int, base::Problems> read_form();
void wrong() { read_form(); }
