#include "platform/foreign_news/date.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "platform/foreign_news/date_match.h"
#include "platform/foreign_news/date_words.h"
#include "platform/foreign_news/fold.h"

namespace foreign_news {
namespace {

constexpr std::size_t kLongestDateLine = 200;  // bytes
constexpr std::size_t kMostTokens = 60;
constexpr std::size_t kLongestDateAtEnd = 100;  // bytes, of a text that is longer than kMostTokens

using Tokens = std::vector<DateToken>;

bool is_mark(const DateToken& token) { return token.kind == DateToken::Kind::mark; }

// Up to five words of a name behind "by" or "par", and its marks.
std::size_t skip_name(const Tokens& tokens, std::size_t at) {
    std::size_t words = 0;
    while (at < tokens.size() && words < 5) {
        const auto& token = tokens[at];
        const bool is_end = token.is("|") || token.is(",") || token.is("on") || token.is("le") || token.is("-") ||
                            is_category_word(token.text);
        if (is_end && words > 0 && (token.is_spaced || token.is(","))) break;
        if (token.is_word() || token.is_number()) ++words;
        ++at;
    }
    return at;
}

// Whether only what usually stands in front of a date does.
bool is_lead(const Tokens& tokens, std::size_t end) {
    std::size_t at = 0;
    while (at < end) {
        const auto& token = tokens[at];
        if (is_byline_word(token.text)) {
            at = std::min(skip_name(tokens, at + 1), end);
            continue;
        }
        const bool is_time = token.is_number() && at + 1 < end && (tokens[at + 1].is(":") || tokens[at + 1].is("h"));
        const bool ends_time = token.is_number() && at > 0 && (tokens[at - 1].is(":") || tokens[at - 1].is("h"));
        const bool is_known = is_mark(token) || is_weekday(token.text) || is_before_date(token.text) || is_time ||
                              ends_time || is_time_word(token.text);
        if (!is_known) return false;
        ++at;
    }
    return true;
}

// Behind a time of day with its zone, if there is one: "T09:30:00-05:00", "- 14:30", "at 2 pm", "à 14 h 30".
std::size_t skip_time(const Tokens& tokens, std::size_t at) {
    bool has_number = false;
    auto next = at;
    while (next < tokens.size()) {
        const auto& token = tokens[next];
        const bool is_part = (token.is_number() && token.text.size() <= 6) || is_time_word(token.text) ||
                             std::string_view{":.,+-@"}.contains(token.text[0]);
        if (!is_part || (is_mark(token) && has_number && token.is_spaced)) break;
        has_number = has_number || token.is_number();
        ++next;
    }
    return has_number ? next : at;
}

// "Undated", "No date", "Sans date": what stands where a date should.
bool says_undated(const Tokens& tokens) {
    std::string words;
    for (const auto& token : tokens)
        if (!is_mark(token)) words += (words.empty() ? "" : " ") + std::string{token.text};
    for (const std::string_view phrase : {"undated", "no date", "date unknown", "unknown date", "sans date",
                                          "date inconnue", "n d", "s d", "date to be confirmed"})
        if (words == phrase) return true;
    return false;
}

// Whether only what usually stands behind a date does.
bool is_trail(const Tokens& tokens, std::size_t at) {
    bool may_be_category = false;
    at = skip_time(tokens, at);
    while (at < tokens.size()) {
        const auto& token = tokens[at];
        if (is_mark(token)) {
            may_be_category = may_be_category || token.is("|") || token.is("\x01") || token.is("-") || token.is(",");
            at = std::max(at + 1, skip_time(tokens, at));
        } else if (is_byline_word(token.text)) {
            at = skip_name(tokens, at + 1);
            may_be_category = true;
        } else if (token.is("and") || token.is("et") || token.is("is")) {
            ++at;
        } else if (is_weekday(token.text) && tokens.size() - at <= 2) {
            ++at;
        } else if (is_category_word(token.text) && (may_be_category || !token.is("in"))) {
            return tokens.size() - at <= 24;
        } else if (std::ranges::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(at), tokens.end(),
                                       [](const DateToken& word) { return is_comment_word(word.text); })) {
            return tokens.size() - at <= 5;
        } else {
            return false;
        }
    }
    return true;
}

// What stands between a date and the words behind it, taken off their beginning.
std::string without_marks_in_front(std::string_view text) {
    static constexpr std::string_view kMarks = " \t\n:|-,;";
    auto tidy = base::collapse_spaces(text);
    const auto strip = [&tidy](std::string_view piece) {
        if (!tidy.starts_with(piece)) return false;
        tidy.erase(0, piece.size());
        return true;
    };
    bool changed = true;
    while (changed && !tidy.empty()) {
        changed = strip("–") || strip("—") || strip("•") || strip("·");
        if (!changed && kMarks.contains(tidy.front())) changed = strip(std::string(1, tidy.front()));
    }
    return tidy;
}

// The same at their end, in front of a date. A comma stays: the words may be cut behind it.
std::string without_marks_behind(std::string_view text) {
    auto tidy = base::collapse_spaces(text);
    const auto strip = [&tidy](std::string_view piece) {
        if (!tidy.ends_with(piece)) return false;
        tidy.resize(tidy.size() - piece.size());
        return true;
    };
    while (strip("–") || strip("—") || strip("•") || strip("·") || strip(" ") || strip("|") || strip("-")) continue;
    return tidy;
}

// What parts a date from the words beside it: a dash with blanks around it, a colon, a bar, a bracket.
bool is_parting(const DateToken& token) {
    if (token.is("-") || token.is(".")) return token.is("-");
    return token.is(":") || token.is("|") || token.is(")") || token.is("]") || token.is("\x01");
}

// Where the mark behind "- 14:30 -" or "- 14:30:" stands; `at` where no time of day does, as in "- 14 nurses strike".
std::size_t skip_time_of_day(const Tokens& tokens, std::size_t at) {
    auto end = skip_time(tokens, at);
    if (end > at && tokens[end - 1].is(":")) --end;
    if (end <= at + 1 || end >= tokens.size() || !is_parting(tokens[end])) return at;
    const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1;
    const bool is_time = std::any_of(begin, tokens.begin() + static_cast<std::ptrdiff_t>(end),
                                     [](const DateToken& token) { return token.is(":") || token.is("h"); });
    return is_time ? end : at;
}

std::optional<EdgeDate> leading_date(std::string_view text, const Folded& fold, const Tokens& tokens) {
    std::size_t at = 0;
    while (at < tokens.size() && at < 6 &&
           (tokens[at].is("(") || tokens[at].is("[") || is_before_date(tokens[at].text)))
        ++at;
    const auto match = match_date(tokens, at);
    if (!match || match->next >= tokens.size()) return std::nullopt;
    auto next = match->next;
    next = is_parting(tokens[next]) ? skip_time_of_day(tokens, next) : skip_time(tokens, next);
    if (next > match->next && !is_parting(tokens[match->next]) && tokens[next - 1].is(":")) --next;  // "at 2 pm: ..."
    if (next >= tokens.size() || !is_parting(tokens[next])) return std::nullopt;
    if (tokens[next].is(")") || tokens[next].is("]")) ++next;
    if (next >= tokens.size()) return std::nullopt;
    auto rest = without_marks_in_front(text.substr(fold.origin[tokens[next].begin]));
    if (rest.empty()) return std::nullopt;
    return EdgeDate{match->date, std::move(rest)};
}

std::optional<EdgeDate> trailing_date(std::string_view text, const Folded& fold, const Tokens& tokens) {
    const auto first = tokens.size() > 14 ? tokens.size() - 14 : std::size_t{1};
    for (auto at = std::max<std::size_t>(first, 1); at < tokens.size(); ++at) {
        const auto match = match_date(tokens, at);
        if (!match || !is_trail(tokens, match->next)) continue;
        auto parting = at - 1;
        while (parting > 0 &&
               (is_before_date(tokens[parting].text) || is_weekday(tokens[parting].text) || tokens[parting].is(",")))
            --parting;
        const auto& mark = tokens[parting];
        const bool is_parted =
            mark.is("(") || mark.is("[") || mark.is("|") || mark.is("\x01") || (mark.is("-") && mark.is_spaced);
        if (!is_parted) continue;
        auto rest = without_marks_behind(text.substr(0, fold.origin[mark.begin]));
        if (!rest.empty()) return EdgeDate{match->date, std::move(rest)};
    }
    return std::nullopt;
}

// Letters beyond ASCII: É and its like stand at C3 80..9E.
bool begins_sentence(std::string_view text) {
    if (text.empty()) return false;
    if ((text[0] >= 'A' && text[0] <= 'Z') || text[0] == '"') return true;
    if (text[0] == '\xC3') return text.size() > 1 && static_cast<unsigned char>(text[1]) <= 0x9E;
    return text.starts_with("“") || text.starts_with("«");
}

}  // namespace

namespace {

// Behind the same day in the other language: "March 3, 2006 / 3 mars 2006".
std::size_t skip_same_day(const Tokens& tokens, const DateMatch& match) {
    if (match.next >= tokens.size() || !match.date.day) return match.next;
    const bool is_parted = tokens[match.next].is("/") || tokens[match.next].is("|") || tokens[match.next].is("-");
    const auto other = is_parted ? match_date(tokens, match.next + 1) : std::nullopt;
    return other && other->date.day == match.date.day ? other->next : match.next;
}

}  // namespace

std::optional<FoundDate> standing_date(std::string_view text) {
    if (text.size() > kLongestDateLine) return std::nullopt;
    const auto fold = folded(text);
    const auto tokens = date_tokens(fold.text, kMostTokens);
    if (says_undated(tokens)) return FoundDate{.doubt = DateDoubt::unknown_form};
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const auto match = match_date(tokens, at);
        if (!match) continue;
        const bool stands = is_lead(tokens, at) && is_trail(tokens, skip_same_day(tokens, *match));
        return stands ? std::optional{match->date} : std::nullopt;
    }
    return std::nullopt;
}

bool is_beside_date(std::string_view text) {
    if (text.size() > kLongestDateLine) return false;
    const auto fold = folded(text);
    const auto tokens = date_tokens(fold.text, kMostTokens);
    return is_lead(tokens, tokens.size()) || is_trail(tokens, 0);
}

std::optional<EdgeDate> edge_date(std::string_view text) {
    const auto fold = folded(text);
    // Only the ends matter; a long text is looked at from both of them.
    auto tokens = date_tokens(fold.text, kMostTokens);
    if (auto leading = leading_date(text, fold, tokens)) return leading;
    if (tokens.size() < kMostTokens) return trailing_date(text, fold, tokens);
    const auto end = text.find(' ', text.size() - std::min(text.size(), kLongestDateAtEnd));
    if (end == std::string_view::npos) return std::nullopt;
    const auto last = folded(text.substr(end));
    auto trailing = trailing_date(text.substr(end), last, date_tokens(last.text, kMostTokens));
    if (trailing) trailing->rest = without_marks_behind(std::string{text.substr(0, end)} + " " + trailing->rest);
    return trailing;
}

std::optional<EdgeDate> unparted_date(std::string_view text) {
    const auto fold = folded(text.substr(0, kLongestDateLine));
    const auto tokens = date_tokens(fold.text, kMostTokens);
    const auto match = match_date(tokens, 0);
    if (!match || !match->date.day || match->date.doubt == DateDoubt::month_only) return std::nullopt;
    if (match->next + 2 >= tokens.size() || !tokens[match->next].is_spaced) return std::nullopt;
    auto rest = base::collapse_spaces(text.substr(fold.origin[tokens[match->next].begin]));
    return begins_sentence(rest) ? std::optional{EdgeDate{match->date, std::move(rest)}} : std::nullopt;
}

std::optional<Dateline> dateline_in(std::string_view text) {
    if (text.empty() || text[0] < 'A' || text[0] > 'Z') return std::nullopt;
    const auto fold = folded(text.substr(0, kLongestDateLine));
    const auto tokens = date_tokens(fold.text, kMostTokens);
    for (std::size_t at = 1; at < tokens.size() && at <= 6; ++at) {
        const bool is_bracket = tokens[at].is("(");
        if (!is_bracket && !tokens[at].is(",")) {
            const bool is_name = tokens[at].is_word() || std::string_view{"-.'"}.contains(tokens[at].text[0]);
            if (!is_name) return std::nullopt;
            continue;
        }
        const auto match = match_date(tokens, at + (at + 1 < tokens.size() && tokens[at + 1].is("le") ? 2 : 1));
        if (!match) continue;
        auto next = match->next;
        if (is_bracket && (next >= tokens.size() || !tokens[next].is(")"))) continue;
        if (is_bracket) ++next;
        if (next >= tokens.size()) return Dateline{match->date, DatelineKind::line};
        if (is_bracket || tokens[next].is("-") || tokens[next].is(":"))
            return Dateline{match->date, DatelineKind::beginning};
    }
    return std::nullopt;
}

FoundDate named_date(std::string_view text) {
    const auto fold = folded(text.substr(0, kLongestDateLine));
    const auto tokens = date_tokens(fold.text, kMostTokens);
    if (tokens.size() == 1 && tokens[0].is_number()) return date_of_number(tokens[0].text);
    for (std::size_t at = 0; at < tokens.size(); ++at)
        if (const auto match = match_date(tokens, at)) return match->date;
    return {.doubt = DateDoubt::unknown_form};
}

std::optional<int> year_heading(std::string_view text) {
    const auto fold = folded(text.substr(0, 60));
    auto tokens = date_tokens(fold.text, 8);
    // "2013 (12)": how many there are.
    if (tokens.size() >= 4 && tokens[tokens.size() - 3].is("(") && tokens[tokens.size() - 2].is_number() &&
        tokens.back().is(")"))
        tokens.resize(tokens.size() - 3);
    const bool is_year = tokens.size() == 1 && tokens[0].is_number() && tokens[0].text.size() == 4;
    if (is_year) {
        int year = 0;
        std::from_chars(tokens[0].text.data(), tokens[0].text.data() + 4, year);
        return year >= base::kFirstYear && year <= base::kLastYear ? std::optional{year} : std::nullopt;
    }
    const auto match = match_date(tokens, 0);
    if (!match || match->next != tokens.size() || match->date.doubt != DateDoubt::month_only) return std::nullopt;
    return base::year_of(*match->date.day);
}

std::optional<base::Day> in_year(const FoundDate& date, int year) {
    return calendar_day({year, date.month, date.day_of_month});
}

}  // namespace foreign_news
