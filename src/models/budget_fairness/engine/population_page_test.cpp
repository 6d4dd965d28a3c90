// Writes the tables of docs/methods/population.md: how well the population fits, and how results agree with published
// figures.
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <map>
#include <sstream>
#include <string_view>
#include <type_traits>

#include <gtest/gtest.h>

#include "models/budget_fairness/engine/alignment.h"
#include "models/budget_fairness/engine/simulation.h"
#include "models/budget_fairness/engine/validation.h"
#include "models/budget_fairness/population/quality.h"
#include "models/budget_fairness/tax/cases/written_pack.h"

namespace budget_fairness {
namespace {

const std::string kPage = SOURCE_DIR "/docs/methods/population.md";
constexpr std::size_t kAdults = 300'000;

std::string text_of_file(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

// Numbers with one decimal, nothing never below nothing.
template <class Part>
auto shown(const Part& part) {
    if constexpr (std::is_floating_point_v<Part>)
        return std::round(10 * part) / 10 + 0.0;
    else
        return std::string_view{part};
}
std::string shown(int number) { return std::to_string(number); }

template <class... Parts>
std::string joined(const Parts&... parts) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(1);
    (out << ... << shown(parts));
    return out.str();
}

// "12,345,678"
std::string grouped(double number) {
    auto digits = std::to_string(std::llround(number));
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

RulesByPlace rules_of(int year) {
    auto rules = rules_by_place(shipped_law_book(), year);
    EXPECT_TRUE(rules);
    return *std::move(rules);
}

const Population& people_of_2019() {
    static const auto people = population_under(rules_of(2019), {.year = 2019, .adults = kAdults});
    return people;
}

std::string fit_table() {
    std::string lines =
        joined("With ", grouped(kAdults), " records of adults; a minus: fewer than published.\n\n",
               "| | Where | 2012, published | 2012, found, % off | 2019, published | 2019, found, % off |\n",
               "|---|---|---:|---:|---:|---:|\n");
    const auto before = quality(synthesize({.year = 2012, .adults = kAdults}));
    const auto after = quality(people_of_2019());
    for (std::size_t i = 0; i < before.size(); ++i) {
        lines += joined("| ", before[i].what, " | ", code(before[i].place), " | ", grouped(before[i].published), " | ",
                        before[i].percent_off());
        lines += i < after.size() ? joined(" | ", grouped(after[i].published), " | ", after[i].percent_off(), " |\n")
                                  : " | | |\n";
    }
    return lines;
}

// Published rates of one year, place and kind, by where the group begins.
std::optional<double> published(int year, Jurisdiction place, PercentRange percent, const std::string& kind) {
    for (const auto& each : published_rates())
        if (each.year == year && each.place == place && each.percent == percent && each.kind == kind)
            return each.published;
    return std::nullopt;
}

std::string rates_table() {
    std::string lines =
        "| Percent of filers | From dollars, 2019 | Published 2016, % | Found 2019, % | of it income tax, % |\n"
        "|---|---:|---:|---:|---:|\n";
    for (const auto& rate : effective_rates(people_of_2019(), rules_of(2019), Jurisdiction::canada))
        lines += joined("| ", rate.percent.from, " to ", rate.percent.to, " | ", grouped(rate.lower_income), " | ",
                        published(2016, Jurisdiction::canada, rate.percent, "all").value_or(0), " | ", 100 * rate.all,
                        " | ", 100 * rate.income_tax, " |\n");
    return lines;
}

std::string top_table() {
    std::string lines =
        "| Where | All, published, % | found, % | Federal, published, % | found, % | Provincial, published, % | found, "
        "% |\n"
        "|---|---:|---:|---:|---:|---:|---:|\n";
    std::vector<Jurisdiction> places{Jurisdiction::canada};
    for (const auto place : provinces_and_territories()) places.push_back(place);
    for (const auto place : places) {
        const PercentRange top{99, 100};
        const auto all = published(2019, place, top, "all");
        if (!all) continue;
        const auto found = effective_rates(people_of_2019(), rules_of(2019), place).back();
        lines += joined("| ", code(place), " | ", *all, " | ", 100 * found.all, " | ",
                        published(2019, place, top, "federal_tax").value_or(0), " | ", 100 * found.federal_tax, " | ",
                        published(2019, place, top, "provincial_tax").value_or(0), " | ", 100 * found.provincial_tax,
                        " |\n");
    }
    return lines;
}

// The same for the website: data/validation/effective_rates.csv and top_one_percent.csv.
std::string rates_pack() {
    std::string lines = "from_percent,to_percent,lower_income,published,found,found_income_tax\n";
    for (const auto& rate : effective_rates(people_of_2019(), rules_of(2019), Jurisdiction::canada))
        lines += joined(rate.percent.from, ",", rate.percent.to, ",", std::to_string(std::llround(rate.lower_income)),
                        ",", published(2016, Jurisdiction::canada, rate.percent, "all").value_or(0), ",",
                        100 * rate.all, ",", 100 * rate.income_tax, "\n");
    return lines;
}

std::string top_pack() {
    std::string lines = "place,published,found,published_federal,found_federal,published_provincial,found_provincial\n";
    std::vector<Jurisdiction> places{Jurisdiction::canada};
    for (const auto place : provinces_and_territories()) places.push_back(place);
    for (const auto place : places) {
        const PercentRange top{99, 100};
        const auto all = published(2019, place, top, "all");
        if (!all) continue;
        const auto found = effective_rates(people_of_2019(), rules_of(2019), place).back();
        lines +=
            joined(code(place), ",", *all, ",", 100 * found.all, ",",
                   published(2019, place, top, "federal_tax").value_or(0), ",", 100 * found.federal_tax, ",",
                   published(2019, place, top, "provincial_tax").value_or(0), ",", 100 * found.provincial_tax, "\n");
    }
    return lines;
}

TEST(PopulationPage, has_packs_that_show_the_website_how_results_agree) {
    EXPECT_TRUE(cases::agrees_with_pack("effective_rates", rates_pack())) << "run with ALLTOGETHER_UPDATE_DOCS=1";
    EXPECT_TRUE(cases::agrees_with_pack("top_one_percent", top_pack())) << "run with ALLTOGETHER_UPDATE_DOCS=1";
}

// Their population takes seconds to make.
const std::vector<ClassShares>& classes_of_2012(Jurisdiction place) {
    static std::map<Jurisdiction, std::vector<ClassShares>> known;
    const auto [found, is_new] = known.try_emplace(place);
    if (is_new) found->second = shares_by_class_2012(place, kAdults);
    return found->second;
}

std::string class_table() {
    std::string lines =
        "| Where | Total income from | Federal, published, % | found, % | Provincial, published, % | found, % |\n"
        "|---|---:|---:|---:|---:|---:|\n";
    for (const auto place :
         {Jurisdiction::ontario, Jurisdiction::british_columbia, Jurisdiction::alberta, Jurisdiction::quebec})
        for (const auto& shares : classes_of_2012(place)) {
            const bool is_quebec = place == Jurisdiction::quebec;
            lines += joined("| ", code(place), " | ", grouped(shares.income_from), " | ",
                            100 * shares.published_federal, " | ", 100 * shares.found_federal, " | ",
                            is_quebec ? "" : joined(100 * shares.published_provincial), " | ",
                            100 * shares.found_provincial, " |\n");
        }
    return lines;
}

std::string with_table(std::string page, const std::string& name, const std::string& table) {
    const auto begin_mark = "<!-- generated: " + name + " -->\n";
    const auto begin = page.find(begin_mark);
    if (begin == std::string::npos) return page;
    const auto from = begin + begin_mark.size();
    return page.replace(from, page.find("<!-- end -->", from) - from, table);
}

TEST(PopulationPage, shows_how_the_population_fits_and_how_results_agree) {
    const auto page = text_of_file(kPage);
    auto written = page;
    for (const auto& [name, table] : {std::pair<std::string, std::string>{"fit", fit_table()},
                                      {"effective rates", rates_table()},
                                      {"top one percent", top_table()},
                                      {"classes of 2012", class_table()}}) {
        EXPECT_NE(page.find("<!-- generated: " + name + " -->"), std::string::npos) << name;
        written = with_table(std::move(written), name, table);
    }
    if (std::getenv("ALLTOGETHER_UPDATE_DOCS") != nullptr) std::ofstream{kPage, std::ios::binary} << written;
    EXPECT_EQ(written, text_of_file(kPage)) << "run this test with ALLTOGETHER_UPDATE_DOCS=1 and look at the change";
}

TEST(PopulationPage, finds_shares_of_income_tax_by_class_near_those_of_2012) {
    // Rules of 2019 lower the second federal rate and add a top one: within two points of the published shares.
    for (const auto place : {Jurisdiction::ontario, Jurisdiction::british_columbia, Jurisdiction::quebec})
        for (const auto& shares : classes_of_2012(place))
            if (shares.income_from >= 5'000 && shares.income_from < 250'000)
                EXPECT_NEAR(shares.found_federal, shares.published_federal, 0.02) << code(place) << shares.income_from;
}

}  // namespace
}  // namespace budget_fairness
