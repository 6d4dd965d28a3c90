// features/fraud_guard/pressure.h - whether there is so much fraud, or so much of everything, that browsers are asked
// for a proof of work. Switches itself on and off, or stays as staff set it. Pure: time comes in.
#pragma once
#include <array>
#include <cstdint>
#include <optional>

#include "base/instant.h"

namespace fraud_guard {

enum class PressureMode : std::int64_t { automatic = 0, on = 1, off = 2 };

struct PressureSetting {
    PressureMode mode = PressureMode::automatic;
    std::int64_t flagged_percent = 25;     // of the last minute's sign-ons, of which there were at least kFewest
    std::int64_t sign_ons_a_second = 100;  // on the average of the last minute
};

inline constexpr std::int64_t kFewest = 60;                // sign-ons within a minute: fewer say nothing
inline constexpr base::Duration kCalm = base::minutes(5);  // below half of both before it switches itself off

struct MinuteTotals {
    std::int64_t sign_ons = 0, flagged = 0;
    std::int64_t flagged_percent() const { return sign_ons == 0 ? 0 : flagged * 100 / sign_ons; }
};

// The last minute, second by second. One thread at a time.
class LastMinute {
public:
    enum class Flagged : unsigned char { no, yes };
    void see(Flagged flagged, base::Instant at);
    MinuteTotals totals(base::Instant at) const;

private:
    struct Second {
        std::int64_t at = 0, sign_ons = 0, flagged = 0;
    };
    std::array<Second, 60> seconds_{};
};

// On or off. One thread at a time.
class PressureSwitch {
public:
    // Switches where that is due, after the last minute was like this. Called once a second or more seldom.
    struct Seen {
        MinuteTotals minute;
        base::Instant at;
    };
    void look(const PressureSetting& setting, const Seen& seen);

    // Since when it is on; nullopt: it is off.
    std::optional<base::Instant> since() const { return since_; }

private:
    void look_automatically(const PressureSetting& setting, const Seen& seen);

    std::optional<base::Instant> since_;
    std::optional<base::Instant> calm_since_;
};

}  // namespace fraud_guard
