// features/representatives/pages.h - what the public sees. Each gives the content of <main>, or a section of the hub.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/representatives/finding.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/paging.h"

namespace representatives::pages {

// The form, and what came of it.
html::SafeHtml find(const i18n::Translator& t, const Finding& finding);

struct Filter {
    std::optional<RidingHouse> house{};
    std::optional<Province> province{};
    std::string party{};
};
// Who may be named, of a list that is browsed.
struct List {
    Filter filter;
    std::vector<ports::Representative> representatives;  // of this page
    std::size_t total = 0;
    std::vector<std::string> parties;  // that there are
    ports::ListPosition position{};
    bool has_unnamed = false;
};
html::SafeHtml list(const i18n::Translator& t, const List& list);

// One of them, with what other slices add.
struct One {
    const ports::Representative& representative;
    bool has_left;
    std::vector<html::SafeHtml> sections;
};
html::SafeHtml one(const i18n::Translator& t, const One& one);

struct Block {
    std::string_view heading, text;
};
html::SafeHtml hub_block(const i18n::Translator& t, const Block& block);

// "Ruth Okimaw", or "Vacant seat".
std::string name_of(const i18n::Translator& t, const ports::Representative& representative);
// "Member of Parliament · Ottawa Centre · Ontario · Maple Party"
std::string line_of(const i18n::Translator& t, const ports::Representative& representative);
// "House of Commons", "Provincial legislature", "Municipal council"
std::string title_of(const i18n::Translator& t, RidingHouse house);

std::string list_path(base::Locale locale);

}  // namespace representatives::pages
