// features/newsroom/text_store.h - revisions and addresses, as the other stores of this slice need them.
#pragma once
#include "features/newsroom/item_store.h"

namespace newsroom::store {

// The newest revision of every language becomes what the public sees.
void show_newest(db::Write& write, ItemId item);
// The public sees none of its languages any more.
void hide_all(db::Write& write, ItemId item);

}  // namespace newsroom::store
