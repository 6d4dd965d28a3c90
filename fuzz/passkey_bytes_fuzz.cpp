// fuzz/passkey_bytes_fuzz.cpp - what an authenticator might send: CBOR, keys, authenticator data and attestation
// objects.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "platform/auth/authenticator_data.h"
#include "platform/auth/cbor_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    auth::CborReader reader{bytes};
    CHECK(!reader.skip() || reader.position() <= size);
    if (const auto key = auth::CoseKey::parse_prefix(bytes)) {
        CHECK(key->size <= size && key->key.cose() == bytes.substr(0, key->size));
        CHECK(auth::CoseKey::parse(key->key.cose()).has_value());
        CHECK(!key->key.verifies({"", bytes}));
    }
    const auto read = auth::parse_authenticator_data(bytes);
    if (read && read->credential) CHECK(!read->credential->credential_id.empty());
    if (const auto object = auth::parse_attestation_object(bytes)) {
        CHECK(object->authenticator_data.size() <= size);
        (void)auth::parse_authenticator_data(object->authenticator_data);
    }
    return 0;
}
