// features/search/match.h - which documents are asked for, in no database's words yet. Pure.
#pragma once
#include <string>
#include <vector>

namespace search {

// Documents with at least one lexeme of each list of `all`, and none of `none`. `all` is never empty, nor its lists.
struct Match {
    std::vector<std::vector<std::string>> all;
    std::vector<std::string> none{};
};

// As SQLite's FTS5 reads it: ("eaequit" OR "eaequi") AND ("xy2024") NOT ("eatax").
std::string fts5_text(const Match& match);

// As PostgreSQL's tsquery reads it: ('eaequit' | 'eaequi') & ('xy2024') & !('eatax').
std::string tsquery_text(const Match& match);

}  // namespace search
