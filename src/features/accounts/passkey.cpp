#include "features/accounts/passkey.h"

#include <array>

#include <boost/json.hpp>

#include "base/text.h"
#include "people/person.h"
#include "platform/runtime/random.h"

namespace accounts {
namespace {

namespace json = boost::json;
using auth::SignatureAlgorithm;

constexpr std::size_t kLongestPasskeyName = 60;  // characters
constexpr std::int64_t kTimeout = kChallengeLimit.microseconds / 1'000;
constexpr auth::Purpose kUserHandle{"accounts.passkey"};

// In the order of preference.
constexpr std::array kAlgorithms{SignatureAlgorithm::eddsa, SignatureAlgorithm::es256, SignatureAlgorithm::rs256};

json::array descriptors_of(std::span<const Passkey> passkeys) {
    json::array list;
    for (const Passkey& passkey : passkeys)
        list.push_back(json::object{{"type", "public-key"}, {"id", passkey.credential.text}});
    return list;
}

json::array algorithms() {
    json::array list;
    for (const auto algorithm : kAlgorithms)
        list.push_back(json::object{{"type", "public-key"}, {"alg", static_cast<int>(algorithm)}});
    return list;
}

std::string base64url(std::string_view bytes) { return runtime::base64url(std::as_bytes(std::span{bytes})); }

std::optional<std::string> bytes_of(std::string_view text) {
    const auto bytes = runtime::from_base64url(text);
    if (!bytes || bytes->empty()) return std::nullopt;
    return std::string{reinterpret_cast<const char*>(bytes->data()), bytes->size()};
}

}  // namespace

SecondStep second_step_of(const Staff& staff, std::span<const Passkey> passkeys) {
    if (passkeys.empty()) return staff.asks_for_code() ? SecondStep::code : SecondStep::none;
    return staff.asks_for_code() ? SecondStep::either : SecondStep::passkey;
}

base::Result<std::string, base::Problems> read_passkey_name(std::string_view typed) {
    std::string name = base::collapse_spaces(typed);
    if (name.empty()) return base::Problems{{"name", base::message("Please give a name.")}};
    if (base::count_characters(name) > kLongestPasskeyName)
        return base::Problems{{"name", base::message("This name is too long: at most 60 characters.")}};
    if (const auto problem = people::problem_of_line(name)) return base::Problems{{"name", *problem}};
    return name;
}

std::string user_handle(const auth::Tokens& tokens, StaffId staff) { return tokens.make(kUserHandle, staff.value); }

std::optional<StaffId> staff_of_user_handle(const auth::Tokens& tokens, std::string_view handle) {
    const auto bytes = bytes_of(handle);
    const auto id = bytes ? tokens.read(kUserHandle, *bytes) : std::nullopt;
    return id ? std::optional{StaffId{*id}} : std::nullopt;
}

std::string json_of(const CreationOptions& options) {
    return json::serialize(
        json::object{{"rp", {{"id", options.site.id}, {"name", options.campaign}}},
                     {"user",
                      {{"id", base64url(options.user_handle)},
                       {"name", options.staff.email.text()},
                       {"displayName", options.staff.name}}},
                     {"challenge", options.challenge.text},
                     {"pubKeyCredParams", algorithms()},
                     {"timeout", kTimeout},
                     {"excludeCredentials", descriptors_of(options.held)},
                     {"authenticatorSelection",
                      {{"residentKey", "required"}, {"requireResidentKey", true}, {"userVerification", "required"}}},
                     {"attestation", "none"}});
}

std::string json_of(const RequestOptions& options) {
    const bool is_required = options.verification == auth::UserVerification::required;
    return json::serialize(json::object{{"rpId", options.site.id},
                                        {"challenge", options.challenge.text},
                                        {"timeout", kTimeout},
                                        {"userVerification", is_required ? "required" : "preferred"},
                                        {"allowCredentials", descriptors_of(options.passkeys)}});
}

std::optional<auth::RegistrationResponse> decode(const SentRegistration& sent) {
    auto client_data = bytes_of(sent.client_data), object = bytes_of(sent.attestation_object);
    if (!client_data || !object) return std::nullopt;
    return auth::RegistrationResponse{*std::move(client_data), *std::move(object)};
}

std::optional<auth::AssertionResponse> decode(const SentAssertion& sent) {
    auto client_data = bytes_of(sent.client_data), data = bytes_of(sent.authenticator_data),
         signature = bytes_of(sent.signature);
    if (!client_data || !data || !signature) return std::nullopt;
    return auth::AssertionResponse{*std::move(client_data), *std::move(data), *std::move(signature)};
}

CredentialName name_of(const auth::NewPasskey& passkey) { return {base64url(passkey.credential_id())}; }

}  // namespace accounts
