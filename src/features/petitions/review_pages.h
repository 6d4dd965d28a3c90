// features/petitions/review_pages.h - the queue of odd signatures. Gives the content of <main>.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/petitions/review.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/staff_pages.h"

namespace petitions::review_pages {

// "/en/staff/petitions/equality-pledge/review"; without a slug that of all petitions.
std::string path(base::Locale locale, std::string_view slug);

// The way to what moderators do about one petition: they may not open its own staff page.
std::vector<ports::Crumb> way_to(const i18n::Translator& t, const Petition& petition, const std::string& title);

// One signature that waits for a decision.
struct Item {
    Signature signature;
    std::string petition_title;
    std::vector<std::string> reasons;  // in words
};

// How much waits under one petition.
struct Waiting {
    std::string slug, title;
    std::int64_t flagged, marked;  // store::kMostCounted: that many or more
};

struct Queue {
    std::string slug;  // empty: of all petitions
    std::int64_t least_score;
    std::vector<Waiting> petitions{};
    std::vector<Item> items{};
    std::optional<std::int64_t> decided{};  // just now
};
html::SafeHtml queue(const i18n::Translator& t, const Queue& queue);

}  // namespace petitions::review_pages
