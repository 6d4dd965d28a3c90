#include "features/count_proof/entry.h"

#include <algorithm>
#include <cstring>

namespace count_proof {
namespace {

constexpr char kFormat = 1;
constexpr std::string_view kCommitmentLine = "alltogether count commitment 1\n";
constexpr std::array kTypes{EntryType::confirmed, EntryType::withdrawn, EntryType::invalidated, EntryType::restored,
                            EntryType::key};

bool is_type(char byte) { return byte >= 1 && byte <= static_cast<char>(kTypes.size()); }
bool is_class(char byte) { return byte >= 0 && byte < static_cast<char>(ports::kSignerClasses.size()); }

}  // namespace

EntryType type_of(ports::CountStep step) {
    switch (step) {
        case ports::CountStep::confirmed:
            return EntryType::confirmed;
        case ports::CountStep::withdrawn:
            return EntryType::withdrawn;
        case ports::CountStep::invalidated:
            return EntryType::invalidated;
        case ports::CountStep::restored:
            return EntryType::restored;
    }
    return EntryType::confirmed;
}

std::string_view name_of(EntryType type) {
    constexpr std::array<std::string_view, kTypes.size()> kNames{"confirmed", "withdrawn", "invalidated", "restored",
                                                                 "key"};
    return kNames[static_cast<std::size_t>(type) - 1];
}

std::optional<EntryType> type_of(std::string_view name) {
    const auto found = std::ranges::find(kTypes, name, [](EntryType type) { return name_of(type); });
    return found == kTypes.end() ? std::nullopt : std::optional{*found};
}

std::optional<SignerClass> class_of(std::string_view name) {
    const auto found =
        std::ranges::find(ports::kSignerClasses, name, [](SignerClass each) { return ports::name_of(each); });
    return found == ports::kSignerClasses.end() ? std::nullopt : std::optional{*found};
}

std::string encode(const Entry& entry) {
    std::string bytes;
    bytes.reserve(kEntrySize);
    bytes += kFormat;
    bytes += static_cast<char>(entry.type);
    bytes += static_cast<char>(entry.signer_class);
    append_number(bytes, entry.petition.value);
    bytes += entry.commitment.view();
    return bytes;
}

std::optional<Entry> decode(std::string_view bytes) {
    if (bytes.size() != kEntrySize || bytes[0] != kFormat || !is_type(bytes[1]) || !is_class(bytes[2]))
        return std::nullopt;
    const Entry entry{static_cast<EntryType>(bytes[1]), static_cast<SignerClass>(bytes[2]),
                      PetitionId{number_of(bytes.substr(3, 8))}, *Hash::of(bytes.substr(11))};
    const bool is_nobodys = entry.signer_class == SignerClass::individual && entry.petition.value == 0;
    const bool fits = entry.type == EntryType::key ? is_nobodys : entry.petition.value > 0;
    return fits ? std::optional{entry} : std::nullopt;
}

Hash commitment_of(const Opening& opening) {
    std::string bytes{kCommitmentLine};
    bytes += opening.salt.view();
    append_number(bytes, opening.petition.value);
    bytes += static_cast<char>(opening.signer_class);
    append_number(bytes, opening.signature.value);
    append_number(bytes, opening.counted_at.microseconds);
    return sha256(bytes);
}

void Tally::add(EntryType type) {
    switch (type) {
        case EntryType::confirmed:
            ++confirmed;
            return;
        case EntryType::withdrawn:
            ++withdrawn;
            return;
        case EntryType::invalidated:
            ++invalidated;
            return;
        case EntryType::restored:
            ++restored;
            return;
        case EntryType::key:
            return;
    }
}

void Recount::add(const Entry& entry) {
    const std::int64_t position = size_++;
    if (entry.type == EntryType::key) {
        keys_.push_back(entry.commitment);
        return;
    }
    tallies_[{entry.petition, entry.signer_class}].add(entry.type);
    Seen seen{{},
              entry.petition.value,
              static_cast<std::uint64_t>(position),
              static_cast<std::uint8_t>(entry.signer_class),
              static_cast<std::uint8_t>(entry.type)};
    std::memcpy(seen.commitment.data(), entry.commitment.bytes.data(), seen.commitment.size());
    seen_.push_back(seen);
}

std::optional<std::int64_t> Recount::first_contradiction() {
    std::ranges::sort(seen_, [](const Seen& left, const Seen& right) {
        const auto order = left.commitment <=> right.commitment;
        return order != 0 ? order < 0 : left.position < right.position;
    });
    std::optional<std::int64_t> first;
    const Seen* before = nullptr;
    bool counts = false;
    for (const Seen& seen : seen_) {
        const bool is_new = before == nullptr || before->commitment != seen.commitment;
        const auto position = static_cast<std::int64_t>(seen.position);
        const bool is_wrong = is_new ? seen.entry_type() != EntryType::confirmed
                                     : counts == counts_up(seen.entry_type()) || !seen.is_of_same_count_as(*before);
        if (is_wrong && (!first || position < *first)) first = position;
        counts = counts_up(seen.entry_type());
        before = &seen;
    }
    return first;
}

}  // namespace count_proof
