#include "features/message_guides/port_service.h"

#include "base/text.h"
#include "features/message_guides/library.h"
#include "features/message_guides/pages.h"
#include "features/message_guides/store.h"
#include "features/message_guides/uses.h"
#include "people/store.h"

namespace message_guides {
namespace {

std::vector<Published> asked(db::Read& read, const ports::GuideQuery& query) {
    const auto reader = query.reader == ports::GuideReader::member ? Reader::member : Reader::everybody;
    auto guides = library(store::published(read), people::levels(read), {query.level, reader});
    std::erase_if(guides, [&](const Published& each) {
        return !has_language(each.content(), query.locale) || (!query.theme.empty() && each.guide.theme != query.theme);
    });
    sort_by_title(guides, query.locale);
    return guides;
}

std::vector<ports::GuideTheme> themes(db::Read& read, const ports::GuideQuery& query) {
    std::vector<ports::GuideTheme> found;
    for (const Published& each : asked(read, query))
        found.push_back({each.guide.theme, each.content().title.in(query.locale)});
    return found;
}

std::vector<ports::SuggestedWords> suggestions(db::Read& read, const ports::GuideQuery& query) {
    std::vector<ports::SuggestedWords> found;
    for (const Published& each : asked(read, query))
        for (const Pair* const pair : pairs_for(each.content(), query.locale, std::nullopt)) {
            if (found.size() == query.limit) return found;
            found.push_back({.guide = each.guide.slug,
                             .pair = pair->key,
                             .title = each.content().title.in(query.locale),
                             .heard = pair->heard.in(query.locale),
                             .say = pair->say.in(query.locale),
                             .other = pair->other.in(query.locale)});
        }
    return found;
}

std::vector<ports::MarkedWord> marks(db::Read& read, base::Locale locale, std::string_view text) {
    std::vector<ports::MarkedWord> found;
    for (Hint& hint : hints_of(store::published(read), locale, text))
        found.push_back({hint.begin, hint.end, std::move(hint.better), std::move(hint.why)});
    return found;
}

html::SafeHtml panel(db::Read& read, const ports::GuidePanel& asked_for) {
    pages::Panel view{asked_for, {}, {}};
    view.words = suggestions(
        read,
        {.locale = asked_for.words_in, .theme = asked_for.theme, .level = asked_for.level, .reader = asked_for.reader});
    view.hints = hints_of(store::published(read), asked_for.words_in, asked_for.text);
    return pages::panel(i18n::Translator{asked_for.locale}, view);
}

UseKind kind_of(ports::WordsBecame became) {
    if (became == ports::WordsBecame::sent) return UseKind::sent;
    return became == ports::WordsBecame::answered ? UseKind::answered : UseKind::inserted;
}

void count_said(db::Write& write, base::Locale locale, std::string_view text, ports::WordsBecame became) {
    const std::string said = base::collapse_spaces(text);
    const auto count_if_said = [&](const Published& guide, const Pair& pair, Wording wording) {
        const std::string& words = (wording == Wording::first ? pair.say : pair.other).in(locale);
        if (words.empty() || !said.contains(base::collapse_spaces(words))) return;
        store::count_use(write, {guide.guide.id, pair.key, wording, kind_of(became), day_of(write.now())});
    };
    for (const Published& guide : store::published(write))
        for (const Pair& pair : guide.content().pairs) {
            count_if_said(guide, pair, Wording::first);
            count_if_said(guide, pair, Wording::other);
        }
}

}  // namespace

ports::MessageGuides port() {
    return {.themes = themes, .suggestions = suggestions, .marks = marks, .panel = panel, .count = count_said};
}

}  // namespace message_guides
