// platform/foreign_news/date_words.h - the words that stand in and around dates, folded (fold.h). Pure.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace foreign_news {

// A run of letters, a run of digits, or one other character that is no blank.
struct DateToken {
    enum class Kind : unsigned char { word, number, mark };
    Kind kind;
    std::string_view text;
    std::size_t begin, end;  // in the folded text
    bool is_spaced;          // a blank stands in front of it

    bool is(std::string_view other) const { return text == other; }
    bool is_word() const { return kind == Kind::word; }
    bool is_number() const { return kind == Kind::number; }
};
// At most `limit` of them. The views are into the folded text.
std::vector<DateToken> date_tokens(std::string_view folded_text, std::size_t limit);

// 1..12 of "january", "janv", "aout"; 0 for any other word.
unsigned month_of_word(std::string_view word);
// A word that is nearly a month's name: "sptember".
bool is_nearly_month(std::string_view word);
bool is_weekday(std::string_view word);
bool is_season(std::string_view word);
bool is_ordinal_ending(std::string_view word);  // "st", "er"
bool is_before_date(std::string_view word);     // "posted", "publie", "le"
bool is_time_word(std::string_view word);       // "pm", "h", "est"
bool is_byline_word(std::string_view word);     // "by", "par"
bool is_category_word(std::string_view word);   // "in", "filed", "dans"
bool is_comment_word(std::string_view word);    // "comments", "commentaire"

}  // namespace foreign_news
