// features/search/asked.h - a search as it stands in an address. Pure.
#pragma once
#include <string>
#include <string_view>

#include "base/locale.h"
#include "features/search/finder_service.h"

namespace search {

// The fields of the address as typed; whatever makes no sense counts as not given.
struct Asked {
    std::string words;
    std::string kind{}, section{}, level{};  // slugs
    int year = 0;
    Languages languages = Languages::own_first;
    std::int64_t page = 1;
};

// "en", "fr", "all"; "" for own_first. Any other text is own_first.
std::string_view code_of(Languages languages);
Languages languages_of(std::string_view code);

// A year from 1800 to 2199, else 0; a page from 1 to kPages, else 1.
int year_in(std::string_view text);
std::int64_t page_in(std::string_view text);

// "/en/search?q=water&year=2024"; what is not given is left out.
std::string search_path(base::Locale locale, const Asked& asked);

}  // namespace search
