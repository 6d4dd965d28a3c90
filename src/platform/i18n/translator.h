// platform/i18n/translator.h - what a page says to a person, in their language.
//
//     const i18n::Translator t{base::Locale::french};
//     t("Sign now")                                                       -> "Signez maintenant"
//     t("Hello {name}", {{"name", person.given_name}})
//     t.plural("{count} signature", "{count} signatures", 1200)           -> "1 200 signatures"
//     t(problem.message)
//     t.date(petition.published_at), t.money(cut), t.list(names)
//
// The English text is the key of the catalogue (gettext's msgid). xgettext finds keys as the literal behind `t(`,
// `plural(` and `message(`; the compiler takes nothing but literals, so no visitor's text is ever looked up. Where the
// catalogue lacks a key, the English text appears. Messages hold no markup.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/locale.h"
#include "base/money.h"
#include "base/problem.h"
#include "platform/i18n/placeholders.h"
#include "platform/i18n/time_zone.h"

namespace i18n {

// An English literal, or a base::Message made from one.
class Key {
public:
    template <size_t Size>
    consteval Key(const char (&literal)[Size]) : text_(literal) {}  // NOLINT(google-explicit-constructor)
    constexpr Key(base::Message message) : text_(message.key()) {}  // NOLINT(google-explicit-constructor)
    [[nodiscard]] constexpr const char* text() const { return text_; }

private:
    const char* text_;
};

// The English singular and plural of one sentence with a {count}.
struct PluralKey {
    Key one;
    Key other;
};

enum class DateStyle {
    long_form,   // November 3, 2026 / 3 novembre 2026
    short_form,  // Nov 3, 2026 / 3 nov. 2026
};

// How many digits stand behind the decimal sign, 0 to 9.
struct Decimals {
    int count = 0;
};

// Cheap to copy; holds nothing but the language. Every function may be called from any thread at once.
class Translator {
public:
    constexpr explicit Translator(base::Locale locale) : locale_(locale) {}
    [[nodiscard]] constexpr base::Locale locale() const { return locale_; }

    // The text in this language. {name} is replaced by the argument of that name; an argument that is an integer is
    // written as number() writes it; a placeholder without argument stays as it is.
    [[nodiscard]] std::string operator()(Key key, std::initializer_list<Argument> arguments = {}) const;

    // The form of the text that fits the count (CLDR's plural rules), {count} replaced by it.
    [[nodiscard]] std::string plural(Key one, Key other, std::int64_t count,
                                     std::initializer_list<Argument> arguments = {}) const;

    // 12,345 / 12 345 (grouped by no-break spaces).
    template <std::integral T>
        requires(!std::same_as<T, bool>)
    [[nodiscard]] std::string number(T value) const {
        return whole_number(static_cast<std::int64_t>(value));
    }
    // 1,234.5 / 1 234,5: rounded half to even to exactly that many decimals.
    [[nodiscard]] std::string number(double value, Decimals decimals) const;
    // A ratio: 0.64 is 64% / 64 %. Values beyond 1 are fine.
    [[nodiscard]] std::string percent(double ratio, Decimals decimals = {}) const;
    // $1,200.50 / 1 200,50 $. Canadian dollars, always with cents.
    [[nodiscard]] std::string money(base::Money amount) const;
    // $1,201 / 1 201 $: rounded half to even to whole dollars, for large amounts.
    [[nodiscard]] std::string money_in_dollars(base::Money amount) const;

    // The day on which this instant falls in that time zone.
    [[nodiscard]] std::string date(base::Instant at, DateStyle style = DateStyle::long_form,
                                   const TimeZone& zone = TimeZone::toronto()) const;
    // November 3, 2026 at 2:05 p.m. / 3 novembre 2026 à 14 h 05; the first of a month is "1er" in French.
    [[nodiscard]] std::string date_time(base::Instant at, const TimeZone& zone = TimeZone::toronto()) const;
    // 3 minutes ago, in 2 days; from minutes to years, whole units rounded towards now; "now" within a minute of it.
    [[nodiscard]] std::string relative(base::Duration since_now) const;

    // A, B and C / A, B et C
    [[nodiscard]] std::string list(std::span<const std::string> items) const;

    // The order in which a dictionary of this language has them; texts that differ only in bytes are told apart.
    [[nodiscard]] std::strong_ordering compare(std::string_view left, std::string_view right) const;

private:
    [[nodiscard]] std::string whole_number(std::int64_t value) const;
    base::Locale locale_;
};

// The instant for machines, as <time datetime=""> has it: 2026-11-03T19:05:00Z. Years 0 to 9999.
[[nodiscard]] std::string machine_time(base::Instant at);

// The name of a language in itself: English, Français.
[[nodiscard]] std::string_view own_name(base::Locale locale);

}  // namespace i18n
