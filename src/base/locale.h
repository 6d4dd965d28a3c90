// base/locale.h - the two languages. They are equals: everything there is, is there in both.
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace base {

enum class Locale : unsigned char { english, french };

constexpr std::array kLocales{Locale::english, Locale::french};

// "en" or "fr": the first segment of every public address, and what the databases store.
constexpr std::string_view code(Locale locale) { return locale == Locale::english ? "en" : "fr"; }

// The locale of "en" or "fr", or nullopt for any other text.
constexpr std::optional<Locale> locale_of(std::string_view code) {
    if (code == "en") return Locale::english;
    if (code == "fr") return Locale::french;
    return std::nullopt;
}

constexpr Locale other(Locale locale) { return locale == Locale::english ? Locale::french : Locale::english; }

}  // namespace base
