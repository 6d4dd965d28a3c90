// What slice.h declares about pictures: where this slice shows one.
#include <fmt/format.h>

#include "features/site/page_store.h"
#include "features/site/slice.h"
#include "features/site/staff_pages.h"
#include "features/site/store.h"
#include "people/store.h"

namespace site {
namespace {

// As a Markdown text names it: by its number, or by one of its files.
bool names(std::string_view text, const ports::Picture& picture) {
    const auto holds = [&](std::string_view path) { return text.find(path) != std::string_view::npos; };
    if (holds(fmt::format("/pictures/{}", picture.id.value))) return true;
    for (const auto* const files : {&picture.jpeg, &picture.webp})
        for (const auto& file : *files)
            if (holds(file.path)) return true;
    return false;
}

bool shows(const Blocks& blocks, const ports::Picture& picture) {
    for (const auto& block : blocks)
        if (read_settings(block.settings).picture == picture.id.value || names(block.english.body, picture) ||
            names(block.french.body, picture))
            return true;
    return false;
}

void add_hubs(std::vector<ports::PictureUse>& uses, db::Read& read, const ports::Picture& picture,
              base::Locale locale) {
    const i18n::Translator t{locale};
    const auto tree = people::levels(read);
    for (const auto& level : tree.all()) {
        const auto version = store::published(read, level.id);
        if (shows(store::draft(read, level.id), picture) || (version && shows(version->blocks, picture)))
            uses.push_back({t("Campaign hub: {level}", {{"level", level.name(locale)}}),
                            staff_pages::hub_path(locale, level.slug)});
    }
}

void add_pages(std::vector<ports::PictureUse>& uses, db::Read& read, const ports::Picture& picture,
               base::Locale locale) {
    const i18n::Translator t{locale};
    for (const auto& page : store::pages(read))
        for (const auto& text : store::newest_texts(read, page.id)) {
            if (!names(text.words.body, picture)) continue;
            uses.push_back(
                {t("Page: {title}", {{"title", text.words.title}}), staff_pages::page_path(locale, page.slug)});
            break;
        }
}

}  // namespace

ports::PictureUses picture_uses() {
    return [](db::Read& read, const ports::Picture& picture, base::Locale locale) {
        std::vector<ports::PictureUse> uses;
        add_hubs(uses, read, picture, locale);
        add_pages(uses, read, picture, locale);
        return uses;
    };
}

}  // namespace site
