#include "features/count_proof/audit_service.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "features/count_proof/head.h"
#include "features/count_proof/log_store.h"

namespace count_proof {
namespace {

using store::kPageEntries;
using store::kPageLevel;

// Looks at the subtrees that a page finishes, and keeps them beside what the table has.
class NodeComparison {
public:
    explicit NodeComparison(db::Read& read) : read_(read) {}

    void add(const NodeId& node, const Hash& hash) {
        made_.emplace(node, hash);
        if (made_.size() >= 2'000) compare();
    }
    std::int64_t differences() {
        compare();
        return differences_ + std::abs(store::count_nodes(read_) - seen_);
    }

private:
    void compare() {
        std::vector<NodeId> wanted;
        for (const auto& [node, hash] : made_) wanted.push_back(node);
        const auto kept = store::nodes(read_, wanted);
        for (const auto& [node, hash] : made_) {
            const auto found = kept.find(node);
            if (found != kept.end() && found->second != hash) ++differences_;
        }
        seen_ += std::ssize(made_);
        made_.clear();
    }

    db::Read& read_;
    store::Nodes made_;
    std::int64_t seen_ = 0, differences_ = 0;
};

// Every entry of a page, and every subtree it finishes from kPageLevel on.
void walk_page(std::string_view entries, Edge& edge, const std::function<void(std::string_view)>& look,
               const Edge::Made& made) {
    for (std::size_t at = 0; at + kEntrySize <= entries.size(); at += kEntrySize) {
        const auto entry = entries.substr(at, kEntrySize);
        look(entry);
        edge.append(leaf_hash(entry), [&](const NodeId& node, const Hash& hash) {
            if (node.level >= kPageLevel) made(node, hash);
        });
    }
}

std::vector<std::string> problems_of_head(const store::StoredHead& head, const std::vector<store::Key>& keys) {
    const auto note = read_note(head.note);
    const auto text = note ? read_head(note->text) : std::nullopt;
    if (!text) return {fmt::format("the head of {} entries cannot be read", head.size)};
    if (text->size != head.size || text->root != head.root)
        return {fmt::format("the head of {} entries says something else than its row", head.size)};
    const auto later = std::ranges::find_if(keys, [&](const store::Key& key) { return key.position >= head.size; });
    if (later == keys.begin() || !is_signed_by(*note, std::prev(later)->key))
        return {fmt::format("the head of {} entries is not signed by the key of its time", head.size)};
    return {};
}

std::vector<std::string> problems_of_tallies(const Tallies& kept, const Tallies& counted) {
    if (kept == counted) return {};
    return {"the kept tallies of the log are not what its entries add up to"};
}

}  // namespace

std::vector<std::string> problems_of_log(db::Read& read) {
    const auto log = store::log(read);
    if (!log) return {};
    const auto head = store::newest_head(read);
    Recount recount;
    Edge edge;
    NodeComparison comparison{read};
    std::int64_t unreadable = 0;
    std::optional<Hash> root_at_head;
    for (std::int64_t page = 0; page * kPageEntries < log->size; ++page)
        walk_page(
            store::page(read, page), edge,
            [&](std::string_view bytes) {
                if (head && edge.size() == head->size) root_at_head = edge.root();
                const auto entry = decode(bytes);
                entry ? recount.add(*entry) : void(++unreadable);
            },
            [&](const NodeId& node, const Hash& hash) { comparison.add(node, hash); });
    if (head && edge.size() == head->size) root_at_head = edge.root();

    std::vector<std::string> problems;
    if (edge.size() != log->size)
        problems.push_back(fmt::format("the log says {} entries, its pages hold {}", log->size, edge.size()));
    if (unreadable > 0) problems.push_back(fmt::format("{} entries of the log cannot be read", unreadable));
    if (const auto differences = comparison.differences(); differences > 0)
        problems.push_back(
            fmt::format("{} kept subtrees differ from the entries: alltogether count-proof rebuild", differences));
    if (head && root_at_head != head->root)
        problems.push_back(fmt::format("the entries do not give the root of the head of {} entries", head->size));
    if (head) std::ranges::copy(problems_of_head(*head, store::keys(read)), std::back_inserter(problems));
    std::ranges::copy(problems_of_tallies(store::tallies(read), recount.tallies()), std::back_inserter(problems));
    if (const auto at = recount.first_contradiction())
        problems.push_back(fmt::format("entry {} of the log contradicts an earlier one", *at));
    return problems;
}

std::int64_t rebuild(db::Database& database) {
    const auto log = database.read([](db::Read& read) { return store::log(read); });
    if (!log) return 0;
    Edge edge;
    store::Nodes made;
    database.read([&](db::Read& read) {
        for (std::int64_t page = 0; page * kPageEntries < log->size; ++page)
            walk_page(
                store::page(read, page), edge, [](std::string_view) {},
                [&](const NodeId& node, const Hash& hash) { made.emplace(node, hash); });
    });
    if (edge.size() != log->size) throw db::Fault{"entries of the count's log are missing"};
    database.write([&](db::Write& write) {
        store::set_size(write, {log->size, log->size});  // nobody appended meanwhile
        store::drop_nodes(write);
        store::add_nodes(write, made);
    });
    return edge.size();
}

}  // namespace count_proof
