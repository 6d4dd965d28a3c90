#include "features/newsroom/section_export.h"

#include <algorithm>

#include "features/newsroom/address.h"
#include "features/newsroom/store.h"

namespace newsroom {
namespace {

constexpr std::int64_t kPage = 1'000;

std::optional<Section> find_in_any_language(db::Read& read, std::string_view slug) {
    for (const base::Locale locale : base::kLocales)
        if (auto section = store::find_public_section(read, locale, slug)) return section;
    return std::nullopt;
}

void add_items(SectionPaths& paths, const store::List& list, db::Read& read) {
    store::ListPage page{.list = list, .limit = kPage};
    for (;;) {
        const auto headlines = store::page(read, page);
        for (const auto& headline : headlines) paths.items.insert(address::item(list.locale, headline.slug));
        if (std::ssize(headlines) < kPage) return;
        page.after = headlines.back().position();
    }
}

}  // namespace

std::optional<SectionPaths> section_paths(db::Read& read, std::string_view slug) {
    const auto section = find_in_any_language(read, slug);
    if (!section) return std::nullopt;
    SectionPaths paths;
    for (const base::Locale locale : base::kLocales) {
        if (section->in(locale).is_empty()) continue;
        paths.lists.push_back(address::section(locale, section->in(locale).slug));
        add_items(paths, {store::ListKind::section, section->id.value, locale}, read);
    }
    return paths;
}

bool belongs(const SectionPaths& paths, std::string_view path) {
    if (paths.items.contains(std::string{path})) return true;
    return std::ranges::any_of(paths.lists, [&](const std::string& list) {
        if (path == list) return true;
        return path.starts_with(list + "/") && !path.starts_with(list + "/feeds/");
    });
}

}  // namespace newsroom
