// What pages.h declares about hubs.
#include <algorithm>
#include <ranges>

#include <fmt/format.h>

#include "features/site/pages.h"
#include "features/site/teaser.h"
#include "platform/html/assets.h"
#include "platform/html/markdown.h"

namespace site::pages {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

// What a block says to this visitor: in their language, else in the other one, which is then marked as such.
struct Said {
    const Words& words;
    base::Locale locale;
    html::Attribute lang;
};

Said said(const Block& block, base::Locale locale) {
    const bool is_there = !block.in(locale).is_empty() || block.in(base::other(locale)).is_empty();
    const auto spoken = is_there ? locale : base::other(locale);
    return {block.in(spoken), spoken, html::attribute_if(!is_there, "lang", base::code(spoken))};
}

const ports::Action* find_action(const std::vector<ports::Action>& actions, std::string_view key) {
    const auto found = std::ranges::find(actions, key, &ports::Action::key);
    return found == actions.end() ? nullptr : &*found;
}

html::Attribute live_count(const ports::LiveFigure& figure) {
    return html::attribute_if(!figure.stream_url.empty(), "data-live-count", figure.stream_url);
}

void write_optional_text(Out& out, std::string_view text) {
    if (!text.empty()) write<R"(<p class="section__lead">{}</p>)">(out, text);
}

// Draws the blocks of one hub, in order.
class HubWriter {
public:
    HubWriter(Out& out, const Translator& t, const Hub& hub) : out_(out), t_(t), hub_(hub) {}

    void write_blocks() {
        for (const auto& block : hub_.blocks) {
            ++number_;
            write_block(block);
        }
    }

private:
    void write_block(const Block& block) {
        if (block.kind == "hero") return write_hero(block);
        if (block.kind == "text") return write_text(block);
        if (block.kind == "picture") return write_picture(block);
        if (block.kind == "actions") return write_actions(block);
        if (block.kind == "quotation") return write_quotation(block);
        if (block.kind == "news") return write_news(block);
        if (block.kind == "counters") return write_counters(block);
        if (block.kind == "video") return write_video(block);
        out_.append(hub_.draw_other(block, t_.locale()));
    }

    void write_hero(const Block& block) {
        const auto [words, locale, lang] = said(block, t_.locale());
        const auto settings = read_settings(block.settings);
        const auto* const action = find_action(hub_.actions, settings.action);
        write<
            R"(<section class="hub-hero"{}><div class="hub-hero__inner frame">{}<h1 class="hub-hero__headline">{}</h1><div class="hub-hero__text">{}</div>)">(
            out_, lang, [&](Out& eyebrow) { write_eyebrow(eyebrow, words.note); }, words.heading,
            html::markdown(words.body, html::HeadingsBelow::section));
        write_hero_actions(settings, action);
        if (action && action->figure && action->figure->value > 0)
            write<
                R"(<p class="hub-hero__figure"><span class="hub-hero__count"{}>{}</span> <span class="hub-hero__count-label">{}</span></p>)">(
                out_, live_count(*action->figure), t_.number(action->figure->value), action->figure->unit);
        write<"</div></section>">(out_);
    }

    // A local names itself above the headline that it shares with the whole country.
    void write_eyebrow(Out& out, std::string_view note) const {
        const bool is_national = hub_.level.kind == people::LevelKind::national;
        const auto& name = hub_.level.name(t_.locale());
        const auto text = is_national ? std::string{note} : note.empty() ? name : fmt::format("{} · {}", name, note);
        if (!text.empty()) write<R"(<p class="hub-hero__eyebrow">{}</p>)">(out, text);
    }

    void write_hero_actions(const Settings& settings, const ports::Action* action) const {
        const Translator& t = t_;
        const bool has_button = action && action->availability == ports::Availability::open;
        if (!has_button && settings.page.empty()) return;
        write<R"(<p class="hub-hero__actions">)">(out_);
        if (has_button)
            write<R"(<a class="button button--invert button--large" href="{}">{} {}</a> )">(
                out_, action->path, action->call, html::icon("arrow-right"));
        if (!settings.page.empty())
            write<R"(<a class="hub-hero__more" href="{}">{}</a>)">(out_, page_path(t_.locale(), settings.page),
                                                                   t("Learn more about the campaign"));
        write<"</p>">(out_);
    }

    void write_text(const Block& block) {
        const auto [words, locale, lang] = said(block, t_.locale());
        write<
            R"(<section class="section"{}><div class="hub-text frame">{}<div class="hub-text__words prose">{}</div></div></section>)">(
            out_, lang,
            [&](Out& heading) {
                if (!words.heading.empty()) write<R"(<h2 class="section__title">{}</h2>)">(heading, words.heading);
            },
            html::markdown(words.body, html::HeadingsBelow::section));
    }

    void write_picture(const Block& block) {
        const auto [words, locale, lang] = said(block, t_.locale());
        const ports::PictureId wanted{read_settings(block.settings).picture};
        const auto found = std::ranges::find(hub_.pictures, wanted, &ports::Picture::id);
        if (found == hub_.pictures.end() || found->state != ports::PictureState::ready) return;
        write<R"(<section class="section"{}><div class="frame">{}</div></section>)">(
            out_, lang,
            ports::picture_figure(Translator{locale}, *found, {.alt = words.heading, .caption = words.note}));
    }

    void write_actions(const Block& block) {
        const auto [words, locale, lang] = said(block, t_.locale());
        const auto featured = read_settings(block.settings).action;
        write<
            R"(<section class="section"{} aria-labelledby="block-{}"><div class="frame"><h2 class="section__title" id="block-{}">{}</h2>{}<ol class="action-list">)">(
            out_, lang, number_, number_, words.heading, [&](Out& lead) { write_optional_text(lead, words.body); });
        if (const auto* const first = find_action(hub_.actions, featured)) write_action(*first, "action--featured");
        for (const auto& action : hub_.actions)
            if (action.key != featured) write_action(action, "");
        write<"</ol></div></section>">(out_);
    }

    void write_action(const ports::Action& action, std::string_view variant) const {
        const Translator& t = t_;
        if (action.availability == ports::Availability::coming_soon) return write_coming_action(action);
        write<
            R"(<li class="action {}"><span class="action__icon">{}</span><h3 class="action__title"><a class="action__link" href="{}">{}</a></h3><p class="action__text">{}</p>)">(
            out_, variant, html::icon(action.icon), action.path, action.call, action.summary);
        if (action.availability == ports::Availability::closed)
            write<R"(<p class="action__soon"><span class="badge badge--information">{}</span></p>)">(out_, t("Closed"));
        if (action.figure)
            write<
                R"(<p class="action__figure"><span class="action__count"{}>{}</span> <span class="action__unit">{}</span></p>)">(
                out_, live_count(*action.figure), t_.number(action.figure->value), action.figure->unit);
        write<"</li>">(out_);
    }

    void write_coming_action(const ports::Action& action) const {
        const Translator& t = t_;
        write<
            R"(<li class="action action--soon"><span class="action__icon">{}</span><h3 class="action__title">{}</h3><p class="action__text">{}</p><p class="action__soon"><span class="badge badge--soon">{}</span></p></li>)">(
            out_, html::icon(action.icon), action.title, action.summary, t("Coming soon"));
    }

    void write_quotation(const Block& block) {
        const auto [words, locale, lang] = said(block, t_.locale());
        write<
            R"(<section class="section section--tint"{}><figure class="quotation frame"><blockquote class="quotation__words">{}</blockquote><figcaption class="quotation__by"><span class="quotation__name">{}</span>{}</figcaption></figure></section>)">(
            out_, lang, html::markdown(words.body), words.heading, [&](Out& office) {
                if (!words.note.empty()) write<R"(<span class="quotation__office">{}</span>)">(office, words.note);
            });
    }

    void write_news(const Block& block) {
        const auto [words, locale, lang] = said(block, t_.locale());
        const auto teasers = read_teasers(words.body);
        if (!teasers || teasers->empty()) return;
        write<
            R"(<section class="section"{}><div class="frame"><h2 class="section__title">{}</h2><ol class="news-list">)">(
            out_, lang, words.heading);
        for (const auto& teaser : *teasers) write_teaser(teaser, Translator{locale});
        write<"</ol></div></section>">(out_);
    }

    void write_teaser(const Teaser& teaser, const Translator& t) const {
        write<
            R"(<li class="news-teaser"><time class="news-teaser__date" datetime="{}">{}</time><h3 class="news-teaser__title">{}</h3><p class="news-teaser__text">{}</p></li>)">(
            out_, i18n::machine_time(teaser.day).substr(0, 10), t.date(teaser.day),
            [&](Out& title) {
                if (teaser.url.empty()) return write<"{}">(title, teaser.title);
                write<R"(<a class="news-teaser__link" href="{}">{}</a>)">(title, teaser.url, teaser.title);
            },
            teaser.text);
    }

    void write_counters(const Block& block) {
        const auto with_figure = [](const ports::Action& action) { return action.figure && action.figure->value > 0; };
        if (std::ranges::none_of(hub_.actions, with_figure)) return;
        const auto [words, locale, lang] = said(block, t_.locale());
        write<
            R"(<section class="section section--accent"{}><div class="frame"><h2 class="section__title">{}</h2><dl class="counters">)">(
            out_, lang, words.heading);
        for (const auto& action : hub_.actions | std::views::filter(with_figure))
            write<
                R"(<div class="counter"><dt class="counter__label">{}</dt><dd class="counter__figure"{}>{}</dd></div>)">(
                out_, fmt::format("{} · {}", action.figure->unit, action.title), live_count(*action.figure),
                t_.number(action.figure->value));
        write<"</dl></div></section>">(out_);
    }

    void write_video(const Block& block) {
        const auto [words, locale, lang] = said(block, t_.locale());
        write<
            R"(<section class="section"{}><div class="frame"><a class="video-link" href="{}"><span class="video-link__play">{}</span><span class="video-link__words"><span class="video-link__title">{}</span>{}</span></a></div></section>)">(
            out_, lang, read_settings(block.settings).url, html::icon("play"), words.heading, [&](Out& note) {
                if (!words.note.empty()) write<R"( <span class="video-link__note">{}</span>)">(note, words.note);
            });
    }

    Out& out_;
    const Translator& t_;
    const Hub& hub_;
    int number_ = 0;
};

void write_level_link(Out& out, const people::Level& level, base::Locale locale) {
    write<R"(<li><a href="{}">{}</a></li>)">(out, hub_path(locale, level), level.name(locale));
}

// The way to the campaign nearby: what lies below this level, and what it lies in.
void write_neighbourhood(Out& out, const Translator& t, const Hub& hub) {
    const auto below = hub.levels.children(hub.level.id, t.locale());
    auto above = hub.levels.with_ancestors(hub.level.id);
    above.erase(above.begin());
    if (below.empty() && above.empty()) return;
    write<
        R"(<section class="section" aria-labelledby="near-you"><div class="frame"><h2 class="section__title" id="near-you">{}</h2><div class="stack"><p class="section__lead">{}</p><ul class="cluster">)">(
        out, t("The campaign near you"), t("Every province, territory and local carries it in its own way."));
    for (const auto* level : below) write_level_link(out, *level, t.locale());
    for (const auto* level : above) write_level_link(out, *level, t.locale());
    write<"</ul></div></div></section>">(out);
}

}  // namespace

SafeHtml hub(const Translator& t, const Hub& hub) {
    Out out;
    HubWriter{out, t, hub}.write_blocks();
    write_neighbourhood(out, t, hub);
    return std::move(out).finish();
}

}  // namespace site::pages
