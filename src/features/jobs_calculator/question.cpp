#include "features/jobs_calculator/question.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/whole_number.h"
#include "features/jobs_calculator/typed_number.h"

namespace jobs_calculator {
namespace {

using jobs_lost::Cut;

struct UnitName {
    Unit unit;
    std::string_view slug;
    double dollars;  // in one
};
constexpr std::array<UnitName, 4> kUnitNames{{{Unit::million, "million", 1e6},
                                              {Unit::billion, "billion", 1e9},
                                              {Unit::dollars, "dollars", 1},
                                              {Unit::percent, "percent", 0}}};

const UnitName& name_of(Unit unit) { return *std::ranges::find(kUnitNames, unit, &UnitName::unit); }

// Years: what is longer than four digits is none.
std::optional<int> year_number(std::string_view text) {
    const auto value = text.size() <= 4 ? base::whole_number(text) : std::nullopt;
    return value ? std::optional{static_cast<int>(*value)} : std::nullopt;
}

// Reads the fields in the order of the form; whatever is wrong goes to problems.
class Reader {
public:
    Reader(const QuestionForm& form, base::Locale locale) : form_(form), locale_(locale) {}

    base::Result<Question, base::Problems> read() {
        Question question{.cut = {}, .number = 0, .unit = Unit::million};
        read_jurisdiction(question.cut);
        read_function(question.cut);
        read_amount(question);
        read_kind(question.cut);
        read_years(question.cut);
        question.cut.fiscal_feedback =
            form_.fiscal_feedback == "1" ? jobs_lost::FiscalFeedback::counted : jobs_lost::FiscalFeedback::no;
        if (!problems_.empty()) return std::move(problems_);
        return question;
    }

private:
    void say(std::string field, base::Message message) { problems_.push_back({std::move(field), message}); }

    void read_jurisdiction(Cut& cut) {
        const auto found = jobs_lost::jurisdiction_of(form_.jurisdiction);
        if (!found) return say("jurisdiction", base::message("Please choose a province or territory from the list."));
        cut.jurisdiction = *found;
    }

    void read_function(Cut& cut) {
        if (jobs_lost::function_of(form_.function) == nullptr)
            return say("function", base::message("Please choose a service from the list."));
        cut.function = form_.function;
    }

    void read_amount(Question& question) {
        const auto unit = unit_of(form_.unit);
        if (!unit) say("unit", base::message("Please choose dollars or a percentage."));
        const auto number = read_number(form_.amount, locale_);
        if (!number)
            return say("amount", form_.amount.empty() ? base::message("Please say how much is cut.")
                                                      : base::message("This is not a number we can read. Write it like "
                                                                      "1,250,000 or 12.5."));
        if (!unit) return;
        question.number = *number;
        question.unit = *unit;
        check_amount(question);
    }

    void check_amount(Question& question) {
        if (!(question.number > 0))
            return say("amount", base::message("Please give an amount above zero: a cut is counted as a positive "
                                               "number."));
        if (question.unit == Unit::percent) {
            if (question.number > 100) return say("amount", base::message("No more than 100% can be cut."));
            question.cut.amount = jobs_lost::ShareOfSpending{question.number};
            return;
        }
        const double dollars = question.number * name_of(question.unit).dollars;
        if (dollars > kMostDollars)
            return say("amount", base::message("That is more than all governments of Canada spend in a year. Please "
                                               "check the amount and its unit."));
        question.cut.amount = jobs_lost::Dollars{dollars};
    }

    void read_kind(Cut& cut) {
        if (form_.kind.empty()) return;
        cut.kind = jobs_lost::kind_of(form_.kind);
        if (!cut.kind) say("kind", base::message("Please choose what kind of spending is cut."));
    }

    void read_years(Cut& cut) {
        if (!form_.year.empty()) {
            cut.year = year_number(form_.year);
            if (!cut.year) say("year", base::message("Please give the year with four digits, like 2026."));
        }
        read_count(cut.years, form_.years, "years");
        read_count(cut.phase_in_years, form_.phase_in_years, "phase_in_years");
        cut.years = std::max(cut.years, cut.phase_in_years);
    }

    void read_count(int& count, const std::string& text, std::string field) {
        if (text.empty()) return;
        const auto read = year_number(text);
        if (!read || *read < 1 || *read > kMostYears)
            return say(std::move(field), base::message("Please give a number of years from 1 to 10."));
        count = *read;
    }

    const QuestionForm& form_;
    base::Locale locale_;
    base::Problems problems_;
};

// Fields in the order of links. What is as usual needs no mention.
struct Field {
    std::string_view name;
    std::string QuestionForm::* text;
    std::string_view usual;
};
constexpr std::array<Field, 9> kFields{{{"jurisdiction", &QuestionForm::jurisdiction, "-"},
                                        {"function", &QuestionForm::function, "-"},
                                        {"amount", &QuestionForm::amount, "-"},
                                        {"unit", &QuestionForm::unit, "-"},
                                        {"kind", &QuestionForm::kind, ""},
                                        {"year", &QuestionForm::year, ""},
                                        {"years", &QuestionForm::years, "5"},
                                        {"phase_in_years", &QuestionForm::phase_in_years, "1"},
                                        {"fiscal_feedback", &QuestionForm::fiscal_feedback, ""}}};

}  // namespace

std::string_view slug_of(Unit unit) { return name_of(unit).slug; }

std::optional<Unit> unit_of(std::string_view slug) {
    const auto found = std::ranges::find(kUnitNames, slug, &UnitName::slug);
    return found == kUnitNames.end() ? std::nullopt : std::optional{found->unit};
}

QuestionForm example_form() {
    return {.jurisdiction = "ON",
            .function = "hospitals",
            .amount = "100",
            .unit = "million",
            .kind = "",
            .year = "",
            .years = "5",
            .phase_in_years = "1",
            .fiscal_feedback = ""};
}

base::Result<Question, base::Problems> read_question(const QuestionForm& form, base::Locale locale) {
    return Reader{form, locale}.read();
}

QuestionForm form_of(const Question& question) {
    const Cut& cut = question.cut;
    return {.jurisdiction = std::string{jobs_lost::code_of(cut.jurisdiction)},
            .function = cut.function,
            .amount = plain_number(question.number),
            .unit = std::string{slug_of(question.unit)},
            .kind = cut.kind ? std::string{jobs_lost::slug_of(*cut.kind)} : std::string{},
            .year = cut.year ? std::to_string(*cut.year) : std::string{},
            .years = std::to_string(cut.years),
            .phase_in_years = std::to_string(cut.phase_in_years),
            .fiscal_feedback = cut.fiscal_feedback == jobs_lost::FiscalFeedback::counted ? "1" : ""};
}

std::string query_of(const QuestionForm& form) {
    std::string query;
    for (const Field& field : kFields) {
        const std::string& value = form.*field.text;
        if (value == field.usual) continue;
        if (!query.empty()) query += '&';
        query.append(field.name).append("=").append(value);
    }
    return query;
}

QuestionForm form_of_query(std::string_view query) {
    QuestionForm form = example_form();
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        const auto equals = std::min(pair.find('='), pair.size());
        const auto known = std::ranges::find(kFields, pair.substr(0, equals), &Field::name);
        if (known != kFields.end()) form.*known->text = pair.substr(std::min(equals + 1, pair.size()));
    }
    return form;
}

}  // namespace jobs_calculator
