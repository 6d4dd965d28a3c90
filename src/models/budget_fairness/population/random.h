// models/budget_fairness/population/random.h - chance that is the same on every machine.
#pragma once
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <span>
#include <utility>

namespace budget_fairness {

// SplitMix64 (Steele, Lea and Flood 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t bits() {
        state_ += 0x9e3779b97f4a7c15U;
        auto mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31U);
    }
    // In (0, 1).
    double uniform() { return (static_cast<double>(bits() >> 11U) + 0.5) * 0x1p-53; }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(uniform() * static_cast<double>(count)); }
    // Mean 0, standard deviation 1 (Box and Muller).
    double normal() { return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()); }
    // Mean 1; log-normal with this standard deviation of the logarithm.
    double spread(double deviation) { return std::exp(deviation * normal() - deviation * deviation / 2); }
    template <class T>
    void shuffle(std::span<T> row) {
        for (std::size_t i = row.size(); i > 1; --i) std::swap(row[i - 1], row[below(i)]);
    }

private:
    std::uint64_t state_;
};

}  // namespace budget_fairness
