// features/petitions/petition.h - what can be signed: a petition, a pledge or a proclamation, and its frozen texts.
// Pure: no SQL, no HTML, no clock of its own.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "base/result.h"
#include "ports/petition_terms.h"

namespace petitions {

using ports::PetitionId;
using TextId = ports::PetitionTextId;
using Kind = ports::PetitionKind;
using Stage = ports::PetitionStage;

struct Petition {
    PetitionId id;
    base::LevelId level;
    std::string slug;  // 1..80 of a-z, 0-9 and inner hyphens; never changes
    Kind kind;
    std::int64_t goal;  // signatures aimed at; 0: none shown
    std::optional<base::Instant> closes_at;
    std::optional<base::Instant> published_at;
    std::optional<base::Instant> closed_at;

    // Closed by hand, or closes_at has come.
    Stage stage(base::Instant now) const;
};

// One version of the words, in one language.
struct Text {
    TextId id;
    PetitionId petition;
    base::Locale locale;
    std::int64_t version;
    std::string title;   // 1..200 characters
    std::string lead;    // 0..500 characters
    std::string body;    // Markdown, 1..20,000 characters
    std::string thanks;  // Markdown, 0..2,000 characters
    base::Instant written_at;
    std::optional<base::Instant> frozen_at;  // a draft until then
};

// The words of one language as typed by staff.
struct TextForm {
    std::string title, lead, body, thanks;

    bool is_empty() const { return title.empty() && lead.empty() && body.empty() && thanks.empty(); }
    bool operator==(const TextForm&) const = default;
};

// Both languages as typed, side by side.
struct TextForms {
    TextForm english, french;

    const TextForm& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    TextForm& in(base::Locale locale) { return locale == base::Locale::english ? english : french; }
};

// Everything wrong with these texts; the fields are title_en, lead_en, ..., thanks_fr. A language that is wholly empty
// is not wrong here: publishing decides about that.
base::Problems problems_of(const TextForms& forms);

// A new petition as typed by staff.
struct PetitionForm {
    std::string slug, kind, goal, closes_on, level;
};

// The same, understood.
struct PetitionPlan {
    std::string slug;
    Kind kind;
    std::int64_t goal;
    std::optional<base::Instant> closes_at;  // the end of that day in UTC-5, the country's middle
    std::string level;                       // slug of the level
};

base::Result<PetitionPlan, base::Problems> read_plan(const PetitionForm& form);

// How the organisation answers for a language that is missing: not at all, or by an explicit decision that is logged.
enum class OneLanguage : unsigned char { not_decided, decided };

// What keeps a petition from being published now: no text at all, a missing language without a decision.
// Fields: "" and one_language.
base::Problems problems_of_publishing(const std::vector<Text>& newest, OneLanguage decision);

// "petition", "pledge", "proclamation", as in forms and exports.
std::string_view name_of(Kind kind);
std::optional<Kind> kind_of(std::string_view name);

}  // namespace petitions
