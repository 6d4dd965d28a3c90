// features/message_guides/staff_pages.h - what staff see of guides. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/message_guides/fields.h"
#include "features/message_guides/guide.h"
#include "features/message_guides/uses.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/editing.h"

namespace message_guides::staff_pages {

std::string list_path(base::Locale locale);
std::string guide_path(base::Locale locale, std::string_view slug);

struct Row {
    Guide guide;
    Content content;  // of the newest version
    std::string level;
    bool waits_for_approval, is_review_due;
};
html::SafeHtml list(const i18n::Translator& t, const std::vector<Row>& rows);

struct NewGuideForm {
    std::string slug, theme, level;
};
struct NewGuidePage {
    NewGuideForm typed;
    std::vector<people::Level> levels;
    std::vector<std::string> themes;  // there already
    base::Problems problems{};
};
html::SafeHtml new_guide(const i18n::Translator& t, const NewGuidePage& page);

// Who may do what here.
struct Rights {
    bool may_publish, may_approve;
};
struct Overview {
    Guide guide;
    std::vector<Version> versions;  // newest first, one at least
    std::string level;
    Rights rights;
    std::vector<UseCount> uses;
    std::vector<people::Level> levels;
    base::Problems problems{};
};
html::SafeHtml overview(const i18n::Translator& t, const Overview& view);

struct Editor {
    Guide guide;
    Content typed;
    int base_number;  // of the version that the form began with
    std::string moved_key{};
    std::optional<base::Locale> preview{};
    ports::NamedTexts conflicts{};
    ports::Saving saving{};
    base::Problems problems{};
};
html::SafeHtml editor(const i18n::Translator& t, const Editor& editor);

struct Difference {
    Guide guide;
    Version before, after;
    std::vector<ChangedField> changes;
    bool may_restore;
};
html::SafeHtml difference(const i18n::Translator& t, const Difference& difference);

// "Pair 3: You can say (Français)"
std::string where(const i18n::Translator& t, const NamedField& field);

}  // namespace message_guides::staff_pages
