#include "features/count_proof/bytes.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>
#include <stdexcept>

#include <openssl/evp.h>
#include <sodium.h>

#include "base/check.h"

namespace count_proof {
namespace {

constexpr std::size_t kLongestDecimal = 18;

// Fetched once; a context for each thread. Measured: 0.1 us for the two blocks of a node, a quarter of what the
// portable code of libsodium takes.
class Sha256 {
public:
    Sha256() : algorithm_(EVP_MD_fetch(nullptr, "SHA256", nullptr)), context_(EVP_MD_CTX_new()) {
        if (!algorithm_ || !context_) throw std::runtime_error{"this machine's OpenSSL has no SHA-256"};
    }

    Hash operator()(std::string_view bytes) {
        Hash hash;
        const bool is_done = EVP_DigestInit_ex(context_.get(), algorithm_.get(), nullptr) == 1 &&
                             EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1 &&
                             EVP_DigestFinal_ex(context_.get(), hash.bytes.data(), nullptr) == 1;
        if (!is_done) throw std::runtime_error{"SHA-256 failed"};
        return hash;
    }

private:
    struct Free {
        void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD, Free> algorithm_;
    std::unique_ptr<EVP_MD_CTX, Free> context_;
};

const unsigned char* unsigned_bytes(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

std::optional<Hash> Hash::of(std::string_view bytes) {
    if (bytes.size() != kSize) return std::nullopt;
    Hash hash;
    std::memcpy(hash.bytes.data(), bytes.data(), kSize);
    return hash;
}

Hash sha256(std::string_view bytes) {
    thread_local Sha256 hasher;
    return hasher(bytes);
}

std::string hex(std::string_view bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), unsigned_bytes(bytes), bytes.size());
    text.pop_back();
    return text;
}

std::optional<std::string> from_hex(std::string_view text) {
    std::string bytes(text.size() / 2, '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    const int outcome = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                       text.size(), nullptr, &size, &end);
    if (outcome != 0 || end != text.data() + text.size() || text.size() % 2 != 0) return std::nullopt;
    return bytes;
}

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), unsigned_bytes(bytes), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    const int outcome = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                          text.size(), nullptr, &size, &end, sodium_base64_VARIANT_ORIGINAL);
    if (outcome != 0 || end != text.data() + text.size()) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

void append_number(std::string& bytes, std::int64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(static_cast<std::uint64_t>(number) >> shift);
}

std::int64_t number_of(std::string_view bytes) {
    CHECK(bytes.size() == 8);
    std::uint64_t number = 0;
    for (const char byte : bytes) number = number << 8 | static_cast<std::uint8_t>(byte);
    return static_cast<std::int64_t>(number);
}

std::optional<std::int64_t> decimal(std::string_view text) {
    if (text.empty() || text.size() > kLongestDecimal || (text.size() > 1 && text.front() == '0')) return std::nullopt;
    if (!std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace count_proof
