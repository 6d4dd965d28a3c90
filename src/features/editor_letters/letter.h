// features/editor_letters/letter.h - a campaign for letters to the editor, and one person's letter to one newspaper.
// Pure: no SQL, no HTML, no clock.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email_address.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "features/editor_letters/newspaper.h"
#include "models/likeness/signature.h"

namespace editor_letters {

using EditorCampaignId = base::Id<struct EditorCampaignTag>;
using EditorLetterId = base::Id<struct EditorLetterTag>;

enum class CampaignState : unsigned char { draft = 0, published = 1, closed = 2 };

// Texts in both languages. Markdown in happened; points: one a line.
struct CampaignForm {
    std::string level, theme, title_en, title_fr, happened_en, happened_fr, points_en, points_fr, closes_on;
};
struct CampaignPlan {
    std::string theme;  // of the guides: "tax-fairness"; empty: all of them
    std::string title_en, title_fr, happened_en, happened_fr;
    std::string points_en, points_fr;  // tidied, one a line
    std::string closes_on;             // "2026-12-31", the last day; empty: none

    const std::string& title(base::Locale locale) const {
        return locale == base::Locale::english ? title_en : title_fr;
    }
    const std::string& happened(base::Locale locale) const {
        return locale == base::Locale::english ? happened_en : happened_fr;
    }
    std::vector<std::string> points(base::Locale locale) const;
};
struct TypedCampaign {
    const CampaignForm& form;
    std::string today;  // "2026-11-22"
};
// Both languages are needed from the first save on. Everything wrong at once.
base::Result<CampaignPlan, base::Problems> accept(const TypedCampaign& typed);
CampaignForm form_of(const CampaignPlan& plan);

struct EditorCampaign {
    EditorCampaignId id;
    base::LevelId level;
    CampaignState state;
    CampaignPlan plan;
    std::int64_t sent = 0;     // letters that left from here, each confirmed by its writer
    std::int64_t printed = 0;  // of those that staff saw in the paper
    base::Instant changed_at{};
    std::optional<base::Instant> published_at{};
};
// Whether letters may be written on that day: published, and not past its last day.
bool takes_letters(const EditorCampaign& campaign, std::string_view today);

// draft: being written. asked: the mail that confirms is on its way. held: confirmed; somebody of ours reads it first,
// since it looked odd. waiting: for its turn at this paper. sent: by us. own_way: its writer sent it. withdrawn: by its
// writer before it left. refused: by staff. All stored by number.
enum class LetterState : unsigned char {
    draft = 0,
    asked = 1,
    held = 2,
    waiting = 3,
    sent = 4,
    own_way = 5,
    withdrawn = 6,
    refused = 7
};
enum class PrintedState : unsigned char { untold = 0, told = 1, seen = 2, not_found = 3 };

// As typed.
struct LetterForm {
    std::string subject, text, name, place, telephone, email;
};
// What newspapers ask for: where somebody lives and a telephone at which they can check who wrote.
struct NewLetter {
    std::string subject, text, name, place, telephone;
    base::EmailAddress email;
};
struct TypedLetter {
    const LetterForm& form;
    std::int64_t word_limit;  // of the paper; 0: none
};
// Everything wrong at once. No links in the text, which papers do not print and filters drop; 20 words at least.
base::Result<NewLetter, base::Problems> accept(const TypedLetter& typed);

// Words as editors count them: what stands between blanks and holds a letter or a digit.
std::int64_t count_words(std::string_view text);
inline constexpr std::int64_t kFewestWords = 20;
inline constexpr std::size_t kLongestLetter = 10'000;  // characters

struct EditorLetter {
    EditorLetterId id;
    EditorCampaignId campaign;
    NewspaperId newspaper;
    LetterState state;
    std::string name, email, place, telephone;  // empty once erased
    std::int64_t address_hash;
    base::Locale locale;    // of the pages and mails to its writer
    base::Locale words_in;  // of the letter
    std::string subject, text;
    likeness::Signature signature;
    std::int64_t score = 0, reasons = 0;  // what the guard of sign-ons said
    base::Instant asked_at{};
    std::optional<base::Instant> confirmed_at{}, sent_at{};
    PrintedState printed = PrintedState::untold;
    std::string printed_url, printed_on, headline;  // as its writer told
};

// Whether it is on its way or out.
bool counts(LetterState state);

// Of one address in 24 hours, and of mails about one letter.
inline constexpr std::int64_t kMostLettersADay = 6;
inline constexpr std::int64_t kMostMails = 5;
// How long the mailed link can confirm; a letter that lies longer is no news.
inline constexpr base::Duration kConfirmationPeriod = base::days(7);
// From this share of common word triples on two letters are one to an editor.
inline constexpr double kAlike = 0.8;

// What its writer tells when it was printed.
struct PrintedForm {
    std::string url, on, headline;
};
struct TypedPrinted {
    const PrintedForm& form;
    std::string today;
};
struct PrintedFacts {
    std::string url;       // where it can be read; may be empty
    std::string on;        // "2026-11-03"
    std::string headline;  // may be empty
};
base::Result<PrintedFacts, base::Problems> accept(const TypedPrinted& typed);

// A letter as the public list shows it: where and when, not by whom.
struct PrintedLetter {
    EditorLetterId id;
    EditorCampaignId campaign;
    std::string newspaper, place;
    std::string url, on, headline;
    base::Locale words_in;
};

// "mailto:" with subject and body, for a mail program of the writer's own (RFC 6068). `body` has the letter and below
// it the name, the place and the telephone.
struct MailtoLink {
    std::string to, subject, body;
};
std::string mailto_url(const MailtoLink& link);

}  // namespace editor_letters
