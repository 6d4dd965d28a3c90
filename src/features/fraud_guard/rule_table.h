// features/fraud_guard/rule_table.h - the rules as shipped, as docs/methods/fraud.md shows them.
#pragma once
#include <string>

namespace fraud_guard {

// A table in Markdown, with a line for each rule: key, words, points, limit, window.
std::string rule_table();

}  // namespace fraud_guard
