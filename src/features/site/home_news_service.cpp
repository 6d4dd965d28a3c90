#include "features/site/home_news_service.h"

#include <algorithm>

#include "features/site/staff_pages.h"
#include "features/site/store.h"
#include "ports/acting.h"

namespace site {
namespace {

bool has_changes(db::Read& read, const people::Level& level) {
    const auto draft = store::draft(read, level.id);
    const auto published = store::published(read, level.id);
    if (!published) return !draft.empty();
    return to_json(draft) != to_json(published->blocks);
}

std::string no_text_sentence(const i18n::Translator& t, base::Locale locale, const std::string& title) {
    return locale == base::Locale::english ? t("The page “{title}” has no English text yet.", {{"title", title}})
                                           : t("The page “{title}” has no French text yet.", {{"title", title}});
}

void add_page_tasks(std::vector<ports::HomeTask>& tasks, const i18n::Translator& t, const ContentPage& page,
                    const std::vector<PageText>& newest) {
    const auto own = std::ranges::find(newest, t.locale(), &PageText::locale);
    const std::string title = own != newest.end() ? own->words.title : page.slug;
    const std::string path = staff_pages::page_path(t.locale(), page.slug);
    for (const base::Locale locale : base::kLocales)
        if (std::ranges::find(newest, locale, &PageText::locale) == newest.end())
            tasks.push_back({.sentence = no_text_sentence(t, locale, title), .path = path, .act = t("Write it")});
    if (std::ranges::any_of(newest, [](const PageText& text) { return !text.published_at; }))
        tasks.push_back({.sentence = t("The page “{title}” has words that are not published.", {{"title", title}}),
                         .path = path,
                         .act = t("Look and publish")});
}

}  // namespace

ports::HomeNews home_news(db::Read& read, const http::Request& request) {
    const i18n::Translator t{request.locale};
    const auto levels = ports::levels_for(read, request, auth::Permission::edit_content);
    ports::HomeNews news;
    for (const auto& level : levels)
        if (has_changes(read, level))
            news.tasks.push_back({.sentence = t("The hub of {level} has changes that are not published.",
                                                {{"level", level.name(request.locale)}}),
                                  .path = staff_pages::hub_path(request.locale, level.slug),
                                  .act = t("Look and publish")});
    for (const auto& page : store::pages(read))
        if (std::ranges::find(levels, page.level, &people::Level::id) != levels.end())
            add_page_tasks(news.tasks, t, page, store::newest_texts(read, page.id));
    return news;
}

}  // namespace site
