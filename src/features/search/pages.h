// features/search/pages.h - the words and markup of the search.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/search/asked.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace search::pages {

// One way to narrow the search down, as a link.
struct FilterChoice {
    std::string label, path;
    std::optional<std::int64_t> count;  // absent where nobody counted
    enum class State : unsigned char { offered, chosen } state;
};
struct Filter {
    std::string name;  // "Year"
    std::vector<FilterChoice> choices;
};

// A hit with what is said about it.
struct ShownHit {
    const Hit& hit;
    std::string kind;   // "Petitions"
    std::string level;  // "Ontario"; empty where it is not said
};

struct ResultPage {
    const Asked& asked;
    const Answer& answer;
    std::vector<ShownHit> hits;
    std::vector<Filter> filters;
};

html::SafeHtml results(const i18n::Translator& t, const ResultPage& page);

// The description by which browsers offer the search (OpenSearch 1.1), as XML.
struct Description {
    std::string name;        // of the campaign
    std::string public_url;  // "https://example.org"
};
std::string open_search(const i18n::Translator& t, const Description& description);

}  // namespace search::pages
