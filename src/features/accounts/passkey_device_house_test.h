// features/accounts/passkey_device_house_test.h - a device that holds one passkey (Ed25519), and browsers' words around
// it, written from the specification: WebAuthn Level 3, 5.8.1, 6.1 and 6.5.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>

#include <boost/json.hpp>
#include <sodium.h>

#include "platform/runtime/random.h"

namespace accounts::house {

class PasskeyDevice {
public:
    using Fields = std::map<std::string, std::string>;

    static constexpr unsigned char kTouch = 0x01, kFinger = 0x05;

    PasskeyDevice() { crypto_sign_keypair(public_.data(), private_.data()); }

    std::uint32_t count = 0;  // 0: it does not count
    unsigned char flags = kFinger;
    std::string origin = "https://campaign.example";

    // Fields of the form that makes the passkey, for the options of the page.
    Fields make(const std::string& options) {
        const auto read = boost::json::parse(options).as_object();
        user_handle_ = text_of(read.at("user").at("id"));
        const std::string data = head(text_of(read.at("rp").at("id")), static_cast<unsigned char>(flags | 0x40)) +
                                 std::string(16, '\0') + std::string{"\0\x10", 2} + id_ + key();
        const std::string object = std::string{"\xa3\x63"} + "fmt" + "\x64none" + "\x67" + "attStmt" + "\xa0" + "\x68" +
                                   "authData" + "\x58" + static_cast<char>(data.size()) + data;
        return {{"client_data", encode(client_data("webauthn.create", read))}, {"attestation_object", encode(object)}};
    }

    // Fields of the form that signs in.
    Fields answer(const std::string& options) {
        const auto read = boost::json::parse(options).as_object();
        if (count > 0) ++count;
        const std::string data = head(text_of(read.at("rpId")), flags), client = client_data("webauthn.get", read);
        const std::string message = data + sha256(client);
        std::string signature(crypto_sign_BYTES, '\0');
        crypto_sign_detached(bytes(signature), nullptr, bytes(message), message.size(), private_.data());
        return {{"credential", encode(id_)},
                {"client_data", encode(client)},
                {"authenticator_data", encode(data)},
                {"signature", encode(signature)},
                {"user_handle", user_handle_}};
    }

private:
    static std::string text_of(const boost::json::value& value) { return std::string{value.as_string()}; }
    static std::string encode(const std::string& text) { return runtime::base64url(std::as_bytes(std::span{text})); }
    static unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
    static const unsigned char* bytes(const std::string& text) {
        return reinterpret_cast<const unsigned char*>(text.data());
    }
    static std::string sha256(const std::string& text) {
        std::string hash(crypto_hash_sha256_BYTES, '\0');
        crypto_hash_sha256(bytes(hash), bytes(text), text.size());
        return hash;
    }
    std::string client_data(const char* type, const boost::json::object& options) const {
        return boost::json::serialize(
            boost::json::object{{"type", type}, {"challenge", options.at("challenge")}, {"origin", origin}});
    }
    std::string head(const std::string& site, unsigned char all_flags) const {
        std::string data = sha256(site) + static_cast<char>(all_flags);
        for (const int shift : {24, 16, 8, 0}) data += static_cast<char>(count >> shift);
        return data;
    }
    std::string key() const {
        return std::string{"\xa4\x01\x01\x03\x27\x20\x06\x21\x58\x20"} +
               std::string{reinterpret_cast<const char*>(public_.data()), public_.size()};
    }

    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> public_;
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> private_;
    std::string id_ = runtime::Random::system().token(12);  // 16 letters
    std::string user_handle_;
};

}  // namespace accounts::house
