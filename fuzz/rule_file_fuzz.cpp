// fuzz/rule_file_fuzz.cpp - any bytes as a file of tax rules: the first byte says which of the four. Refused with
// places, or law that rules can be put together from.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "models/budget_fairness/rules/law_book.h"
#include "models/budget_fairness/tax/assessment.h"

namespace {

using budget_fairness::Jurisdiction;

budget_fairness::LawTexts texts_with(unsigned which, std::string_view text) {
    budget_fairness::LawTexts texts{
        .parameters = "jurisdiction,parameter,from,to,value,unit,source\n",
        .schedules = "jurisdiction,schedule,from,to,above,rate,source\n",
        .coverage = "jurisdiction,what,probe,concerns,from,to,note\n",
        .sources = "source,publisher,title,link\nt4127,CRA,Payroll formulas,https://example.ca/t4127\n"};
    if (which == 0) texts.parameters = text;
    if (which == 1) texts.schedules = text;
    if (which == 2) texts.coverage = text;
    if (which == 3) texts.sources = text;
    return texts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text{reinterpret_cast<const char*>(data) + 1, size - 1};
    const auto book = budget_fairness::read_law_book(texts_with(data[0] % 4, text));
    if (!book) {
        CHECK(!book.error().empty() && book.error().size() <= budget_fairness::kMostFaults);
        for (const auto& fault : book.error()) CHECK(!budget_fairness::text_of(fault).empty());
        return 0;
    }
    const auto rules = budget_fairness::rules_of_year(*book, Jurisdiction::ontario, 2025);
    if (!rules) return 0;
    const budget_fairness::Family family{.head = {.employment_income = 50'000}, .child_ages = {3, 8}};
    CHECK(std::isfinite(budget_fairness::assess(family, *rules).disposable_income));
    return 0;
}
