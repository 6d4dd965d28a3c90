#include "platform/foreign_news/date_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace foreign_news {
namespace {

struct MonthWord {
    std::string_view word;
    unsigned month;
};
constexpr auto kMonths = std::to_array<MonthWord>({
    {"january", 1}, {"jan", 1},       {"janvier", 1},   {"janv", 1},   {"february", 2},  {"feb", 2},
    {"febr", 2},    {"fevrier", 2},   {"fevr", 2},      {"fev", 2},    {"march", 3},     {"mar", 3},
    {"mars", 3},    {"april", 4},     {"apr", 4},       {"avril", 4},  {"avr", 4},       {"may", 5},
    {"mai", 5},     {"june", 6},      {"jun", 6},       {"juin", 6},   {"july", 7},      {"jul", 7},
    {"juillet", 7}, {"juil", 7},      {"jui", 7},       {"august", 8}, {"aug", 8},       {"aout", 8},
    {"aou", 8},     {"september", 9}, {"sept", 9},      {"sep", 9},    {"septembre", 9}, {"october", 10},
    {"oct", 10},    {"octobre", 10},  {"november", 11}, {"nov", 11},   {"novembre", 11}, {"december", 12},
    {"dec", 12},    {"decembre", 12},
});

bool has(std::span<const std::string_view> all, std::string_view word) {
    return std::ranges::find(all, word) != all.end();
}

constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"monday", "mon",   "tuesday",  "tue",      "tues",   "wednesday", "wed",   "thursday", "thu",   "thur", "thurs",
     "friday", "fri",   "saturday", "sat",      "sunday", "sun",       "lundi", "lun",      "mardi", "mar",  "mercredi",
     "mer",    "jeudi", "jeu",      "vendredi", "ven",    "samedi",    "sam",   "dimanche", "dim"});
constexpr auto kSeasons = std::to_array<std::string_view>(
    {"spring", "summer", "fall", "autumn", "winter", "printemps", "ete", "automne", "hiver"});
constexpr auto kOrdinals = std::to_array<std::string_view>({"st", "nd", "rd", "th", "er", "re", "e", "eme", "ieme"});
constexpr auto kBefore = std::to_array<std::string_view>(
    {"posted",     "published", "publish",  "publication", "submitted", "created",    "added",    "written", "date",
     "dated",      "dates",     "on",       "the",         "this",      "was",        "entry",    "article", "item",
     "posting",    "released",  "issued",   "released",    "le",        "du",         "publie",   "publiee", "publies",
     "mis",        "mise",      "en",       "ligne",       "soumis",    "affiche",    "affichee", "paru",    "parue",
     "parution",   "ajoute",    "ajoutee",  "ecrit",       "diffuse",   "diffusee",   "de",       "la",      "cree",
     "creee",      "news",      "nouvelle", "nouvelles",   "actualite", "actualites", "press",    "release", "media",
     "communique", "presse",    "post",     "time",        "cet",       "cette",      "a",        "ete"});
constexpr auto kTimeWords = std::to_array<std::string_view>(
    {"am",   "pm",   "a",   "m",   "p",   "h",   "t",   "z",   "at",  "est", "edt", "et",  "utc",
     "gmt",  "hne",  "hae", "pst", "pdt", "mst", "mdt", "cst", "cdt", "ast", "adt", "nst", "ndt",
     "noon", "midi", "hrs", "min", "tz",  "hnr", "har", "hnp", "hap", "hna", "haa", "hnc", "hac"});
constexpr auto kByline = std::to_array<std::string_view>({"by", "par", "author", "auteur", "auteure"});
constexpr auto kCategory =
    std::to_array<std::string_view>({"in",     "dans",   "filed",  "posted",    "category",  "categories",   "tags",
                                     "tagged", "topics", "topic",  "under",     "updated",   "modified",     "modifie",
                                     "classe", "sous",   "edited", "permalink", "categorie", "uncategorized"});
constexpr auto kComment =
    std::to_array<std::string_view>({"comment", "comments", "commentaire", "commentaires", "response", "responses",
                                     "reply", "replies", "views", "reponse", "reponses"});

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c == '\x01'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// How many letters must be put in, taken out or changed; 3 stands for "more than 2".
std::size_t distance(std::string_view from, std::string_view to) {
    if (from.size() > to.size() + 2 || to.size() > from.size() + 2) return 3;
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const auto changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return std::min<std::size_t>(row.back(), 3);
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text, std::size_t limit) {
    std::vector<DateToken> tokens;
    bool is_spaced = false;
    for (std::size_t at = 0; at < text.size() && tokens.size() < limit;) {
        if (text[at] == ' ') {
            is_spaced = true;
            ++at;
            continue;
        }
        auto end = at + 1;
        auto kind = DateToken::Kind::mark;
        if (is_digit(text[at])) {
            kind = DateToken::Kind::number;
            while (end < text.size() && is_digit(text[end])) ++end;
        } else if (is_letter(text[at]) && text[at] != '\x01') {
            kind = DateToken::Kind::word;
            while (end < text.size() && is_letter(text[end])) ++end;
        }
        tokens.push_back({kind, text.substr(at, end - at), at, end, is_spaced});
        is_spaced = false;
        at = end;
    }
    return tokens;
}

unsigned month_of_word(std::string_view word) {
    const auto* const found = std::ranges::find(kMonths, word, &MonthWord::word);
    return found == kMonths.end() ? 0 : found->month;
}

bool is_nearly_month(std::string_view word) {
    if (word.size() < 4 || month_of_word(word) != 0) return false;
    return std::ranges::any_of(kMonths, [word](const MonthWord& month) {
        const std::size_t most = month.word.size() < 6 ? 1 : 2;
        return month.word.size() > 4 && distance(word, month.word) <= most;
    });
}

bool is_weekday(std::string_view word) { return has(kWeekdays, word); }
bool is_season(std::string_view word) { return has(kSeasons, word); }
bool is_ordinal_ending(std::string_view word) { return has(kOrdinals, word); }
bool is_before_date(std::string_view word) { return has(kBefore, word); }
bool is_time_word(std::string_view word) { return has(kTimeWords, word); }
bool is_byline_word(std::string_view word) { return has(kByline, word); }
bool is_category_word(std::string_view word) { return has(kCategory, word); }
bool is_comment_word(std::string_view word) { return has(kComment, word); }

}  // namespace foreign_news
