// base/result.h - a value, or the reason there is none. It cannot be dropped unread.
#pragma once
#include <expected>
#include <utility>

namespace base {

// Result<T, E> holds a T (true in a condition) or an E (false). Made from either; a Result that nobody looks at
// does not compile. Use it only where the immediate caller has something to do about E.
template <class T, class E>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::move(value)) {}                   // NOLINT(google-explicit-constructor)
    Result(E error) : state_(std::unexpected(std::move(error))) {}  // NOLINT(google-explicit-constructor)

    explicit operator bool() const { return state_.has_value(); }
    const T& operator*() const& { return *state_; }
    T& operator*() & { return *state_; }
    T&& operator*() && { return *std::move(state_); }
    const T* operator->() const { return &*state_; }
    T* operator->() { return &*state_; }
    const E& error() const { return state_.error(); }

private:
    std::expected<T, E> state_;
};

}  // namespace base
