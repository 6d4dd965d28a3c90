// base/money.h - Canadian dollars, exact to the cent. Never a floating-point number, never a bare integer.
#pragma once
#include <compare>
#include <cstdint>

namespace base {

class Money {
public:
    static constexpr Money from_cents(std::int64_t cents) { return Money{cents}; }
    static constexpr Money from_dollars(std::int64_t dollars) { return Money{dollars * 100}; }

    constexpr std::int64_t cents() const { return cents_; }
    constexpr auto operator<=>(const Money&) const = default;

    friend constexpr Money operator+(Money a, Money b) { return Money{a.cents_ + b.cents_}; }
    friend constexpr Money operator-(Money a, Money b) { return Money{a.cents_ - b.cents_}; }
    friend constexpr Money operator-(Money a) { return Money{-a.cents_}; }

private:
    explicit constexpr Money(std::int64_t cents) : cents_(cents) {}
    std::int64_t cents_;  // may be negative: a cut
};

}  // namespace base
