// platform/calendars/moved.h - occurrences of repeating events that a foreign calendar moved: one of them, or all from
// one on (RFC 5545, 3.8.4.4: RANGE=THISANDFUTURE). For read.cpp alone.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "platform/calendars/occurrences.h"

namespace calendars {

// How the occurrences from one on differ from what the rule says.
struct Onward {
    std::int64_t seconds = 0;                // later on the clock of the wall, whatever the clocks do meanwhile
    std::optional<base::Duration> length{};  // nullopt: they take no time
};

// One occurrence as its rule says.
struct Occurrence {
    const ForeignTime& start;  // of the rule, for its zone
    base::Instant at;
    base::Duration length;
};
struct Taking {
    base::Instant begin;
    base::Duration length;
};

class Moved {
public:
    // This occurrence has an event of its own; its old place is free.
    void add(std::string_view uid, base::Instant occurrence);
    // Those behind this occurrence follow the newest change before them.
    void add_onward(std::string_view uid, base::Instant occurrence, const Onward& onward);

    // How far around a stretch the occurrences of this event have to be looked for that may reach into it.
    base::Duration reach(std::string_view uid) const;
    // When it really takes place; nullopt: by an event of its own, or not at all.
    std::optional<Taking> place_of(std::string_view uid, const Occurrence& occurrence) const;

private:
    struct Changes {
        std::set<base::Instant> single{};
        std::map<base::Instant, Onward> onward{};
        std::int64_t farthest = 0, longest = 0;  // seconds
    };
    std::map<std::string, Changes, std::less<>> of_;  // by uid
};

}  // namespace calendars
