#include "features/mailings/followed_links.h"

#include "base/check.h"

namespace mailings {
namespace {

constexpr std::int64_t kDay = base::days(1).microseconds;
constexpr std::size_t kMostSeen = 500'000;  // readers and links; beyond, somebody may be counted twice
constexpr std::size_t kKeyBytes = 32;

}  // namespace

void FollowedLinks::begin_day(base::Instant now) {
    const auto day = now.microseconds / kDay;
    if (day == day_ && seen_.size() < kMostSeen) return;
    day_ = day;
    key_ = random_.token(kKeyBytes);
    seen_.clear();
}

bool FollowedLinks::is_new(std::int64_t what, const Reader& reader) {
    std::string words = key_;
    words.append(std::to_string(what)).append("\n").append(reader.network).append("\n").append(reader.browser);
    return seen_.insert(std::hash<std::string>{}(words)).second;
}

void FollowedLinks::follow(const store::LinkTarget& target, const Reader& reader) {
    const std::scoped_lock lock{mutex_};
    begin_day(reader.now);
    if (!is_new(target.link.value, reader)) return;
    auto& count = counts_.try_emplace(target.link.value, store::FollowedCount{target.link}).first->second;
    ++count.readers;
    if (is_new(-target.edition.value, reader)) ++count.first_readers;
}

std::vector<store::FollowedCount> FollowedLinks::take() {
    const std::scoped_lock lock{mutex_};
    std::vector<store::FollowedCount> taken;
    taken.reserve(counts_.size());
    for (const auto& [link, count] : counts_) taken.push_back(count);
    counts_.clear();
    return taken;
}

void FollowedLinks::put_back(const std::vector<store::FollowedCount>& counts) {
    const std::scoped_lock lock{mutex_};
    for (const auto& count : counts) {
        auto& there = counts_.try_emplace(count.link.value, store::FollowedCount{count.link}).first->second;
        there.readers += count.readers;
        there.first_readers += count.first_readers;
    }
}

}  // namespace mailings
