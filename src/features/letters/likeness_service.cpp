#include "features/letters/likeness_service.h"

#include <cmath>

namespace letters {
namespace {

constexpr std::int64_t kReadAtOnce = 2'000;

}  // namespace

void LikenessBook::follow(db::Read& read) {
    const std::scoped_lock lock(following_);
    while (true) {
        const auto page = store::likeness_behind(read, last_, kReadAtOnce);
        if (!page.last) return;
        for (const auto& kept : page.kept) {
            auto index = find(kept.campaign);
            if (!index) {
                index = std::make_shared<likeness::Index>();
                const std::unique_lock change(guard_);
                indexes_.emplace(kept.campaign, index);
            }
            index->add(kept.writing.value, kept.signature);
        }
        last_ = *page.last;
    }
}

std::shared_ptr<likeness::Index> LikenessBook::find(CampaignId campaign) const {
    const std::shared_lock lock(guard_);
    const auto found = indexes_.find(campaign);
    return found == indexes_.end() ? nullptr : found->second;
}

LikenessHint LikenessBook::ask(CampaignId campaign, std::string_view choice) const {
    const auto index = find(campaign);
    if (!index) return {};
    const auto signature = likeness::signature_of(choice);
    const auto alike = index->ask({.signature = signature, .threshold = kAlike});
    return {static_cast<int>(std::lround(alike.best * 100)), alike.above};
}

}  // namespace letters
