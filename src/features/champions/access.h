// features/champions/access.h - how champions come to their own pages: a mailed link, then a short session. Pure.
#pragma once
#include <optional>
#include <string>

#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"
#include "platform/auth/token.h"
#include "ports/champions.h"

namespace champions {

using LinkId = base::Id<struct LinkTag>;

// Stored as these numbers.
enum class LinkKind : unsigned char { confirm = 0, sign_in = 1 };

struct Link {
    LinkId id;
    ports::ChampionId champion;
    LinkKind kind;
    base::Locale locale;
    std::string network;
    base::Instant asked_at{};
    std::optional<base::Instant> used_at{};
};

inline constexpr base::Duration kConfirmPeriod = base::days(14);
inline constexpr base::Duration kSignInPeriod = base::hours(2);
inline constexpr base::Duration kSessionPeriod = base::hours(4);
inline constexpr std::int64_t kMostLinksADay = 5;          // for one champion
inline constexpr std::int64_t kMostApplicationsADay = 20;  // from one network

inline constexpr auth::Purpose kConfirmLink{"champions.confirm"};
inline constexpr auth::Purpose kSignInLink{"champions.sign_in"};
inline constexpr auth::Purpose kFeed{"champions.feed"};

// A link works once, for its time.
inline bool is_open(const Link& link, base::Instant now) {
    const auto period = link.kind == LinkKind::confirm ? kConfirmPeriod : kSignInPeriod;
    return !link.used_at && now < link.asked_at + period;
}

}  // namespace champions
