// bench/latencies.h - how long answers took: a histogram with steps of 10 us up to one second.
#pragma once
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bench {

class Latencies {
public:
    void add(std::chrono::nanoseconds took) {
        const auto step = static_cast<std::size_t>(took / kStep);
        ++counts_[std::min(step, counts_.size() - 1)];
        longest_ = std::max(longest_, took);
        ++total_;
    }

    // The time in milliseconds within which that share (0..1) of the answers came, rounded up to a step; past one
    // second the longest.
    double within(double share) const {
        const auto wanted = static_cast<std::int64_t>(share * static_cast<double>(total_));
        std::int64_t seen = 0;
        for (std::size_t step = 0; step + 1 < counts_.size(); ++step) {
            seen += counts_[step];
            if (seen >= wanted) return static_cast<double>(step + 1) * milliseconds(kStep);
        }
        return longest();
    }
    double longest() const { return milliseconds(longest_); }

private:
    static double milliseconds(std::chrono::nanoseconds time) { return static_cast<double>(time.count()) / 1e6; }

    static constexpr std::chrono::nanoseconds kStep = std::chrono::microseconds{10};
    std::vector<std::int64_t> counts_ = std::vector<std::int64_t>(100'001);
    std::chrono::nanoseconds longest_{0};
    std::int64_t total_ = 0;
};

}  // namespace bench
