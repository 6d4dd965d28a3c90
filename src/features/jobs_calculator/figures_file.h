// features/jobs_calculator/figures_file.h - every figure of an answer as a spreadsheet (CSV).
#pragma once
#include <string>
#include <string_view>

#include "features/jobs_calculator/answer.h"
#include "features/jobs_calculator/link.h"
#include "platform/i18n/translator.h"

namespace jobs_calculator {

// UTF-8 with its mark, comma, CR LF; numbers with a decimal point, as programs read them. The header
// `section,code,name,year,direct,indirect,induced,total,low,high`; sections: question, jobs, gdp, labour_income,
// industry, year, elsewhere, spill_over, community, source. Names are in the reader's language.
std::string figures_file(const i18n::Translator& t, const Answer& answer, const AnsweredLink& link);

}  // namespace jobs_calculator
