#include "features/message_guides/library.h"

#include <algorithm>
#include <map>

#include "platform/i18n/translator.h"

namespace message_guides {

std::vector<Published> library(std::vector<Published> published, const people::LevelTree& levels,
                               const LibraryQuery& query) {
    const auto* const nation = levels.national();
    if (!query.level && nation == nullptr) return {};
    const auto line = levels.ids_with_ancestors(query.level ? *query.level : nation->id);
    std::map<std::string, std::size_t> taken;  // theme -> place in `line`
    std::map<std::string, Published> nearest;
    for (Published& each : published) {
        const auto found = std::ranges::find(line, each.guide.level);
        if (found == line.end() || !may_read(each.content(), query.reader)) continue;
        const auto distance = static_cast<std::size_t>(found - line.begin());
        const auto known = taken.find(each.guide.theme);
        if (known != taken.end() && known->second <= distance) continue;
        taken[each.guide.theme] = distance;
        nearest.insert_or_assign(each.guide.theme, std::move(each));
    }
    std::vector<Published> guides;
    for (auto& [theme, guide] : nearest) guides.push_back(std::move(guide));
    return guides;
}

void sort_by_title(std::vector<Published>& guides, base::Locale locale) {
    const i18n::Translator t{locale};
    std::ranges::sort(guides, [&](const Published& left, const Published& right) {
        const auto order = t.compare(title_of(left.content(), locale), title_of(right.content(), locale));
        return order != 0 ? order < 0 : left.guide.slug < right.guide.slug;
    });
}

const std::string& title_of(const Content& content, base::Locale locale) {
    const std::string& title = content.title.in(locale);
    return title.empty() ? content.title.in(base::other(locale)) : title;
}

bool may_read(const Content& content, Reader reader) {
    return content.visibility == Visibility::everybody || reader == Reader::member;
}

bool has_language(const Content& content, base::Locale locale) { return !content.title.in(locale).empty(); }

const Pair* find_pair(const Content& content, std::string_view key) {
    const auto found = std::ranges::find(content.pairs, key, &Pair::key);
    return found == content.pairs.end() ? nullptr : &*found;
}

std::vector<const Pair*> pairs_for(const Content& content, base::Locale locale, std::optional<Audience> audience) {
    std::vector<const Pair*> pairs;
    for (const Pair& pair : content.pairs)
        if (!pair.say.in(locale).empty() && (!audience || !pair.audience || pair.audience == audience))
            pairs.push_back(&pair);
    return pairs;
}

}  // namespace message_guides
