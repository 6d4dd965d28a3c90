// features/letters/likeness_service.h - how alike a letter is to earlier ones of its campaign, from memory. What was
// confirmed is read from the table of kept signatures: at the start all, then what came since.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string_view>

#include "features/letters/letter.h"
#include "features/letters/store.h"
#include "models/likeness/index.h"
#include "platform/db/transaction.h"

namespace letters {

// From this share on a letter counts as the same.
inline constexpr double kAlike = 0.8;
// From this share on the writer is told.
inline constexpr double kTold = 0.6;

struct LikenessHint {
    int percent = 0;         // to the most similar one
    std::int64_t alike = 0;  // earlier letters that are alike by kAlike or more
    bool is_told() const { return percent >= static_cast<int>(kTold * 100); }
};

// For all threads at once.
class LikenessBook {
public:
    // Reads what was kept since the last time.
    void follow(db::Read& read);
    // Of what somebody chose and wrote (choice_of), beside those of this campaign.
    LikenessHint ask(CampaignId campaign, std::string_view choice) const;

private:
    std::shared_ptr<likeness::Index> find(CampaignId campaign) const;

    std::mutex following_;
    store::LikenessId last_{0};
    mutable std::shared_mutex guard_;
    std::map<CampaignId, std::shared_ptr<likeness::Index>> indexes_;
};

}  // namespace letters
