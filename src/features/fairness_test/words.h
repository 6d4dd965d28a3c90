// features/fairness_test/words.h - the sentences that say what a test found, the same on pages, in files and in
// pictures.
#pragma once
#include <string>

#include "features/fairness_test/answer.h"
#include "platform/i18n/translator.h"

namespace fairness_test::words {

// "Ontario", "Government of Canada"
std::string place(const i18n::Translator& t, budget_fairness::Jurisdiction jurisdiction);

// "Education:", with the space that French puts before the colon.
std::string label(const i18n::Translator& t, const std::string& words);

// "Passes", and as a whole sentence "This budget passes the Fairness Test."
std::string verdict(const i18n::Translator& t, budget_fairness::Verdict verdict);
std::string verdict_sentence(const i18n::Translator& t, const TestAnswer& answer);

// "Between 50 and 85 points of 100; 60 are enough."
std::string points(const i18n::Translator& t, const TestAnswer& answer);

// "Met", "Partly met", "Not met", "Not enough information"
std::string rating(const i18n::Translator& t, budget_fairness::Rating rating);

// A figure in words: "12.6% less per person"
std::string figure(const i18n::Translator& t, budget_fairness::FigureId figure, double value);

// What a measured criterion asks: "Met from no change; partly met from 2.0% less per person"
std::string threshold(const i18n::Translator& t, const budget_fairness::Threshold& threshold);

// Why one criterion came out as it did, in a line: the figure, the answer's reason, or what is missing.
std::string finding(const i18n::Translator& t, const TestAnswer& answer, const budget_fairness::Finding& finding);

// Why incomes are not part of this answer; "" where they are.
std::string incomes_missing(const i18n::Translator& t, const TestAnswer& answer);

// "Someone who lives alone: of a raise between $220,000 and $1,000,000 of earnings, up to 123.4% is taken."
std::string costly_raise(const i18n::Translator& t, const budget_fairness::CostlyRaise& raise);

// "$4,699"
std::string dollars(const i18n::Translator& t, double dollars);
// Dollars with their sign: "+$120", "−$45"; a change of nothing is "$0".
std::string signed_dollars(const i18n::Translator& t, double dollars);
// Millions and more in words: "$1.2 billion"; without a sign.
std::string large_dollars(const i18n::Translator& t, double dollars);
std::string signed_percent(const i18n::Translator& t, double percent);

}  // namespace fairness_test::words
