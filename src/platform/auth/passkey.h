// platform/auth/passkey.h - the two ceremonies of passkeys (WebAuthn Level 3, 7.1 and 7.2): making one, and signing in
// with it. Pure: the caller keeps challenges and passkeys.
//
//     const auto site = auth::relying_party(config.server.public_url);            // nullopt: no passkeys there
//     const auto made = auth::verify_registration(response, {*site, challenge, auth::UserVerification::required});
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "platform/auth/authenticator_data.h"
#include "platform/auth/cose_key.h"
#include "platform/runtime/random.h"

namespace auth {

// For whom passkeys are made: the host, and the origin that browsers must report.
struct RelyingParty {
    std::string id, origin;
    bool operator==(const RelyingParty&) const = default;
};

// Of "https://example.org:8443": {"example.org", "https://example.org:8443"}. nullopt where browsers offer no passkeys:
// an address of numbers instead of a name, or plain HTTP on any host but localhost.
std::optional<RelyingParty> relying_party(std::string_view public_url);

// 256 random bits, base64url. Good for one ceremony: the caller forgets it when it was looked at.
struct Challenge {
    std::string text;
    bool operator==(const Challenge&) const = default;
};
Challenge new_challenge(runtime::Random& random);

// Whether the authenticator must have checked a finger, a face or a PIN. asked: a touch is enough.
enum class UserVerification : unsigned char { required, asked };

struct Expected {
    const RelyingParty& site;
    const Challenge& challenge;
    UserVerification verification;
};

// Why a ceremony is not taken; for logs and tests. Visitors see one sentence for all of them.
enum class CeremonyFault : unsigned char {
    malformed,
    wrong_type,
    wrong_challenge,
    wrong_origin,
    embedded,
    wrong_site,
    nobody_present,
    not_verified,
    wrong_signature,
};

// What a browser sends, decoded from base64url.
struct RegistrationResponse {
    std::string client_data, attestation_object;
};
struct AssertionResponse {
    std::string client_data, authenticator_data, signature;
};

// A passkey whose making was verified: only verify_registration makes one, so nothing else can be stored.
class NewPasskey {
public:
    const std::string& credential_id() const { return credential_id_; }
    const CoseKey& key() const { return key_; }
    std::uint32_t sign_count() const { return sign_count_; }
    bool is_backed_up() const { return is_backed_up_; }

private:
    friend base::Result<NewPasskey, CeremonyFault> verify_registration(const RegistrationResponse& response,
                                                                       const Expected& expected);
    explicit NewPasskey(AuthenticatorData data)
        : credential_id_(std::move(data.credential->credential_id)),
          key_(std::move(data.credential->key)),
          sign_count_(data.sign_count),
          is_backed_up_(data.is_backed_up) {}

    std::string credential_id_;
    CoseKey key_;
    std::uint32_t sign_count_;
    bool is_backed_up_;
};

// Proof that the holder of a passkey was there: only verify_assertion makes one, so no session opens without.
class Assertion {
public:
    std::uint32_t sign_count() const { return sign_count_; }
    bool is_user_verified() const { return is_user_verified_; }
    bool is_backed_up() const { return is_backed_up_; }

private:
    friend base::Result<Assertion, CeremonyFault> verify_assertion(const AssertionResponse& response,
                                                                   const CoseKey& key, const Expected& expected);
    explicit Assertion(const AuthenticatorData& data)
        : sign_count_(data.sign_count), is_user_verified_(data.is_user_verified), is_backed_up_(data.is_backed_up) {}

    std::uint32_t sign_count_;
    bool is_user_verified_, is_backed_up_;
};

// Both check, in this order: the client's data (type, challenge, origin, not in another site's frame), the site's hash,
// presence, verification where it is required; then that there is a passkey of a kind we take, or that its key signed.
// Attestation is asked for as "none"; a statement that comes nevertheless is not looked at.
base::Result<NewPasskey, CeremonyFault> verify_registration(const RegistrationResponse& response,
                                                            const Expected& expected);
base::Result<Assertion, CeremonyFault> verify_assertion(const AssertionResponse& response, const CoseKey& key,
                                                        const Expected& expected);

// Whether two authenticators seem to hold this passkey: one that counts did not count up (7.2, step 22).
struct SignCounts {
    std::uint32_t stored, sent;
};
bool seems_cloned(const SignCounts& counts);

}  // namespace auth
