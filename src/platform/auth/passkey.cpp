#include "platform/auth/passkey.h"

#include <algorithm>
#include <array>

#include <sodium.h>

#include "platform/auth/client_data.h"

namespace auth {
namespace {

using Hash = std::array<unsigned char, crypto_hash_sha256_BYTES>;

Hash sha256(std::string_view bytes) {
    Hash hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hash;
}

bool equal_in_constant_time(std::string_view left, std::string_view right) {
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

// [::1] and 192.0.2.1: a name's last label is never a number (RFC 1123, 2.1).
bool is_address_of_numbers(std::string_view host) {
    const auto last = host.substr(host.rfind('.') + 1);
    return host.starts_with('[') || last.empty() ||
           std::ranges::all_of(last, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<CeremonyFault> fault_of_client(std::string_view json, std::string_view type, const Expected& expected) {
    const auto client = parse_client_data(json);
    if (!client) return CeremonyFault::malformed;
    if (client->type != type) return CeremonyFault::wrong_type;
    if (!equal_in_constant_time(client->challenge, expected.challenge.text)) return CeremonyFault::wrong_challenge;
    if (client->origin != expected.site.origin) return CeremonyFault::wrong_origin;
    if (client->is_embedded) return CeremonyFault::embedded;
    return std::nullopt;
}

std::optional<CeremonyFault> fault_of_authenticator(const AuthenticatorData& data, const Expected& expected) {
    if (data.site_hash != sha256(expected.site.id)) return CeremonyFault::wrong_site;
    if (!data.is_user_present) return CeremonyFault::nobody_present;
    if (expected.verification == UserVerification::required && !data.is_user_verified)
        return CeremonyFault::not_verified;
    return std::nullopt;
}

}  // namespace

std::optional<RelyingParty> relying_party(std::string_view public_url) {
    const auto scheme_end = public_url.find("://");
    if (scheme_end == std::string_view::npos) return std::nullopt;
    const auto scheme = public_url.substr(0, scheme_end);
    auto authority = public_url.substr(scheme_end + 3);
    authority = authority.substr(0, authority.find('/'));
    const auto host = authority.substr(0, authority.starts_with('[') ? authority.size() : authority.find(':'));
    if (host.empty() || is_address_of_numbers(host)) return std::nullopt;
    if (scheme != "https" && host != "localhost" && !host.ends_with(".localhost")) return std::nullopt;
    return RelyingParty{std::string{host}, std::string{scheme} + "://" + std::string{authority}};
}

Challenge new_challenge(runtime::Random& random) { return {random.token(32)}; }

base::Result<NewPasskey, CeremonyFault> verify_registration(const RegistrationResponse& response,
                                                            const Expected& expected) {
    if (const auto fault = fault_of_client(response.client_data, "webauthn.create", expected)) return *fault;
    const auto object = parse_attestation_object(response.attestation_object);
    auto data = object ? parse_authenticator_data(object->authenticator_data) : std::nullopt;
    if (!data || !data->credential) return CeremonyFault::malformed;
    if (const auto fault = fault_of_authenticator(*data, expected)) return *fault;
    return NewPasskey{*std::move(data)};
}

base::Result<Assertion, CeremonyFault> verify_assertion(const AssertionResponse& response, const CoseKey& key,
                                                        const Expected& expected) {
    if (const auto fault = fault_of_client(response.client_data, "webauthn.get", expected)) return *fault;
    const auto data = parse_authenticator_data(response.authenticator_data);
    if (!data) return CeremonyFault::malformed;
    if (const auto fault = fault_of_authenticator(*data, expected)) return *fault;
    const Hash hash = sha256(response.client_data);
    const std::string message =
        response.authenticator_data + std::string{reinterpret_cast<const char*>(hash.data()), hash.size()};
    if (!key.verifies({message, response.signature})) return CeremonyFault::wrong_signature;
    return Assertion{*data};
}

bool seems_cloned(const SignCounts& counts) {
    return (counts.stored != 0 || counts.sent != 0) && counts.sent <= counts.stored;
}

}  // namespace auth
