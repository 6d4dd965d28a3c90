// features/privacy/access.h - a mailed link to what is held about its reader: whose it is, and how long it works. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/id.h"
#include "base/instant.h"
#include "base/locale.h"

namespace privacy {

using AccessId = base::Id<struct AccessTag>;

struct Access {
    AccessId id;
    std::int64_t address_hash;
    std::string email;
    base::Locale locale;
    std::string network;
    base::Instant asked_at{};
    std::optional<base::Instant> closed_at{};
};

inline constexpr base::Duration kAccessPeriod = base::hours(2);
inline constexpr std::int64_t kMostPerAddressAndDay = 3;
inline constexpr std::int64_t kMostPerNetworkAndDay = 100;

inline bool is_open(const Access& access, base::Instant now) {
    return !access.closed_at && now < access.asked_at + kAccessPeriod;
}

}  // namespace privacy
