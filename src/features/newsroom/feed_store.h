// features/newsroom/feed_store.h - what a feed says about its items, read for all of them together.
#pragma once
#include <vector>

#include "features/newsroom/store.h"

namespace newsroom::store {

// These items in this language, in the same order: words, author, tags, pictures and attachments, as find_public() has
// them; without sections, actions and the other language. One that is not public any more is left out. A few
// statements, however many there are.
std::vector<PublicItem> public_items(db::Read& read, base::Locale locale, const std::vector<Headline>& headlines);

}  // namespace newsroom::store
