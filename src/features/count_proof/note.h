// features/count_proof/note.h - signed texts in the format "signed note" (C2SP.org/signed-note), with Ed25519: a few
// lines, an empty line, and a line for each signature. Witnesses and tools of transparency logs read the same.
//
//     campaign.example/count-proof
//     1847
//     4Jz...=
//                                                  <- an empty line
//     — campaign.example/count-proof Gk1o...=      <- key's name; base64 of the key's number (4 bytes) and signature
//     (64)
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/count_proof/bytes.h"

namespace count_proof {

// Who verifies. The name is the log's origin: no space, no plus sign, not empty.
struct PublicKey {
    std::string name;
    Hash key;
    bool operator==(const PublicKey&) const = default;

    // The first four bytes of the SHA-256 of: name, line feed, the byte 1, the key.
    std::string number() const;
    // "name+1a2b3c4d+base64 of the byte 1 and the key": how keys are handed around.
    std::string text() const;
    static std::optional<PublicKey> parse(std::string_view text);
};

// Who signs: 32 secret bytes, wiped when they go.
class SigningKey {
public:
    static SigningKey random(std::string_view name);
    SigningKey(std::string_view name, const Hash& seed);
    SigningKey(const SigningKey&) = default;
    SigningKey& operator=(const SigningKey&) = delete;
    ~SigningKey();

    const PublicKey& public_key() const { return public_; }
    const Hash& seed() const { return seed_; }
    // 64 bytes.
    std::string sign(std::string_view text) const;

private:
    Hash seed_;
    PublicKey public_;
    std::array<unsigned char, 64> secret_{};
};

// The signed note of the text, which ends with a line feed and holds no empty line.
std::string signed_note(std::string_view text, std::span<const SigningKey> keys);

// A note as it was read; what it says is not to be trusted before is_signed_by.
struct Note {
    struct Signature {
        std::string name, key_number, bytes;
    };
    std::string text;
    std::vector<Signature> signatures;
};

inline constexpr std::size_t kLongestNote = 1 << 20;  // bytes

// nullopt for whatever is no signed note: other bytes than UTF-8 lines, control characters, no signature, too long.
std::optional<Note> read_note(std::string_view bytes);

bool is_signed_by(const Note& note, const PublicKey& key);

}  // namespace count_proof
