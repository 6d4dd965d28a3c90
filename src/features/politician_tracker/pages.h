// features/politician_tracker/pages.h - what the public sees of politicians. Each gives the content of <main>, or a
// section of a petition's page.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/politician_tracker/politician.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/paging.h"
#include "ports/petitions.h"

namespace politician_tracker::pages {

struct Filter {
    std::optional<Tier> tier;
    std::string region;  // "ON"; empty for all
    std::optional<Stand> stand;
    std::string party{};  // empty for all
};

// Those who may be named.
struct List {
    const ports::PetitionFacts& petition;
    std::vector<Standing> standings;
    std::vector<ElectionPeriod> periods;  // that are open
    Filter filter;
    std::vector<std::string> parties{};  // that can be chosen
    ports::ListPosition position{};
};
html::SafeHtml section(const i18n::Translator& t, const List& list);  // nothing while nobody is known
html::SafeHtml list(const i18n::Translator& t, const List& list);

// One of them: the answer, its evidence, and how to ask.
struct One {
    const ports::PetitionFacts& petition;
    const Standing& standing;
    std::string petition_url;  // absolute
};
html::SafeHtml one(const i18n::Translator& t, const One& one);

// Who is behind the campaign, as the law asks near an election; nothing otherwise.
html::SafeHtml election_notice(const i18n::Translator& t, const std::vector<ElectionPeriod>& periods);

// "Member of Parliament · Larch River · New Brunswick · Maple Party"
std::string line_of(const i18n::Translator& t, const PoliticianFacts& facts);

std::string petition_path(base::Locale locale, std::string_view slug);
std::string list_path(base::Locale locale, std::string_view slug);
std::string one_path(base::Locale locale, std::string_view slug, PoliticianId politician);

}  // namespace politician_tracker::pages
