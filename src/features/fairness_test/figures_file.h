// features/fairness_test/figures_file.h - an answer for programs and spreadsheets.
#pragma once
#include <string>
#include <string_view>

#include "features/fairness_test/answer.h"
#include "platform/i18n/translator.h"

namespace fairness_test {

// Rows "part,what,value,unit,words": the verdict, each criterion, each service, each tenth. RFC 4180, UTF-8.
std::string figures_csv(const TestAnswer& answer, const i18n::Translator& t);

// One JSON object: verdict, lowest, highest, known, pass_mark, rubric_version, criteria, services, jobs, deciles,
// incomes (incomes_json.h), balance; what is not known is null. `link` is the address of the page.
std::string figures_json(const TestAnswer& answer, const i18n::Translator& t, std::string_view link);

}  // namespace fairness_test
