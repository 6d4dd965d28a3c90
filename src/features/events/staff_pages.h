// features/events/staff_pages.h - what staff see of events. Each gives the content of <main>.
#pragma once
#include <vector>

#include "base/problem.h"
#include "features/events/event.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/paging.h"

namespace events::staff_pages {

struct List {
    const std::vector<Event>& events;  // those of the page
    ports::ListPosition position{};
};
html::SafeHtml list(const i18n::Translator& t, const List& view);

struct Edit {
    const Event* event;  // nullptr: a new one
    std::vector<people::Level> levels;
    std::vector<ports::ChampionFacts> champions;  // who may give it
    const EventForm& typed;
    std::vector<Guest> guests;  // those of the page
    ports::ListPosition guest_position{};
    const base::Problems& problems;
};
html::SafeHtml edit(const i18n::Translator& t, const Edit& view);

}  // namespace events::staff_pages
