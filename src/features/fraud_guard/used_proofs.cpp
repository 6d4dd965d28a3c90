#include "features/fraud_guard/used_proofs.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace fraud_guard {

UsedProofs::UsedProofs(std::size_t most) : most_in_shard_(std::max<std::size_t>(most / kShards, 2)) {}

UsedProofs::Shard& UsedProofs::shard_of(std::string_view challenge) {
    return shards_[std::hash<std::string_view>{}(challenge) % kShards];
}

UsedProofs::Use UsedProofs::use(const UsedProof& proof, base::Instant now) {
    Shard& shard = shard_of(proof.challenge);
    const std::lock_guard lock{shard.mutex};
    if (proof.expires_at <= now) return Use::again;
    if (shard.expiries.size() >= most_in_shard_) make_room(shard, now);
    if (proof.expires_at.microseconds <= shard.taken_from) return Use::again;
    if (!shard.expiries.emplace(proof.challenge, proof.expires_at.microseconds).second) return Use::again;
    shard.fresh.push_back(proof);
    return Use::first;
}

void UsedProofs::make_room(Shard& shard, base::Instant now) const {
    std::erase_if(shard.expiries, [now](const auto& entry) { return entry.second <= now.microseconds; });
    if (shard.expiries.size() < most_in_shard_) return;
    std::vector<std::int64_t> expiries;
    std::ranges::transform(shard.expiries, std::back_inserter(expiries),
                           [](const auto& entry) { return entry.second; });
    const auto middle = expiries.begin() + static_cast<std::ptrdiff_t>(expiries.size() / 2);
    std::ranges::nth_element(expiries, middle);
    shard.taken_from = std::max(shard.taken_from, *middle);
    std::erase_if(shard.expiries, [&](const auto& entry) { return entry.second <= shard.taken_from; });
}

std::vector<UsedProof> UsedProofs::take_new() {
    std::vector<UsedProof> all;
    for (Shard& shard : shards_) {
        const std::lock_guard lock{shard.mutex};
        std::ranges::move(shard.fresh, std::back_inserter(all));
        shard.fresh.clear();
    }
    return all;
}

void UsedProofs::restore(const std::vector<UsedProof>& kept) {
    for (const UsedProof& proof : kept) {
        Shard& shard = shard_of(proof.challenge);
        const std::lock_guard lock{shard.mutex};
        shard.expiries.emplace(proof.challenge, proof.expires_at.microseconds);
    }
}

}  // namespace fraud_guard
