// features/count_proof/entry.h - what one entry of the log says, and what the log as a whole counts. Pure.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "features/count_proof/bytes.h"
#include "ports/count_changes.h"

namespace count_proof {

using ports::PetitionId;
using ports::SignatureId;
using ports::SignerClass;

// The first four are steps of a count; key announces the key that signs from here on.
enum class EntryType : unsigned char { confirmed = 1, withdrawn = 2, invalidated = 3, restored = 4, key = 5 };

EntryType type_of(ports::CountStep step);
// "confirmed", "withdrawn", "invalidated", "restored", "key".
std::string_view name_of(EntryType type);
std::optional<EntryType> type_of(std::string_view name);
// The class of this name in the log and the API: "elected_official".
std::optional<SignerClass> class_of(std::string_view name);
// One more counts after it, or one less; a key changes no count.
constexpr bool counts_up(EntryType type) { return type == EntryType::confirmed || type == EntryType::restored; }

// 43 bytes: the byte 1 (of this format), the type, the class, the petition (8 bytes, the highest first), the
// commitment. Of a key: class and petition are 0, and the commitment is the public key.
struct Entry {
    EntryType type;
    SignerClass signer_class = SignerClass::individual;
    PetitionId petition{0};
    Hash commitment;
    bool operator==(const Entry&) const = default;
};
inline constexpr std::size_t kEntrySize = 43;

std::string encode(const Entry& entry);
// nullopt for anything encode() does not give.
std::optional<Entry> decode(std::string_view bytes);

// What a commitment hides, and the signer's receipt opens.
struct Opening {
    PetitionId petition;
    SignerClass signer_class;
    SignatureId signature;
    base::Instant counted_at;  // when it was confirmed
    Hash salt;                 // 32 random bytes; without them nobody can try numbers and times
};
// SHA-256 of the line "alltogether count commitment 1\n", the salt, the petition, the class (1 byte), the number of the
// signature and the microseconds since 1970 (8 bytes each).
Hash commitment_of(const Opening& opening);

// How a count came about.
struct Tally {
    std::int64_t confirmed = 0, withdrawn = 0, invalidated = 0, restored = 0;
    std::int64_t standing() const { return confirmed - withdrawn - invalidated + restored; }
    void add(EntryType type);
    bool operator==(const Tally&) const = default;
};
using TallyKey = std::pair<PetitionId, SignerClass>;
using Tallies = std::map<TallyKey, Tally>;

// Counts a log from its entries alone, in their order. Steps of one commitment must alternate: it is confirmed first,
// is taken away only while it counts, and comes back only while it does not; petition and class never change.
class Recount {
public:
    void add(const Entry& entry);

    const Tallies& tallies() const { return tallies_; }
    const std::vector<Hash>& keys() const { return keys_; }  // in the order of their entries
    std::int64_t size() const { return size_; }

    // The position of the first entry that follows upon nothing or contradicts an earlier one; nullopt: all is well.
    // Sorts what was added: 32 bytes for each entry.
    std::optional<std::int64_t> first_contradiction();

private:
    // 32 bytes. Of the commitment the first 16: enough to tell all apart that anybody can make.
    struct Seen {
        std::array<std::uint8_t, 16> commitment;
        std::int64_t petition;
        std::uint64_t position : 48;
        std::uint64_t signer_class : 8;
        std::uint64_t type : 8;

        EntryType entry_type() const { return static_cast<EntryType>(type); }
        bool is_of_same_count_as(const Seen& other) const {
            return petition == other.petition && signer_class == other.signer_class;
        }
    };
    static_assert(sizeof(Seen) == 32);

    std::int64_t size_ = 0;
    Tallies tallies_;
    std::vector<Hash> keys_;
    std::vector<Seen> seen_;
};

}  // namespace count_proof
