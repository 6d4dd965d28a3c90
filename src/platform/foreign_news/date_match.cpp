#include "platform/foreign_news/date_match.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace foreign_news {
namespace {

using Tokens = std::vector<DateToken>;

// The value of digits; those that are too many are still too large for anything.
int value_of(std::string_view digits) {
    int value = 0;
    for (const char digit : digits.substr(0, 8)) value = value * 10 + (digit - '0');
    return value;
}

const DateToken* token_at(const Tokens& tokens, std::size_t at) { return at < tokens.size() ? &tokens[at] : nullptr; }

bool is_number_at(const Tokens& tokens, std::size_t at) { return at < tokens.size() && tokens[at].is_number(); }

struct Year {
    int value;
    DateDoubt doubt;
};

// Two digits are of 1970 to 2069.
Year year_of(std::string_view digits) {
    const int value = value_of(digits);
    if (digits.size() == 2) return {value < 70 ? 2000 + value : 1900 + value, DateDoubt::two_digit_year};
    const bool is_sound = digits.size() == 4 && value >= base::kFirstYear && value <= base::kLastYear;
    return {value, is_sound ? DateDoubt::none : DateDoubt::no_such_year};
}

FoundDate dated(const Year& year, unsigned month, unsigned day) {
    if (year.doubt == DateDoubt::no_such_year) return {.doubt = year.doubt};
    const auto found = calendar_day({year.value, month, day});
    if (!found) return {.doubt = DateDoubt::no_such_day};
    return {.day = found, .doubt = year.doubt};
}

// "st" of "1st", unless it is a word of its own.
std::size_t skip_ordinal(const Tokens& tokens, std::size_t at) {
    const auto* const token = token_at(tokens, at);
    return token != nullptr && token->is_word() && is_ordinal_ending(token->text) &&
                   (!token->is_spaced || token->text.size() > 1)
               ? at + 1
               : at;
}

std::size_t skip_any(const Tokens& tokens, std::size_t at, std::initializer_list<std::string_view> all) {
    while (at < tokens.size() && std::ranges::find(all, tokens[at].text) != all.end()) ++at;
    return at;
}

// "-14" of "March 12-14", "to 14": a span of days counts from its first.
std::size_t skip_last_of_span(const Tokens& tokens, std::size_t at) {
    static constexpr std::initializer_list<std::string_view> kBetween{"-", "to", "au", "and", "et", "&"};
    if (at >= tokens.size() || std::ranges::find(kBetween, tokens[at].text) == kBetween.end()) return at;
    if (!is_number_at(tokens, at + 1) || tokens[at + 1].text.size() > 2) return at;
    return skip_ordinal(tokens, at + 2);
}

bool is_year_at(const Tokens& tokens, std::size_t at) {
    return is_number_at(tokens, at) && tokens[at].text.size() != 1;
}

// Whether this word stands where a month does; 0 for a misspelt one.
std::optional<unsigned> month_at(const Tokens& tokens, std::size_t at) {
    const auto* const token = token_at(tokens, at);
    if (token == nullptr || !token->is_word()) return std::nullopt;
    const auto month = month_of_word(token->text);
    if (month == 0 && !is_nearly_month(token->text)) return std::nullopt;
    return month;
}

// The three numbers of 2013-03-12 or 12/3/2013 with the same mark between them.
struct Numbers {
    std::string_view first, second, third, mark;
};
std::optional<Numbers> numbers_at(const Tokens& tokens, std::size_t at) {
    if (at + 4 >= tokens.size()) return std::nullopt;
    const auto& mark = tokens[at + 1];
    const bool is_marked = (mark.is("-") || mark.is("/") || mark.is(".")) && tokens[at + 3].text == mark.text;
    if (!is_marked || !is_number_at(tokens, at) || !is_number_at(tokens, at + 2) || !is_number_at(tokens, at + 4))
        return std::nullopt;
    return Numbers{tokens[at].text, tokens[at + 2].text, tokens[at + 4].text, mark.text};
}

enum class Span : unsigned char { one_day, several_days };

struct DayAndMonth {
    unsigned day;
    unsigned month;  // 0: misspelt
    std::size_t next;
};

std::optional<DateMatch> with_year(const Tokens& tokens, const DayAndMonth& found) {
    const auto at = skip_any(tokens, found.next, {",", ".", "-", "/", "of", "de", "'", "\x01"});
    if (is_year_at(tokens, at)) {
        const auto& digits = tokens[at].text;
        const bool is_short = digits.size() == 2 && at + 1 < tokens.size() &&
                              (tokens[at + 1].is(":") || tokens[at + 1].is("h") || tokens[at + 1].is_word());
        if (!is_short) {
            if (found.month == 0) return DateMatch{{.doubt = DateDoubt::unknown_form}, at + 1};
            return DateMatch{dated(year_of(digits), found.month, found.day), at + 1};
        }
    }
    if (found.month == 0 || month_at(tokens, found.next)) return std::nullopt;
    if (!calendar_day({2000, found.month, found.day})) return DateMatch{{.doubt = DateDoubt::no_such_day}, found.next};
    return DateMatch{{.doubt = DateDoubt::no_year, .month = found.month, .day_of_month = found.day}, found.next};
}

// A date of which one knows that it spans several days.
std::optional<DateMatch> as_span(std::optional<DateMatch> match, Span span) {
    if (match && span == Span::several_days && match->date.doubt == DateDoubt::none)
        match->date.doubt = DateDoubt::span_of_days;
    return match;
}

// March 12, 2013
std::optional<DateMatch> month_first(const Tokens& tokens, std::size_t at) {
    const auto month = month_at(tokens, at);
    if (!month) return std::nullopt;
    auto next = skip_any(tokens, at + 1, {".", "the", ",", "-", "/"});
    // "mar, 03/12/2013" begins with a French weekday.
    if (!is_number_at(tokens, next) || numbers_at(tokens, next)) return std::nullopt;
    const auto digits = tokens[next].text;
    if (digits.size() >= 4) {
        const auto year = year_of(digits);
        if (*month == 0 || year.doubt == DateDoubt::no_such_year)
            return DateMatch{{.doubt = *month == 0 ? DateDoubt::unknown_form : year.doubt}, next + 1};
        return DateMatch{{.day = calendar_day({year.value, *month, 1}), .doubt = DateDoubt::month_only}, next + 1};
    }
    const auto behind_day = skip_ordinal(tokens, next + 1);
    next = skip_last_of_span(tokens, behind_day);
    return as_span(with_year(tokens, {static_cast<unsigned>(value_of(digits)), *month, next}),
                   next > behind_day ? Span::several_days : Span::one_day);
}

// 12 March 2013, 1er mai 2012, 12-Mar-2013
std::optional<DateMatch> day_first(const Tokens& tokens, std::size_t at) {
    if (!is_number_at(tokens, at) || tokens[at].text.size() > 3) return std::nullopt;
    const auto behind_day = skip_ordinal(tokens, at + 1);
    auto next = skip_last_of_span(tokens, behind_day);
    const auto span = next > behind_day ? Span::several_days : Span::one_day;
    next = skip_any(tokens, next, {"of", "de", "d", "'", "-", ".", "/", ","});
    const auto month = month_at(tokens, next);
    if (!month) return std::nullopt;
    return as_span(with_year(tokens, {static_cast<unsigned>(value_of(tokens[at].text)), *month, next + 1}), span);
}

// With points the day comes first, everywhere.
FoundDate in_unknown_order(const Numbers& numbers) {
    const auto year = year_of(numbers.third);
    const auto first = static_cast<unsigned>(value_of(numbers.first));
    const auto second = static_cast<unsigned>(value_of(numbers.second));
    auto month_then_day = dated(year, first, second);
    auto day_then_month = dated(year, second, first);
    if (month_then_day.day && !day_then_month.day) month_then_day.order = DateOrder::month_first;
    if (day_then_month.day && !month_then_day.day) day_then_month.order = DateOrder::day_first;
    if (!month_then_day.day) return day_then_month;
    if (numbers.mark == "." && day_then_month.day) return day_then_month;
    if (day_then_month.day && first != second) {
        month_then_day.doubt = DateDoubt::order_unknown;
        month_then_day.other_order = day_then_month.day;
    }
    return month_then_day;
}

std::optional<DateMatch> in_numbers(const Tokens& tokens, std::size_t at) {
    const auto numbers = numbers_at(tokens, at);
    if (!numbers) return std::nullopt;
    if (numbers->first.size() >= 4) {
        if (numbers->second.size() > 2 || numbers->third.size() > 2) return std::nullopt;
        return DateMatch{dated(year_of(numbers->first), static_cast<unsigned>(value_of(numbers->second)),
                               static_cast<unsigned>(value_of(numbers->third))),
                         at + 5};
    }
    const bool is_year_last = numbers->third.size() == 2 || numbers->third.size() >= 4;
    if (numbers->first.size() > 2 || numbers->second.size() > 2 || !is_year_last) return std::nullopt;
    return DateMatch{in_unknown_order(*numbers), at + 5};
}

// 03/2013, 2013-03
std::optional<DateMatch> month_in_numbers(const Tokens& tokens, std::size_t at) {
    if (!is_number_at(tokens, at) || !is_number_at(tokens, at + 2)) return std::nullopt;
    const bool is_marked = tokens[at + 1].is("/") || (tokens[at + 1].is("-") && !tokens[at + 1].is_spaced);
    const bool is_year_first = tokens[at].text.size() == 4;
    const auto year = is_year_first ? tokens[at].text : tokens[at + 2].text;
    const auto month = is_year_first ? tokens[at + 2].text : tokens[at].text;
    if (!is_marked || year.size() != 4 || month.size() > 2) return std::nullopt;
    const auto day = calendar_day({value_of(year), static_cast<unsigned>(value_of(month)), 1});
    if (!day) return std::nullopt;
    return DateMatch{{.day = day, .doubt = DateDoubt::month_only}, at + 3};
}

// 2013 March 12, 2013, mars 12
std::optional<DateMatch> year_first(const Tokens& tokens, std::size_t at) {
    if (!is_number_at(tokens, at) || tokens[at].text.size() != 4) return std::nullopt;
    const auto month_place = skip_any(tokens, at + 1, {",", "-", "/"});
    const auto month = month_at(tokens, month_place);
    const auto day_place = skip_any(tokens, month_place + 1, {".", "-", "/"});
    if (!month || *month == 0 || !is_number_at(tokens, day_place) || tokens[day_place].text.size() > 2)
        return std::nullopt;
    return DateMatch{dated(year_of(tokens[at].text), *month, static_cast<unsigned>(value_of(tokens[day_place].text))),
                     skip_ordinal(tokens, day_place + 1)};
}

// Spring 2012
std::optional<DateMatch> season(const Tokens& tokens, std::size_t at) {
    const auto* const word = token_at(tokens, at);
    if (word == nullptr || !word->is_word() || !is_season(word->text)) return std::nullopt;
    const auto year = skip_any(tokens, at + 1, {",", "of", "de"});
    if (!is_number_at(tokens, year) || tokens[year].text.size() != 4) return std::nullopt;
    return DateMatch{{.doubt = DateDoubt::unknown_form}, year + 1};
}

// "February 27 - March 2, 2013", "du 27 fevrier au 2 mars 2013": the first day, in the year of the last one.
std::optional<DateMatch> span_to_other_month(const Tokens& tokens, const DateMatch& first) {
    auto at = skip_any(tokens, first.next, {"-", "to", "au", "until", "through"});
    if (at == first.next || first.date.doubt != DateDoubt::no_year) return std::nullopt;
    while (at < tokens.size() && (is_weekday(tokens[at].text) || tokens[at].is("le"))) ++at;
    auto last = day_first(tokens, at);
    if (!last) last = month_first(tokens, at);
    if (!last || !last->date.day || last->date.doubt == DateDoubt::month_only) return std::nullopt;
    const std::chrono::year_month_day end{*last->date.day};
    const bool is_over_new_year = first.date.month > static_cast<unsigned>(end.month());
    const auto day = calendar_day(
        {static_cast<int>(end.year()) - (is_over_new_year ? 1 : 0), first.date.month, first.date.day_of_month});
    if (!day) return DateMatch{{.doubt = DateDoubt::no_such_day}, last->next};
    return DateMatch{{.day = day, .doubt = DateDoubt::span_of_days}, last->next};
}

// "May 3, 2013 - May 7, 2013", "3 mai 2013 au 7 mai 2013"
std::optional<DateMatch> span_of_whole_dates(const Tokens& tokens, const DateMatch& first) {
    const auto at = skip_any(tokens, first.next, {"-", "to", "au", "until", "through"});
    if (at == first.next || !first.date.day || first.date.doubt != DateDoubt::none) return std::nullopt;
    auto last = day_first(tokens, at);
    if (!last) last = month_first(tokens, at);
    if (!last) last = in_numbers(tokens, at);
    if (!last || !last->date.day || last->date.doubt != DateDoubt::none) return std::nullopt;
    auto date = first.date;
    date.doubt = DateDoubt::span_of_days;
    return DateMatch{date, last->next};
}

std::optional<DateMatch> one_date(const Tokens& tokens, std::size_t at) {
    if (auto match = in_numbers(tokens, at)) return match;
    if (auto match = year_first(tokens, at)) return match;
    if (auto match = day_first(tokens, at)) return match;
    if (auto match = month_first(tokens, at)) return match;
    if (auto match = month_in_numbers(tokens, at)) return match;
    return season(tokens, at);
}

std::optional<DateMatch> without_weekday(const Tokens& tokens, std::size_t at) {
    const auto first = one_date(tokens, at);
    if (!first) return std::nullopt;
    if (auto span = span_to_other_month(tokens, *first)) return span;
    if (auto span = span_of_whole_dates(tokens, *first)) return span;
    return first;
}

}  // namespace

std::optional<base::Day> calendar_day(CalendarParts parts) {
    if (parts.year < base::kFirstYear || parts.year > base::kLastYear) return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::year{parts.year}, std::chrono::month{parts.month},
                                          std::chrono::day{parts.day}};
    return parts.month <= 12 && parts.day <= 31 && day.ok() ? std::optional{base::Day{day}} : std::nullopt;
}

std::optional<DateMatch> match_date(const Tokens& tokens, std::size_t at) {
    if (auto match = without_weekday(tokens, at)) return match;
    if (at >= tokens.size() || !is_weekday(tokens[at].text)) return std::nullopt;
    return without_weekday(tokens, skip_any(tokens, at + 1, {".", ",", "the", "le", "-"}));
}

FoundDate date_of_number(std::string_view digits) {
    const auto unsigned_part = [digits](std::size_t begin, std::size_t length) {
        return static_cast<unsigned>(value_of(digits.substr(begin, length)));
    };
    if (digits.size() == 8 || digits.size() == 14)
        return dated(year_of(digits.substr(0, 4)), unsigned_part(4, 2), unsigned_part(6, 2));
    if (digits.size() < 9 || digits.size() > 10) return {.doubt = DateDoubt::unknown_form};
    std::int64_t seconds = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    const base::Day day =
        std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}});
    if (base::year_of(day) > base::kLastYear) return {.doubt = DateDoubt::no_such_year};
    return {.day = day};
}

}  // namespace foreign_news
