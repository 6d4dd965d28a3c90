// models/budget_fairness/budget/income_figures.h - what a simulation says about a rubric's figures.
#pragma once
#include "models/budget_fairness/engine/result.h"
#include "models/budget_fairness/rubric/figure.h"

namespace budget_fairness {

// Progressivity: Kakwani index of income taxes and contributions. Inequality: Gini index of disposable income per adult
// equivalent. The poorest 40 % against the richest 1 %, women against men: change of disposable income in percent.
void add_income_figures(Figures& figures, const Result& result);

// Of two laws over the same people, a province's record: the same without inequality, whose change is published.
void add_law_figures(Figures& figures, const Result& result);

// Of a budget that leaves tax and benefit law as it is: nothing of that changes.
void add_unchanged_incomes(Figures& figures);

}  // namespace budget_fairness
