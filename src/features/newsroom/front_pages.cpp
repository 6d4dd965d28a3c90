// The front page of the news.
#include <algorithm>
#include <span>

#include "features/newsroom/pages_parts.h"
#include "platform/html/assets.h"

namespace newsroom::pages {
namespace {

using html::Out;
using html::write;
using i18n::Translator;

constexpr std::size_t kBeside = 3;  // stories beside the lead

void write_masthead(Out& out, const Translator& t, const Front& front) {
    write<
        R"(<header class="masthead frame"><p class="masthead__date"><time datetime="{}">{}</time></p><h1 class="masthead__title">{}</h1><nav class="masthead__sections" aria-label="{}"><ul class="masthead__list">)">(
        out, i18n::machine_time(front.now).substr(0, 10), t.date(front.now), t("News"), t("Sections"));
    for (const auto& column : front.columns)
        write<R"(<li><a class="masthead__link" href="{}">{}</a></li>)">(out, column.path, column.title);
    write<R"(<li><a class="masthead__link" href="{}">{}</a></li></ul></nav></header>)">(out, address::all(t.locale()),
                                                                                        t("All news"));
}

void write_lead(Out& out, const Translator& t, std::span<const Story> stories) {
    const bool is_pictured = stories.front().picture.has_value();
    write<R"(<section class="front front--{} frame" aria-label="{}">)">(out, is_pictured ? "pictured" : "plain",
                                                                        t("Latest"));
    write_story(out, t, stories.front(),
                {.css_class = "story--lead",
                 .heading = StoryHeading::h2,
                 .picture_width = "(min-width: 64rem) 52rem, 100vw",
                 .loading = html::Loading::eager,
                 .teaser = 420,
                 .more = ReadMore::shown});
    const auto beside = stories.subspan(1, std::min(kBeside, stories.size() - 1));
    if (!beside.empty()) {
        write<R"(<div class="front__side">)">(out);
        for (const auto& story : beside)
            write_story(
                out, t, story,
                {.css_class = "story--side", .heading = StoryHeading::h2, .picture_width = "8rem", .teaser = 180});
        write<"</div>">(out);
    }
    write<"</section>">(out);
}

void write_column(Out& out, const Translator& t, const Column& column) {
    write<
        R"(<section class="news-column"><h2 class="news-column__title"><a class="news-column__link" href="{}">{}</a></h2>)">(
        out, column.path, column.title);
    if (column.stories.empty()) write<R"(<p class="news-column__empty">{}</p>)">(out, t("Nothing here yet."));
    bool is_first = true;
    for (const auto& story : column.stories) {
        write_story(out, t, story,
                    {.css_class = is_first ? "story--first" : "story--brief",
                     .picture_width = "(min-width: 64rem) 26rem, 100vw",
                     .teaser = is_first ? 200U : 0U});
        is_first = false;
    }
    const auto label = t("More from {section}", {{"section", column.title}});
    write<R"(<p class="news-column__more"><a class="more-link" href="{}">{} {}</a></p></section>)">(
        out, column.path, label, html::icon("arrow-right"));
}

void write_columns(Out& out, const Translator& t, const std::vector<Column>& columns) {
    if (columns.empty()) return;
    write<R"(<div class="news-columns frame">)">(out);
    for (const auto& column : columns) write_column(out, t, column);
    write<"</div>">(out);
}

void write_briefs(Out& out, const Translator& t, std::span<const Story> stories) {
    if (stories.empty()) return;
    write<R"(<section class="briefs"><h2 class="side-title">{}</h2><ol class="briefs__list">)">(out, t("In brief"));
    for (const auto& story : stories) {
        write<"<li>">(out);
        write_story(out, t, story, {.css_class = "story--brief", .teaser = 120});
        write<"</li>">(out);
    }
    write<R"(</ol><p class="briefs__more"><a class="more-link" href="{}">{} {}</a></p></section>)">(
        out, address::all(t.locale()), t("All news"), html::icon("arrow-right"));
}

void write_topics(Out& out, const Translator& t, const std::vector<store::TagCount>& topics) {
    if (topics.empty()) return;
    write<
        R"(<nav class="topics" aria-labelledby="topics-title"><h2 class="side-title" id="topics-title">{}</h2><ul class="topics__list">)">(
        out, t("Topics"));
    for (const auto& topic : topics)
        write<R"(<li><a class="topic" href="{}">{} <span class="archive__count">{}</span></a></li>)">(
            out, address::topic(t.locale(), topic.tag.slug(t.locale())), topic.tag.label(t.locale()),
            t.number(topic.items));
    write<"</ul></nav>">(out);
}

html::SafeHtml empty_front(const Translator& t) {
    return html::render<
        R"(<header class="masthead frame"><h1 class="masthead__title">{}</h1></header><div class="frame"><div class="empty">{}<h2 class="empty__title">{}</h2><p class="empty__text">{}</p></div></div>)">(
        t("News"), html::icon("newspaper"), t("The first page is still blank"),
        t("News of the campaign will stand here, in both languages, as soon as there are some."));
}

}  // namespace

html::SafeHtml front(const Translator& t, const Front& front) {
    if (front.stories.empty()) return empty_front(t);
    Out out;
    write_masthead(out, t, front);
    const std::span stories{front.stories};
    write_lead(out, t, stories);
    write_columns(out, t, front.columns);
    write<R"(<div class="front-foot frame">)">(out);
    write_briefs(out, t, stories.subspan(std::min(stories.size(), kBeside + 1)));
    write<R"(<div class="front-foot__side">)">(out);
    write_topics(out, t, front.topics);
    write_archive(out, t, front.archive, {address::all(t.locale()), std::nullopt});
    write_feeds(out, t, address::all(t.locale()));
    write<"</div></div>">(out);
    return std::move(out).finish();
}

}  // namespace newsroom::pages
