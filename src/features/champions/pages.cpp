#include "features/champions/pages.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "features/champions/hours.h"
#include "features/champions/words.h"
#include "people/place.h"
#include "platform/html/assets.h"
#include "platform/html/charts_tiles.h"
#include "platform/html/facts.h"
#include "platform/html/forms.h"
#include "platform/http/percent.h"
#include "platform/i18n/local_time.h"

namespace champions::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

SafeHtml menu(const Translator& t, const html::Select& select) {
    const base::Problems none;
    return html::Fields{t, none}.select(select);
}

std::vector<html::Choice> topic_choices(const Translator& t, const std::vector<ports::Topic>& topics) {
    std::vector<html::Choice> choices{{"", t("Every topic")}};
    for (const auto& each : topics) choices.push_back({each.slug, each.name});
    return choices;
}

std::vector<html::Choice> area_choices(const Translator& t, const std::vector<people::Level>& locals) {
    std::vector<html::Choice> choices{{"", t("All of Canada")}};
    for (const people::Province each : people::kProvinces)
        choices.push_back({.value = std::string{people::code(each)},
                           .label = t(people::name(each)),
                           .group = t("Provinces and territories")});
    for (const auto& each : locals)
        choices.push_back({.value = each.slug, .label = each.name(t.locale()), .group = t("Places")});
    return choices;
}

void write_filter(Out& out, const Translator& t, const Directory& page) {
    const base::Problems none;
    html::write<R"(<form class="filter-bar" method="get" action="{}" role="search">{}{}{}{}</form>)">(
        out, directory_path(t.locale()),
        menu(t, {.name = "area",
                 .label = t("Area"),
                 .choices = area_choices(t, page.locals),
                 .value = page.filter.area,
                 .required = html::Required::no}),
        menu(t, {.name = "language",
                 .label = t("Language"),
                 .choices = {{"", t("Every language")}, {"en", t("English")}, {"fr", t("French")}},
                 .value = page.filter.language,
                 .required = html::Required::no}),
        menu(t, {.name = "topic",
                 .label = t("Topic"),
                 .choices = topic_choices(t, page.topics),
                 .value = page.filter.topic,
                 .required = html::Required::no}),
        html::Fields{t, none}.button({.label = t("Show"), .kind = html::ButtonKind::quiet}));
}

SafeHtml map_of(const Translator& t, const Directory& page) {
    html::TileMap map{.label = t("Champions, by province and territory"), .tiles = {}};
    std::int64_t most = 0;
    for (const auto& each : page.provinces) most = std::max(most, each.champions);
    for (const people::Province each : people::kProvinces) {
        const std::string code{people::code(each)};
        const auto found = std::ranges::find(page.provinces, each, &ProvinceCount::province);
        const std::int64_t count = found == page.provinces.end() ? 0 : found->champions;
        map.tiles.push_back({.code = code,
                             .name = t(people::name(each)),
                             .figure = count == 0 ? std::string{} : t.number(count),
                             .strength = html::tile_strength({static_cast<double>(count), static_cast<double>(most)}),
                             .url = count == 0 ? std::string{} : directory_path(t.locale()) + "?area=" + code,
                             .current = page.filter.area == code ? html::Current::page : html::Current::no});
    }
    return html::tile_map(map);
}

std::string initials(const Champion& champion) {
    return std::string{base::first_characters(champion.name.given, 1)} +
           std::string{base::first_characters(champion.name.family, 1)};
}

SafeHtml face(const Translator& t, const Champion& champion, const ports::Picture* picture) {
    if (picture != nullptr && picture->state == ports::PictureState::ready) {
        const std::string alt = t("Photo of {name}", {{"name", champion.full_name()}});
        return html::render<R"(<div class="champion__face">{}</div>)">(
            ports::picture(t, *picture, {.alt = alt, .display_width = "8rem"}));
    }
    return html::render<R"(<div class="champion__face champion__face--drawn" aria-hidden="true">{}</div>)">(
        initials(champion));
}

const ports::Picture* picture_of(const std::vector<ports::Picture>& pictures, const Champion& champion) {
    const auto found = std::ranges::find(pictures, champion.picture, &ports::Picture::id);
    return found == pictures.end() ? nullptr : &*found;
}

std::string where(const Translator& t, const Champion& champion) {
    const auto province = champion.province ? t(people::name(*champion.province)) : std::string{};
    if (champion.place.empty()) return province;
    return province.empty() ? champion.place : champion.place + ", " + province;
}

void write_entry(Out& out, const Translator& t, const Directory& page, const Champion& champion) {
    html::write<R"(
<li class="champion">{}<div class="champion__words"><h2 class="champion__name"><a href="{}">{}</a></h2><p class="champion__line">{}</p><p class="champion__line">{}</p><p class="champion__line">{}</p></div></li>)">(
        out, face(t, champion, picture_of(page.pictures, champion)), one_path(t.locale(), champion.slug),
        champion.full_name(), where(t, champion), languages_line(t, champion.offer), formats_line(t, champion.offer));
}

std::string query_of(const Filter& filter) {
    std::string query;
    for (const auto& [name, value] :
         {std::pair{"area", &filter.area}, {"language", &filter.language}, {"topic", &filter.topic}})
        if (!value->empty()) query += fmt::format("{}={}&", name, http::percent_encode(*value));
    return query;
}

void write_list(Out& out, const Translator& t, const Directory& page) {
    if (page.champions.empty()) {
        html::write<R"(<div class="empty">{}<h2 class="empty__title">{}</h2><p class="empty__text">{}</p></div>)">(
            out, html::icon("presentation"),
            page.filter.is_empty() ? t("Nobody is in the directory yet") : t("Nobody fits all of that"),
            page.filter.is_empty()
                ? t("Our first champions are in training.")
                : t("Choose a wider area, or leave out the topic. Many champions also speak online."));
        return;
    }
    html::write<R"(<p class="champions__count" role="status">{}</p><ul class="champions">)">(
        out, t.plural("{count} champion", "{count} champions", page.fitting));
    for (const Champion& each : page.champions) write_entry(out, t, page, each);
    html::write<"</ul>">(out);
    out.append(ports::pager(
        t, {.path = directory_path(t.locale()), .position = page.position, .query = query_of(page.filter)}));
}

// Free times by day: the day once, its times behind it.
void write_slots(Out& out, const Translator& t, const std::vector<SlotLink>& slots, const i18n::TimeZone& zone) {
    html::write<R"(<ol class="slot-days">)">(out);
    for (std::size_t i = 0; i < slots.size();) {
        const auto day = day_in(slots[i].start, zone);
        html::write<R"(<li class="slot-day"><span class="slot-day__date">{}</span><ul class="slot-day__times">)">(
            out, t.date(slots[i].start, i18n::DateStyle::long_form, zone));
        for (; i < slots.size() && day_in(slots[i].start, zone) == day; ++i) {
            const std::string time = time_of_day(t, slots[i].start, zone);
            const std::string at = i18n::machine_time(slots[i].start);
            if (slots[i].path.empty())
                html::write<R"(<li><time class="slot" datetime="{}">{}</time></li>)">(out, at, time);
            else
                html::write<R"(<li><a class="slot" href="{}"><time datetime="{}">{}</time></a></li>)">(
                    out, slots[i].path, at, time);
        }
        html::write<"</ul></li>">(out);
    }
    html::write<"</ol>">(out);
}

struct SlotPart {
    std::string title;
    const std::vector<SlotLink>& slots;
};
void write_part(Out& out, const Translator& t, const SlotPart& part, const i18n::TimeZone& zone) {
    html::write<R"(<h3 class="champion-page__heading">{}</h3>)">(out, part.title);
    if (part.slots.empty())
        html::write<"<p>{}</p>">(out, t("No free time in the next weeks."));
    else
        write_slots(out, t, part.slots, zone);
}

void write_times(Out& out, const Translator& t, const One& page) {
    const auto& champion = page.champion;
    html::write<
        R"(<section class="champion-page__times" aria-labelledby="times"><h2 class="section__title" id="times">{}</h2><p>{}</p>)">(
        out, t("Next free times"),
        t("Times are those of {zone}.", {{"zone", zone_name(t, champion.terms.zone.name())}}));
    if (holds(champion.offer.formats, ports::PresentationFormat::in_person))
        write_part(out, t, {t("In person"), page.in_person}, champion.terms.zone);
    if (holds(champion.offer.formats, ports::PresentationFormat::online))
        write_part(out, t, {t("Online"), page.online}, champion.terms.zone);
    if (!page.ask_path.empty())
        html::write<R"(<p><a class="button button--primary button--large" href="{}">{}</a></p>)">(
            out, page.ask_path, t("Ask for a presentation"));
    html::write<"</section>">(out);
}

void write_biography(Out& out, const Translator& t, const Champion& champion) {
    const auto& own = champion.biography.in(t.locale());
    const bool is_other = own.empty();
    const auto& words = is_other ? champion.biography.in(base::other(t.locale())) : own;
    if (words.empty()) return;
    const auto language = base::code(is_other ? base::other(t.locale()) : t.locale());
    html::write<R"(<div class="champion-page__biography" lang="{}">)">(out, language);
    for (std::size_t begin = 0; begin < words.size();) {
        const auto end = std::min(words.find('\n', begin), words.size());
        if (end > begin) html::write<"<p>{}</p>">(out, words.substr(begin, end - begin));
        begin = end + 1;
    }
    html::write<"</div>">(out);
}

}  // namespace

html::SafeHtml directory(const Translator& t, const Directory& page) {
    Out out;
    html::write<R"(
<article class="frame section champions-page"><header class="page-head"><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></header>
<div class="champions-page__head"><div class="champions-page__map"><h2 class="champion-page__heading">{}</h2>{}</div><div class="champions-page__find">)">(
        out, t("Champions for Change"),
        t("Trained members of the campaign who come to your union hall, your council or your kitchen table, or meet "
          "you online."),
        t("Where they speak"), map_of(t, page));
    write_filter(out, t, page);
    if (!page.ask_path.empty())
        html::write<R"(<p><a class="button button--primary" href="{}">{}</a></p><p class="form__note">{}</p>)">(
            out, page.ask_path, t("Ask for a presentation"),
            t("You do not have to choose: we find whoever fits your place, your language and your day."));
    html::write<"</div></div>">(out);
    write_list(out, t, page);
    html::write<R"(<p class="champions__apply"><a class="more-link" href="{}">{} {}</a></p></article>)">(
        out, apply_path(t.locale()), t("Become a Champion for Change"), html::icon("arrow-right"));
    return std::move(out).finish();
}

html::SafeHtml one(const Translator& t, const One& page) {
    const auto& champion = page.champion;
    Out out;
    html::write<R"(
<article class="frame section champion-page"><nav class="breadcrumbs" aria-label="{}"><ol class="breadcrumbs__list"><li class="breadcrumbs__item"><a class="breadcrumbs__link" href="{}">{}</a></li><li class="breadcrumbs__item" aria-current="page">{}</li></ol></nav>
<header class="page-head champion-page__head">{}<div><h1 class="page-head__title">{}</h1><p class="page-head__lead">{}</p></div></header>
<div class="champion-page__body"><div>)">(
        out, t("Breadcrumbs"), directory_path(t.locale()), t("Champions for Change"), champion.full_name(),
        face(t, champion, page.picture ? &*page.picture : nullptr), champion.full_name(), where(t, champion));
    write_biography(out, t, champion);
    html::write<R"(<dl class="facts">)">(out);
    html::write_fact(out, {t("Languages"), languages_line(t, champion.offer)});
    html::write_fact(out, {t("How"), formats_line(t, champion.offer)});
    html::write_fact(out, {t("Speaks in"), t.list(page.areas)});
    html::write_fact(out, {t("Topics"), page.topics.empty() ? t("All topics of the campaign") : t.list(page.topics)});
    html::write<"</dl></div>">(out);
    write_times(out, t, page);
    html::write<"</div></article>">(out);
    return std::move(out).finish();
}

std::string directory_path(base::Locale locale) { return fmt::format("/{}/champions", base::code(locale)); }

std::string one_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/champions/{}", base::code(locale), slug);
}

std::string apply_path(base::Locale locale) { return directory_path(locale) + "/apply"; }

}  // namespace champions::pages
