#include "platform/auth/authenticator_data.h"

#include <algorithm>

#include "platform/auth/cbor_reader.h"

namespace auth {
namespace {

constexpr std::size_t kHeadSize = 37;  // site hash, flags, count
constexpr std::size_t kLongestCredentialId = 1023;

enum Flag : unsigned char {  // bits of the byte behind the site hash
    present = 0x01,
    verified = 0x04,
    backup_eligible = 0x08,
    backup_state = 0x10,
    attested = 0x40,
    extensions = 0x80,
};

unsigned char byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

template <std::size_t Size>
std::array<unsigned char, Size> copy_of(std::string_view bytes) {
    std::array<unsigned char, Size> copy;
    std::ranges::transform(bytes.substr(0, Size), copy.begin(), [](char c) { return static_cast<unsigned char>(c); });
    return copy;
}

// Takes the credential off the front of the bytes.
std::optional<AttestedCredential> take_credential(std::string_view& bytes) {
    constexpr std::size_t kModel = 16, kLength = 2;
    if (bytes.size() < kModel + kLength) return std::nullopt;
    const auto model = copy_of<kModel>(bytes);
    const std::size_t length = static_cast<std::size_t>(byte_at(bytes, kModel)) << 8 | byte_at(bytes, kModel + 1);
    bytes.remove_prefix(kModel + kLength);
    if (length == 0 || length > kLongestCredentialId || bytes.size() < length) return std::nullopt;
    std::string id{bytes.substr(0, length)};
    bytes.remove_prefix(length);
    auto key = CoseKey::parse_prefix(bytes);
    if (!key) return std::nullopt;
    bytes.remove_prefix(key->size);
    return AttestedCredential{model, std::move(id), std::move(key->key)};
}

bool skip_extensions(std::string_view& bytes) {
    CborReader reader{bytes};
    const auto head = CborReader{bytes}.next();
    if (!head || head->kind != CborItem::Kind::map || !reader.skip()) return false;
    bytes.remove_prefix(reader.position());
    return true;
}

std::uint32_t count_of(std::string_view bytes) {
    std::uint32_t count = 0;
    for (std::size_t i = 33; i < kHeadSize; ++i) count = count << 8 | byte_at(bytes, i);
    return count;
}

// The value of one member of the attestation object; empty views: not seen yet.
struct Members {
    std::string_view format, data;
    bool has_statement = false;
};

bool take(Members& members, std::string_view name, CborReader& reader) {
    if (name == "attStmt") {
        const bool is_first = !members.has_statement;
        members.has_statement = true;
        return is_first && reader.skip();
    }
    const auto value = reader.next();
    if (!value) return false;
    const bool is_format = name == "fmt" && value->kind == CborItem::Kind::text && members.format.empty();
    const bool is_data = name == "authData" && value->kind == CborItem::Kind::bytes && members.data.empty();
    if (is_format) members.format = value->bytes;
    if (is_data) members.data = value->bytes;
    return is_format || is_data;
}

}  // namespace

std::optional<AuthenticatorData> parse_authenticator_data(std::string_view bytes) {
    if (bytes.size() < kHeadSize) return std::nullopt;
    const unsigned char flags = byte_at(bytes, 32);
    AuthenticatorData data{.site_hash = copy_of<32>(bytes),
                           .is_user_present = (flags & present) != 0,
                           .is_user_verified = (flags & verified) != 0,
                           .may_be_backed_up = (flags & backup_eligible) != 0,
                           .is_backed_up = (flags & backup_state) != 0,
                           .sign_count = count_of(bytes),
                           .credential = std::nullopt};
    if (data.is_backed_up && !data.may_be_backed_up) return std::nullopt;
    bytes.remove_prefix(kHeadSize);
    if ((flags & attested) != 0 && !(data.credential = take_credential(bytes))) return std::nullopt;
    if ((flags & extensions) != 0 && !skip_extensions(bytes)) return std::nullopt;
    if (!bytes.empty()) return std::nullopt;
    return data;
}

std::optional<AttestationObject> parse_attestation_object(std::string_view bytes) {
    CborReader reader{bytes};
    const auto map = reader.next();
    if (!map || map->kind != CborItem::Kind::map || map->number != 3) return std::nullopt;
    Members members;
    for (int i = 0; i < 3; ++i) {
        const auto key = reader.next();
        if (!key || key->kind != CborItem::Kind::text || !take(members, key->bytes, reader)) return std::nullopt;
    }
    if (!reader.is_at_end()) return std::nullopt;
    return AttestationObject{std::string{members.format}, std::string{members.data}};
}

}  // namespace auth
