#include "features/count_proof/log_service.h"

#include <algorithm>

#include "features/count_proof/head.h"
#include "features/count_proof/proof_service.h"
#include "features/count_proof/receipt.h"
#include "features/count_proof/store.h"

namespace count_proof {
namespace {

using store::kPageEntries;
using store::kPageLevel;

constexpr std::int64_t kStep = 1'000;  // entries a transaction, so that nobody who signs waits for long

// Puts entries at the end of the log, all within one transaction.
class Appender {
public:
    explicit Appender(db::Write& write) : write_(write), before_(store::log(write).value().size) {
        edge_ = edge_of(write, before_);
        if (before_ % kPageEntries != 0) pages_[last_page()] = store::page(write, last_page());
    }

    // The position it got.
    std::int64_t append(const Entry& entry) {
        const std::int64_t position = edge_.size();
        const std::string bytes = encode(entry);
        pages_[position / kPageEntries] += bytes;
        edge_.append(leaf_hash(bytes), [this](const NodeId& node, const Hash& hash) {
            if (node.level >= kPageLevel) nodes_.emplace(node, hash);
        });
        if (entry.type != EntryType::key) tallies_[{entry.petition, entry.signer_class}].add(entry.type);
        return position;
    }

    void finish() {
        if (edge_.size() == before_) return;
        store::set_size(write_, {before_, edge_.size()});
        store::put_pages(write_, pages_);
        store::add_nodes(write_, nodes_);
        store::add_tallies(write_, tallies_);
    }

private:
    std::int64_t last_page() const { return before_ / kPageEntries; }

    db::Write& write_;
    std::int64_t before_;
    Edge edge_;
    store::Pages pages_;
    store::Nodes nodes_;
    Tallies tallies_;
};

Entry key_entry(const SigningKey& key) { return {.type = EntryType::key, .commitment = key.public_key().key}; }

std::int64_t place_waiting(db::Write& write, Appender& appender, std::int64_t limit) {
    std::vector<std::pair<Entry, SignatureId>> entries;
    for (const store::Waiting& each : store::waiting(write, limit)) {
        const Opening opening{each.petition, each.signer_class, each.signature, each.counted_at, each.salt};
        entries.emplace_back(entry_of(opening, EntryType::confirmed), each.signature);
    }
    std::ranges::sort(entries, {}, [](const auto& entry) { return entry.first.commitment; });
    std::vector<store::Placed> placed;
    for (const auto& [entry, signature] : entries) placed.push_back({signature, 0, appender.append(entry)});
    store::place_confirmed(write, placed);
    return std::ssize(placed);
}

// The entry that stands at a position, for a step that refers to it. Not one of those that are just being appended.
Entry entry_at(db::Read& read, std::int64_t position) {
    const std::string page = store::page(read, position / kPageEntries);
    const auto at = static_cast<std::size_t>(position % kPageEntries) * kEntrySize;
    const auto entry = page.size() >= at + kEntrySize ? decode(page.substr(at, kEntrySize)) : std::nullopt;
    if (!entry) throw db::Fault{"an entry of the count's log is missing"};
    return *entry;
}

std::int64_t place_later_steps(db::Write& write, std::int64_t limit) {
    struct Later {
        Entry entry;
        SignatureId signature;
        std::int64_t ordinal;
    };
    std::vector<Later> steps;
    std::vector<SignatureId> gone;
    for (const store::WaitingStep& each : store::waiting_steps(write, limit)) {
        Entry entry = entry_at(write, each.confirmed_position);
        entry.type = type_of(each.step);
        if (entry.type == EntryType::withdrawn) gone.push_back(each.signature);
        steps.push_back({entry, each.signature, each.ordinal});
    }
    std::ranges::sort(steps, {}, [](const Later& step) { return std::pair{step.entry.commitment, step.ordinal}; });
    Appender appender{write};
    std::vector<store::Placed> placed;
    for (const Later& step : steps) placed.push_back({step.signature, step.ordinal, appender.append(step.entry)});
    appender.finish();
    store::place_steps(write, placed);
    store::forget_salts(write, gone);
    return std::ssize(placed);
}

std::vector<HeadCount> head_counts(db::Read& read, const SlugOf& slug_of) {
    std::vector<HeadCount> counts;
    for (const auto& [key, tally] : store::tallies(read)) {
        const std::string slug = slug_of(read, key.first);
        counts.push_back({key.first, slug.empty() ? "-" : slug, key.second, tally});
    }
    return counts;
}

// Most minutes of most nights: nothing is written then.
bool is_up_to_date(db::Read& read) {
    const auto log = store::log(read);
    const auto head = store::newest_head(read);
    return log && !log->backfill && head && head->size == log->size && !store::has_waiting(read);
}

}  // namespace

std::string origin_of(std::string_view public_url) {
    const auto scheme = public_url.find("://");
    if (scheme != std::string_view::npos) public_url.remove_prefix(scheme + 3);
    while (public_url.ends_with('/')) public_url.remove_suffix(1);
    return std::string{public_url} + "/count-proof";
}

void start(db::Write& write, std::string_view origin) {
    if (store::log(write) || store::start_log(write, origin) == store::Started::before) return;
    const SigningKey key = SigningKey::random(origin);
    Appender appender{write};
    store::add_key(write, key, appender.append(key_entry(key)));
    appender.finish();
}

std::int64_t extend(db::Write& write, std::int64_t limit) {
    Appender appender{write};
    const std::int64_t confirmed = place_waiting(write, appender, limit);
    appender.finish();
    if (confirmed == limit) return confirmed;
    return confirmed + place_later_steps(write, limit - confirmed);
}

void sign_head(db::Write& write, const SlugOf& slug_of, std::span<const SigningKey> besides) {
    const auto log = store::log(write).value();
    const auto newest = store::newest_head(write);
    if (newest && newest->size == log.size) return;
    const Range all{0, log.size};
    const Hash root = hashes_of(write, {&all, 1}).front();
    const base::Instant at{write.now().seconds() * 1'000'000};
    auto signing = store::signing_keys(write);
    std::ranges::copy(besides, std::back_inserter(signing));
    const TreeHead head{log.origin, log.size, root, at, head_counts(write, slug_of)};
    store::add_head(write, {log.size, at, root, signed_note(text_of(head), signing)});
}

void rotate_key(db::Write& write, const SlugOf& slug_of) {
    const auto log = store::log(write).value();
    const auto before = store::signing_keys(write);
    const SigningKey key = SigningKey::random(log.origin);
    Appender appender{write};
    const std::int64_t position = appender.append(key_entry(key));
    appender.finish();
    store::add_key(write, key, position);
    store::retire_keys_before(write, position);
    sign_head(write, slug_of, before);
}

SlugOf LogKeeper::slugs() const {
    return [this](db::Read& read, PetitionId petition) {
        if (!services_.petitions.find_by_id) return std::string{};
        const auto found = services_.petitions.find_by_id(read, petition, base::Locale::english);
        return found ? found->slug : std::string{};
    };
}

void LogKeeper::bring_up_to_date() const { work_until(Clock::time_point::max()); }

void LogKeeper::work_for(std::chrono::seconds most) const { work_until(Clock::now() + most); }

void LogKeeper::work_until(Clock::time_point end) const {
    auto& database = services_.database;
    if (database.read(is_up_to_date)) return;
    database.write([&](db::Write& write) { start(write, origin_of(services_.config.server.public_url)); });
    if (enter_earlier_signatures(end) == Ended::time_over) return;
    give_places(end);
    database.write([&](db::Write& write) { sign_head(write, slugs()); });
}

void LogKeeper::give_places(Clock::time_point end) const {
    auto& database = services_.database;
    const auto waits = [&] { return database.read([](db::Read& read) { return store::has_waiting(read); }); };
    while (waits() && database.write([](db::Write& write) { return extend(write, kStep); }) > 0)
        if (Clock::now() >= end) return;
}

void LogKeeper::rotate() const {
    bring_up_to_date();
    services_.database.write([&](db::Write& write) { rotate_key(write, slugs()); });
}

// Petition by petition, in the order of their numbers, each from its oldest signature on.
LogKeeper::Ended LogKeeper::enter_earlier_signatures(Clock::time_point end) const {
    const auto step = [this](db::Write& write) {
        const auto log = store::log(write).value();
        if (!log.backfill || !services_.signers.counted) return false;
        auto petitions = services_.petitions.all(write, base::Locale::english);
        std::ranges::sort(petitions, {}, &ports::PetitionFacts::id);
        const auto next = std::ranges::find_if(
            petitions, [&](const ports::PetitionFacts& each) { return each.id >= log.backfill->petition; });
        if (next == petitions.end()) {
            store::set_backfill(write, std::nullopt);
            return false;
        }
        const SignatureId after = next->id == log.backfill->petition ? log.backfill->after : SignatureId{0};
        const auto earlier = services_.signers.counted(write, {next->id, after, kStep});
        store::enter_missing(write, earlier);
        const bool is_last = std::ssize(earlier) < kStep;
        store::set_backfill(write, is_last ? store::Backfill{PetitionId{next->id.value + 1}, SignatureId{0}}
                                           : store::Backfill{next->id, earlier.back().signature});
        return true;
    };
    while (services_.database.write(step))
        if (Clock::now() >= end) return Ended::time_over;
    return Ended::all_done;
}

}  // namespace count_proof
