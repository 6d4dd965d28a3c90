// features/fairness_test/incomes_json.h - who pays and who gains, for programs: every group, every index.
#pragma once
#include <boost/json/value.hpp>

#include "features/fairness_test/answer.h"

namespace fairness_test {

// null where incomes are not known; else
//   year, since (of a record), not_compared, adults (records behind it), revenue_gained (dollars a year)
//   groups      everyone, decile, vigintile, top_percent (the other 99 %, the top 1 %), family_type, age, sex: each a
//               list of {name, persons, families, winners, losers, change_per_family, change_percent, baseline,
//               reform}, the last two with dollars a year of the whole group: income, federal_tax, provincial_tax,
//               contributions, benefits, sales_tax, disposable
//   inequality  baseline, reform: of income taxes and contributions (gini_before, gini_after, average_rate, kakwani,
//               suits, redistributive_effect, reynolds_smolensky, reranking), and low incomes: median,
//               low_income_line, poverty, poverty_gap, poverty_at_baseline_line (shares of persons)
boost::json::value incomes_json(const TestAnswer& answer);

}  // namespace fairness_test
