// features/fairness_test/document.h - budgets and rubrics as TOML text: what files, staff and the database share.
// docs/methods/budget_files.md describes the format for whoever writes one.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "models/budget_fairness/budget/budget.h"
#include "models/budget_fairness/rubric/rubric.h"

namespace fairness_test {

inline constexpr std::size_t kLargestDocument = 256 * 1024;  // bytes

// One thing wrong with a document.
struct DocumentProblem {
    int line;           // from 1
    std::string place;  // "measure.2.value"; "" for the whole document
    base::Message message;
    std::string detail{};  // of broken TOML: what the reader expected, in English
};
using DocumentProblems = std::vector<DocumentProblem>;

// A budget, or everything wrong with the text at once. Every key is known or refused; numbers are finite and within the
// bounds of models/budget_fairness/budget/budget.h; measures and answers name things that exist.
base::Result<budget_fairness::Budget, DocumentProblems> read_budget(std::string_view text);

// The text that read_budget reads back as the same budget.
std::string write_budget(const budget_fairness::Budget& budget);

// The same for a rubric: weights above 0, a pass mark within 0..100, thresholds in order, keys told apart.
base::Result<budget_fairness::Rubric, DocumentProblems> read_rubric(std::string_view text);
std::string write_rubric(const budget_fairness::Rubric& rubric);

// "line 7: measure.2.value: This number is out of range." in English, for commands.
std::string text_of(const DocumentProblem& problem);

}  // namespace fairness_test
