// platform/auth/authenticator_data.h - the bytes that an authenticator signs (WebAuthn Level 3, 6.1), and the object in
// which it hands them over when a passkey is made (6.5.4).
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/auth/cose_key.h"

namespace auth {

// Of a passkey that has just been made.
struct AttestedCredential {
    std::array<unsigned char, 16> model;  // AAGUID; zeros where the authenticator does not tell
    std::string credential_id;            // 1 to 1023 bytes
    CoseKey key;
};

struct AuthenticatorData {
    std::array<unsigned char, 32> site_hash;  // SHA-256 of the RP ID
    bool is_user_present, is_user_verified;
    bool may_be_backed_up, is_backed_up;
    std::uint32_t sign_count;  // 0: it does not count
    std::optional<AttestedCredential> credential;
};

// nullopt for bytes that are no such structure: too short, a passkey of a kind that we do not take, a backup without
// leave for one, bytes left over. Extensions are passed over.
std::optional<AuthenticatorData> parse_authenticator_data(std::string_view bytes);

struct AttestationObject {
    std::string format;              // "none", "packed", ...: read, not judged
    std::string authenticator_data;  // the bytes
};

// The CBOR map of fmt, attStmt and authData, in any order; nullopt for anything else. The statement about the
// authenticator's maker is passed over: we take passkeys of every make, so nobody's claim would change the answer.
std::optional<AttestationObject> parse_attestation_object(std::string_view bytes);

}  // namespace auth
