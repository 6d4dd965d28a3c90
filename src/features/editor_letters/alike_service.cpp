#include "features/editor_letters/alike_service.h"

#include "features/editor_letters/store.h"

namespace editor_letters {
namespace {

// Transactions are seen in the order of their commits, which is not quite that of their times.
constexpr base::Duration kOverlap = base::minutes(2);

}  // namespace

likeness::Alike AlikeLetters::ask(db::Read& read, const Question& question) {
    Campaign& campaign = of(question.campaign);
    {
        const std::scoped_lock lock{campaign.guard};
        const bool is_first = campaign.read_until == base::Instant{};
        const auto since = is_first ? base::Instant{} : campaign.read_until - kOverlap;
        for (const auto& each : store::signatures_since(read, question.campaign, since)) {
            campaign.index.add(each.id.value, each.signature);
            campaign.read_until = std::max(campaign.read_until, each.at);
        }
    }
    return campaign.index.ask({.signature = question.signature, .threshold = kAlike, .except = question.own});
}

AlikeLetters::Campaign& AlikeLetters::of(EditorCampaignId id) {
    const std::scoped_lock lock{guard_};
    return campaigns_.try_emplace(id).first->second;
}

}  // namespace editor_letters
