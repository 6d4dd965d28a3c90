// features/mailing_list/list_form.h - the forms by which people join, as staff make them. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/level_id.h"
#include "base/problem.h"
#include "base/result.h"
#include "features/mailing_list/sign_up.h"

namespace mailing_list {

enum class Asks : unsigned char { no, yes };

// What staff write. Words are in both languages; the texts are Markdown and may be empty.
struct ListFormWords {
    std::string title_en, title_fr, text_en, text_fr;

    const std::string& title(base::Locale locale) const { return locale == base::Locale::french ? title_fr : title_en; }
    const std::string& text(base::Locale locale) const { return locale == base::Locale::french ? text_fr : text_en; }
};

struct ListFormPlan {
    std::string slug;
    ListFormWords words;
    people::TopicSet topics;  // that whoever joins here gets; empty: all
    Asks name = Asks::yes, postal_code = Asks::yes;
};

struct ListForm {
    std::optional<FormId> id;  // nullopt: the program's own
    base::LevelId level;
    ListFormPlan plan;
    std::optional<base::Instant> closed_at{};
};

// As typed by staff.
struct ListFormTyped {
    std::string slug, title_en, title_fr, text_en, text_fr;
    people::TopicSet topics;
    Asks name, postal_code;
};

// The address of the program's own form.
inline constexpr std::string_view kOwnForm = "news";

// Everything wrong at once: the address is 1 to 60 of a-z, 0-9 and hyphens and not that of the program's own form, the
// titles have 1 to 120 characters, the texts 4000 at most.
base::Result<ListFormPlan, base::Problems> read_plan(const ListFormTyped& typed);

}  // namespace mailing_list
