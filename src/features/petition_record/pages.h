// features/petition_record/pages.h - the section on a petition's page, and the page of its versions.
#pragma once
#include <vector>

#include "base/word_difference.h"
#include "features/petition_record/series.h"
#include "features/petition_record/store.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/petitions.h"

namespace petition_record::pages {

// Individuals alone: other classes have counts of their own.
struct Growth {
    const ports::PetitionFacts& petition;
    std::vector<Total> totals;  // in order, up to today
    std::vector<store::RegionCount> regions;
};
// Nothing until somebody is counted.
html::SafeHtml growth(const i18n::Translator& t, const Growth& growth);

// A version, and how it differs from the one before it.
struct Version {
    ports::PetitionText text;
    std::vector<base::Piece> title, lead, body;  // against the version before; the first has none
    enum class First : unsigned char { no, yes } first;
};
struct Versions {
    const ports::PetitionFacts& petition;
    std::vector<Version> english, french;  // newest first
};
html::SafeHtml versions(const i18n::Translator& t, const Versions& versions);

// "/en/petitions/equality-pledge/versions"
std::string versions_path(base::Locale locale, std::string_view slug);

}  // namespace petition_record::pages
