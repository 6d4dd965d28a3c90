// expect: invalid operands
// Money is exact: it is not multiplied by a rounded number.
#include "base/money.h"

auto wrong(base::Money amount) { return amount * 1.13; }
