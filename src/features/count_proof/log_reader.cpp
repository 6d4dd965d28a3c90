#include "features/count_proof/log_reader.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>

#include <boost/json.hpp>
#include <fmt/format.h>

namespace count_proof {
namespace {

constexpr std::string_view kFileLine = "alltogether-count-log 1 ";
constexpr std::size_t kAtOnce = 8'192;  // entries
constexpr std::size_t kLongestLine = 64;

using Look = std::function<void(std::string_view entry)>;

// The pieces of a log on the disk, opened one after the other.
struct Pieces {
    std::string note;
    std::vector<std::filesystem::path> files;
    std::streamoff entries_from = 0;  // in the first file
};

// The first line, without its end; empty where it is longer than any of ours: that is another file, however large.
std::string first_line(std::ifstream& file) {
    std::array<char, kLongestLine> line{};
    file.getline(line.data(), line.size());
    return file ? std::string{line.data(), static_cast<std::size_t>(file.gcount()) - 1} : std::string{};
}

base::Result<Pieces, Wrong> open_file(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    const std::string line = first_line(file);
    if (!line.starts_with(kFileLine)) return Wrong{path.string() + " is no downloaded log of a count"};
    const auto length = decimal(std::string_view{line}.substr(kFileLine.size()));
    if (!length || *length > static_cast<std::int64_t>(kLongestNote)) return Wrong{"the first line is malformed"};
    std::string note(static_cast<std::size_t>(*length), '\0');
    if (!file.read(note.data(), *length)) return Wrong{"the file ends within its head"};
    return Pieces{std::move(note), {path}, static_cast<std::streamoff>(file.tellg())};
}

base::Result<Pieces, Wrong> open_folder(const std::filesystem::path& folder) {
    std::ifstream file{folder / "head.txt", std::ios::binary};
    std::string note(kLongestNote + 1, '\0');
    file.read(note.data(), static_cast<std::streamsize>(note.size()));
    note.resize(static_cast<std::size_t>(file.gcount()));
    if (note.empty()) return Wrong{"the folder has no head.txt"};
    std::map<std::int64_t, std::filesystem::path> by_position;
    for (const auto& each : std::filesystem::directory_iterator{folder}) {
        const std::string name = each.path().filename().string();
        if (!name.starts_with("entries-") || !name.ends_with(".bin")) continue;
        if (const auto position = decimal(std::string_view{name}.substr(8, name.size() - 12)))
            by_position.emplace(*position, each.path());
    }
    Pieces pieces{std::move(note), {}};
    std::int64_t expected = 0;
    for (const auto& [position, path] : by_position) {
        if (position != expected) return Wrong{fmt::format("entries from {} on are missing", expected)};
        expected += static_cast<std::int64_t>(std::filesystem::file_size(path) / kEntrySize);
        pieces.files.push_back(path);
    }
    return pieces;
}

base::Result<Pieces, Wrong> open(const std::filesystem::path& path) {
    std::error_code fault;
    if (!std::filesystem::exists(path, fault)) return Wrong{path.string() + " is not there"};
    return std::filesystem::is_directory(path, fault) ? open_folder(path) : open_file(path);
}

// Shows every entry; the number of bytes that were left over.
std::size_t each_entry(const Pieces& pieces, const Look& look) {
    std::size_t left_over = 0;
    std::streamoff from = pieces.entries_from;
    for (const auto& path : pieces.files) {
        std::ifstream file{path, std::ios::binary};
        file.seekg(from);
        from = 0;
        std::string part(kAtOnce * kEntrySize, '\0');
        while (file.read(part.data(), static_cast<std::streamsize>(part.size())) || file.gcount() > 0) {
            const auto size = static_cast<std::size_t>(file.gcount());
            for (std::size_t at = 0; at + kEntrySize <= size; at += kEntrySize)
                look(std::string_view{part}.substr(at, kEntrySize));
            left_over += size % kEntrySize;
        }
    }
    return left_over;
}

Tallies tallies_of(const TreeHead& head) {
    Tallies tallies;
    for (const HeadCount& count : head.counts) tallies[{count.petition, count.signer_class}] = count.tally;
    return tallies;
}

// A head whose signature holds for this key, or for the one given.
struct ReadHead {
    Note note;
    TreeHead head;
};
base::Result<ReadHead, Wrong> read_signed(std::string_view bytes, std::string_view which) {
    auto note = read_note(bytes);
    auto head = note ? read_head(note->text) : std::nullopt;
    if (!head) return Wrong{fmt::format("the {} cannot be read", which)};
    return ReadHead{*std::move(note), *std::move(head)};
}

bool vouches_for(const PublicKey& key, const ReadHead& read) {
    return key.name == read.head.origin && is_signed_by(read.note, key);
}

// That the log announces a trusted key proves nothing: anybody can announce it in a log of their own. It has to have
// signed the head.
std::optional<Wrong> key_problem(const ReadHead& read, const std::vector<Hash>& keys, const TrustedKeys& trusted) {
    if (keys.empty()) return Wrong{"the log announces no key"};
    if (!vouches_for({read.head.origin, keys.back()}, read))
        return Wrong{"the head is not signed by the key that the log announces"};
    if (trusted.empty() || std::ranges::any_of(trusted, [&](const PublicKey& key) { return vouches_for(key, read); }))
        return std::nullopt;
    const bool is_earlier = std::ranges::any_of(
        trusted, [&](const PublicKey& key) { return std::ranges::find(keys, key.key) != keys.end(); });
    return Wrong{is_earlier ? "the head is signed by another key than the one that you trust, announced later in this "
                              "log: trust that one only if the head over its announcement has both signatures"
                            : "the head is not signed by the key that you trust"};
}

base::Result<std::vector<Hash>, Wrong> read_proof(std::string_view text) {
    boost::system::error_code error;
    const auto value = boost::json::parse(text, error);
    const auto* list = !error && value.is_object() ? value.get_object().if_contains("proof") : nullptr;
    if (list == nullptr || !list->is_array()) return Wrong{"the proof is no JSON object with a list \"proof\""};
    std::vector<Hash> proof;
    for (const auto& each : list->get_array()) {
        const auto hash = each.is_string() ? Hash::of(from_hex(each.get_string()).value_or("")) : std::nullopt;
        if (!hash) return Wrong{"the proof holds something that is no hash"};
        proof.push_back(*hash);
    }
    return proof;
}

// By the log: its first entries must give the roots of both.
std::optional<Wrong> problem_by_log(const std::filesystem::path& path, const TreeHead& old_head,
                                    const TreeHead& new_head) {
    const auto pieces = open(path);
    if (!pieces) return pieces.error();
    Edge edge;
    std::optional<Wrong> problem;
    const auto compare = [&](const TreeHead& head, std::string_view which) {
        if (edge.size() == head.size && edge.root() != head.root)
            problem = Wrong{fmt::format("the log does not give the root of the {} head", which)};
    };
    compare(old_head, "old");
    compare(new_head, "new");
    each_entry(*pieces, [&](std::string_view entry) {
        edge.append(leaf_hash(entry), [](const NodeId&, const Hash&) {});
        compare(old_head, "old");
        compare(new_head, "new");
    });
    if (!problem && edge.size() < new_head.size) problem = Wrong{"the log is shorter than the new head says"};
    return problem;
}

std::optional<Wrong> problem_by_proof(const std::string& text, const TreeHead& old_head, const TreeHead& new_head) {
    const Growth growth{old_head.size, new_head.size};
    if (text.empty() && growth.old_size != growth.new_size)
        return Wrong{"heads of different sizes need --proof or --log"};
    const auto proof = text.empty() ? base::Result<std::vector<Hash>, Wrong>{std::vector<Hash>{}} : read_proof(text);
    if (!proof) return proof.error();
    if (is_consistent(growth, {old_head.root, new_head.root}, *proof)) return std::nullopt;
    return Wrong{"the new head does not continue the old one: something was changed or dropped"};
}

}  // namespace

base::Result<VerifiedLog, Wrong> verify_log(const std::filesystem::path& path, const TrustedKeys& trusted) {
    const auto pieces = open(path);
    if (!pieces) return pieces.error();
    auto read = read_signed(pieces->note, "head of the log");
    if (!read) return read.error();
    Recount recount;
    Edge edge;
    bool begins_with_key = false;
    std::optional<std::int64_t> unreadable;
    const std::size_t left_over = each_entry(*pieces, [&](std::string_view bytes) {
        const auto entry = decode(bytes);
        if (edge.size() == 0) begins_with_key = entry && entry->type == EntryType::key;
        if (!entry && !unreadable) unreadable = edge.size();
        if (entry) recount.add(*entry);
        edge.append(leaf_hash(bytes), [](const NodeId&, const Hash&) {});
    });
    if (left_over > 0) return Wrong{"the log ends within an entry: it was cut"};
    if (edge.size() != read->head.size)
        return Wrong{fmt::format("the head covers {} entries, the log holds {}", read->head.size, edge.size())};
    if (edge.root() != read->head.root) return Wrong{"the entries do not give the root of the head"};
    if (unreadable) return Wrong{fmt::format("entry {} is malformed", *unreadable)};
    if (!begins_with_key) return Wrong{"the log does not begin with its first key"};
    if (auto problem = key_problem(*read, recount.keys(), trusted)) return *std::move(problem);
    if (const auto at = recount.first_contradiction())
        return Wrong{fmt::format("entry {} contradicts an earlier one", *at)};
    if (tallies_of(read->head) != recount.tallies())
        return Wrong{"the entries do not add up to the counts of the head"};
    return VerifiedLog{std::move(read->head), recount.keys()};
}

base::Result<std::string, Wrong> verify_heads(const TwoHeads& heads) {
    const auto old_head = read_signed(heads.old_note, "old head"), new_head = read_signed(heads.new_note, "new head");
    if (!old_head) return old_head.error();
    if (!new_head) return new_head.error();
    if (old_head->head.origin != new_head->head.origin) return Wrong{"the heads are of two different logs"};
    for (const auto* each : {&*old_head, &*new_head})
        if (!heads.keys.empty() &&
            std::ranges::none_of(heads.keys, [&](const PublicKey& key) { return vouches_for(key, *each); }))
            return Wrong{fmt::format("the head of {} entries is not signed by this key", each->head.size)};
    const Growth growth{old_head->head.size, new_head->head.size};
    if (growth.old_size > growth.new_size) return Wrong{"the old head covers more entries than the new one"};
    auto problem = heads.log.empty() ? problem_by_proof(heads.proof, old_head->head, new_head->head)
                                     : problem_by_log(heads.log, old_head->head, new_head->head);
    if (problem) return *std::move(problem);
    return fmt::format("the log of {} entries continues that of {}: nothing was changed or dropped{}", growth.new_size,
                       growth.old_size, heads.keys.empty() ? " (signatures not checked: give --key)" : "");
}

}  // namespace count_proof
