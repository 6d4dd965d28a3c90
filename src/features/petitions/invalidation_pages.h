// features/petitions/invalidation_pages.h - what staff see of invalidations. Each gives the content of <main>.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "features/petitions/invalidation.h"
#include "features/petitions/invalidation_preview_service.h"
#include "platform/html/template.h"
#include "platform/i18n/time_zone.h"
#include "platform/i18n/translator.h"
#include "ports/staff_pages.h"

namespace petitions::invalidation_pages {

// "/en/staff/petitions/equality-pledge/invalidations"
std::string path(base::Locale locale, std::string_view slug);

// The petition that a page is about.
struct Subject {
    const Petition& petition;
    std::string title;
    i18n::TimeZone zone;  // of all times on it
};
html::SafeHtml list(const i18n::Translator& t, const Subject& subject, const std::vector<Invalidation>& batches);

// A reason of the guard that may be a condition.
struct ReasonChoice {
    std::int64_t bit;
    std::string words;
};

enum class FourEyes : unsigned char { no, yes };

// The conditions, what they would hit, and the reason that the public will read.
struct NewForm {
    ConditionForm typed;
    PublicReason reason{};
    base::Problems problems{};
    std::optional<InvalidationPreview> preview{};  // where the conditions are sound
    std::vector<ReasonChoice> reasons{};           // that there are
    FourEyes four_eyes = FourEyes::no;
};
html::SafeHtml new_batch(const i18n::Translator& t, const Subject& subject, const NewForm& form);

struct BatchView {
    const Invalidation& batch;
    ConditionForm conditions;
    std::vector<std::string> reasons;  // of the conditions, in words
    base::Problems problems;
    std::int64_t reader;  // identity of whoever looks: they may not approve what they asked for
    base::Instant now;
};
html::SafeHtml batch(const i18n::Translator& t, const Subject& subject, const BatchView& view);

// "At work", "Done", ... with its colour.
ports::Badge badge_of(const i18n::Translator& t, BatchState state);

}  // namespace petitions::invalidation_pages
