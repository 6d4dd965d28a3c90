#include "features/jobs_calculator/figures_file.h"

#include <array>
#include <charconv>

#include "features/jobs_calculator/words.h"

namespace jobs_calculator {
namespace {

using i18n::Translator;
using jobs_lost::Effect;

// Quoted where it must be; a text that a spreadsheet could take for a formula gets an apostrophe before it.
std::string cell(std::string_view text) {
    std::string safe{text};
    if (!safe.empty() && std::string_view{"=+-@\t"}.contains(safe.front())) safe.insert(0, "'");
    if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string number(double value) {
    std::array<char, 64> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 3).ptr;
    return {digits.data(), end};
}

struct Line {
    std::string_view section;
    std::string code{}, name{}, year{};
    std::string direct{}, indirect{}, induced{}, total{}, low{}, high{};
};

class File {
public:
    void add(const Line& line) {
        text_ += line.section;
        for (const std::string* field : {&line.code, &line.name, &line.year}) text_ += ',' + cell(*field);
        for (const std::string* field :
             {&line.direct, &line.indirect, &line.induced, &line.total, &line.low, &line.high})
            text_ += ',' + *field;
        text_ += "\r\n";
    }
    std::string take() && { return std::move(text_); }

private:
    std::string text_ = "\xEF\xBB\xBFsection,code,name,year,direct,indirect,induced,total,low,high\r\n";
};

Line effect_line(std::string_view section, std::string name, const Effect& effect) {
    return {.section = section,
            .name = std::move(name),
            .direct = number(effect.direct),
            .indirect = number(effect.indirect),
            .induced = number(effect.induced),
            .total = number(effect.total())};
}

void add_question(File& file, const Translator& t, const Answer& answer, const AnsweredLink& link) {
    const auto& cut = answer.estimate.cut;
    file.add({.section = "question", .code = "cut", .name = words::cut(t, answer)});
    file.add({.section = "question", .code = "dollars", .total = number(answer.estimate.dollars)});
    file.add({.section = "question", .code = "year", .year = cut.year ? std::to_string(*cut.year) : std::string{}});
    file.add({.section = "question", .code = "model", .name = std::string{answer.estimate.model_version}});
    file.add({.section = "question", .code = "data", .name = answer.edition});
    file.add({.section = "question", .code = "data_state", .name = std::string{slug_of(link.state)}});
    if (answer.until) file.add({.section = "question", .code = "data_until", .name = day_of(*answer.until)});
    file.add({.section = "question", .code = "link", .name = std::string{link.address}});
}

void add_totals(File& file, const Translator& t, const Answer& answer) {
    const auto& estimate = answer.estimate;
    Line jobs = effect_line("jobs", t("Jobs"), {estimate.jobs_direct, estimate.jobs_indirect, estimate.jobs_induced});
    jobs.low = number(estimate.range.low);
    jobs.high = number(estimate.range.high);
    file.add(jobs);
    file.add(
        {.section = "jobs", .code = "public", .name = t("Public services"), .total = number(estimate.jobs_public)});
    file.add({.section = "jobs",
              .code = "private",
              .name = t("Businesses and non-profit organizations"),
              .total = number(estimate.jobs_private)});
    file.add(effect_line("gdp", t("Gross domestic product, dollars"), estimate.gdp));
    file.add(effect_line("labour_income", t("Pay and benefits, dollars"), estimate.labour_income));
}

void add_parts(File& file, const Translator& t, const Answer& answer) {
    for (const auto& loss : answer.estimate.by_industry) {
        Line line = effect_line("industry", words::industry_of_code(t, loss), loss.jobs);
        line.code = loss.code;
        file.add(line);
    }
    for (const auto& year : answer.estimate.by_year) {
        Line line = effect_line("year", t("Jobs"), year.jobs);
        line.year = std::to_string(year.year);
        line.low = number(year.range.low);
        line.high = number(year.range.high);
        file.add(line);
    }
}

void add_community(File& file, const Translator& t, const Answer& answer) {
    if (!answer.community) return;
    const Community& community = *answer.community;
    file.add({.section = "community",
              .code = "jobs",
              .name = t("Your community"),
              .total = number(community.jobs()),
              .low = number(community.range.low),
              .high = number(community.range.high)});
    file.add({.section = "community",
              .code = "public",
              .name = t("Public services"),
              .total = number(community.loss.jobs_public)});
    file.add({.section = "community",
              .code = "private",
              .name = t("Businesses and non-profit organizations"),
              .total = number(community.loss.jobs_private)});
    if (!community.loss.unemployment_before) return;
    file.add(
        {.section = "community", .code = "unemployment_before", .total = number(*community.loss.unemployment_before)});
    file.add(
        {.section = "community", .code = "unemployment_after", .total = number(*community.loss.unemployment_after)});
}

void add_places(File& file, const Translator& t, const Answer& answer) {
    for (const auto& there : answer.elsewhere)
        file.add({.section = "elsewhere",
                  .code = std::string{jobs_lost::code_of(there.jurisdiction)},
                  .name = words::place(t, there.jurisdiction),
                  .total = number(there.jobs)});
    if (!answer.estimate.spill_over) return;
    for (const auto& part : answer.estimate.spill_over->by_jurisdiction)
        file.add({.section = "spill_over",
                  .code = std::string{jobs_lost::code_of(part.jurisdiction)},
                  .name = words::place(t, part.jurisdiction),
                  .total = number(part.jobs)});
}

void add_sources(File& file, const Answer& answer) {
    for (const auto& source : answer.estimate.sources)
        file.add({.section = "source",
                  .code = source.table,
                  .name = source.publisher + ": " + source.title + ". " + source.licence,
                  .year = source.period});
}

}  // namespace

std::string figures_file(const Translator& t, const Answer& answer, const AnsweredLink& link) {
    File file;
    add_question(file, t, answer, link);
    add_totals(file, t, answer);
    add_parts(file, t, answer);
    add_places(file, t, answer);
    add_community(file, t, answer);
    add_sources(file, answer);
    return std::move(file).take();
}

}  // namespace jobs_calculator
