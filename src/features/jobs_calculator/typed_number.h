// features/jobs_calculator/typed_number.h - numbers as people type them, in either language. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"

namespace jobs_calculator {

// Reads 1234.5, 1,234.5, 1 234,5 and 1,5, with $ or % beside it and blanks of any width within. Where both signs stand,
// the last one is the decimal sign; one that comes twice groups thousands. A single comma before three digits groups
// thousands in English ("1,234") and is the decimal sign in French; a single point is the decimal sign in both.
// A minus sign in front is read. nullopt: anything else, groups that are not three digits long, and more than 18
// digits.
std::optional<double> read_number(std::string_view text, base::Locale locale);

// The shortest text that read_number reads back in both languages: "1234.5".
std::string plain_number(double value);

}  // namespace jobs_calculator
