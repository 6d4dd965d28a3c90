// features/newsroom/section_export.h - every public address of one section, in both languages: for its copy as a
// folder.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "platform/db/transaction.h"

namespace newsroom {

struct SectionPaths {
    std::vector<std::string> lists;         // "/en/news/solidarity", "/fr/news/solidarite": those languages that it has
    std::unordered_set<std::string> items;  // "/en/articles/..."
};

// Under its slug in either language, now or before; nullopt: there is no public section of that name.
std::optional<SectionPaths> section_paths(db::Read& read, std::string_view slug);

// Whether an address belongs to the section: its items, its list and the archive below it, without its feeds.
bool belongs(const SectionPaths& paths, std::string_view path);

}  // namespace newsroom
