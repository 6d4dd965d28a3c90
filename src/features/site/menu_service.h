// features/site/menu_service.h - the links to pages of text in the header and footer of every page, kept in memory.
//
// One thread reads the few rows once a second, whoever changed them, so that no page of the site waits for its menu.
#pragma once
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "features/site/page_store.h"
#include "people/level.h"
#include "platform/db/database.h"
#include "ports/page.h"

namespace site {

// One menu of the pages of one level, or of the nation where there is none.
struct MenuPlace {
    Menu menu;
    base::Locale locale;
    std::optional<base::LevelId> level{};
};
// What it shows: the level's own pages, then those of the levels above it, each in their order.
std::vector<html::Link> menu_links(const std::vector<store::MenuRow>& rows, const people::LevelTree& levels,
                                   const MenuPlace& place);

class PageMenus {
public:
    // Reads the menus once before it returns, then from a thread of its own until it is destroyed.
    explicit PageMenus(db::Database& database);
    ~PageMenus();
    PageMenus(const PageMenus&) = delete;
    PageMenus& operator=(const PageMenus&) = delete;

    // Without a level, or with one that is not known, those of the nation.
    ports::PageLinks links(base::Locale locale, std::optional<base::LevelId> level) const;

    // Reads them now: for tests and for the start.
    void refresh();

private:
    struct Menus {
        std::vector<store::MenuRow> rows;
        people::LevelTree levels;
    };
    void work();

    db::Database& database_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::shared_ptr<const Menus> menus_;
    std::thread thread_;
};

}  // namespace site
