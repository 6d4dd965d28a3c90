// features/message_guides/library.h - which guides there are for whom: those of a level and of those above it, one of
// each theme. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/message_guides/guide.h"
#include "people/level.h"

namespace message_guides {

enum class Reader : unsigned char { everybody, member };

struct LibraryQuery {
    std::optional<base::LevelId> level{};  // absent: the nation's
    Reader reader = Reader::everybody;
};

// Of each theme the guide of the nearest level: the level's own, else its parent's, and so on. Those for members alone
// only to members: for everybody else the next one of that theme stands in.
std::vector<Published> library(std::vector<Published> published, const people::LevelTree& levels,
                               const LibraryQuery& query);

// By title as this language sorts; a guide without a title in it stands under that of the other.
void sort_by_title(std::vector<Published>& guides, base::Locale locale);

// The title in this language, else in the other.
const std::string& title_of(const Content& content, base::Locale locale);

bool may_read(const Content& content, Reader reader);

// Published and with something to read in this language.
bool has_language(const Content& content, base::Locale locale);

// The pair of this key; nullptr: none.
const Pair* find_pair(const Content& content, std::string_view key);

// What is said to this audience (absent: to anybody) in this language.
std::vector<const Pair*> pairs_for(const Content& content, base::Locale locale, std::optional<Audience> audience);

}  // namespace message_guides
