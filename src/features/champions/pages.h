// features/champions/pages.h - the public pages: the directory, a champion's own page.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/champions/champion.h"
#include "people/level.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"
#include "ports/paging.h"

namespace champions::pages {

// What the directory is narrowed down to, as in the address. area: "ON", or the slug of a local.
struct Filter {
    std::string area, language, topic;
    bool is_empty() const { return area.empty() && language.empty() && topic.empty(); }
};

struct ProvinceCount {
    people::Province province;
    std::int64_t champions;
};
struct Directory {
    std::vector<Champion> champions;  // those of the page
    std::int64_t fitting = 0;         // how many there are on all pages
    ports::ListPosition position{};
    std::vector<ports::Picture> pictures;
    std::vector<ProvinceCount> provinces;  // of everybody in the directory
    std::vector<people::Level> locals;     // that can be chosen as an area
    std::vector<ports::Topic> topics;
    Filter filter;
    std::string ask_path;  // for who would rather be found somebody; may be empty
};
html::SafeHtml directory(const i18n::Translator& t, const Directory& page);

// A free time, and where it is booked.
struct SlotLink {
    base::Instant start;
    std::string path;  // empty: nothing can be booked here
};
struct One {
    Champion champion;
    std::optional<ports::Picture> picture;
    std::vector<std::string> areas, topics;  // by name
    std::vector<SlotLink> in_person, online;
    std::string ask_path;
};
html::SafeHtml one(const i18n::Translator& t, const One& page);

std::string directory_path(base::Locale locale);
std::string one_path(base::Locale locale, std::string_view slug);
std::string apply_path(base::Locale locale);

}  // namespace champions::pages
