#include "features/petition_record/pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "people/place.h"
#include "platform/html/charts_line.h"
#include "platform/html/charts_tiles.h"
#include "platform/html/difference.h"
#include "platform/html/markdown.h"

namespace petition_record::pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

constexpr std::size_t kPointsOfTheLine = 40;
constexpr std::int64_t kDaysOfAWeek = 7;

std::string date(const Translator& t, Day day) { return t.date(noon_of(day)); }

std::string path_of(const Translator& t, const ports::PetitionFacts& petition, std::string_view page) {
    return fmt::format("/{}/petitions/{}/{}", base::code(t.locale()), petition.slug, page);
}

// By how much the total grew in the seven days that end today.
std::int64_t in_the_last_week(const std::vector<Total>& totals) {
    const Day before{totals.back().day.number - kDaysOfAWeek};
    const auto later = std::ranges::upper_bound(totals, before, {}, &Total::day);
    return totals.back().total - (later == totals.begin() ? 0 : std::prev(later)->total);
}

std::string growth_sentence(const Translator& t, const Growth& growth) {
    const std::int64_t total = growth.totals.back().total;
    const auto total_words =
        t.plural("{count} person has signed since {date}.", "{count} people have signed since {date}.", total,
                 {{"date", date(t, growth.totals.front().day)}});
    const std::int64_t week = in_the_last_week(growth.totals);
    if (week <= 0 || week == total) return total_words;
    return total_words + " " +
           t.plural("{count} of them signed in the last seven days.", "{count} of them signed in the last seven days.",
                    week);
}

SafeHtml total_table(const Translator& t, const std::vector<Total>& points) {
    html::ChartTable table{.id = "growth-table",
                           .summary = t("The figures as a table"),
                           .caption = t("Confirmed signatures at the end of each day"),
                           .columns = {t("Day"), t("Signatures")},
                           .rows = {}};
    for (const Total& point : points) table.rows.push_back({date(t, point.day), t.number(point.total)});
    return html::chart_table(table);
}

SafeHtml growth_chart(const Translator& t, const Growth& growth) {
    const auto points = thinned(growth.totals, kPointsOfTheLine);
    html::LineChart line{.id = "growth-line", .title = t("Confirmed signatures over time"), .points = {}};
    for (const Total& point : points)
        line.points.push_back({.label = t.date(noon_of(point.day), i18n::DateStyle::short_form),
                               .figure = t.number(point.total),
                               .value = static_cast<double>(point.total)});
    return html::chart_figure({.id = "growth",
                               .says = growth_sentence(t, growth),
                               .chart = points.size() < 2 ? SafeHtml{} : html::line_chart(line),
                               .beneath = total_table(t, points)});
}

void write_milestones(Out& out, const Translator& t, const Growth& growth) {
    const auto reached = milestones(growth.totals, growth.petition.goal);
    const std::int64_t total = growth.totals.back().total;
    html::write<R"(<ol class="milestones">)">(out);
    for (const Milestone& each : reached)
        html::write<R"(<li class="milestones__reached"><b>{}</b> <span>{}</span></li>)">(
            out,
            each.mark == Milestone::Mark::goal ? t("Goal: {count}", {{"count", each.count}}) : t.number(each.count),
            date(t, each.reached));
    const std::int64_t next = next_mark(total, growth.petition.goal);
    html::write<R"(<li class="milestones__next"><b>{}</b> <span>{}</span></li></ol>)">(
        out, t.number(next), t.plural("{count} to go", "{count} to go", next - total));
}

// A tile has room for six characters.
std::string tile_figure(const Translator& t, std::int64_t counted) {
    return counted < 100'000 ? t.number(counted) : t.number(counted / 1000) + " k";
}

std::int64_t counted_in(const std::vector<store::RegionCount>& regions, people::Province province) {
    const auto code = "CA-" + std::string{people::code(province)};
    const auto found = std::ranges::find(regions, code, &store::RegionCount::region);
    return found == regions.end() ? 0 : found->counted;
}

SafeHtml province_map(const Translator& t, const std::vector<store::RegionCount>& regions) {
    std::int64_t most = 0;
    for (const people::Province each : people::kProvinces) most = std::max(most, counted_in(regions, each));
    html::TileMap map{.label = t("Signatures by province and territory"), .tiles = {}};
    for (const people::Province each : people::kProvinces) {
        const std::int64_t counted = counted_in(regions, each);
        map.tiles.push_back(
            {.code = std::string{people::code(each)},
             .name = t(people::name(each)),
             .figure = tile_figure(t, counted),
             .strength = html::tile_strength({static_cast<double>(counted), static_cast<double>(most)})});
    }
    return html::tile_map(map);
}

std::string region_name(const Translator& t, std::string_view region) {
    if (region.starts_with("CA-"))
        if (const auto province = people::province_of(region.substr(3))) return t(people::name(*province));
    if (region == "CA") return t("Canada, province not known");
    return region.empty() ? t("Not known") : people::country_name(region, t.locale());
}

SafeHtml region_table(const Translator& t, const std::vector<store::RegionCount>& regions, std::int64_t total) {
    html::ChartTable table{.id = "regions-table",
                           .summary = t("The provinces and countries as a table"),
                           .caption = t("Where those who signed live"),
                           .columns = {t("Place"), t("Signatures"), t("Share")},
                           .rows = {}};
    for (const store::RegionCount& each : regions)
        table.rows.push_back({region_name(t, each.region), t.number(each.counted),
                              t.percent(static_cast<double>(each.counted) / static_cast<double>(total), {1})});
    return html::chart_table(table);
}

std::string region_sentence(const Translator& t, const std::vector<store::RegionCount>& regions) {
    const auto provinces =
        std::ranges::count_if(regions, [](const store::RegionCount& each) { return each.region.starts_with("CA-"); });
    return t.plural("They live in {count} province or territory.", "They live in {count} provinces and territories.",
                    provinces);
}

void write_links(Out& out, const Translator& t, const ports::PetitionFacts& petition) {
    html::write<R"(<p class="petition-record__links"><a href="{}">{}</a> <a href="{}">{}</a></p>)">(
        out, path_of(t, petition, "versions"), t("Every version of the text"), path_of(t, petition, "record.csv"),
        t("All figures by day and place (CSV)"));
}

SafeHtml pieces_in(const Translator& t, const Version& version, const std::vector<base::Piece>& pieces) {
    return html::render<R"(<div class="difference" lang="{}">{}</div>)">(base::code(version.text.locale),
                                                                         html::difference(t, pieces));
}

bool has_changed(const std::vector<base::Piece>& pieces) {
    return std::ranges::any_of(pieces, [](const base::Piece& piece) { return piece.kind != base::PieceKind::same; });
}

void write_first(Out& out, const Version& version) {
    html::write<R"(<div class="prose" lang="{}"><p><b>{}</b></p><p>{}</p>{}</div>)">(
        out, base::code(version.text.locale), version.text.title, version.text.lead,
        html::markdown(version.text.body, html::HeadingsBelow::subsection));
}

void write_changes(Out& out, const Translator& t, const Version& version) {
    for (const auto* pieces : {&version.title, &version.lead, &version.body})
        if (has_changed(*pieces)) out.append(pieces_in(t, version, *pieces));
}

void write_version(Out& out, const Translator& t, const Version& version) {
    const bool is_first = version.first == Version::First::yes;
    html::write<R"(
<article class="version"><h3 class="version__title">{}</h3><p class="version__note">{}</p>)">(
        out,
        t("Version {version} of {date}", {{"version", version.text.version}, {"date", t.date(version.text.frozen_at)}}),
        is_first ? t("The first words that were published.")
                 : t("What changed: words that were taken out are struck through, new ones underlined."));
    if (is_first)
        write_first(out, version);
    else
        write_changes(out, t, version);
    html::write<"</article>">(out);
}

void write_language(Out& out, const Translator& t, base::Locale language, const std::vector<Version>& versions) {
    if (versions.empty()) return;
    html::write<R"(<section class="versions__language"><h2 class="petition__heading" lang="{}">{}</h2>)">(
        out, base::code(language), i18n::own_name(language));
    for (const Version& version : versions) write_version(out, t, version);
    html::write<"</section>">(out);
}

}  // namespace

html::SafeHtml growth(const Translator& t, const Growth& growth) {
    Out out;
    html::write<R"(
<section class="petition-record" aria-labelledby="record-title"><div class="frame">
<h2 class="petition__heading" id="record-title">{}</h2>)">(out, t("How it grows"));
    if (!growth.totals.empty() && growth.totals.back().total > 0) {
        html::write<R"(<div class="petition-record__charts"><div>{})">(out, growth_chart(t, growth));
        write_milestones(out, t, growth);
        html::write<"</div>{}</div>">(
            out, html::chart_figure({.id = "regions",
                                     .says = region_sentence(t, growth.regions),
                                     .chart = province_map(t, growth.regions),
                                     .beneath = region_table(t, growth.regions, growth.totals.back().total)}));
    } else {
        html::write<R"(<p class="empty">{}</p>)">(out, t("The line begins with the first confirmed signature."));
    }
    write_links(out, t, growth.petition);
    html::write<"</div></section>">(out);
    return std::move(out).finish();
}

html::SafeHtml versions(const Translator& t, const Versions& versions) {
    Out out;
    html::write<R"(
<header class="page-head frame"><p class="page-head__eyebrow"><a href="{}">{}</a></p><h1 class="page-head__title">{}</h1>
<p class="page-head__lead">{}</p></header><article class="frame versions">)">(
        out, fmt::format("/{}/petitions/{}", base::code(t.locale()), versions.petition.slug), versions.petition.title,
        t("Every version of the text"),
        t("A text that was published never changes. Who signed a version stays with that version, and a new one never "
          "takes its place unseen."));
    const bool is_french = t.locale() == base::Locale::french;
    write_language(out, t, t.locale(), is_french ? versions.french : versions.english);
    write_language(out, t, base::other(t.locale()), is_french ? versions.english : versions.french);
    html::write<"</article>">(out);
    return std::move(out).finish();
}

std::string versions_path(base::Locale locale, std::string_view slug) {
    return fmt::format("/{}/petitions/{}/versions", base::code(locale), slug);
}

}  // namespace petition_record::pages
