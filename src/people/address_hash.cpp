#include "people/address_hash.h"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/uidna.h>

#include "platform/auth/keyed_hash.h"

namespace people {
namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const UIDNA* converter() {
    static const std::unique_ptr<UIDNA, decltype(&uidna_close)> kept = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<UIDNA, decltype(&uidna_close)>{uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII, &status),
                                                              &uidna_close};
    }();
    return kept.get();
}

std::string ascii_domain(std::string_view domain) {
    std::array<char, 256> ascii{};
    UErrorCode status = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const std::int32_t length =
        uidna_nameToASCII_UTF8(converter(), domain.data(), static_cast<std::int32_t>(domain.size()), ascii.data(),
                               static_cast<std::int32_t>(ascii.size()), &info, &status);
    if (U_FAILURE(status) || info.errors != 0) return std::string{domain};
    return {ascii.data(), static_cast<std::size_t>(length)};
}

}  // namespace

std::string canonical_address(const base::EmailAddress& address) {
    std::string canonical = address.canonical();
    if (is_ascii(canonical)) return canonical;
    const auto domain = canonical.rfind('@') + 1;
    return canonical.substr(0, domain) + ascii_domain(std::string_view{canonical}.substr(domain));
}

std::int64_t address_hash(const auth::Secret& secret, const base::EmailAddress& address) {
    return auth::keyed_hash(secret, "people.address", canonical_address(address));
}

}  // namespace people
