// platform/http/load_ladder.h - what the program leaves out while there is more to do than it can do, so that signing
// goes on to the end. The steps are taken in this order, one at a time, and left in the reverse one.
#pragma once
#include <atomic>
#include <optional>

#include "base/instant.h"

namespace http {

enum class LoadStep : unsigned char {
    everything = 0,        // all is served
    no_search = 1,         // searches answer 503
    no_statistics = 2,     // and so do statistics
    no_live_pushes = 3,    // counts on open pages stand still, and no new event stream begins
    sign_ons_in_line = 4,  // sign-ons stand in a line of their own (waiting_line.h), so that other forms get through
};
inline constexpr int kLoadSteps = 5;

// What a route belongs to, and so from which step on it is left out. always: never.
enum class LoadPart : unsigned char { always = 0, search = 1, statistics = 2, live_pushes = 3 };

// How it goes at one moment.
struct LoadSample {
    double queue_share;          // of the writer's queue that is taken: 0..1
    base::Duration write_delay;  // how long a form waits for its commit
    double processor_share;      // of one, that the busiest loop used since the last sample: 0..1
    base::Instant at;
};

// The step that a sample calls for. Up: from these values on. Down: the step is left below half of them.
//
//                        queue   delay     processors
//     no_search           25 %   0.25 s    97 %
//     no_statistics       40 %   0.5 s     99 %
//     no_live_pushes      60 %   1 s
//     sign_ons_in_line    80 %   2 s
enum class Way : unsigned char { up, down };
LoadStep step_for(const LoadSample& sample, Way way);

// How long a sample's step must be above the present one before the next is taken, and below it before one is left.
inline constexpr base::Duration kBeforeUp = base::milliseconds(500);
inline constexpr base::Duration kBeforeDown = base::seconds(5);

// The step may be asked on any thread; samples come from one.
class LoadLadder {
public:
    LoadStep step() const { return step_.load(std::memory_order_relaxed); }
    bool serves(LoadPart part) const {
        return part == LoadPart::always || static_cast<int>(step()) < static_cast<int>(part);
    }

    // Goes one step up or down where that is due.
    void see(const LoadSample& sample);

    // Never below this one: for staff who expect a storm.
    void hold(LoadStep least) { least_.store(least, std::memory_order_relaxed); }

private:
    void go(LoadStep step, base::Instant at);

    std::atomic<LoadStep> step_ = LoadStep::everything;
    std::atomic<LoadStep> least_ = LoadStep::everything;
    std::optional<base::Instant> too_low_since_, too_high_since_;
};

}  // namespace http
