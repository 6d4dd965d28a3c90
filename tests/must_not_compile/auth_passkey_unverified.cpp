// expect: private constructor|calling a private
// A passkey is kept, and a session opened, only for what a ceremony has verified.
#include "platform/auth/passkey.h"

auth::Assertion wrong(const auth::AuthenticatorData& data) { return auth::Assertion{data}; }
