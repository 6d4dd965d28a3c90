// expect: private|no viable|no matching
// An address is parsed, never assumed.
#include "base/email_address.h"

void send(const base::EmailAddress&);
void wrong() { send(base::EmailAddress{std::string{"maya@example.org"}}); }
