// features/newsroom/reading_pictures.h - the pictures of items, found for a whole page at once.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "features/newsroom/pages.h"
#include "ports/pictures.h"

namespace newsroom {

// The picture behind a key as items and sections keep it: the number of an uploaded picture, or the path of one of its
// files. nullopt: none, or it is gone.
std::optional<ports::Picture> find_picture(const ports::Pictures& pictures, db::Read& read, std::string_view key);

// Headlines with their pictures: those whose keys are numbers by one statement.
std::vector<pages::Story> stories(const ports::Pictures& pictures, db::Read& read,
                                  std::vector<store::Headline> headlines);

// The pictures of an item in its order, each with the item's own description and credit; those that are gone are left
// out.
std::vector<ports::Picture> pictures_of(const ports::Pictures& pictures, db::Read& read, const store::PublicItem& item);

}  // namespace newsroom
