// expect: no matching|no viable|private
// Cents or dollars? The maker says it: Money::from_cents, Money::from_dollars.
#include "base/money.h"

base::Money wrong() { return base::Money{100}; }
