// features/newsroom/handlers_parts.h - what the public handlers of this slice share. Included by them only.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/newsroom/handlers.h"
#include "features/newsroom/pages.h"

namespace newsroom {

// 301 to the channel's own path, the rest of the address kept, when it was asked for under another one.
std::optional<http::Response> redirect_of(const Channel& channel, const http::Request& request);

// What the three feeds of this list are called in the head of a page.
std::vector<html::AlternateDocument> feeds_of(std::string_view list, std::string_view title);

// Puts the first public section that it stands in over each story, for pages of several sections.
void name_sections(std::vector<pages::Story>& stories, base::Locale locale, db::Read& read);

// Of a level that may be absent: the first colour, and no menus of its own.
inline int accent_of(const std::optional<people::Level>& level) { return level ? level->accent : 1; }
inline std::optional<base::LevelId> id_of(const std::optional<people::Level>& level) {
    return level ? std::optional{level->id} : std::nullopt;
}

}  // namespace newsroom
