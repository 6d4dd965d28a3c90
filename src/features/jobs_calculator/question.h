// features/jobs_calculator/question.h - the cut that somebody asks about: as typed, as understood, as a link. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "models/jobs_lost/estimate.h"

namespace jobs_calculator {

// In what the amount is given. percent: of what the governments of the place spend on the service in a year.
enum class Unit : unsigned char { million, billion, dollars, percent };
inline constexpr Unit kUnits[] = {Unit::million, Unit::billion, Unit::dollars, Unit::percent};

std::string_view slug_of(Unit unit);  // "million"
std::optional<Unit> unit_of(std::string_view slug);

// The form as typed. The names are those of the fields, and of the members of the link.
struct QuestionForm {
    std::string jurisdiction, function, amount, unit, kind, year, years, phase_in_years, fiscal_feedback;
    bool operator==(const QuestionForm&) const = default;
};

// What an untouched form asks: a hundred million dollars less for the hospitals of Ontario, at once.
QuestionForm example_form();

struct Question {
    jobs_lost::Cut cut;
    double number;  // of the unit
    Unit unit;
};

// Everything wrong with it at once, under the names of the fields. Codes are those of the model; whether there are data
// for a place, and spending for a percentage, only the model can say.
base::Result<Question, base::Problems> read_question(const QuestionForm& form, base::Locale locale);

// The same question as a form that both languages read: what links and stored scenarios hold.
QuestionForm form_of(const Question& question);

// "jurisdiction=ON&function=hospitals&amount=100&unit=million"; what is as usual is left out. Values need no escaping
// when the form comes from form_of.
std::string query_of(const QuestionForm& form);

// The form in such a text; members that are no fields of it are passed over.
QuestionForm form_of_query(std::string_view query);

inline constexpr double kMostDollars = 1e12;
inline constexpr int kMostYears = 10;

}  // namespace jobs_calculator
