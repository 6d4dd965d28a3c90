#include "platform/auth/totp.h"

#include <array>
#include <span>

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include "base/check.h"

namespace auth {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::size_t kSecretSize = 20;  // RFC 4226, 4: as long as the hash
constexpr std::int64_t kStepSeconds = 30;
constexpr std::int64_t kWindow = 1;  // steps early or late

using Digest = std::array<unsigned char, 20>;

Digest hmac_sha1(std::string_view key, std::span<const unsigned char, 8> text) {
    Digest digest;
    unsigned size = digest.size();
    CHECK(HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), text.data(), text.size(), digest.data(), &size));
    return digest;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c != ' ' && c != '-') digits += c;
    return digits;
}

bool equal_in_constant_time(std::string_view left, std::string_view right) {
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

// All but what RFC 3986 calls unreserved as %XX.
std::string percent_encoded(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~';
        const auto byte = static_cast<unsigned char>(c);
        if (plain)
            out += c;
        else
            out.append(1, '%').append(1, kHex[byte >> 4]).append(1, kHex[byte & 15]);
    }
    return out;
}

}  // namespace

TotpSecret new_totp_secret(runtime::Random& random) {
    std::array<std::byte, kSecretSize> bytes;
    random.fill(bytes);
    return {{reinterpret_cast<const char*>(bytes.data()), bytes.size()}};
}

std::string base32(std::string_view bytes) {
    std::string text;
    unsigned waiting = 0;
    int bits = 0;
    for (const char c : bytes) {
        waiting = (waiting << 8 | static_cast<unsigned char>(c)) & 0xfff;
        bits += 8;
        for (; bits >= 5; bits -= 5) text += kAlphabet[waiting >> (bits - 5) & 31];
    }
    if (bits > 0) text += kAlphabet[waiting << (5 - bits) & 31];
    return text;
}

std::optional<std::string> from_base32(std::string_view text) {
    while (text.ends_with('=')) text.remove_suffix(1);
    std::string bytes;
    unsigned waiting = 0;
    int bits = 0;
    for (char c : text) {
        if (c == ' ' || c == '-') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        const auto value = kAlphabet.find(c);
        if (value == std::string_view::npos) return std::nullopt;
        waiting = (waiting << 5 | static_cast<unsigned>(value)) & 0xfff;
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(waiting >> bits & 255);
    }
    return bytes;
}

std::int64_t totp_step(base::Instant at) { return at.seconds() / kStepSeconds; }

std::string totp_code(const TotpSecret& secret, std::int64_t step, int digits) {
    CHECK(digits >= 6 && digits <= 8);
    std::array<unsigned char, 8> counter;
    for (std::size_t i = 0; i < counter.size(); ++i)
        counter[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (8 * (7 - i)));
    const Digest digest = hmac_sha1(secret.bytes, counter);
    const std::size_t at = digest.back() & 15;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | digest[at + i];
    const std::uint32_t modulus = digits == 6 ? 1'000'000 : digits == 7 ? 10'000'000 : 100'000'000;
    std::string code = std::to_string((number & 0x7fffffff) % modulus);
    code.insert(0, static_cast<std::size_t>(digits) - code.size(), '0');
    return code;
}

std::optional<std::int64_t> matching_step(const TotpSecret& secret, const TotpAttempt& attempt) {
    const std::string code = digits_of(attempt.code);
    const std::int64_t now = totp_step(attempt.at);
    std::optional<std::int64_t> found;
    for (std::int64_t step = now - kWindow; step <= now + kWindow; ++step)
        if (equal_in_constant_time(totp_code(secret, step), code) && step > attempt.last_used_step && !found)
            found = step;
    return found;
}

std::string otpauth_uri(const TotpSecret& secret, const TotpLabel& label) {
    const std::string issuer = percent_encoded(label.issuer);
    return "otpauth://totp/" + issuer + ":" + percent_encoded(label.account) + "?secret=" + base32(secret.bytes) +
           "&issuer=" + issuer + "&algorithm=SHA1&digits=6&period=30";
}

}  // namespace auth
