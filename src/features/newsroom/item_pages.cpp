// One item: what happened, who says so, and what to do about it.
#include <algorithm>

#include "base/text.h"
#include "features/newsroom/document_pages.h"
#include "features/newsroom/pages_parts.h"
#include "platform/html/assets.h"
#include "platform/html/markdown.h"
#include "platform/html/share_links.h"

namespace newsroom::pages {
namespace {

using html::Out;
using html::SafeHtml;
using html::write;
using i18n::Translator;

void write_untranslated(Out& out, const Translator& t, const ItemPage& page) {
    if (page.language == t.locale()) return;
    write<
        R"(<div class="frame"><div class="notice notice--information">{}<div class="notice__body"><p>{}</p></div></div></div>)">(
        out, html::icon("languages"), t("This item has not been translated into English. Here it is in French."));
}

// The place of the item: the news, then its section.
void write_breadcrumbs(Out& out, const Translator& t, const ItemPage& page) {
    write<
        R"(<nav class="breadcrumbs" aria-label="{}"><ol class="breadcrumbs__list"><li class="breadcrumbs__item"><a class="breadcrumbs__link" href="{}">{}</a></li>)">(
        out, t("Breadcrumbs"), address::front(t.locale()), t("News"));
    if (!page.section_path.empty())
        write<R"(<li class="breadcrumbs__item"><a class="breadcrumbs__link" href="{}">{}</a></li>)">(
            out, page.section_path, page.section_title);
    write<"</ol></nav>">(out);
}

bool is_imported(const store::PublicItem& item) { return !item.source.empty(); }

void write_published(Out& out, const Translator& t, const store::Headline& headline) {
    const auto published = t.date(headline.published_at);
    if (headline.day && published == written(t, *headline.day)) return;
    write<R"(<li>{} <time datetime="{}">{}</time></li>)">(out, t("Published here on"),
                                                          i18n::machine_time(headline.published_at), published);
}

// An imported item was published elsewhere, at a time that nobody told us; only its day is known.
void write_dates(Out& out, const Translator& t, const store::PublicItem& item) {
    const auto& headline = item.headline;
    write<"<li>">(out);
    write_day(out, t, headline.day);
    write<"</li>">(out);
    if (is_imported(item)) return;
    write_published(out, t, headline);
    if (t.date(headline.changed_at) != t.date(headline.published_at) && headline.changed_at > headline.published_at)
        write<R"(<li>{} <time datetime="{}">{}</time></li>)">(
            out, t("Changed on"), i18n::machine_time(headline.changed_at), t.date(headline.changed_at));
}

void write_byline(Out& out, const Translator& t, const ItemPage& page) {
    write<R"(<ul class="byline">)">(out);
    if (!page.item.author.name.empty())
        write<R"(<li class="byline__author">{}</li>)">(out, t("By {name}", {{"name", page.item.author.name}}));
    write_dates(out, t, page.item);
    const bool has_other = !page.item.other_slug.empty() && page.language == t.locale();
    if (has_other) {
        const auto other = base::other(t.locale());
        write<R"(<li><a href="{}" hreflang="{}" lang="{}">{}</a></li>)">(
            out, address::item(other, page.item.other_slug), base::code(other), base::code(other),
            i18n::own_name(other));
    }
    write<"</ul>">(out);
}

// The teaser that somebody wrote; one made from the text would only say its beginning twice.
bool shows_lead(const ItemWords& words) {
    return !words.teaser.empty() && !html::plain_text(words.body).starts_with(words.teaser);
}

void write_head(Out& out, const Translator& t, const ItemPage& page) {
    write<R"(<header class="item-head frame">)">(out);
    write_breadcrumbs(out, t, page);
    write<R"(<h1 class="item-head__title"{}>{}</h1>)">(
        out, html::attribute_if(page.language != t.locale(), "lang", base::code(page.language)), title_of(t, page));
    if (shows_lead(page.item.words))
        write<R"(<p class="item-head__lead"{}>{}</p>)">(
            out, html::attribute_if(page.language != t.locale(), "lang", base::code(page.language)),
            page.item.words.teaser);
    write_byline(out, t, page);
    write<"</header>">(out);
}

void write_quotation(Out& out, const ItemWords& words) {
    if (words.quotation.empty()) return;
    write<
        R"(<figure class="item-quotation"><blockquote class="item-quotation__words"><p>{}</p></blockquote><figcaption class="item-quotation__by"><span class="quotation__name">{}</span>{}</figcaption></figure>)">(
        out, words.quotation, words.quoted_name, [&](Out& office) {
            if (!words.quoted_office.empty())
                write<R"(<span class="quotation__office">{}</span>)">(office, words.quoted_office);
        });
}

void write_picture(Out& out, const Translator& t, const ports::Picture& picture) {
    out.append(ports::picture_figure(
        t, picture, {.display_width = "(min-width: 64rem) 46rem, 100vw", .loading = html::Loading::eager}));
}

void write_other_pictures(Out& out, const Translator& t, const std::vector<ports::Picture>& pictures) {
    if (pictures.size() < 2) return;
    write<R"(<div class="item-pictures">)">(out);
    for (std::size_t i = 1; i < pictures.size(); ++i)
        out.append(ports::picture_figure(t, pictures[i], {.display_width = "(min-width: 64rem) 23rem, 100vw"}));
    write<"</div>">(out);
}

void write_attachments(Out& out, const Translator& t, const ItemPage& page) {
    const auto& item = page.item;
    if (item.attachments.empty()) return;
    write<R"(<section class="item-files"><h2 class="side-title">{}</h2><ul class="item-files__list">)">(
        out, t("To take away"));
    for (const auto& attachment : item.attachments) {
        const auto& own = attachment.label(t.locale());
        const auto& label = own.empty() ? attachment.label(base::other(t.locale())) : own;
        const auto document = std::ranges::find(page.documents, attachment.address, &store::Document::path);
        write<R"(<li><a class="item-files__link" href="{}">{} <span>{}{}</span></a></li>)">(
            out, attachment.address, html::icon("file-text"), label.empty() ? attachment.address : label,
            [&](Out& facts) {
                if (document != page.documents.end())
                    write<R"( <span class="item-files__facts">({})</span>)">(facts, kind_and_size(t, *document));
            });
    }
    write<"</ul></section>">(out);
}

void write_tags(Out& out, const Translator& t, const store::PublicItem& item) {
    if (item.tags.empty()) return;
    write<R"(<nav class="item-tags" aria-label="{}"><ul class="topics__list">)">(out, t("Topics"));
    for (const auto& tag : item.tags)
        write<R"(<li><a class="topic" href="{}">{}</a></li>)">(out, address::topic(t.locale(), tag.slug(t.locale())),
                                                               tag.label(t.locale()));
    write<"</ul></nav>">(out);
}

void write_action(Out& out, const Translator& t, const ports::Action& action) {
    write<
        R"(<div class="next-action"><p class="next-action__label">{}</p><h2 class="next-action__title"><a class="next-action__link" href="{}">{}</a></h2><p class="next-action__text">{}</p></div>)">(
        out, t("What you can do"), action.path, action.call.empty() ? action.title : action.call, action.summary);
}

struct NeighbourLook {
    std::string_view css_class, relation;
};

void write_neighbour(Out& out, const Translator& t, const store::Headline& headline, const NeighbourLook& look) {
    const auto label = look.relation == "prev" ? t("Newer news") : t("Older news");
    const auto& words = headline.title.empty() ? headline.teaser : headline.title;
    write<
        R"(<a class="neighbour {}" rel="{}" href="{}"><span class="neighbour__label">{}</span> <span class="neighbour__title">{}</span> {}</a>)">(
        out, look.css_class, look.relation, address::item(t.locale(), headline.slug), label,
        base::count_characters(words) > 110 ? std::string{base::first_characters(words, 109)} + "…" : words,
        [&](Out& day) { write_day(day, t, headline.day); });
}

void write_neighbours(Out& out, const Translator& t, const store::Neighbours& neighbours) {
    if (!neighbours.newer && !neighbours.older) return;
    write<R"(<nav class="neighbours frame" aria-label="{}">)">(out, t("Before and after"));
    if (neighbours.newer) write_neighbour(out, t, *neighbours.newer, {"neighbour--newer", "prev"});
    if (neighbours.older) write_neighbour(out, t, *neighbours.older, {"neighbour--older", "next"});
    write<"</nav>">(out);
}

void write_side(Out& out, const Translator& t, const ItemPage& page) {
    write<R"(<div class="item__side">)">(out);
    for (const auto& action : page.actions) write_action(out, t, action);
    write_attachments(out, t, page);
    write_tags(out, t, page.item);
    const auto title = title_of(t, page);
    html::write_share_links(out, t,
                            {.heading = t("Pass it on"),
                             .address_label = t("Address of this page"),
                             .title = title,
                             .url = page.url,
                             .mail = page.url});
    write<"</div>">(out);
}

void write_text(Out& out, const Translator& t, const ItemPage& page) {
    const auto& words = page.item.words;
    write<R"(<div class="item__text"{}>)">(
        out, html::attribute_if(page.language != t.locale(), "lang", base::code(page.language)));
    if (!page.pictures.empty()) write_picture(out, t, page.pictures.front());
    if (!words.body.empty())
        write<R"(<div class="prose item__prose">{}</div>)">(out, html::markdown(words.body));
    else if (!shows_lead(words) && !page.item.headline.teaser.empty())
        write<R"(<div class="prose item__prose"><p>{}</p></div>)">(out, page.item.headline.teaser);
    write_quotation(out, words);
    write_other_pictures(out, t, page.pictures);
    write<"</div>">(out);
}

}  // namespace

std::string title_of(const Translator& t, const ItemPage& page) {
    const auto& headline = page.item.headline;
    if (!headline.title.empty()) return headline.title;
    const auto day = headline.day ? written(t, *headline.day) : t("Not dated");
    return page.section_title.empty() ? day : page.section_title + ", " + day;
}

SafeHtml item(const Translator& t, const ItemPage& page) {
    Out out;
    write_untranslated(out, t, page);
    write<R"(<article class="item">)">(out);
    write_head(out, t, page);
    write<R"(<div class="item__body frame">)">(out);
    write_text(out, t, page);
    write_side(out, t, page);
    write<"</div></article>">(out);
    write_neighbours(out, t, page.neighbours);
    return std::move(out).finish();
}

SafeHtml feed_content(const store::PublicItem& item, const std::vector<ports::Picture>& pictures, base::Locale locale) {
    Out out;
    for (const auto& picture : pictures) {
        if (picture.jpeg.empty()) continue;
        write<R"(<figure><img src="{}" alt="{}"><figcaption>{}</figcaption></figure>)">(
            out, picture.jpeg_path(960), picture.alt(locale), picture.credit);
    }
    if (!item.words.body.empty())
        out.append(html::markdown(item.words.body));
    else if (!item.headline.teaser.empty())
        write<"<p>{}</p>">(out, item.headline.teaser);
    write_quotation(out, item.words);
    return std::move(out).finish();
}

}  // namespace newsroom::pages
