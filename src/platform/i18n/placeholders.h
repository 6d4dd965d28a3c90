// platform/i18n/placeholders.h - the {names} in a message, and what takes their place.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace i18n {

// What stands for {name}. It refers to its texts: build it where it is used.
struct Argument {
    std::string_view name;
    std::variant<std::string_view, std::int64_t> value;

    Argument(std::string_view argument_name, std::string_view text) : name(argument_name), value(text) {}
    template <std::integral T>
        requires(!std::same_as<T, bool> && !std::same_as<T, char>)
    Argument(std::string_view argument_name, T number)
        : name(argument_name), value(static_cast<std::int64_t>(number)) {}
};

// Writes an integer as the language does.
using NumberWriter = std::function<std::string(std::int64_t)>;

// Replaces every {name} that has an argument, in one pass: what was put in is not searched again. A name is lower-case
// letters, digits and underscores; every other brace is text. Numbers are written by `number`.
[[nodiscard]] std::string fill(std::string_view message, std::span<const Argument> arguments,
                               const NumberWriter& number);

// The names of all placeholders in a message.
[[nodiscard]] std::set<std::string, std::less<>> placeholders(std::string_view message);

}  // namespace i18n
