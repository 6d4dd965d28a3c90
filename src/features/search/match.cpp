#include "features/search/match.h"

#include <string_view>

namespace search {
namespace {

struct Signs {
    char quote;
    std::string_view either, both, but_not;
};

constexpr Signs kFts5{'"', " OR ", " AND ", " NOT "};
constexpr Signs kTsquery{'\'', " | ", " & ", " & !"};

// In quotes and doubled where the lexeme holds one: it never does, but what we write must be safe by itself.
void append_quoted(std::string& out, std::string_view lexeme, char quote) {
    out += quote;
    for (const char c : lexeme) {
        if (c == quote || c == '\\') out += c;
        out += c;
    }
    out += quote;
}

void append_any(std::string& out, const std::vector<std::string>& lexemes, const Signs& signs) {
    out += '(';
    for (std::size_t i = 0; i < lexemes.size(); ++i) {
        if (i > 0) out += signs.either;
        append_quoted(out, lexemes[i], signs.quote);
    }
    out += ')';
}

std::string text_of(const Match& match, const Signs& signs) {
    std::string out = "(";
    for (std::size_t i = 0; i < match.all.size(); ++i) {
        if (i > 0) out += signs.both;
        append_any(out, match.all[i], signs);
    }
    out += ')';
    if (match.none.empty()) return out;
    out += signs.but_not;
    append_any(out, match.none, signs);
    return out;
}

}  // namespace

std::string fts5_text(const Match& match) { return text_of(match, kFts5); }

std::string tsquery_text(const Match& match) { return text_of(match, kTsquery); }

}  // namespace search
