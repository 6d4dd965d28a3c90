// features/mailings/followed_links.h - how many readers followed the links of a mail, counted without knowing who.
//
// A reader is told from the others, for one day at most, by a hash of network address and browser with a random key
// that exists in memory only and is thrown away with the day. Nothing of it is stored: the table gets sums. A stop of
// the program loses what was not written yet.
#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/instant.h"
#include "features/mailings/store.h"
#include "platform/runtime/random.h"

namespace mailings {

// From any thread.
class FollowedLinks {
public:
    explicit FollowedLinks(runtime::Random& random) : random_(random) {}

    // Who asks, as it came with the request.
    struct Reader {
        std::string_view network, browser;
        base::Instant now;
    };
    void follow(const store::LinkTarget& target, const Reader& reader);

    // What was counted since the last call; the caller adds it to the table.
    std::vector<store::FollowedCount> take();
    // Back again, when the table could not be written.
    void put_back(const std::vector<store::FollowedCount>& counts);

private:
    bool is_new(std::int64_t what, const Reader& reader);
    void begin_day(base::Instant now);

    std::mutex mutex_;
    runtime::Random& random_;
    std::int64_t day_ = -1;
    std::string key_;  // of the day
    std::unordered_set<std::uint64_t> seen_;
    std::map<std::int64_t, store::FollowedCount> counts_;  // by link
};

}  // namespace mailings
