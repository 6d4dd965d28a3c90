// A story as lists show it, and the years beside them.
#include <array>

#include <fmt/format.h>

#include "features/newsroom/address.h"
#include "features/newsroom/pages_parts.h"
#include "features/newsroom/teaser.h"
#include "platform/html/assets.h"

namespace newsroom::pages {
namespace {

using html::Out;
using html::write;
using i18n::Translator;

// Noon by universal time is the same day everywhere in Canada.
base::Instant noon(Day day) {
    const std::chrono::microseconds since = (day + std::chrono::hours{12}).time_since_epoch();
    return {since.count()};
}

constexpr std::array kMonths{base::message("January"), base::message("February"), base::message("March"),
                             base::message("April"),   base::message("May"),      base::message("June"),
                             base::message("July"),    base::message("August"),   base::message("September"),
                             base::message("October"), base::message("November"), base::message("December")};

std::string month_alone(const Translator& t, unsigned month) { return t(kMonths.at(month - 1)); }

// What a link to the item is called: its title, else its day.
std::string link_text(const Translator& t, const store::Headline& headline) {
    if (!headline.title.empty()) return headline.title;
    return headline.day ? written(t, *headline.day) : t("Not dated");
}

void write_title(Out& out, const Translator& t, const Story& story, const StoryLook& look) {
    if (story.headline.title.empty()) return;
    const auto link = html::render<R"(<a class="story__link" href="{}">{}</a>)">(
        address::item(t.locale(), story.headline.slug), story.headline.title);
    if (look.heading == StoryHeading::h2)
        write<R"(<h2 class="story__title">{}</h2>)">(out, link);
    else
        write<R"(<h3 class="story__title">{}</h3>)">(out, link);
}

void write_kicker(Out& out, const Story& story) {
    if (story.section.empty()) return;
    write<R"(<p class="story__kicker"><a class="story__section" href="{}">{}</a></p>)">(out, story.section_path,
                                                                                        story.section);
}

void write_more(Out& out, const Translator& t, const Story& story) {
    const auto label = t("Read more: {title}", {{"title", link_text(t, story.headline)}});
    write<R"(<p class="story__more"><a class="more-link" href="{}" aria-label="{}">{} {}</a></p>)">(
        out, address::item(t.locale(), story.headline.slug), label, t("Read more"), html::icon("arrow-right"));
}

constexpr std::size_t kInPlaceOfTitle = 100;  // characters of a teaser

// Where there is no title, the teaser leads to the item, unless "Read more" does.
void write_teaser(Out& out, const Translator& t, const Story& story, const StoryLook& look) {
    const auto& headline = story.headline;
    const bool is_alone = headline.title.empty();
    if (look.teaser == 0 && !is_alone) return;
    auto words = teaser_from({headline.teaser, t.locale(), look.teaser > 0 ? look.teaser : kInPlaceOfTitle});
    if (words.empty() && is_alone) words = link_text(t, headline);
    if (words.empty()) return;
    if (!is_alone || look.more == ReadMore::shown) return write<R"(<p class="story__teaser">{}</p>)">(out, words);
    write<R"(<p class="story__teaser story__teaser--alone"><a class="story__link" href="{}">{}</a></p>)">(
        out, address::item(t.locale(), headline.slug), words);
}

void write_picture(Out& out, const Translator& t, const Story& story, const StoryLook& look) {
    if (!story.picture) return;
    write<R"(<div class="story__picture">{}</div>)">(
        out, ports::picture(t, *story.picture, {.display_width = look.picture_width, .loading = look.loading}));
}

void write_month(Out& out, const Translator& t, const ArchivePlace& place, const store::MonthCount& count) {
    const bool is_here =
        place.current && place.current->year == count.month->year && place.current->month == count.month->month;
    write<R"(<li><a class="archive__month" href="{}"{}>{} <span class="archive__count">{}</span></a></li>)">(
        out, address::month(place.list, *count.month), html::attribute_if(is_here, "aria-current", "page"),
        month_alone(t, count.month->month), t.number(count.items));
}

void write_year(Out& out, const Translator& t, const ArchivePlace& place, const ArchiveYear& year) {
    const bool is_open = place.current && place.current->year == year.year;
    const bool is_here = is_open && !place.current->month;
    write<
        R"(<details class="archive__year"{}><summary class="archive__summary">{} <span class="archive__count">{}</span></summary><ul class="archive__months"><li><a class="archive__month" href="{}"{}>{}</a></li>)">(
        out, html::attribute_if(is_open, "open"), fmt::format("{}", year.year), t.number(year.items),
        address::year(place.list, year.year), html::attribute_if(is_here, "aria-current", "page"), t("The whole year"));
    for (const auto& month : year.months) write_month(out, t, place, month);
    write<"</ul></details>">(out);
}

}  // namespace

std::string written(const Translator& t, Day day) { return t.date(noon(day)); }

std::string name_of(const Translator& t, Month month) {
    return fmt::format("{} {}", month_alone(t, month.month), month.year);
}

std::string name_of(const Translator& t, const address::Period& period) {
    if (period.year == 0) return t("Not dated");
    return period.month ? name_of(t, Month{period.year, *period.month}) : fmt::format("{}", period.year);
}

void write_day(Out& out, const Translator& t, const std::optional<Day>& day) {
    if (day)
        write<R"(<time class="story__date" datetime="{}">{}</time>)">(out, iso(*day), written(t, *day));
    else
        write<R"(<span class="story__date">{}</span>)">(out, t("Not dated"));
}

void write_story(Out& out, const Translator& t, const Story& story, const StoryLook& look) {
    const auto& headline = story.headline;
    write<R"(<article class="story {}{}">)">(out, look.css_class, story.picture ? " story--pictured" : "");
    write_picture(out, t, story, look);
    write<R"(<div class="story__words">)">(out);
    write_kicker(out, story);
    write_title(out, t, story, look);
    write_teaser(out, t, story, look);
    write<R"(<p class="story__foot">)">(out);
    write_day(out, t, headline.day);
    write<"</p>">(out);
    if (look.more == ReadMore::shown) write_more(out, t, story);
    write<"</div></article>">(out);
}

void write_archive(Out& out, const Translator& t, const Archive& archive, const ArchivePlace& place) {
    if (archive.years.empty() && archive.undated == 0) return;
    write<R"(<nav class="archive" aria-labelledby="archive-title"><h2 class="side-title" id="archive-title">{}</h2>)">(
        out, t("Archive"));
    for (const auto& year : archive.years) write_year(out, t, place, year);
    if (archive.undated > 0) {
        const bool is_here = place.current && place.current->year == 0;
        write<
            R"(<p class="archive__undated"><a class="archive__month" href="{}"{}>{} <span class="archive__count">{}</span></a></p>)">(
            out, address::undated(place.list), html::attribute_if(is_here, "aria-current", "page"), t("Not dated"),
            t.number(archive.undated));
    }
    write<"</nav>">(out);
}

void write_feeds(Out& out, const Translator& t, std::string_view list) {
    write<
        R"(<section class="feeds" aria-labelledby="feeds-title"><h2 class="side-title" id="feeds-title">{}</h2><p class="feeds__text">{}</p><ul class="feeds__list"><li><a href="{}">RSS</a></li><li><a href="{}">Atom</a></li><li><a href="{}">JSON Feed</a></li></ul></section>)">(
        out, t("Follow"), t("In a feed reader, new items come to you. No account, no address, no tracking."),
        address::feed(list, FeedFormat::rss), address::feed(list, FeedFormat::atom),
        address::feed(list, FeedFormat::json));
}

}  // namespace newsroom::pages
