// features/representatives/staff_pages.h - what staff see. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/representatives/import_record.h"
#include "features/representatives/plan_service.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/editing.h"
#include "ports/paging.h"

namespace representatives::staff_pages {

struct OfficeList {
    std::vector<ports::Representative> representatives;  // of this page
    std::size_t total = 0;
    std::string words{};
    ports::ListPosition position{};
};
html::SafeHtml offices(const i18n::Translator& t, const OfficeList& list);

// A riding for the menu of an office.
struct RidingChoice {
    RidingId id;
    std::string label, group;  // its name; its set
    base::Locale language;     // of the name: some have none of their own in French
};
struct OfficeForm {
    std::optional<RepresentativeId> id;  // absent: a new one
    HolderForm typed;
    base::Problems problems{};
    std::vector<RidingChoice> ridings{};
    std::optional<base::Instant> left_at{};
    std::string seen{};  // ports/editing.h
    ports::NamedTexts conflicts{};
    ports::Saving saving{};
};
html::SafeHtml office(const i18n::Translator& t, const OfficeForm& form);

struct SetRow {
    RidingSet set;
    std::size_t ridings, outlines;
};
struct SetList {
    std::vector<SetRow> sets;
    SetForm typed{};
    base::Problems problems{};
    std::string seen{};  // ports/editing.h; empty: the form is of a new set
    ports::NamedTexts conflicts{};
    ports::Saving saving{};
};
html::SafeHtml sets(const i18n::Translator& t, const SetList& list);

struct TypedUpload {
    std::string set, source, as_of;
    bool is_whole = false;
};
struct ImportList {
    std::vector<ImportRecord> imports;
    std::vector<RidingSet> sets;
    TypedUpload typed{};
    base::Problems problems{};
};
html::SafeHtml imports(const i18n::Translator& t, const ImportList& list);

struct ImportPage {
    const ImportRecord& import;
    const RidingSet* set;            // null: the file names the sets itself
    std::optional<ImportPlan> plan;  // absent: it came in, was left, or the file is gone
    base::Problems problems{};
};
html::SafeHtml import(const i18n::Translator& t, const ImportPage& page);

std::string offices_path(base::Locale locale);
std::string office_path(base::Locale locale, RepresentativeId id);
std::string sets_path(base::Locale locale);
std::string set_path(base::Locale locale, std::string_view slug);
std::string imports_path(base::Locale locale);
std::string import_path(base::Locale locale, ImportId id);

}  // namespace representatives::staff_pages
