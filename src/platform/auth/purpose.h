// platform/auth/purpose.h - what a key, hash or token is for. One made for one purpose is worthless for any other.
#pragma once
#include <array>
#include <cstddef>
#include <string_view>

namespace auth {

// "slice.use": a literal of 1 to 40 characters, and never changed once something made with it is stored or mailed.
class Purpose {
public:
    static constexpr std::size_t kLongest = 40;

    template <std::size_t Size>
    consteval Purpose(const char (&name)[Size]) : name_(name, Size - 1) {  // NOLINT: implicit, so that calls read well
        if (Size < 2 || Size - 1 > kLongest) throw "a purpose has 1 to 40 characters";
    }
    constexpr std::string_view name() const { return name_; }

private:
    std::string_view name_;
};

}  // namespace auth
