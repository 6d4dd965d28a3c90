// ports/letters.h - letters that supporters wrote to their representatives: how many, to whom, what became of them. The
// slice of letters gives it; the slice of dossiers shows it and tells it what was answered. App fills both in.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "platform/auth/purpose.h"
#include "platform/db/transaction.h"
#include "ports/representatives.h"

namespace ports {

using LetterCampaignId = base::Id<struct LetterCampaignTag>;
using LetterId = base::Id<struct LetterTag>;  // one person's letter to one representative

// How one campaign's letters to one representative fared. Counts of letters; every one is confirmed by who wrote it.
struct LettersAsked {
    LetterCampaignId campaign;
    std::string title;       // in the language asked for
    std::int64_t asked;      // confirmed: mailed, printed or told on the telephone
    std::int64_t delivered;  // taken by the office's mail server
    std::int64_t bounced;
    std::int64_t called;  // told on the telephone, with an outcome
    std::int64_t answered;
    base::Instant first_at, last_at;
};

// One letter, for whoever has its answer in hand.
struct LetterFacts {
    LetterId id;
    LetterCampaignId campaign;
    RepresentativeId representative;
    std::optional<base::EmailAddress> writer;  // nullopt: erased, or the answer is not to be handed on
    base::Locale locale;
    base::Instant sent_at;
};

// One campaign as a list shows it.
struct LetterCampaignSummary {
    LetterCampaignId id;
    std::string title;  // in the language asked for
    std::string path;   // of its public page
    base::LevelId level;
};

// Filled by the slice of letters.
struct Letters {
    // Newest campaign first. A few statements by index, whatever the number of letters.
    std::function<std::vector<LettersAsked>(db::Read&, RepresentativeId, base::Locale)> asked{};
    // The same of many at once: the sum over all campaigns, for tables and maps.
    struct Sum {
        RepresentativeId representative;
        std::int64_t asked, delivered, bounced, answered;
    };
    std::function<std::vector<Sum>(db::Read&)> sums{};
    std::function<std::optional<LetterFacts>(db::Read&, LetterId)> find{};
    std::function<std::vector<LetterCampaignSummary>(db::Read&, base::Locale)> open_campaigns{};
    // The office answered this letter: counted once.
    std::function<void(db::Write&, LetterId)> note_answered{};
    // It came back undelivered: counted once.
    std::function<void(db::Write&, LetterId)> note_bounced{};
};

// Answers come back to "l-TOKEN@" the domain for returned mail: a token over the LetterId.
inline constexpr auth::Purpose kLetterReply{"letters.reply"};

// Where an answer is shown as a member of staff's or a supporter's log of it: filled by the slice of dossiers.
struct LetterAnswers {
    // The page behind a writer's mailed link on which they tell that an answer came: "" where there is none.
    std::function<std::string(LetterId, base::Locale)> tell_path{};
};

}  // namespace ports
