#include "models/likeness/index.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <mutex>

namespace likeness {
namespace {

constexpr std::size_t kFewestBuckets = 64;
// A step of a walk waits for memory two or three times, a comparison in order of memory hardly ever: walking more than
// this share of all texts takes longer than comparing with all of them.
constexpr std::size_t kWalkedShare = 16;

int places_for(double threshold) {
    return static_cast<int>(std::ceil(threshold * static_cast<double>(kPlaces) - 1e-9));
}

}  // namespace

// What a question has found so far.
class Index::Reckoning {
public:
    explicit Reckoning(const Question& question) : question_{question}, needed_{places_for(question.threshold)} {}

    const Signature& signature() const { return question_.signature; }

    void compare(const Signature& other, Key key) {
        const int equal = other.has_words ? equal_places(question_.signature, other) : 0;
        if (equal < needed_ && equal <= most_) return;
        if (std::ranges::find(question_.except, key) != question_.except.end()) return;
        if (equal >= needed_) ++alike_.above;
        if (equal <= most_) return;
        most_ = equal;
        alike_.nearest = key;
    }

    void restart() {
        most_ = 0;
        alike_ = {};
    }
    void only_partly() { alike_.counted = Counted::partly; }

    Alike done() {
        alike_.best = static_cast<double>(most_) / static_cast<double>(kPlaces);
        return alike_;
    }

private:
    const Question& question_;
    int needed_, most_ = 0;
    Alike alike_;
};

void Index::add(Key key, const Signature& signature) {
    const std::unique_lock lock{guard_};
    if (const auto found = slots_.find(key); found != slots_.end()) {
        if (signatures_[found->second] == signature) return;
        drop(found->second);
    }
    const auto slot = static_cast<std::uint32_t>(signatures_.size());
    signatures_.push_back(signature);
    keys_.emplace_back(key);
    next_.emplace_back();
    slots_[key] = slot;
    if (signatures_.size() > heads_.size())
        rebuild(std::max(kFewestBuckets, 2 * heads_.size()));
    else
        link(slot);
}

void Index::remove(Key key) {
    const std::unique_lock lock{guard_};
    const auto found = slots_.find(key);
    if (found == slots_.end()) return;
    drop(found->second);
    slots_.erase(found);
    if (signatures_.size() > kFewestBuckets && slots_.size() < signatures_.size() / 2) close_gaps();
}

void Index::drop(std::uint32_t slot) { keys_[slot].reset(); }

std::size_t Index::bucket(const Signature& signature, std::size_t band) const {
    std::uint64_t rows = 0;
    for (std::size_t i = 0; i < kRows; ++i) rows = rows << 16 | signature.places[band * kRows + i];
    const int bits = std::countr_zero(heads_.size());
    return static_cast<std::size_t>(((rows ^ rows >> 29) * 0x9E3779B97F4A7C15U) >> (64 - bits));
}

void Index::link(std::uint32_t slot) {
    if (!signatures_[slot].has_words || !keys_[slot]) return;
    for (std::size_t band = 0; band < kBands; ++band) {
        auto& head = heads_[bucket(signatures_[slot], band)][band];
        next_[slot][band] = head;
        head = slot;
    }
}

void Index::rebuild(std::size_t buckets) {
    Chains empty;
    empty.fill(kNone);
    heads_.assign(buckets, empty);
    for (std::uint32_t slot = 0; slot < signatures_.size(); ++slot) link(slot);
}

void Index::close_gaps() {
    std::uint32_t filled = 0;
    for (std::uint32_t slot = 0; slot < signatures_.size(); ++slot) {
        if (!keys_[slot]) continue;
        signatures_[filled] = signatures_[slot];
        keys_[filled] = keys_[slot];
        slots_[*keys_[slot]] = filled++;
    }
    signatures_.resize(filled);
    keys_.resize(filled);
    next_.resize(filled);
    rebuild(std::max(kFewestBuckets, std::bit_ceil(signatures_.size())));
}

Alike Index::ask(const Question& question) const {
    const std::shared_lock lock{guard_};
    if (!question.signature.has_words || signatures_.empty()) return {};
    Reckoning reckoning{question};
    if (!walk_bands(reckoning)) {
        reckoning.restart();
        compare_all(reckoning);
    }
    return reckoning.done();
}

// Whether it came to the end of all chains.
bool Index::walk_bands(Reckoning& reckoning) const {
    std::vector<bool> seen(signatures_.size());
    auto steps_left = kFewestBuckets * kBands + std::min(signatures_.size(), kMostCompared) / kWalkedShare;
    for (std::size_t band = 0; band < kBands; ++band) {
        auto slot = heads_[bucket(reckoning.signature(), band)][band];
        for (; slot != kNone; slot = next_[slot][band]) {
            if (steps_left-- == 0) return false;
            if (seen[slot] || !keys_[slot]) continue;
            seen[slot] = true;
            reckoning.compare(signatures_[slot], *keys_[slot]);
        }
    }
    return true;
}

void Index::compare_all(Reckoning& reckoning) const {
    const auto all = signatures_.size();
    const auto oldest = all > kMostCompared ? all - kMostCompared : 0;
    if (oldest > 0) reckoning.only_partly();
    for (auto slot = all; slot-- > oldest;)
        if (keys_[slot]) reckoning.compare(signatures_[slot], *keys_[slot]);
}

std::size_t Index::size() const {
    const std::shared_lock lock{guard_};
    return slots_.size();
}

}  // namespace likeness
