#include "features/site/page_store.h"

#include <algorithm>

namespace site::store {
namespace {

struct MarkRow {
    base::Locale locale;
    std::string menu, label;
};
const db::Query<MarkRow(PageId)> kMarks{
    "select locale, menu, label from content_page_menu where page_id = $1 order by locale, menu desc",
    db::columns<MarkRow, base::Locale, std::string, std::string>};
const db::Command<void(PageId)> kRemoveMarks{"delete from content_page_menu where page_id = $1"};
const db::Command<void(PageId, base::Locale, std::string_view, std::string_view)> kInsertMark{
    "insert into content_page_menu (page_id, locale, menu, label) values ($1, $2, $3, $4)"};
const db::Command<void(PageId, std::optional<PageId>, std::int64_t)> kPlacePage{
    "update content_page set parent_id = $2, place = $3 where id = $1"};

struct TitleRow {
    PageId page;
    base::Locale locale;
    std::string title;
};
const db::Query<TitleRow()> kTitles{
    R"(select t.page_id, t.locale, t.title from content_page_text t
       where t.published_at is not null and t.version =
             (select max(n.version) from content_page_text n
              where n.page_id = t.page_id and n.locale = t.locale and n.published_at is not null)
       order by t.page_id, t.locale)",
    db::columns<TitleRow, PageId, base::Locale, std::string>};

struct MenuPageRow {
    PageId page;
    base::LevelId level;
    std::string slug;
    base::Locale locale;
    std::string menu, label;
};
const db::Query<MenuPageRow()> kMenuPages{
    R"(select p.id, p.level_id, p.slug, m.locale, m.menu, m.label
       from content_page_menu m join content_page p on p.id = m.page_id order by p.place, p.slug, m.locale, m.menu)",
    db::columns<MenuPageRow, PageId, base::LevelId, std::string, base::Locale, std::string, std::string>};

// In this language, else in the other one; nullptr: nothing of the page is published.
const std::string* title_of(const std::vector<TitleRow>& titles, PageId page, base::Locale locale) {
    const std::string* found = nullptr;
    for (const auto& each : titles)
        if (each.page == page && (!found || each.locale == locale)) found = &each.title;
    return found;
}

}  // namespace

PagePlace place_of(db::Read& read, const ContentPage& page) {
    PagePlace place{.parent = page.parent, .place = page.place};
    for (auto& row : read.all(kMarks, page.id))
        if (const auto menu = menu_of(row.menu)) place.marks.push_back({row.locale, *menu, std::move(row.label)});
    return place;
}

void save_place(db::Write& write, PageId page, const PagePlace& place) {
    write.run(kPlacePage, page, place.parent, place.place);
    write.run(kRemoveMarks, page);
    for (const auto& mark : place.marks) write.run(kInsertMark, page, mark.locale, name_of(mark.menu), mark.label);
}

std::vector<MenuRow> menu_rows(db::Read& read) {
    const auto titles = read.all(kTitles);
    std::vector<MenuRow> rows;
    for (auto& row : read.all(kMenuPages)) {
        const auto* const title = title_of(titles, row.page, row.locale);
        const auto menu = menu_of(row.menu);
        if (title && menu)
            rows.push_back({row.level, row.locale, *menu, std::move(row.slug), row.label.empty() ? *title : row.label});
    }
    return rows;
}

std::vector<PublicTitle> public_titles(db::Read& read, base::Locale locale) {
    const auto rows = read.all(kTitles);
    std::vector<PublicTitle> titles;
    for (const auto& row : rows)
        if (titles.empty() || titles.back().page != row.page)
            titles.push_back({row.page, *title_of(rows, row.page, locale)});
    return titles;
}

}  // namespace site::store
