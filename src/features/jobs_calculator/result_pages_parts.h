// features/jobs_calculator/result_pages_parts.h - the sections of a result, in their order; included by
// result_*pages.cpp only.
#pragma once
#include <string>

#include "features/jobs_calculator/pages.h"
#include "platform/html/template.h"

namespace jobs_calculator::pages {

// result_figure_pages.cpp: how the loss spreads, what it means here, by industry.
void write_spread(html::Out& out, const i18n::Translator& t, const CalculatorPage& page);
void write_facts(html::Out& out, const i18n::Translator& t, const Answer& answer);
void write_industries(html::Out& out, const i18n::Translator& t, const Answer& answer);

// result_place_pages.cpp: the same cut elsewhere, year by year.
void write_places(html::Out& out, const i18n::Translator& t, const Answer& answer);
void write_years(html::Out& out, const i18n::Translator& t, const Answer& answer);

// community_pages.cpp: what falls on one community, and the form that asks for it.
void write_community(html::Out& out, const i18n::Translator& t, const CalculatorPage& page);

// The heading of a section; its id names the section.
void write_heading(html::Out& out, const std::string& id, const std::string& words);

// Jobs as a table has them: to ten at most.
std::string jobs_figure(const i18n::Translator& t, double value);

}  // namespace jobs_calculator::pages
