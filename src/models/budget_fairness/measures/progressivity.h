// models/budget_fairness/measures/progressivity.h - whom a tax hits and what it does to inequality.
#pragma once
#include <span>

namespace budget_fairness {

// Income before the tax, the tax (less what is paid out, if that is to count), and how many persons it stands for.
struct Taxed {
    double income = 0;
    double tax = 0;
    double weight = 1;
};

// X income before, T tax, t = T/X in all. Sources: Kakwani, "Measurement of Tax Progressivity" (Economic Journal 87,
// 1977); Reynolds and Smolensky, "Public Expenditures, Taxes, and the Distribution of Income" (1977); Suits,
// "Measurement of Tax Progressivity" (American Economic Review 67, 1977); reranking after Atkinson (1980) and Plotnick.
struct Progressivity {
    double average_rate = 0;         // t
    double gini_before = 0;          // G of X
    double gini_after = 0;           // G of X - T
    double concentration_tax = 0;    // C of T, in the order of X
    double concentration_after = 0;  // C of X - T, in the order of X
    double kakwani = 0;              // C of T - G of X; positive: progressive
    double suits = 0;  // 1 - 2 * area below cumulated T over cumulated X; proportional 0, poll tax -G of X
    double redistributive_effect = 0;  // G of X - G of X-T
    double reynolds_smolensky = 0;     // G of X - C of X-T = kakwani * t / (1 - t)
    double reranking = 0;              // reynolds_smolensky - redistributive_effect; never negative
};

// All of it from the observations. Without income or tax everything that would divide by them is 0.
Progressivity progressivity(std::span<const Taxed> observations);

// The same where the Gini coefficient after the tax is known from elsewhere: the observations may then be classes of
// income (their means and numbers), in which the order after the tax is lost.
Progressivity progressivity(std::span<const Taxed> observations, double gini_after);

}  // namespace budget_fairness
