#include "platform/http/load_ladder.h"

#include <algorithm>
#include <array>

namespace http {
namespace {

struct Threshold {
    double queue_share;
    base::Duration write_delay;
    double processor_share;  // above 1: never by this
};
constexpr std::array<Threshold, kLoadSteps - 1> kThresholds{{
    {0.25, base::milliseconds(250), 0.97},
    {0.40, base::milliseconds(500), 0.99},
    {0.60, base::seconds(1), 2},
    {0.80, base::seconds(2), 2},
}};

bool reaches(const LoadSample& sample, const Threshold& threshold, double part) {
    return sample.queue_share >= threshold.queue_share * part ||
           static_cast<double>(sample.write_delay.microseconds) >=
               static_cast<double>(threshold.write_delay.microseconds) * part ||
           sample.processor_share >= threshold.processor_share * (part < 1 ? 0.85 : 1);
}

LoadStep neighbour(LoadStep step, int by) { return static_cast<LoadStep>(static_cast<int>(step) + by); }

}  // namespace

// A busy processor goes down slowly: it counts until it is below 85 % of its threshold.
LoadStep step_for(const LoadSample& sample, Way way) {
    int step = 0;
    for (const Threshold& threshold : kThresholds)
        if (reaches(sample, threshold, way == Way::up ? 1 : 0.5)) ++step;
    return static_cast<LoadStep>(step);
}

void LoadLadder::see(const LoadSample& sample) {
    const LoadStep least = least_.load(std::memory_order_relaxed);
    const LoadStep up = std::max(step_for(sample, Way::up), least);
    const LoadStep down = std::max(step_for(sample, Way::down), least);
    if (up <= step()) too_low_since_.reset();
    if (down >= step()) too_high_since_.reset();
    if (up > step()) {
        if (!too_low_since_) too_low_since_ = sample.at;
        if (sample.at - *too_low_since_ >= kBeforeUp) go(neighbour(step(), 1), sample.at);
    } else if (down < step()) {
        if (!too_high_since_) too_high_since_ = sample.at;
        if (sample.at - *too_high_since_ >= kBeforeDown) go(neighbour(step(), -1), sample.at);
    }
}

// The next step takes its time again.
void LoadLadder::go(LoadStep step, base::Instant at) {
    step_.store(step, std::memory_order_relaxed);
    too_low_since_ = at;
    too_high_since_ = at;
}

}  // namespace http
