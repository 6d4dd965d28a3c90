// features/newsroom/section.h - the parts of the paper: "International Solidarity", with its introduction. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"

namespace newsroom {

using SectionId = base::Id<struct NewsSectionTag>;

// What a section says in one language.
struct SectionWords {
    std::string slug;          // 1..60 of a-z, 0-9 and inner hyphens; unique in its language, none of the reserved
    std::string title;         // 1..120 characters
    std::string introduction;  // Markdown, 0..4,000 characters
    std::string picture_alt;   // 0..300 characters
    bool is_empty() const { return slug.empty() && title.empty() && introduction.empty() && picture_alt.empty(); }
    bool operator==(const SectionWords&) const = default;
};

struct Section {
    SectionId id;
    base::LevelId level;
    std::int64_t place;          // smaller comes first
    std::string picture;         // number of an uploaded picture, or the path of one of its files; empty for none
    std::string picture_source;  // who made it, 0..200 characters
    std::optional<base::Instant> published_at;
    SectionWords english, french;  // empty where it does not show in that language
    bool needs_approval = false;   // its items are approved by somebody other than their writer before they are public

    const SectionWords& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    SectionWords& in(base::Locale locale) { return locale == base::Locale::english ? english : french; }
    // In this language, else in the other one.
    const SectionWords& best(base::Locale locale) const {
        return in(in(locale).is_empty() ? base::other(locale) : locale);
    }
};

// A section as typed by staff.
struct SectionForm {
    SectionWords english{}, french{};
    std::string place{}, picture{}, picture_source{};
    std::string needs_approval{};  // "1" or empty

    const SectionWords& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    SectionWords& in(base::Locale locale) { return locale == base::Locale::english ? english : french; }
    bool operator==(const SectionForm&) const = default;
};

// Words that addresses below /news/ use themselves.
bool is_reserved(std::string_view slug);

// Everything wrong at once; fields slug_en, title_en, introduction_en, picture_alt_en, slug_fr, ..., place,
// picture_source. A language may be empty, not both.
base::Problems problems_of(const SectionForm& form);

// What keeps a section from being shown: a language that is missing without a decision. Field: one_language.
enum class OneLanguage : unsigned char { not_decided, decided };
base::Problems problems_of_publishing(const Section& section, OneLanguage decision);

}  // namespace newsroom
