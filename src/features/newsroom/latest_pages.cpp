#include "features/newsroom/latest_pages.h"

#include "features/newsroom/address.h"
#include "platform/html/assets.h"
#include "ports/day_words.h"

namespace newsroom::pages {
namespace {

using html::Out;
using i18n::Translator;

void write_date(Out& out, const Translator& t, Day day) {
    html::write<R"(<time class="news-teaser__date" datetime="{}">{}</time>)">(out, iso(day),
                                                                              ports::day_in_words(t, day));
}

// An item without a title is led to by its teaser.
void write_teaser(Out& out, const Translator& t, const store::Headline& headline) {
    const auto path = address::item(t.locale(), headline.slug);
    html::write<R"(<li class="news-teaser">)">(out);
    if (headline.day) write_date(out, t, *headline.day);
    if (headline.title.empty())
        html::write<R"(<p class="news-teaser__text"><a class="news-teaser__link" href="{}">{}</a></p></li>)">(
            out, path, headline.teaser);
    else
        html::write<R"(
<h3 class="news-teaser__title"><a class="news-teaser__link" href="{}">{}</a></h3>
<p class="news-teaser__text">{}</p></li>)">(out, path, headline.title, headline.teaser);
}

}  // namespace

html::SafeHtml latest(const Translator& t, const LatestBlock& block) {
    const auto items = [&](Out& out) {
        for (const auto& headline : block.headlines) write_teaser(out, t, headline);
    };
    return html::render<R"(
<section class="section"><div class="frame"><h2 class="section__title">{}</h2>{}<ol class="news-list">{}</ol>
<p class="section__more"><a class="more-link" href="{}">{} {}</a></p></div></section>)">(
        block.heading.empty() ? t("News") : block.heading, block.text, items, block.more_path, t("All news"),
        html::icon("arrow-right"));
}

}  // namespace newsroom::pages
