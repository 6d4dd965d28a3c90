// tests/support/made_log.h - logs of a count as anybody can make them: entry by entry, with heads by any key.
#pragma once
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "features/count_proof/head.h"
#include "features/count_proof/tree.h"

namespace test_support {

class MadeLog {
public:
    explicit MadeLog(std::string origin) : origin_(std::move(origin)) {}

    MadeLog& announce(const count_proof::PublicKey& key) {
        entries.push_back({.type = count_proof::EntryType::key, .commitment = key.key});
        return *this;
    }
    // `who` makes the commitment: the same number, the same signature.
    MadeLog& step(count_proof::EntryType type, std::uint8_t who, std::int64_t petition = 71) {
        entries.push_back({type, count_proof::SignerClass::individual, count_proof::PetitionId{petition},
                           count_proof::sha256({reinterpret_cast<const char*>(&who), 1})});
        return *this;
    }

    // What an honest head over all entries says.
    count_proof::TreeHead head() const {
        count_proof::Edge edge;
        count_proof::Recount recount;
        for (const auto& entry : entries) {
            edge.append(count_proof::leaf_hash(encode(entry)), [](const auto&, const auto&) {});
            recount.add(entry);
        }
        count_proof::TreeHead head{origin_, edge.size(), edge.root(), {1'795'348'800'000'000}, {}};
        for (const auto& [key, tally] : recount.tallies())
            head.counts.push_back({key.first, "library", key.second, tally});
        return head;
    }
    std::string note(std::span<const count_proof::SigningKey> keys) const { return signed_note(text_of(head()), keys); }

    // The file as it is downloaded, under this note.
    std::string file(const std::string& note) const {
        std::string bytes = fmt::format("alltogether-count-log 1 {}\n{}", note.size(), note);
        for (const auto& entry : entries) bytes += encode(entry);
        return bytes;
    }

    std::vector<count_proof::Entry> entries;

private:
    std::string origin_;
};

}  // namespace test_support
