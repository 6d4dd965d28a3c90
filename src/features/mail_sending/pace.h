// features/mail_sending/pace.h - how fast mails may leave: rates, and the plan of a sender that begins slowly. Pure;
// the time comes in.
#pragma once
#include <cstdint>
#include <optional>

#include "base/instant.h"

namespace mail_sending {

// An even rate, with what two seconds allow (one mail at least) at once.
class Pace {
public:
    // mails in an hour; 0: no limit.
    explicit Pace(std::int64_t per_hour) : per_hour_(per_hour) {}

    // How many may leave now.
    std::int64_t room(base::Instant now) const;
    void take(std::int64_t mails, base::Instant now);

    // The time of the next free place, which is taken by this: `now` where there is one at once.
    base::Instant reserve(base::Instant now);

    std::int64_t per_hour() const { return per_hour_; }

private:
    base::Duration interval() const;

    std::int64_t per_hour_;
    base::Instant next_{};  // when the place behind those that were taken comes
};

// Receivers mistrust a sender that begins with a flood: so many on the first day, each day some percent more, until a
// day would allow until_per_day; then there is no limit any more.
struct WarmUp {
    base::Instant began_at{};
    std::int64_t first_day = 0;
    int growth_percent = 0;
    std::int64_t until_per_day = 0;
};
// nullopt: no limit. Days are those of UTC.
std::optional<std::int64_t> allowed_on(const WarmUp& plan, base::Instant now);

// Days since 1970.
std::int64_t day_of(base::Instant at);

}  // namespace mail_sending
