// features/accounts/passkey.h - the passkeys of staff: their names, how many, and what a browser is asked for. No
// database, no clock.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/problem.h"
#include "base/result.h"
#include "features/accounts/account.h"
#include "platform/auth/passkey.h"
#include "platform/auth/token.h"

namespace accounts {

using PasskeyId = base::Id<struct StaffPasskeyTag>;
using ChallengeId = base::Id<struct PasskeyChallengeTag>;

// A credential's id as base64url: as browsers send it, as it is stored.
struct CredentialName {
    std::string text;
    bool operator==(const CredentialName&) const = default;
};

struct Passkey {
    PasskeyId id;
    StaffId staff;
    CredentialName credential;
    std::string public_key;  // COSE
    std::uint32_t sign_count;
    std::string name;
    bool is_backed_up;
    base::Instant created_at;
    std::optional<base::Instant> last_used_at;
    std::optional<base::Instant> cloned_at;
};

// Stored as these numbers. making: on one's own account. second_step: after the password. alone: instead of it.
enum class ChallengePurpose : unsigned char { making = 1, second_step = 2, alone = 3 };

struct OpenChallenge {
    ChallengeId id;
    auth::Challenge challenge;
    ChallengePurpose purpose;
    std::string name;  // of the passkey to be
    base::Instant expires_at;
};

// What is asked for after the password: nothing, a one-time code, a passkey, or whichever is at hand. A recovery code
// does for each.
enum class SecondStep : unsigned char { none, code, passkey, either };
SecondStep second_step_of(const Staff& staff, std::span<const Passkey> passkeys);

inline constexpr base::Duration kChallengeLimit = base::minutes(5);
inline constexpr std::size_t kMostPasskeys = 20;  // of one person

// 1 to 60 characters on one line, spaces collapsed; a problem is that of the field "name".
base::Result<std::string, base::Problems> read_passkey_name(std::string_view typed);

// Whose passkey it is, as an authenticator keeps it: says nothing about the person, and is read back only here.
std::string user_handle(const auth::Tokens& tokens, StaffId staff);
std::optional<StaffId> staff_of_user_handle(const auth::Tokens& tokens, std::string_view handle);

// PublicKeyCredentialCreationOptionsJSON (WebAuthn Level 3, 5.1.8): a discoverable passkey, the holder verified, no
// word of its maker. Those in `held` are not made twice on one authenticator.
struct CreationOptions {
    const auth::RelyingParty& site;
    const auth::Challenge& challenge;
    const Staff& staff;
    std::string user_handle, campaign;
    std::span<const Passkey> held;
};
std::string json_of(const CreationOptions& options);

// PublicKeyCredentialRequestOptionsJSON (5.1.9). Without passkeys the browser offers those that it has for the site,
// and the holder is to be verified.
struct RequestOptions {
    const auth::RelyingParty& site;
    const auth::Challenge& challenge;
    auth::UserVerification verification;
    std::span<const Passkey> passkeys;
};
std::string json_of(const RequestOptions& options);

// What a browser sends back, each in base64url.
struct SentRegistration {
    std::string_view client_data, attestation_object;
};
struct SentAssertion {
    std::string_view client_data, authenticator_data, signature;
};
// nullopt: a part is missing or no base64url.
std::optional<auth::RegistrationResponse> decode(const SentRegistration& sent);
std::optional<auth::AssertionResponse> decode(const SentAssertion& sent);

CredentialName name_of(const auth::NewPasskey& passkey);

}  // namespace accounts
