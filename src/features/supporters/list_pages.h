// features/supporters/list_pages.h - the list of people, and the tags and fields there are.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/supporters/search_store.h"
#include "features/supporters/supporter.h"
#include "people/fields.h"
#include "people/tags.h"
#include "platform/html/template.h"
#include "platform/i18n/translator.h"

namespace supporters::list_pages {

// "/en/staff/people"
std::string path(base::Locale locale);

enum class May : unsigned char { look, take_out };

struct PeopleList {
    store::Page page;
    std::vector<people::Tag> tags{};
    std::string words{};
    std::optional<people::TagId> tag{};
    bool is_first = true;  // page
    May may = May::look;
    base::Instant now{};
};
html::SafeHtml people(const i18n::Translator& t, const PeopleList& list);

struct CountedTag {
    people::Tag tag;
    std::int64_t people;
};
inline constexpr std::int64_t kMostCounted = 1'000;  // of one tag; more are "or more"
struct TagBook {
    std::vector<CountedTag> tags;
    std::string typed{};
    base::Problems problems{};
};
html::SafeHtml tags(const i18n::Translator& t, const TagBook& book);

struct FieldBook {
    std::vector<people::Field> fields;
    FieldForm typed{};
    base::Problems problems{};
};
html::SafeHtml fields(const i18n::Translator& t, const FieldBook& book);

// "Text", "Number", ... as staff read it.
std::string kind_name(const i18n::Translator& t, people::FieldKind kind);

}  // namespace supporters::list_pages
