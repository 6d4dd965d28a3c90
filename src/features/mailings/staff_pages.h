// features/mailings/staff_pages.h - what staff see of mailings. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/mailings/check_service.h"
#include "features/mailings/comparison.h"
#include "features/mailings/edition_service.h"
#include "features/mailings/mailing.h"
#include "features/mailings/view.h"
#include "people/level.h"
#include "people/mail_standing.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/staff_pages.h"

namespace mailings::staff_pages {

std::string list_path(base::Locale locale);
std::string mailing_path(base::Locale locale, MailingId mailing);

struct Row {
    Mailing mailing;
    std::optional<base::Instant> sent_at;
    bool has_english, has_french;
};
struct List {
    std::vector<Row> rows;
    std::string older_path;  // empty: no more
};
html::SafeHtml list(const i18n::Translator& t, const List& list);

// What a mailing can be made of.
struct Offers {
    std::vector<people::Level> levels;
    std::vector<people::Topic> topics;
    std::vector<ports::SegmentSummary> segments;
};

// A plan as it was typed.
struct PlanForm {
    std::string name, level, topic, segment, variants = "1", tested = "100";
    bool counts_links = false, archive = false;
};
struct PlanPage {
    std::optional<Mailing> mailing;  // absent: a new one
    PlanForm typed;
    Offers offers;
    bool can_be_removed = false;
    base::Problems problems{};
};
html::SafeHtml plan(const i18n::Translator& t, const PlanPage& page);

// A block about something that is there now: "{{event: 17}}" about "What the library gives back, December 3".
struct OfferedBlock {
    std::string typed, about;
};

struct Editor {
    const Mailing& mailing;
    Variant variant;
    BothLanguages typed;
    BothLanguages made_text;  // in `text` only: the plain-text part as it is made
    std::string seen;
    ports::NamedTexts conflicts{};
    ports::Saving saving{};
    base::Problems problems{};
    std::optional<base::Instant> kept_at{};  // when what was typed and not saved was kept
    bool shows_draft = false;                // that stands in the fields now
    std::vector<OfferedBlock> offered{};     // petitions and events to put in
    html::SafeHtml words_help{};             // what can be said, and words of the bodies that have better ones
};
html::SafeHtml editor(const i18n::Translator& t, const Editor& editor);

struct Checked {
    Variant variant;
    base::Locale locale;
    std::vector<Finding> findings;
    std::vector<std::string> links;  // where the words lead
    std::size_t bytes;
};
// A link to another site, and what answered there, if staff had it looked at.
struct OutsideLink {
    std::string url;
    std::optional<store::LookedAt> look;
};
struct SamplePerson {
    people::PersonId id;
    std::string name;
};
struct Preview {
    const Mailing& mailing;
    View view;
    std::string subject, preheader, text;
    std::vector<Checked> checked;
    std::vector<OutsideLink> outside;
    std::vector<SamplePerson> samples;  // of its audience
    bool may_search = false;
    std::string searched{};  // an address that nobody has
    std::string staff_email;
    std::string send_path;  // empty: nothing sends
};
html::SafeHtml preview(const i18n::Translator& t, const Preview& preview);

struct Versions {
    const Mailing& mailing;
    std::vector<store::StoredText> versions;
};
html::SafeHtml versions(const i18n::Translator& t, const Versions& versions);

struct Result {
    const Mailing& mailing;
    std::vector<VariantResult> variants;
    std::optional<Verdict> verdict;
    std::vector<store::CountedLink> links;
    std::string send_path;
};
html::SafeHtml result(const i18n::Translator& t, const Result& result);

struct Senders {
    std::vector<people::Level> levels;  // where they may change it
    people::Level level;                // the one that is shown
    LevelSender sender;
    base::Problems problems{};
};
html::SafeHtml senders(const i18n::Translator& t, const Senders& page);

}  // namespace mailings::staff_pages
