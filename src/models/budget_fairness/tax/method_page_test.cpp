// docs/methods/tax_rules.md shows what the rules cover and how they agree with figures from outside. The tables there
// are written by this test: with ALLTOGETHER_UPDATE_DOCS=1 it puts them in, otherwise it compares.
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "models/budget_fairness/tax/cases/annual.h"
#include "models/budget_fairness/tax/cases/benefits.h"
#include "models/budget_fairness/tax/cases/written_pack.h"
#include "models/budget_fairness/tax/marginal_rate.h"
#include "models/budget_fairness/tax/payroll_batch.h"
#include "models/statistics/csv_table.h"

namespace budget_fairness {
namespace {

constexpr int kFirstYear = 2019, kLastYear = 2026;
constexpr auto kPage = SOURCE_DIR "/docs/methods/tax_rules.md";
constexpr auto kCases = SOURCE_DIR "/src/models/budget_fairness/tax/cases/";

std::string file_text(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

statistics::CsvTable table_of(const std::string& text) { return *statistics::CsvTable::read(text); }

// The parts one after the other; numbers that are no integers with two decimals.
template <class... Parts>
std::string joined(const Parts&... parts) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(2);
    (out << ... << parts);
    return out.str();
}

double cents(double dollars) { return std::round(dollars * 100) / 100; }

// ---- agreement

// Put together once for all rows of the table.
const RuleSet& rules_of(Jurisdiction place, int year) {
    static std::map<std::pair<Jurisdiction, int>, RuleSet> known;
    const auto key = std::pair{place, year};
    if (!known.contains(key)) known.emplace(key, *rules_of_year(shipped_law_book(), place, year));
    return known.at(key);
}

struct Agreement {
    std::size_t cases = 0;
    std::size_t to_the_cent = 0;
    std::string others;  // by name
};

std::string line_of(std::string_view what, const Agreement& agreement) {
    return joined("| ", what, " | ", agreement.cases, " | ", agreement.to_the_cent, " | ",
                  (agreement.others.empty() ? std::string{"none"} : agreement.others), " |\n");
}

std::string payroll_output() {
    const auto input = file_text(std::string{kCases} + "official_payroll.csv");
    std::string_view rest = input;
    std::string output;
    run_payroll(
        [&rest](std::span<char> buffer) {
            const auto taken = rest.copy(buffer.data(), buffer.size());
            rest.remove_prefix(taken);
            return taken;
        },
        [&output](std::string_view line) { output += line; });
    return output;
}

std::map<std::string, Agreement> payroll_agreement() {
    const auto output = payroll_output();
    const auto table = table_of(output);
    std::map<std::string, Agreement> editions;
    for (const auto& row : table.rows()) {
        auto& agreement = editions[std::string{row["edition"]}];
        ++agreement.cases;
        std::string differs;
        for (const auto* answer : {"cpp", "cpp2", "ei", "federal_tax", "provincial_tax"})
            if (row[answer] != row["exp_" + std::string{answer}])
                differs += joined(" ", row["id"], ": ", answer, " ", row[answer], ", official ",
                                  row["exp_" + std::string{answer}], ";");
        if (differs.empty()) ++agreement.to_the_cent;
        agreement.others += differs;
    }
    return editions;
}

std::string official_payroll() {
    std::string lines;
    for (const auto& [edition, agreement] : payroll_agreement())
        lines += line_of("Official payroll calculator, edition " + edition, agreement);
    return lines;
}

// One case of the annual reference: by the law, and as the guide rounds its constants.
void compare_annual(const statistics::CsvRow& row, Agreement& by_law, Agreement& by_guide) {
    const Family family{.head = {.employment_income = *row.number("employment_income")}};
    const auto& law = rules_of(*find_jurisdiction(row["province"]), static_cast<int>(*row.integer("year")));
    const auto exact = assess(family, law);
    const auto rounded = assess(family, cases::as_guide_rounds(law, exact.head.taxable_income));
    for (auto [result, agreement] : {std::pair{&exact, &by_law}, {&rounded, &by_guide}}) {
        const auto& paid = result->head.contributions;
        const std::pair<const char*, double> answers[] = {{"cpp", paid.pension},
                                                          {"cpp2", paid.pension_second},
                                                          {"ei", paid.insurance},
                                                          {"federal_tax", result->federal_tax()},
                                                          {"provincial_tax", result->provincial_tax()}};
        for (const auto& [name, amount] : answers) {
            constexpr double kHalfACent = 0.005 + 1e-6;
            ++agreement->cases;
            if (std::abs(amount - *row.number(name)) < kHalfACent)
                ++agreement->to_the_cent;
            else
                agreement->others += joined(" ", row["year"], " ", row["province"], " ", row["employment_income"], " ",
                                            name, ": ", amount, ", reference ", row[name], ";");
        }
    }
}

std::string annual_reference() {
    const auto text = file_text(std::string{kCases} + "annual_employment.csv");
    const auto table = table_of(text);
    Agreement by_law, by_guide;
    for (const auto& row : table.rows()) compare_annual(row, by_law, by_guide);
    by_law.others =
        " all others: the guide rounds its constants to the dollar, the law does not; and it has neither Ontario's "
        "credit for low-income workers nor New Brunswick's reduction, which are claimed on the return; see the next "
        "line";
    if (!by_guide.others.empty())
        by_guide.others =
            " one cent apart, because the guide rounds the shrinking basic amount to the cent:" + by_guide.others;
    return line_of("Employment income over a whole year, 5 figures a case, as the law has it", by_law) +
           line_of("The same with the guide's rounded constants, and without these two", by_guide);
}

Agreement benefit_agreement() {
    Agreement agreement;
    for (const auto& one : cases::benefit_cases()) {
        ++agreement.cases;
        if (one.ours && std::abs(*one.ours - one.expected) < 0.005)
            ++agreement.to_the_cent;
        else
            agreement.others += joined(" ", one.what, ": ", one.explanation, ";");
    }
    return agreement;
}

// Manitoba 2022 differs.
const Agreement kBeforeCredits{15, 14,
                               " Manitoba 2022, 75,000: there 8,911.58, here 8,918.25, because its first threshold is "
                               "34,773 there and 34,431 in the province's law;"};

std::string agreement_table() {
    return "| Cases | How many | To the cent | The others, by name |\n|---|---|---|---|\n" + official_payroll() +
           annual_reference() + line_of("Tax before credits, by the tests of PolicyEngine Canada", kBeforeCredits) +
           line_of("Benefits, by the tests of PolicyEngine Canada", benefit_agreement());
}

// The same for the website: data/validation/tax_cases.csv.
TEST(ValidationPacks, show_the_website_which_cases_are_reproduced) {
    const auto row = [](std::string_view what, const Agreement& agreement) {
        return joined(what, ",", agreement.cases, ",", agreement.to_the_cent, "\n");
    };
    std::string csv = "what,cases,to_the_cent\n";
    for (const auto& [edition, agreement] : payroll_agreement()) csv += row("payroll " + edition, agreement);
    csv += row("tax_before_credits", kBeforeCredits) + row("benefits", benefit_agreement());
    EXPECT_TRUE(cases::agrees_with_pack("tax_cases", csv)) << "run with ALLTOGETHER_UPDATE_DOCS=1";
}

std::string benefit_table() {
    std::string lines = "| Case | Elsewhere | Here | Why they differ, or how they agree |\n|---|---:|---:|---|\n";
    for (const auto& one : cases::benefit_cases())
        lines += joined("| ", one.what, " | ", one.expected, " | ",
                        (one.ours ? joined(cents(*one.ours) + 0.0) : std::string{"not modelled"}), " | ",
                        one.explanation, " |\n");
    return lines;
}

// ---- coverage

// "2019, 2022-2024"; "-" for no year.
std::string years_text(const std::set<int>& years) {
    std::string text;
    for (auto at = years.begin(); at != years.end();) {
        const int first = *at;
        int last = first;
        while (++at != years.end() && *at == last + 1) last = *at;
        text += joined((text.empty() ? "" : ", "), first, (last > first ? joined("-", last) : ""));
    }
    return text.empty() ? "-" : text;
}

bool lacks(const RuleSet& rules, const Expectation& expected) {
    return std::ranges::any_of(rules.gaps, [&](const Gap& gap) {
        return gap.jurisdiction == expected.jurisdiction && gap.what == expected.what;
    });
}

std::string coverage_table() {
    std::string lines = "| Where | Rule | Years known | In force, but unknown here |\n|---|---|---|---|\n";
    for (const auto& expected : shipped_law_book().expectations) {
        if (expected.probe.empty()) continue;
        const auto place =
            expected.jurisdiction == Jurisdiction::canada ? Jurisdiction::ontario : expected.jurisdiction;
        std::set<int> known, unknown;
        for (int year = kFirstYear; year <= kLastYear; ++year) {
            const Date day{std::chrono::year{year}, std::chrono::December, std::chrono::day{31}};
            if (!expected.validity.contains(day)) continue;
            (lacks(rules_of(place, year), expected) ? unknown : known).insert(year);
        }
        lines += joined("| ", code(expected.jurisdiction), " | `", expected.what, "` | ", years_text(known), " | ",
                        years_text(unknown), " |\n");
    }
    return lines;
}

std::string not_modelled_table() {
    std::string lines = "| Where | What | Why |\n|---|---|---|\n";
    for (const auto& expected : shipped_law_book().expectations)
        if (expected.probe.empty())
            lines += joined("| ", code(expected.jurisdiction), " | `", expected.what, "` | ",
                            (expected.note.empty() ? std::string{"no source here"} : expected.note), " |\n");
    return lines;
}

std::string source_table() {
    std::string lines = "| Source | Publisher and page |\n|---|---|\n";
    for (const auto& source : shipped_law_book().sources)
        lines += joined("| `", source.key, "` | ", source.publisher, ": [", source.title, "](", source.link, ") |\n");
    return lines;
}

// ---- where a raise leaves less

struct Kind {
    const char* name;
    Family family;
};

std::vector<Kind> kinds() {
    return {{"single", {.head = {}}},
            {"single parent of 4 and 9", {.head = {}, .child_ages = {4, 9}}},
            {"couple, one earns", {.head = {}, .spouse = Person{}}},
            {"couple with 4 and 9, one earns", {.head = {}, .spouse = Person{}, .child_ages = {4, 9}}},
            {"single of 70", {.head = {.age = 70}}}};
}

std::string losses_table() {
    std::string lines =
        "| Year | Where | Family | Earnings from | until | Taken of the next 200 dollars, at most |\n"
        "|---|---|---|---:|---:|---:|\n";
    for (const int year : {2022, 2023, 2025, 2026})
        for (const auto place : provinces_and_territories()) {
            const auto& rules = rules_of(place, year);
            for (const auto& kind : kinds())
                for (const auto& loss : losses(kind.family, rules, {.until = 120'000, .step = 200}))
                    lines += joined("| ", year, " | ", code(place), " | ", kind.name, " | ", std::lround(loss.from),
                                    " | ", std::lround(loss.until), " | ", std::lround(100 * loss.highest), " % |\n");
        }
    return lines;
}

// ---- the page

// Puts `table` between the marks of this name; CHECKs nothing: a page without the marks stays as it is.
std::string with_table(std::string page, const std::string& name, const std::string& table) {
    const auto begin_mark = "<!-- generated: " + name + " -->\n";
    const auto begin = page.find(begin_mark);
    if (begin == std::string::npos) return page;
    const auto from = begin + begin_mark.size();
    const auto end = page.find("<!-- end -->", from);
    return page.replace(from, end - from, table);
}

TEST(MethodPage, shows_what_the_rules_cover_and_how_they_agree) {
    const auto page = file_text(kPage);
    auto written = page;
    for (const auto& [name, table] : {std::pair<std::string, std::string>{"agreement", agreement_table()},
                                      {"benefits", benefit_table()},
                                      {"coverage", coverage_table()},
                                      {"not modelled", not_modelled_table()},
                                      {"sources", source_table()},
                                      {"losses", losses_table()}}) {
        EXPECT_NE(page.find("<!-- generated: " + name + " -->"), std::string::npos) << name;
        written = with_table(std::move(written), name, table);
    }
    if (std::getenv("ALLTOGETHER_UPDATE_DOCS") != nullptr) std::ofstream{kPage, std::ios::binary} << written;
    EXPECT_EQ(written, file_text(kPage)) << "run this test with ALLTOGETHER_UPDATE_DOCS=1 and look at the change";
}

TEST(MethodPage, has_a_benefit_case_for_every_vector_and_explains_each_difference) {
    const auto all = cases::benefit_cases();
    EXPECT_EQ(all.size(), 45U);
    for (const auto& one : all) {
        if (one.ours)
            EXPECT_NEAR(*one.ours, one.expected, 0.005) << one.what;
        else
            EXPECT_FALSE(one.explanation.empty()) << one.what;
    }
}

}  // namespace
}  // namespace budget_fairness
