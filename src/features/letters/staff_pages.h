// features/letters/staff_pages.h - all words and markup for staff.
#pragma once
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/letters/letter.h"
#include "features/letters/queue_store.h"
#include "features/letters/tally_store.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/editing.h"
#include "ports/message_guides.h"

namespace letters::staff_pages {

std::string list_path(base::Locale locale);
std::string campaign_path(base::Locale locale, std::string_view slug);

struct Row {
    const Campaign& campaign;
    Stage stage;
    std::string level;
    store::Tally total;
};
html::SafeHtml list(const i18n::Translator& t, const std::vector<Row>& rows);

struct NewForm {
    std::string slug, level;
    std::vector<people::Level> levels;
    const base::Problems& problems;
};
html::SafeHtml new_campaign(const i18n::Translator& t, const NewForm& form);

// The editor as typed.
struct EditorForm {
    Content content;
    TargetForm target;
    SettingsForm settings;
    bool is_address_asked = true;
};
// Every field of it by its name: what two people who write at once are compared by.
ports::NamedTexts named(const EditorForm& form);
EditorForm form_of(const ports::NamedTexts& texts);

struct Editor {
    const Campaign& campaign;
    EditorForm typed;
    std::string seen;
    ports::NamedTexts conflicts;
    ports::Saving saving;
    std::vector<people::Level> levels;
    std::vector<ports::GuideTheme> themes;
    const base::Problems& problems;
};
html::SafeHtml editor(const i18n::Translator& t, const Editor& editor);

// How one representative was asked.
struct OfficeRow {
    std::string name, office, path;
    store::Tally tally;
};
enum class Right : unsigned char { no, yes };
struct Rights {
    Right publish, moderate, take_out;
};
struct Overview {
    const Campaign& campaign;
    Stage stage;
    std::string level;
    Rights rights;
    base::Problems unready;
    store::Tally total;
    store::Waiting waiting;
    std::vector<std::string> paused_regions;
    std::vector<OfficeRow> offices;
    std::vector<store::Calls> calls;
    std::vector<Letter> bounced;
    std::vector<Writing> held, sample;
    const base::Problems& problems;
};
html::SafeHtml overview(const i18n::Translator& t, const Overview& view);

}  // namespace letters::staff_pages
