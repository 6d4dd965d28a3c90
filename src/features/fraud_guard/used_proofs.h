// features/fraud_guard/used_proofs.h - which puzzles were answered already: each is good for one sign-on. Any thread.
#pragma once
#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/instant.h"

namespace fraud_guard {

struct UsedProof {
    std::string challenge;
    base::Instant expires_at;
};

// Bounded: where there is no room left, the half that runs out first is forgotten, and from then on nothing that runs
// out so early is taken any more. A proof is thus never taken twice; an honest one may have to be made again.
class UsedProofs {
public:
    explicit UsedProofs(std::size_t most = 1'000'000);

    enum class Use : unsigned char { first, again };
    // Uses it. `again` also for one that ran out or is not taken any more.
    Use use(const UsedProof& proof, base::Instant now);

    // Those used since the last call, to be kept where a restart finds them.
    std::vector<UsedProof> take_new();
    // What was kept: used, without being new.
    void restore(const std::vector<UsedProof>& kept);

private:
    static constexpr std::size_t kShards = 16;
    struct Shard {
        std::mutex mutex{};
        std::unordered_map<std::string, std::int64_t> expiries{};  // microseconds by challenge
        std::int64_t taken_from = 0;                               // what runs out before is not taken
        std::vector<UsedProof> fresh{};
    };
    Shard& shard_of(std::string_view challenge);
    void make_room(Shard& shard, base::Instant now) const;

    std::size_t most_in_shard_;
    std::array<Shard, kShards> shards_;
};

}  // namespace fraud_guard
