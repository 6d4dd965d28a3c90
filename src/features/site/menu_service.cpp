#include "features/site/menu_service.h"

#include <chrono>

#include "features/site/pages.h"
#include "people/store.h"
#include "platform/runtime/log.h"

namespace site {
namespace {

constexpr std::chrono::seconds kRefreshEvery{1};

std::vector<base::LevelId> levels_of(const people::LevelTree& tree, std::optional<base::LevelId> level) {
    if (level && tree.find(*level)) return tree.ids_with_ancestors(*level);
    const auto* const national = tree.national();
    return national ? std::vector{national->id} : std::vector<base::LevelId>{};
}

}  // namespace

std::vector<html::Link> menu_links(const std::vector<store::MenuRow>& rows, const people::LevelTree& levels,
                                   const MenuPlace& place) {
    std::vector<html::Link> links;
    for (const auto level : levels_of(levels, place.level))
        for (const auto& row : rows)
            if (row.level == level && row.menu == place.menu && row.locale == place.locale)
                links.push_back({row.label, pages::page_path(place.locale, row.slug)});
    return links;
}

PageMenus::PageMenus(db::Database& database) : database_(database) {
    refresh();
    thread_ = std::thread{[this] { work(); }};
}

PageMenus::~PageMenus() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

ports::PageLinks PageMenus::links(base::Locale locale, std::optional<base::LevelId> level) const {
    std::shared_ptr<const Menus> menus;
    {
        const std::lock_guard lock{mutex_};
        menus = menus_;
    }
    return {menu_links(menus->rows, menus->levels, {Menu::header, locale, level}),
            menu_links(menus->rows, menus->levels, {Menu::footer, locale, level})};
}

void PageMenus::refresh() {
    auto menus = database_.read([](db::Read& read) {
        return std::make_shared<const Menus>(Menus{store::menu_rows(read), people::levels(read)});
    });
    const std::lock_guard lock{mutex_};
    menus_ = std::move(menus);
}

void PageMenus::work() {
    std::unique_lock lock{mutex_};
    while (!wake_.wait_for(lock, kRefreshEvery, [this] { return stopping_; })) {
        lock.unlock();
        try {
            refresh();
        } catch (const db::Fault& fault) {  // the last menus stand until the database is back
            runtime::log_warning("menus are not refreshed", {{"reason", fault.what()}});
        }
        lock.lock();
    }
}

}  // namespace site
