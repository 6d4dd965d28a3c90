// features/editor_letters/staff_pages.h - what staff see. Each gives the content of <main>.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/editor_letters/letter.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/editing.h"
#include "ports/message_guides.h"
#include "ports/paging.h"

namespace editor_letters::staff_pages {

struct LetterRow {
    EditorLetter letter;
    std::string paper;
};

struct List {
    std::vector<EditorCampaign> campaigns;  // those of the page
    ports::ListPosition position{};
    std::vector<LetterRow> told;  // printed, as their writers say
};
html::SafeHtml list(const i18n::Translator& t, const List& view);

struct Edit {
    const EditorCampaign* campaign;  // nullptr: a new one
    std::vector<people::Level> levels;
    std::vector<ports::GuideTheme> themes;
    const CampaignForm& typed;
    const base::Problems& problems;
    std::string seen{};             // what the form is shown with (ports/editing.h)
    ports::NamedTexts conflicts{};  // what somebody else saved meanwhile
    std::vector<LetterRow> held{}, waiting{}, sent{};
    // Why a letter looked odd, in words; may be absent.
    std::function<std::vector<std::string>(std::int64_t, base::Locale)> reasons{};
};
html::SafeHtml edit(const i18n::Translator& t, const Edit& view);

struct Papers {
    std::vector<Newspaper> papers;  // those of the page
    ports::ListPosition position{};
    std::string words;       // looked for
    std::int64_t stale = 0;  // of all
    std::string day;         // today
};
html::SafeHtml papers(const i18n::Translator& t, const Papers& view);

struct Paper {
    const Newspaper* paper;  // nullptr: a new one
    const NewspaperForm& typed;
    const base::Problems& problems;
    std::string day;
    std::string seen{};
    ports::NamedTexts conflicts{};
};
html::SafeHtml paper(const i18n::Translator& t, const Paper& view);

struct Rows {
    std::string csv;
    const base::Problems& problems;
    std::vector<ListProblem> list_problems{};
};
html::SafeHtml rows(const i18n::Translator& t, const Rows& view);

// A row of a list before it is taken in.
struct PlannedPaper {
    NewspaperFacts facts;
    std::optional<Newspaper> before;  // the one it would change
    enum class Repeated : unsigned char { no, yes } repeated;
};
struct Plan {
    std::vector<PlannedPaper> rows;
    std::string csv;
};
html::SafeHtml plan(const i18n::Translator& t, const Plan& view);

}  // namespace editor_letters::staff_pages
