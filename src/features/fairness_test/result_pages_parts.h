// features/fairness_test/result_pages_parts.h - the sections of a result, for the pages that show one.
#pragma once
#include <string>

#include "features/fairness_test/pages.h"
#include "platform/html/charts_bars.h"

namespace fairness_test::pages::parts {

// Each writes a section of its own, or nothing where the answer says nothing about it.
void write_balance(html::Out& out, const i18n::Translator& t, const TestAnswer& answer);
void write_incomes(html::Out& out, const i18n::Translator& t, const ResultPage& page);
void write_services(html::Out& out, const i18n::Translator& t, const TestAnswer& answer);
// Tables beneath the tenths: kinds of families, sexes, ages; indexes.
void write_groups(html::Out& out, const i18n::Translator& t, const budget_fairness::Result& result);
void write_services_by_decile(html::Out& out, const i18n::Translator& t, const TestAnswer& answer);
void write_jobs(html::Out& out, const i18n::Translator& t, const TestAnswer& answer);
void write_measures(html::Out& out, const i18n::Translator& t, const TestAnswer& answer);
void write_baselines(html::Out& out, const i18n::Translator& t, const ResultPage& page);
void write_history(html::Out& out, const i18n::Translator& t, const TestAnswer& answer);
void write_share(html::Out& out, const i18n::Translator& t, const ResultPage& page);
void write_next(html::Out& out, const i18n::Translator& t, const ResultPage& page);
void write_sources(html::Out& out, const i18n::Translator& t, const ResultPage& page);

// What several sections use.
void write_heading(html::Out& out, const std::string& id, const std::string& words);
inline bool is_record(const TestAnswer& answer) { return answer.budget.kind == budget_fairness::BudgetKind::record; }
// A bar from nothing to the value, to the left or the right; what is less stands out.
inline html::BarPart bar_of(double value, html::Ink ink) {
    return {value < 0 ? html::Stretch{value, 0} : html::Stretch{0, value}, ink};
}
inline html::Ink ink_of(double value) { return value < 0 ? html::Ink::accent : html::Ink::ink; }

}  // namespace fairness_test::pages::parts
