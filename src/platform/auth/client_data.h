// platform/auth/client_data.h - what a browser says of a ceremony with a passkey (WebAuthn Level 3, 5.8.1).
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace auth {

struct ClientData {
    std::string type;       // "webauthn.create" or "webauthn.get"
    std::string challenge;  // base64url, without padding
    std::string origin;     // "https://example.org"
    bool is_embedded;       // crossOrigin, or a topOrigin: in a frame of another site
};

inline constexpr std::size_t kLongestClientData = 4096;  // bytes

// nullopt: longer than that, no JSON object in UTF-8, or one of the three texts is missing or no text. Members that we
// do not know are passed over, as the specification demands.
std::optional<ClientData> parse_client_data(std::string_view json);

}  // namespace auth
