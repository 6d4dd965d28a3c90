#include "features/count_proof/proof_service.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace count_proof {
namespace {

using store::kPageEntries;
using store::kPageLevel;

constexpr base::Duration kPromised = base::minutes(10);

// The part of a page that a small subtree stands for, hashed.
Hash hash_in_page(std::string_view entries, const NodeId& node) {
    const std::int64_t first = (node.index << node.level) % kPageEntries;
    Edge edge;
    for (std::int64_t i = first; i < first + (std::int64_t{1} << node.level); ++i)
        edge.append(leaf_hash(entries.substr(static_cast<std::size_t>(i) * kEntrySize, kEntrySize)),
                    [](const NodeId&, const Hash&) {});
    return edge.root();
}

std::int64_t page_of(const NodeId& node) { return (node.index << node.level) / kPageEntries; }

// The subtrees of some ranges, fetched together.
class Subtrees {
public:
    Subtrees(db::Read& read, std::span<const Range> ranges) {
        std::vector<NodeId> large;
        std::set<std::int64_t> page_numbers;
        for (const Range& range : ranges)
            for (const NodeId& node : complete_subtrees(range)) {
                if (node.level >= kPageLevel)
                    large.push_back(node);
                else
                    page_numbers.insert(page_of(node));
            }
        const std::vector<std::int64_t> numbers{page_numbers.begin(), page_numbers.end()};
        parts_ = store::parts(read, {.nodes = large, .pages = numbers});
    }

    Hash operator()(const NodeId& node) const {
        if (node.level >= kPageLevel) {
            const auto found = parts_.nodes.find(node);
            if (found == parts_.nodes.end()) throw db::Fault{"a subtree of the count's log is missing: rebuild it"};
            return found->second;
        }
        const auto page = parts_.pages.find(page_of(node));
        const auto needed = ((node.index + 1) << node.level) - page_of(node) * kPageEntries;
        if (page == parts_.pages.end() || std::ssize(page->second) < needed * std::int64_t{kEntrySize})
            throw db::Fault{"entries of the count's log are missing"};
        return hash_in_page(page->second, node);
    }

private:
    store::Parts parts_;
};

// The steps of a signature as far as a tree of that size holds them, each with its path.
std::vector<ProvenStep> proven_steps(db::Read& read, const store::Story& story, std::int64_t size) {
    const auto confirmed = story.record.position;
    std::vector<ProvenStep> steps;
    if (confirmed && *confirmed < size) steps.push_back({EntryType::confirmed, *confirmed, {}});
    for (const store::Step& step : story.steps)
        if (step.position && *step.position < size) steps.push_back({type_of(step.step), *step.position, {}});
    std::vector<Range> ranges;
    for (const ProvenStep& step : steps)
        std::ranges::copy(inclusion_ranges({step.position, size}), std::back_inserter(ranges));
    auto hashes = hashes_of(read, ranges);
    auto next = hashes.begin();
    for (ProvenStep& step : steps) {
        const auto length = std::ssize(inclusion_ranges({step.position, size}));
        step.path.assign(next, next + length);
        next += length;
    }
    return steps;
}

// Signed now: by then the entry is in the tree. nullopt before the log begins.
std::optional<Receipt> promise_of(db::Read& read, const Opening& opening, base::Instant now) {
    const auto log = store::log(read);
    if (!log) return std::nullopt;
    const auto signing = store::signing_keys(read);
    const base::Instant by{(now + kPromised).seconds() * 1'000'000};
    const Promise promise{log->origin, entry_of(opening, EntryType::confirmed), by};
    return Receipt{opening, {}, signed_note(text_of(promise), signing), 0, signing.back().public_key()};
}

}  // namespace

std::vector<Hash> hashes_of(db::Read& read, std::span<const Range> ranges) {
    const Subtrees subtrees{read, ranges};
    std::vector<Hash> hashes;
    for (const Range& range : ranges)
        hashes.push_back(hash_of(range, [&](const NodeId& node) { return subtrees(node); }));
    return hashes;
}

Edge edge_of(db::Read& read, std::int64_t size) {
    const Range all{0, size};
    const Subtrees subtrees{read, {&all, 1}};
    return {size, [&](const NodeId& node) { return subtrees(node); }};
}

std::vector<Hash> consistency_proof(db::Read& read, const Growth& growth) {
    return hashes_of(read, consistency_ranges(growth));
}

std::optional<Receipt> receipt_of(db::Read& read, SignatureId signature, base::Instant now) {
    const auto story = store::story_of(read, signature);
    if (!story || !story->record.salt) return std::nullopt;
    const store::Record& record = story->record;
    const Opening opening{record.petition, record.signer_class, record.signature, record.counted_at, *record.salt};
    const auto sealed = store::sealed(read);
    if (!sealed || !record.position || *record.position >= sealed->head.size) return promise_of(read, opening, now);
    return Receipt{opening, proven_steps(read, *story, sealed->head.size), sealed->head.note, sealed->head.size,
                   sealed->key};
}

void write_entries(db::Read& read, const Range& range, const std::function<void(std::string_view)>& write) {
    for (std::int64_t at = range.first; at < range.end;) {
        const std::int64_t number = at / kPageEntries;
        const std::int64_t end = std::min(range.end, (number + 1) * kPageEntries);
        const std::string page = store::page(read, number);
        const auto first = static_cast<std::size_t>(at - number * kPageEntries) * kEntrySize;
        const auto size = static_cast<std::size_t>(end - at) * kEntrySize;
        if (page.size() < first + size) throw db::Fault{"entries of the count's log are missing"};
        write(std::string_view{page}.substr(first, size));
        at = end;
    }
}

std::optional<LogFile> log_file(db::Read& read) {
    const auto head = store::newest_head(read);
    if (!head) return std::nullopt;
    return LogFile{fmt::format("alltogether-count-log 1 {}\n{}", head->note.size(), head->note), head->size};
}

}  // namespace count_proof
