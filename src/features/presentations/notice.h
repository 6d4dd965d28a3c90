// features/presentations/notice.h - what was mailed to host and champion about a presentation, as their calendars have
// it, and what their calendars answered. Pure.
#pragma once
#include <cstdint>
#include <optional>

#include "base/id.h"
#include "base/instant.h"
#include "features/presentations/presentation.h"

namespace presentations {

using NoticeId = base::Id<struct NoticeTag>;

// Both are stored as these numbers.
enum class Recipient : unsigned char { host = 0, champion = 1 };
enum class NoticeKind : unsigned char {
    booked = 0,
    moved = 1,
    cancelled = 2,
    reminder = 3,
    report_due = 4,
    thanks = 5,
    waits = 6,
    declined = 7,
    reopened = 8,  // booked before; somebody else is looked for
    said_yes = 9,  // their calendar did, to an invitation: kept, and nothing is mailed
    said_perhaps = 10,
    said_no = 11  // the same; they are asked whether they mean it, because only their page cancels
};

// The time and the sequence are those of the moment at which it was ordered: a mail that leaves late says what was
// true.
struct Notice {
    NoticeId id;
    PresentationId presentation;
    Recipient recipient;
    std::optional<ChampionId> champion;
    NoticeKind kind;
    std::optional<base::Instant> starts_at;
    std::int64_t minutes;
    std::int64_t sequence;
    base::Instant created_at;
};

}  // namespace presentations
