// features/site/staff_handlers_parts.h - what the staff handlers of this slice share. Included by them only.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/whole_number.h"
#include "features/site/staff_handlers.h"
#include "people/store.h"

namespace site {

// The level of this address, when this person has that right at it.
inline std::optional<people::Level> find_allowed(db::Read& read, std::string_view slug, const auth::Principal& staff,
                                                 auth::Permission permission) {
    auto level = people::find_level(read, slug);
    if (!level || !ports::may(read, staff, permission, level->id)) return std::nullopt;
    return level;
}

// 0, which is nothing's number, for anything that is none.
inline std::int64_t number_of(std::string_view text) { return base::whole_number(text).value_or(0); }

inline OneLanguage one_language(const http::Form& form) {
    return form.is_ticked("one_language") ? OneLanguage::decided : OneLanguage::not_decided;
}

// The explicit decision to publish without a language, for the log.
inline void add_decision(std::vector<auth::Change>& changes, const std::string& missing) {
    auth::add_change(changes, "published_without", {"", missing});
}

// The title in this language, else in the other one; before anything is written, the name in the address.
inline std::string title_of(const ContentPage& page, const std::vector<PageText>& newest, base::Locale locale) {
    for (const auto& text : newest)
        if (text.locale == locale) return text.words.title;
    return newest.empty() ? page.slug : newest.front().words.title;
}

inline html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

// What was done, by whom, to the hub of a level.
struct HubDeed {
    const Acting& who;
    const people::Level& level;
    std::string action;
    std::vector<auth::Change> changes{};
};
inline void record(db::Write& write, HubDeed deed) {
    auth::record(write, {.actor = auth::actor_of(deed.who.staff, deed.who.request_id),
                         .action = std::move(deed.action),
                         .subject = {"hub", deed.level.id.value, deed.level.slug},
                         .level = deed.level.id,
                         .changes = std::move(deed.changes)});
}

inline http::Response back_to_hub(const Acting& who, std::string_view level) {
    return http::see_other(staff_pages::hub_path(who.locale, level));
}

}  // namespace site
