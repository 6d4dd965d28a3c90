// features/delivery/pages.h - what the public sees: what was delivered, and the ways of paper and parliament.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/delivery/official.h"
#include "features/delivery/paper.h"
#include "features/delivery/record.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/petitions.h"
#include "ports/pictures.h"

namespace delivery::pages {

// "/en/petitions/library", and what lies below it: "/delivery", "/parliament", "/sheets/ontario.pdf".
std::string petition_path(base::Locale locale, std::string_view slug);
std::string delivery_path(base::Locale locale, std::string_view slug);
std::string parliament_path(base::Locale locale, std::string_view slug);
std::string sheet_path(base::Locale locale, std::string_view slug, Parliament parliament);
std::string response_path(base::Locale locale, std::string_view slug, DeliveryId delivery);

struct ShownRecord {
    Record record;
    std::optional<ports::Picture> picture;
};

// Everything that was handed over, newest first, and what was signed by hand.
struct Deliveries {
    const ports::PetitionFacts& petition;
    std::vector<ShownRecord> records;
    PaperCount on_paper;
};
html::SafeHtml deliveries(const i18n::Translator& t, const Deliveries& view);

// One way to sign for a parliament: its sheet, or its own site.
struct Way {
    Parliament parliament;
    OfficialWords official;
    OfficialStage stage;
    bool has_sheet;  // the text keeps its rules, in this language
};
struct Ways {
    const ports::PetitionFacts& petition;
    std::vector<Way> ways;
    PaperCount on_paper;
};
html::SafeHtml parliaments(const i18n::Translator& t, const Ways& view);

// The part of the petition's own page: the newest delivery, the count on paper, the ways on.
struct Section {
    const ports::PetitionFacts& petition;
    std::vector<Record> records;
    PaperCount on_paper;
    std::vector<Official> officials;
    base::Day today;
};
html::SafeHtml section(const i18n::Translator& t, const Section& view);

// "November 22, 2026" of a day without a time.
std::string date_of(const i18n::Translator& t, base::Day day);

}  // namespace delivery::pages
