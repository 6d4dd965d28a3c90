// models/budget_fairness/rules/law_book.h - tax and benefit law as dated values, read from rule files and put together
// for one place and one day.
//
// A rule file says of each value from when to when it holds; outside these dates it is unknown, never carried on.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "models/budget_fairness/rules/rule_set.h"

namespace budget_fairness {

// The first and the last day on which something holds.
struct Validity {
    Date from;
    Date to;
    bool contains(Date day) const { return from <= day && day <= to; }
};

struct DatedValue {
    Jurisdiction jurisdiction = Jurisdiction::canada;
    std::string parameter;  // as find_parameter() knows it, without the government in front
    Validity validity;
    double value = 0;
    std::string source;  // a key of the sources
};

struct DatedSchedule {
    Jurisdiction jurisdiction = Jurisdiction::canada;
    std::string name;  // "brackets", "surtax", "premium"
    Validity validity;
    Schedule schedule;
    std::string source;
};

// Something the law has, and the parameter that shows whether it is known: what rules_on() looks for gaps with.
struct Expectation {
    Jurisdiction jurisdiction = Jurisdiction::canada;
    std::string what;
    std::string probe;  // "" where these rules cannot know it
    Concerns concerns = Concerns::everyone;
    bool is_required = false;  // without it there is no rule set
    Validity validity;
    std::string note;
};

// An official page.
struct Source {
    std::string key;
    std::string publisher;
    std::string title;
    std::string link;
};

struct LawBook {
    std::vector<DatedValue> values;
    std::vector<DatedSchedule> schedules;
    std::vector<Expectation> expectations;
    std::vector<Source> sources;
};

// The four files of a body of law, as CSV with a header; data/tax has ours.
//   parameters  jurisdiction,parameter,from,to,value,unit,source[,note]   unit: dollars rate years count flag
//   schedules   jurisdiction,schedule,from,to,above,rate,source           one row a step, in rising order
//   coverage    jurisdiction,what,probe,concerns,from,to,note             concerns: a name of Concerns, or required
//   sources     source,publisher,title,link
struct LawTexts {
    std::string_view parameters;
    std::string_view schedules;
    std::string_view coverage;
    std::string_view sources;
};

// What is wrong with a rule file, and where. line counts from 1; 0 stands for the whole file.
struct LawFault {
    std::string_view file;  // "parameters", "schedules", "coverage" or "sources"
    std::uint64_t line = 0;
    std::string what;
    bool operator==(const LawFault&) const = default;
};

// "parameters, line 7: a rate must lie between 0 and 1"
std::string text_of(const LawFault& fault);

// All faults at once, file by file, at most kMostFaults: unknown names, dates that are none, values that overlap, rates
// outside 0 to 1, amounts below 0 or above ten millions, steps that do not rise, brackets that do not begin at 0,
// sources nobody has heard of.
inline constexpr std::size_t kMostFaults = 100;
base::Result<LawBook, std::vector<LawFault>> read_law_book(const LawTexts& texts);

// The law in this program, read once; safe from all threads.
const LawBook& shipped_law_book();

// The rules of a province or territory on a day. Without brackets, basic amount or contributions there are none: the
// error lists what is missing. What else is missing stands in `gaps`. Federal values first, then the province's own,
// which may replace them (Quebec's contributions). The credit rate is that of the lowest bracket unless a value says
// otherwise. CHECK: jurisdiction is not canada.
base::Result<RuleSet, std::vector<Gap>> rules_on(const LawBook& book, Jurisdiction jurisdiction, Date day);

// The rules of a tax year: those of its last day. Benefits are those then paid, at their yearly rate.
base::Result<RuleSet, std::vector<Gap>> rules_of_year(const LawBook& book, Jurisdiction jurisdiction, int year);

}  // namespace budget_fairness
