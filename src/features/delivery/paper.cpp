#include "features/delivery/paper.h"

#include "features/delivery/field_reader.h"

namespace delivery {
namespace {

constexpr std::int64_t kMostSheets = 100'000, kMostSignatures = 10'000'000;

}  // namespace

base::Result<BatchWords, base::Problems> read_batch(const ports::NamedTexts& typed, base::Day today) {
    FieldReader fields{typed};
    const auto received_on = fields.day("received_on");
    if (!received_on && ports::text_of(typed, "received_on").empty())
        fields.problem("received_on", base::message("Please say on which day the sheets came."));
    if (received_on && *received_on > today) fields.problem("received_on", base::message("This day is still to come."));
    BatchWords words{.received_on = received_on.value_or(base::Day{}),
                     .place = fields.line("place", {0, 200}),
                     .collector = fields.line("collector", {0, 200}),
                     .sheets = fields.number("sheets", kMostSheets),
                     .valid = fields.number("valid", kMostSignatures),
                     .refused = fields.number("refused", kMostSignatures),
                     .note = fields.text("note", {0, 2'000})};
    if (words.sheets == 0 && fields.problems().empty())
        fields.problem("sheets", base::message("Please say how many sheets there are."));
    if (words.valid + words.refused == 0 && fields.problems().empty())
        fields.problem("valid", base::message("Please count the signatures."));
    if (!fields.problems().empty()) return fields.problems();
    return words;
}

ports::NamedTexts named(const BatchWords& words) {
    return {{"received_on", base::iso(words.received_on)},
            {"place", words.place},
            {"collector", words.collector},
            {"sheets", std::to_string(words.sheets)},
            {"valid", std::to_string(words.valid)},
            {"refused", std::to_string(words.refused)},
            {"note", words.note}};
}

}  // namespace delivery
