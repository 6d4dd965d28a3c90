// features/site/page_store.h - where pages of text stand, and in which menus, in the database.
#pragma once
#include <string>
#include <vector>

#include "base/level_id.h"
#include "features/site/page_tree.h"
#include "platform/db/transaction.h"

namespace site::store {

PagePlace place_of(db::Read& read, const ContentPage& page);
void save_place(db::Write& write, PageId page, const PagePlace& place);

// A published page in a menu.
struct MenuRow {
    base::LevelId level;
    base::Locale locale;  // of the menu
    Menu menu;
    std::string slug;
    std::string label;  // as typed, else the title in this language, else the title in the other one
    bool operator==(const MenuRow&) const = default;
};
// All of them, by place.
std::vector<MenuRow> menu_rows(db::Read& read);

// The titles that the public sees, of every page that is published: in this language, else in the other one.
struct PublicTitle {
    PageId page;
    std::string title;
};
std::vector<PublicTitle> public_titles(db::Read& read, base::Locale locale);

}  // namespace site::store
