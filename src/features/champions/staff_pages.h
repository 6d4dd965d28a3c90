// features/champions/staff_pages.h - champions as staff see them: the list, one with the steps of their training,
// topics.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/champions/champion.h"
#include "features/champions/hours_store.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/paging.h"

namespace champions::staff_pages {

struct StateCount {
    State state;
    std::int64_t champions;
};
struct List {
    std::vector<Champion> champions;  // of the page, of the state, of levels that these staff may see
    std::vector<StateCount> counts;
    std::optional<State> state;  // absent: all
    const people::LevelTree& tree;
    ports::ListPosition position{};
};
html::SafeHtml list(const i18n::Translator& t, const List& page);

struct One {
    Champion champion;
    std::vector<Step> steps;
    std::vector<Showing> showings;
    std::int64_t hours_a_week;
    std::optional<store::ForeignCalendar> calendar;
    std::vector<std::string> areas, topics;
    std::vector<people::Level> levels;  // where these staff may coordinate
    StepForm typed;
    std::string person_path;  // of the person's page; may be empty
    const base::Problems& problems;
};
html::SafeHtml one(const i18n::Translator& t, const One& page);

struct Topics {
    std::vector<Subject> subjects;
    SubjectForm typed;
    const base::Problems& problems;
};
html::SafeHtml topics(const i18n::Translator& t, const Topics& page);

std::string list_path(base::Locale locale);
std::string one_path(base::Locale locale, ChampionId champion);
std::string topics_path(base::Locale locale);

}  // namespace champions::staff_pages
