// expect: private constructor|calling a private
// A passkey is kept only after its making was verified.
#include "platform/auth/passkey.h"

auth::NewPasskey wrong(auth::AuthenticatorData data) { return auth::NewPasskey{std::move(data)}; }
