#include "features/delivery/record.h"

#include "features/delivery/field_reader.h"

namespace delivery {
namespace {

const std::string& either(base::Locale locale, const std::string& english, const std::string& french) {
    const auto& own = locale == base::Locale::english ? english : french;
    return own.empty() ? (locale == base::Locale::english ? french : english) : own;
}

std::string iso(std::optional<base::Day> day) { return day ? base::iso(*day) : std::string{}; }

void expect_not_after(FieldReader& fields, std::string_view name, const std::optional<base::Day>& day,
                      base::Day today) {
    if (day && *day > today) fields.problem(name, base::message("This day is still to come."));
}

}  // namespace

const std::string& RecordWords::words(base::Locale locale) const { return either(locale, words_en, words_fr); }
const std::string& RecordWords::response(base::Locale locale) const { return either(locale, response_en, response_fr); }

base::Result<RecordWords, base::Problems> read_record(const ports::NamedTexts& typed, base::Day today) {
    FieldReader fields{typed};
    const auto delivered_on = fields.day("delivered_on");
    if (!delivered_on && ports::text_of(typed, "delivered_on").empty())
        fields.problem("delivered_on", base::message("Please say on which day it was handed over."));
    expect_not_after(fields, "delivered_on", delivered_on, today);
    RecordWords words{.delivered_on = delivered_on.value_or(base::Day{}),
                      .recipient = fields.line("recipient", {1, 200}),
                      .office = fields.line("office", {0, 200}),
                      .place = fields.line("place", {0, 200}),
                      .words_en = fields.text("words_en", {0, 5'000}),
                      .words_fr = fields.text("words_fr", {0, 5'000}),
                      .picture = base::whole_number(ports::text_of(typed, "picture")).value_or(0),
                      .response_on = fields.day("response_on"),
                      .response_en = fields.text("response_en", {0, 10'000}),
                      .response_fr = fields.text("response_fr", {0, 10'000})};
    expect_not_after(fields, "response_on", words.response_on, today);
    const bool has_response = !words.response_en.empty() || !words.response_fr.empty();
    if (has_response && !words.response_on && fields.problems().empty())
        fields.problem("response_on", base::message("Please say on which day the response came."));
    if (words.response_on && delivered_on && *words.response_on < *delivered_on)
        fields.problem("response_on", base::message("The response cannot have come before the delivery."));
    if (!fields.problems().empty()) return fields.problems();
    return words;
}

ports::NamedTexts named(const RecordWords& words) {
    return {{"delivered_on", base::iso(words.delivered_on)},
            {"recipient", words.recipient},
            {"office", words.office},
            {"place", words.place},
            {"words_en", words.words_en},
            {"words_fr", words.words_fr},
            {"response_on", iso(words.response_on)},
            {"response_en", words.response_en},
            {"response_fr", words.response_fr},
            {"picture", std::to_string(words.picture)}};
}

}  // namespace delivery
