// features/editor_letters/alike_service.h - how alike a letter is to those of its campaign that left or wait, from
// memory; also where another process took them.
#pragma once
#include <map>
#include <mutex>
#include <span>

#include "features/editor_letters/letter.h"
#include "models/likeness/index.h"
#include "platform/db/transaction.h"

namespace editor_letters {

// Any threads may ask at once.
class AlikeLetters {
public:
    struct Question {
        EditorCampaignId campaign;
        const likeness::Signature& signature;
        std::span<const likeness::Key> own;  // letters of the same person
    };
    // Reads first what was confirmed since the last question about this campaign: all of them at the first one, then a
    // few.
    likeness::Alike ask(db::Read& read, const Question& question);

private:
    struct Campaign {
        likeness::Index index{};
        std::mutex guard{};
        base::Instant read_until{};
    };
    Campaign& of(EditorCampaignId id);

    std::mutex guard_;
    std::map<EditorCampaignId, Campaign> campaigns_;
};

}  // namespace editor_letters
