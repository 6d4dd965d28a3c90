// The pages of a channel: its newest items, the next ones, and the years and months of its archive.
#include "features/newsroom/pages_parts.h"
#include "platform/html/assets.h"
#include "platform/html/markdown.h"

namespace newsroom::pages {
namespace {

using html::Out;
using html::write;
using i18n::Translator;

std::string eyebrow(const Translator& t, const Channel& channel) {
    switch (channel.kind) {
        case ChannelKind::topic:
            return t("Topic");
        case ChannelKind::level:
            return t("News from where you are");
        case ChannelKind::all:
        case ChannelKind::section:
            break;
    }
    return {};
}

void write_breadcrumbs(Out& out, const Translator& t, const River& river) {
    write<
        R"(<nav class="breadcrumbs" aria-label="{}"><ol class="breadcrumbs__list"><li class="breadcrumbs__item"><a class="breadcrumbs__link" href="{}">{}</a></li>)">(
        out, t("Breadcrumbs"), address::front(t.locale()), t("News"));
    if (river.period) {
        write<R"(<li class="breadcrumbs__item"><a class="breadcrumbs__link" href="{}">{}</a></li>)">(
            out, river.channel.path, river.channel.title);
        if (river.period->month)
            write<R"(<li class="breadcrumbs__item"><a class="breadcrumbs__link" href="{}">{}</a></li>)">(
                out, address::year(river.channel.path, river.period->year),
                name_of(t, address::Period{river.period->year, std::nullopt}));
    }
    write<R"(<li class="breadcrumbs__item" aria-current="page">{}</li></ol></nav>)">(
        out, river.period ? name_of(t, *river.period) : river.channel.title);
}

void write_head(Out& out, const Translator& t, const River& river) {
    const auto& shown = river.introduction;
    write<R"(<header class="news-head frame{}"><div class="news-head__words">)">(
        out, shown.picture ? " news-head--pictured" : "");
    write_breadcrumbs(out, t, river);
    const auto kicker = river.period ? river.channel.title : eyebrow(t, river.channel);
    if (!kicker.empty()) write<R"(<p class="news-head__kicker">{}</p>)">(out, kicker);
    write<R"(<h1 class="news-head__title">{}</h1>)">(out,
                                                     river.period ? name_of(t, *river.period) : river.channel.title);
    if (!shown.text.empty())
        write<R"(<div class="news-head__introduction prose">{}</div>)">(out, html::markdown(shown.text));
    write<"</div>">(out);
    if (shown.picture)
        write<R"(<div class="news-head__picture">{}</div>)">(
            out, ports::picture_figure(
                     t, *shown.picture,
                     {.display_width = "(min-width: 64rem) 32rem, 100vw", .loading = html::Loading::eager}));
    write<"</header>">(out);
}

void write_quiet_notice(Out& out, const Translator& t, const River& river) {
    if (!river.quiet_since) return;
    write<
        R"(<div class="frame"><div class="notice notice--information archive-notice">{}<div class="notice__body"><p>{}</p></div></div></div>)">(
        out, html::icon("history"),
        t("This is an archive: its newest item is from {month}. Everything stays where it is.",
          {{"month", name_of(t, *river.quiet_since)}}));
}

void write_pinned(Out& out, const Translator& t, const River& river) {
    if (river.pinned.empty()) return;
    write<R"(<section class="pinned" aria-labelledby="pinned-title"><h2 class="side-title" id="pinned-title">{}</h2>)">(
        out, t("To read first"));
    for (const auto& story : river.pinned)
        write_story(out, t, story,
                    {.css_class = "story--pinned",
                     .picture_width = "(min-width: 48rem) 22rem, 100vw",
                     .more = ReadMore::shown});
    write<"</section>">(out);
}

// The heading under which a story stands: its year in a list, its month in a year.
std::string group_of(const Translator& t, const River& river, const Story& story) {
    if (!story.headline.day) return t("Not dated");
    const auto month = month_of(*story.headline.day);
    return river.period ? name_of(t, month) : name_of(t, address::Period{month.year, std::nullopt});
}

void write_groups(Out& out, const Translator& t, const River& river) {
    std::string group;
    bool opens = !river.period && river.pager.newer.empty() && river.pinned.empty();
    for (const auto& story : river.stories) {
        if (auto next = group_of(t, river, story); next != group) {
            if (!group.empty()) write<"</ol></section>">(out);
            write<R"(<section class="river__group"><h2 class="river__when">{}</h2><ol class="river__list">)">(out,
                                                                                                              next);
            group = std::move(next);
        }
        write<"<li>">(out);
        write_story(out, t, story,
                    {.css_class = opens ? "story--row story--opening" : "story--row",
                     .picture_width = "(min-width: 48rem) 16rem, 100vw",
                     .more = ReadMore::shown});
        opens = false;
        write<"</li>">(out);
    }
    if (!group.empty()) write<"</ol></section>">(out);
}

void write_pager(Out& out, const Translator& t, const Pager& pager) {
    if (pager.newer.empty() && pager.older.empty()) return;
    write<R"(<nav class="pager" aria-label="{}">)">(out, t("Pages"));
    if (!pager.newer.empty())
        write<R"(<a class="pager__link" rel="prev" href="{}">{} {}</a>)">(out, pager.newer, html::icon("arrow-left"),
                                                                          t("Newer news"));
    if (!pager.older.empty())
        write<R"(<a class="pager__link" rel="next" href="{}">{} {}</a>)">(out, pager.older, t("Older news"),
                                                                          html::icon("arrow-right"));
    write<"</nav>">(out);
}

// Behind the oldest item: an address that somebody kept, of a list that has grown shorter since.
void write_end(Out& out, const Translator& t, const River& river) {
    write<
        R"(<div class="empty">{}<h2 class="empty__title">{}</h2><p class="empty__text">{}</p><p class="empty__action"><a class="button button--quiet" href="{}">{}</a></p></div>)">(
        out, html::icon("newspaper"), t("The list ends before this place"),
        t("All that there is stands on the pages before this one."), river.channel.path, t("To the newest news"));
}

void write_nothing(Out& out, const Translator& t, const River& river) {
    if (river.archive.items() > 0) return write_end(out, t, river);
    write<R"(<div class="empty">{}<h2 class="empty__title">{}</h2><p class="empty__text">{}</p>)">(
        out, html::icon("newspaper"), t("Nothing here yet"),
        river.elsewhere > 0 ? t("What there is has not been translated into English yet. It can be read in French.")
                            : t("As soon as something is published, it stands here."));
    const bool has_other = river.elsewhere > 0 && !river.channel.other_path.empty();
    if (has_other)
        write<
            R"(<p class="empty__action"><a class="button button--quiet" href="{}" hreflang="{}" lang="{}">{}</a></p>)">(
            out, river.channel.other_path, base::code(base::other(t.locale())), base::code(base::other(t.locale())),
            i18n::own_name(base::other(t.locale())));
    else
        write<R"(<p class="empty__action"><a class="button button--quiet" href="{}">{}</a></p>)">(
            out, address::front(t.locale()), t("To the front page"));
    write<"</div>">(out);
}

}  // namespace

html::SafeHtml river(const Translator& t, const River& river) {
    Out out;
    write_head(out, t, river);
    write_quiet_notice(out, t, river);
    write<R"(<div class="river frame"><div class="river__main">)">(out);
    write_pinned(out, t, river);
    write_groups(out, t, river);
    if (river.stories.empty() && river.pinned.empty()) write_nothing(out, t, river);
    write_pager(out, t, river.pager);
    write<R"(</div><aside class="river__side" aria-label="{}">)">(out, t("Archive and feeds"));
    write_archive(out, t, river.archive, {river.channel.path, river.period});
    write_feeds(out, t, river.channel.path);
    write<"</aside></div>">(out);
    return std::move(out).finish();
}

}  // namespace newsroom::pages
