#include "platform/auth/cose_key.h"

#include <array>
#include <cstdint>
#include <memory>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include "base/check.h"
#include "platform/auth/cbor_reader.h"
#include "platform/auth/sodium.h"

namespace auth {
namespace {

// Labels and values of the registries.
// RSA has its modulus and exponent where the curves have curve and x.
constexpr std::int64_t kKeyType = 1, kAlgorithm = 3, kCurve = -1, kX = -2, kY = -3;
constexpr std::int64_t kOkp = 1, kEc2 = 2, kRsa = 3, kP256 = 1, kEd25519 = 6;
constexpr std::size_t kCoordinate = 32;                            // bytes
constexpr std::size_t kLeastModulus = 256, kLargestModulus = 512;  // bytes
constexpr std::size_t kLargestExponent = 4;                        // bytes

template <auto Free>
struct Freed {
    void operator()(auto* it) const { Free(it); }
};
using KeyPointer = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

// The parameters of a key by label; each at most once.
struct Members {
    std::optional<std::int64_t> type, algorithm, curve;
    std::string_view minus_one, minus_two, minus_three;  // the byte strings
    std::uint64_t count = 0;
};

bool take_number(std::optional<std::int64_t>& to, const CborItem& item) {
    if (to) return false;
    to = item.integer();
    return to.has_value();
}

bool take_bytes(std::string_view& to, const CborItem& item) {
    if (!to.empty() || item.kind != CborItem::Kind::bytes || item.bytes.empty()) return false;
    to = item.bytes;
    return true;
}

bool take(Members& members, std::int64_t label, const CborItem& item) {
    switch (label) {
        case kKeyType:
            return take_number(members.type, item);
        case kAlgorithm:
            return take_number(members.algorithm, item);
        case kCurve:
            return item.kind == CborItem::Kind::bytes ? take_bytes(members.minus_one, item)
                                                      : take_number(members.curve, item);
        case kX:
            return take_bytes(members.minus_two, item);
        case kY:
            return take_bytes(members.minus_three, item);
        default:
            return false;
    }
}

std::optional<Members> read_members(CborReader& reader) {
    const auto map = reader.next();
    if (!map || map->kind != CborItem::Kind::map) return std::nullopt;
    Members members;
    members.count = map->number;
    for (std::uint64_t i = 0; i < map->number; ++i) {
        const auto key = reader.next();
        const auto value = reader.next();
        if (!key || !value) return std::nullopt;
        const auto label = key->integer();
        if (!label || !take(members, *label, *value)) return std::nullopt;
    }
    return members;
}

std::optional<SignatureAlgorithm> algorithm_of(const Members& members) {
    const auto is = [&](std::int64_t type, SignatureAlgorithm algorithm) {
        return members.type == type && members.algorithm == static_cast<std::int64_t>(algorithm);
    };
    const bool is_point = members.minus_one.empty() && members.minus_two.size() == kCoordinate;
    if (is(kEc2, SignatureAlgorithm::es256) && members.curve == kP256 && is_point &&
        members.minus_three.size() == kCoordinate && members.count == 5)
        return SignatureAlgorithm::es256;
    if (is(kOkp, SignatureAlgorithm::eddsa) && members.curve == kEd25519 && is_point && members.count == 4)
        return SignatureAlgorithm::eddsa;
    const bool is_modulus = members.minus_one.size() >= kLeastModulus && members.minus_one.size() <= kLargestModulus &&
                            members.minus_one.front() != 0;
    if (is(kRsa, SignatureAlgorithm::rs256) && is_modulus && members.minus_two.size() <= kLargestExponent &&
        !members.minus_two.empty() && members.count == 4)
        return SignatureAlgorithm::rs256;
    return std::nullopt;
}

// nullptr where OpenSSL refuses the parameters: a point that is not on the curve.
KeyPointer key_from(const char* type, const ParameterBuilder& builder) {
    const Parameters parameters{OSSL_PARAM_BLD_to_param(builder.get())};
    const KeyContext context{EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr)};
    CHECK(parameters && context);
    EVP_PKEY* key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return KeyPointer{key};
}

struct Point {
    std::string_view x, y;
};

KeyPointer p256_key(const Point& point) {
    const std::string octets = std::string{"\x04"}.append(point.x).append(point.y);  // SEC 1, 2.3.3: uncompressed
    const ParameterBuilder builder{OSSL_PARAM_BLD_new()};
    CHECK(builder);
    CHECK(OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) == 1);
    CHECK(OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, octets.data(), octets.size()) == 1);
    return key_from("EC", builder);
}

struct RsaNumbers {
    std::string_view modulus, exponent;
};

KeyPointer rsa_key(const RsaNumbers& numbers) {
    const auto number = [](std::string_view bytes) {
        return Number{BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr)};
    };
    const Number modulus = number(numbers.modulus), exponent = number(numbers.exponent);
    const ParameterBuilder builder{OSSL_PARAM_BLD_new()};
    CHECK(modulus && exponent && builder);
    if (!BN_is_odd(modulus.get()) || !BN_is_odd(exponent.get()) || BN_is_one(exponent.get())) return nullptr;
    CHECK(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) == 1);
    CHECK(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) == 1);
    return key_from("RSA", builder);
}

bool verifies_with(const KeyPointer& key, const SignedBytes& it) {
    const DigestContext context{EVP_MD_CTX_new()};
    CHECK(context);
    return key && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes_of(it.signature), it.signature.size(), bytes_of(it.message),
                            it.message.size()) == 1;
}

// Ed25519 is compared by libsodium, which also refuses points of small order.
bool verifies_with_sodium(std::string_view key, const SignedBytes& it) {
    prepare_sodium();
    return it.signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(bytes_of(it.signature), bytes_of(it.message), it.message.size(),
                                       bytes_of(key)) == 0;
}

}  // namespace

std::optional<CoseKey::Prefix> CoseKey::parse_prefix(std::string_view bytes) {
    CborReader reader{bytes};
    const auto members = read_members(reader);
    const auto algorithm = members ? algorithm_of(*members) : std::nullopt;
    if (!algorithm) return std::nullopt;
    CoseKey key{*algorithm, bytes.substr(0, reader.position())};
    key.first_ = algorithm == SignatureAlgorithm::rs256 ? members->minus_one : members->minus_two;
    key.second_ = algorithm == SignatureAlgorithm::rs256 ? members->minus_two : members->minus_three;
    if (algorithm == SignatureAlgorithm::es256 && !p256_key({key.first_, key.second_})) return std::nullopt;
    if (algorithm == SignatureAlgorithm::rs256 && !rsa_key({key.first_, key.second_})) return std::nullopt;
    return Prefix{std::move(key), reader.position()};
}

std::optional<CoseKey> CoseKey::parse(std::string_view cose) {
    auto prefix = parse_prefix(cose);
    if (!prefix || prefix->size != cose.size()) return std::nullopt;
    return std::move(prefix->key);
}

bool CoseKey::verifies(const SignedBytes& signed_bytes) const {
    switch (algorithm_) {
        case SignatureAlgorithm::es256:
            return verifies_with(p256_key({first_, second_}), signed_bytes);
        case SignatureAlgorithm::eddsa:
            return verifies_with_sodium(first_, signed_bytes);
        case SignatureAlgorithm::rs256:
            return verifies_with(rsa_key({first_, second_}), signed_bytes);
    }
    return false;
}

}  // namespace auth
