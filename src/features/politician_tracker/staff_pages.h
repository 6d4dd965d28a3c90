// features/politician_tracker/staff_pages.h - what staff see. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/politician_tracker/politician.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/paging.h"
#include "ports/petitions.h"
#include "ports/staff_pages.h"

namespace politician_tracker::staff_pages {

// Everybody in office, the form that adds one, and the form that takes in a file.
struct People {
    std::vector<Politician> politicians;
    PoliticianForm typed{};
    std::string rows{};  // of a file, as pasted
    std::vector<FileProblem> file_problems{};
    base::Problems problems{};
    std::string words{};  // that were searched for
    ports::ListPosition position{};
};
html::SafeHtml people(const i18n::Translator& t, const People& people);

// One row of a list, and whom it would change.
struct PlannedRow {
    PoliticianFacts facts;
    std::optional<Politician> before;                          // absent: somebody new
    enum class Repeated : unsigned char { no, yes } repeated;  // the same seat stood further up
};
// What a list would do if it were taken in, and the button that takes it in.
struct Preview {
    std::vector<PlannedRow> rows;
    std::string csv;
};
html::SafeHtml preview(const i18n::Translator& t, const Preview& preview);

// Where they stand on one petition.
struct Room {
    const ports::PetitionFacts& petition;
    std::vector<Standing> standings;
    std::string words{};  // that were searched for
    ports::ListPosition position{};
};
html::SafeHtml room(const i18n::Translator& t, const Room& room);

// The answer of one of them.
struct AnswerForm {
    const ports::PetitionFacts& petition;
    const Standing& standing;
    StandForm typed;
    const base::Problems& problems;
};
html::SafeHtml answer(const i18n::Translator& t, const AnswerForm& form);

// The switch for election periods, and its log.
struct Periods {
    std::vector<ElectionPeriod> periods;         // newest first
    std::string region, tagline_en, tagline_fr;  // as typed
    base::Problems problems{};
};
html::SafeHtml periods(const i18n::Translator& t, const Periods& periods);

std::string people_path(base::Locale locale);
std::string periods_path(base::Locale locale);
std::string room_path(base::Locale locale, std::string_view slug);

}  // namespace politician_tracker::staff_pages
