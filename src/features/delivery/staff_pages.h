// features/delivery/staff_pages.h - what staff see. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/delivery/document_order.h"
#include "features/delivery/editor.h"
#include "features/delivery/official.h"
#include "features/delivery/paper.h"
#include "features/delivery/paper_store.h"
#include "features/delivery/record.h"
#include "features/delivery/sheet_pdf.h"
#include "features/delivery/text_check.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/petitions.h"
#include "ports/pictures.h"
#include "ports/staff_pages.h"

namespace delivery::staff_pages {

// "/en/staff/petitions/library/delivery", and what lies below it.
std::string room_path(base::Locale locale, std::string_view slug, std::string_view below = "");

enum class May : unsigned char { no, yes };

// Handed over so far, and the documents to hand over.
struct Overview {
    const ports::PetitionFacts& petition;
    std::vector<Record> records;
    std::vector<OrderedDocument> documents;
    OrderForm typed;
    base::Problems problems;
    May may_export;
};
html::SafeHtml overview(const i18n::Translator& t, const Overview& view);

// One record, or a new one.
struct RecordEditor {
    const ports::PetitionFacts& petition;
    std::optional<Record> record;
    Editor editor;
    std::vector<ports::Picture> pictures;  // to choose from
    May may_publish;
};
html::SafeHtml record(const i18n::Translator& t, const RecordEditor& view);

struct PaperList {
    const ports::PetitionFacts& petition;
    std::vector<Batch> batches;
    PaperCount count;
    PaperCheck check;
    May may_publish;
};
html::SafeHtml paper(const i18n::Translator& t, const PaperList& view);

struct BatchEditor {
    const ports::PetitionFacts& petition;
    std::optional<Batch> batch;
    Editor editor;
    std::vector<store::Scan> scans;
    PaperCheck check;
    May may_see_scans, may_check;
};
html::SafeHtml batch(const i18n::Translator& t, const BatchEditor& view);

struct ListedParliament {
    Parliament parliament;
    OfficialStage stage;
    std::string number;
    std::int64_t broken;  // rules that the text breaks, in either language
};
struct ParliamentList {
    const ports::PetitionFacts& petition;
    std::vector<ListedParliament> parliaments;
};
html::SafeHtml parliaments(const i18n::Translator& t, const ParliamentList& view);

// What was found about the text of one language.
struct CheckedText {
    base::Locale locale;
    std::int64_t words;
    std::vector<Finding> findings;
};
struct ParliamentEditor {
    const ports::PetitionFacts& petition;
    Parliament parliament;
    std::vector<CheckedText> texts;
    Editor editor;
};
html::SafeHtml parliament(const i18n::Translator& t, const ParliamentEditor& view);

// What the pages of this room share --------------------------------------------------------------------------------

enum class Tab : unsigned char { deliveries, paper, parliaments };
html::SafeHtml tabs(const i18n::Translator& t, const ports::PetitionFacts& petition, Tab current);
std::vector<ports::Crumb> crumbs(const i18n::Translator& t, const ports::PetitionFacts& petition, Tab tab);

}  // namespace delivery::staff_pages
