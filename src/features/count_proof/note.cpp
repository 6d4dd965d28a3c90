#include "features/count_proof/note.h"

#include <algorithm>

#include <sodium.h>

#include "base/check.h"
#include "base/text.h"

namespace count_proof {
namespace {

constexpr std::string_view kDash = "\u2014 ";
constexpr char kEd25519 = 1;
constexpr std::size_t kNumberSize = 4, kSignatureSize = 64;
constexpr std::size_t kMostSignatures = 16;

void prepare_sodium() {
    static const bool kReady = sodium_init() >= 0;
    CHECK(kReady);
}

bool is_name(std::string_view name) {
    return !name.empty() && name.find_first_of(" +\n\t\r") == std::string_view::npos && base::is_valid_utf8(name);
}

// Of those a terminal that shows a head would make something.
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }

const unsigned char* unsigned_bytes(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string typed(const Hash& key) { return std::string(1, kEd25519).append(key.view()); }

// "— name base64"
std::optional<Note::Signature> read_signature(std::string_view line) {
    if (!line.starts_with(kDash)) return std::nullopt;
    line.remove_prefix(kDash.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !is_name(line.substr(0, space))) return std::nullopt;
    const auto bytes = from_base64(line.substr(space + 1));
    if (!bytes || bytes->size() <= kNumberSize) return std::nullopt;
    return Note::Signature{std::string{line.substr(0, space)}, bytes->substr(0, kNumberSize),
                           bytes->substr(kNumberSize)};
}

}  // namespace

std::string PublicKey::number() const {
    const Hash hash = sha256(name + "\n" + typed(key));
    return std::string{hash.view().substr(0, kNumberSize)};
}

std::string PublicKey::text() const { return name + "+" + hex(number()) + "+" + base64(typed(key)); }

std::optional<PublicKey> PublicKey::parse(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    const auto first = text.find('+');
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = text.find('+', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto bytes = from_base64(text.substr(second + 1));
    if (!bytes || bytes->size() != 1 + Hash::kSize || bytes->front() != kEd25519) return std::nullopt;
    const PublicKey key{std::string{text.substr(0, first)}, *Hash::of(std::string_view{*bytes}.substr(1))};
    if (!is_name(key.name) || text.substr(first + 1, second - first - 1) != hex(key.number())) return std::nullopt;
    return key;
}

SigningKey SigningKey::random(std::string_view name) {
    prepare_sodium();
    Hash seed;
    randombytes_buf(seed.bytes.data(), seed.bytes.size());
    return {name, seed};
}

SigningKey::SigningKey(std::string_view name, const Hash& seed) : seed_(seed), public_{std::string{name}, {}} {
    CHECK(is_name(name));
    prepare_sodium();
    crypto_sign_seed_keypair(public_.key.bytes.data(), secret_.data(), seed_.bytes.data());
}

SigningKey::~SigningKey() {
    sodium_memzero(secret_.data(), secret_.size());
    sodium_memzero(seed_.bytes.data(), seed_.bytes.size());
}

std::string SigningKey::sign(std::string_view text) const {
    std::string signature(kSignatureSize, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, unsigned_bytes(text), text.size(),
                         secret_.data());
    return signature;
}

std::string signed_note(std::string_view text, std::span<const SigningKey> keys) {
    CHECK(text.ends_with('\n') && text.find("\n\n") == std::string_view::npos);
    std::string note{text};
    note += '\n';
    for (const SigningKey& key : keys) {
        const PublicKey& by = key.public_key();
        note.append(kDash).append(by.name).append(" ").append(base64(by.number() + key.sign(text))).append("\n");
    }
    return note;
}

std::optional<Note> read_note(std::string_view bytes) {
    if (bytes.size() > kLongestNote || !bytes.ends_with('\n') || !base::is_valid_utf8(bytes)) return std::nullopt;
    if (std::ranges::any_of(bytes, is_control)) return std::nullopt;
    const auto split = bytes.rfind("\n\n");
    if (split == std::string_view::npos || split == 0) return std::nullopt;
    Note note{std::string{bytes.substr(0, split + 1)}, {}};
    for (std::string_view rest = bytes.substr(split + 2); !rest.empty();) {
        const auto end = rest.find('\n');
        auto signature = read_signature(rest.substr(0, end));
        if (!signature || note.signatures.size() == kMostSignatures) return std::nullopt;
        note.signatures.push_back(*std::move(signature));
        rest.remove_prefix(end + 1);
    }
    if (note.signatures.empty()) return std::nullopt;
    return note;
}

bool is_signed_by(const Note& note, const PublicKey& key) {
    prepare_sodium();
    return std::ranges::any_of(note.signatures, [&](const Note::Signature& signature) {
        if (signature.name != key.name || signature.key_number != key.number()) return false;
        return signature.bytes.size() == kSignatureSize &&
               crypto_sign_verify_detached(unsigned_bytes(signature.bytes), unsigned_bytes(note.text), note.text.size(),
                                           key.key.bytes.data()) == 0;
    });
}

}  // namespace count_proof
