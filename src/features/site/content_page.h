// features/site/content_page.h - pages of text: about the campaign, privacy, accessibility. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/level_id.h"
#include "base/locale.h"
#include "base/problem.h"
#include "features/site/block.h"

namespace site {

using PageId = base::Id<struct ContentPageTag>;

struct ContentPage {
    PageId id;
    base::LevelId level;
    std::string slug;                // 1..60 of a-z, 0-9 and inner hyphens; never changes
    std::optional<PageId> parent{};  // the page that it lies below
    std::int64_t place = 100;        // smaller comes first among its neighbours
};

// As typed, in one language.
struct PageWords {
    std::string title;  // 1..200 characters
    std::string lead;   // 0..500 characters
    std::string body;   // Markdown, 1..50,000 characters
    bool is_empty() const { return title.empty() && lead.empty() && body.empty(); }
    bool operator==(const PageWords&) const = default;
};

struct PageForms {
    PageWords english{}, french{};
    const PageWords& in(base::Locale locale) const { return locale == base::Locale::english ? english : french; }
    PageWords& in(base::Locale locale) { return locale == base::Locale::english ? english : french; }
};

// One version in one language.
struct PageText {
    base::Locale locale;
    std::int64_t version;
    PageWords words;
    base::Instant written_at;
    std::string written_by;
    std::optional<base::Instant> published_at;  // a draft until then
};

// Everything wrong at once; fields title_en, lead_en, body_en, title_fr, ... A language may be empty, not both.
base::Problems problems_of(const PageForms& forms);

// What keeps the newest texts from being published. Fields: "" and one_language.
base::Problems problems_of_publishing(const std::vector<PageText>& newest, OneLanguage decision);

}  // namespace site
