#include "features/dossiers/overview_pages.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "features/dossiers/answer_pages.h"
#include "features/dossiers/words.h"
#include "people/place.h"
#include "platform/html/assets.h"
#include "platform/html/charts_tiles.h"
#include "platform/html/forms.h"
#include "ports/staff_pages.h"

namespace dossiers::overview_pages {
namespace {

using html::Out;
using html::SafeHtml;
using i18n::Translator;

struct Heading {
    SortBy column;
    std::string label;
    enum class Holds : unsigned char { words, numbers } holds = Holds::words;
};

std::vector<Heading> headings(const Translator& t) {
    using enum Heading::Holds;
    return {{SortBy::name, t("Name"), words},           {SortBy::place, t("Riding or place"), words},
            {SortBy::party, t("Party"), words},         {SortBy::province, t("Province"), words},
            {SortBy::asked, t("Letters"), numbers},     {SortBy::delivered, t("Delivered"), numbers},
            {SortBy::bounced, t("Bounced"), numbers},   {SortBy::answered, t("Answered"), numbers},
            {SortBy::promises, t("Promises"), numbers}, {SortBy::met, t("Last meeting"), words},
            {SortBy::due, t("Due next"), words}};
}

std::vector<html::Choice> office_choices(const Translator& t) {
    std::vector<html::Choice> choices{{"", t("Every office")}};
    for (const people::Office each : people::kOffices)
        choices.push_back({std::string{people::name_of(each)}, t(people::label_of(each))});
    return choices;
}

std::vector<html::Choice> province_choices(const Translator& t) {
    std::vector<html::Choice> choices{{"", t("Everywhere")}};
    for (const people::Province each : people::kProvinces)
        choices.push_back({std::string{people::code(each)}, t(people::name(each))});
    return choices;
}

std::vector<html::Choice> party_choices(const Translator& t, const std::vector<std::string>& parties) {
    std::vector<html::Choice> choices{{"", t("Every party")}};
    for (const std::string& each : parties) choices.push_back({each, each});
    return choices;
}

std::vector<html::Choice> progress_choices(const Translator& t) {
    std::vector<html::Choice> choices{{"", t("However far it has come")}};
    for (const Progress each : kProgress) choices.push_back({std::string{name_of(each)}, t(label_of(each))});
    return choices;
}

// The query of a list with another column, page or view.
std::string with(std::string query, std::string_view name, std::string_view value) {
    query += query.empty() ? '?' : '&';
    return query.append(name).append("=").append(value);
}

class OverviewWriter {
public:
    OverviewWriter(const Translator& t, const Overview& overview) : t_(t), overview_(overview) {}

    SafeHtml finish() && {
        out_.append(ports::staff_head(
            t_, {.title = t_("Dossiers"),
                 .lead = t_("What representatives were asked, what came of it, and what they promised."),
                 .actions = actions()}));
        if (overview_.known == 0) {
            out_.append(ports::empty_state({"landmark", t_("No representatives here yet"),
                                            t_("Once representatives of your province are imported, each has a "
                                               "dossier here.")}));
            return std::move(out_).finish();
        }
        write_filter();
        write_views();
        if (overview_.rows.empty())
            out_.append(ports::empty_state({"search", t_("Nobody found"),
                                            t_("Nobody here is like that. Take a "
                                               "condition away.")}));
        else if (overview_.shown == Shown::map)
            write_map();
        else
            write_table();
        return std::move(out_).finish();
    }

private:
    std::string list_path() const { return path(t_.locale()); }

    SafeHtml actions() const {
        const std::string query = query_of(overview_.filter);
        const std::string waiting = overview_.unread == 0
                                        ? t_("Answers")
                                        : t_.plural("{count} answer waits", "{count} answers wait", overview_.unread);
        return html::render<"{}{}">(
            ports::button_link({answer_pages::inbox_path(t_.locale()), waiting, "inbox"}),
            ports::button_link({list_path() + "/table.csv" + query, t_("As a file for spreadsheets"), "download"}));
    }

    void write_filter() {
        const base::Problems none;
        const html::Fields fields{t_, none};
        const Filter& filter = overview_.filter;
        const auto select = [&](const char* name, std::string label, std::vector<html::Choice> choices,
                                std::string_view value) {
            return fields.select({.name = name,
                                  .label = std::move(label),
                                  .choices = std::move(choices),
                                  .value = std::string{value},
                                  .required = html::Required::yes});
        };
        html::write<R"(<form class="filter-bar" method="get" action="{}" role="search">{}{}{}{}{}{}{}</form>)">(
            out_, list_path(),
            fields.text(
                {.name = "words", .label = t_("Name or place"), .value = filter.words, .kind = html::TextKind::search}),
            select("office", t_("Office"), office_choices(t_), filter.office ? people::name_of(*filter.office) : ""),
            select("province", t_("Province"), province_choices(t_),
                   filter.province ? people::code(*filter.province) : ""),
            select("party", t_("Party"), party_choices(t_, overview_.parties), filter.party),
            select("progress", t_("How far"), progress_choices(t_), filter.progress ? name_of(*filter.progress) : ""),
            overview_.shown == Shown::map ? html::hidden({"view", "map"}) : SafeHtml{},
            fields.button({.label = t_("Show them"), .kind = html::ButtonKind::quiet}));
    }

    void write_views() {
        const std::string query = query_of(overview_.filter);
        html::write<
            R"(<nav class="tabs" aria-label="{}"><ul class="tabs__list"><li><a class="tabs__link" href="{}"{}>{}</a></li><li><a class="tabs__link" href="{}"{}>{}</a></li></ul></nav>)">(
            out_, t_("Ways to look at them"), list_path() + query,
            html::attribute_if(overview_.shown == Shown::table, "aria-current", "page"),
            t_("Table of {count}", {{"count", static_cast<std::int64_t>(overview_.rows.size())}}),
            list_path() + with(query, "view", "map"),
            html::attribute_if(overview_.shown == Shown::map, "aria-current", "page"), t_("Map"));
    }

    void write_heading(const Heading& heading) {
        Filter filter = overview_.filter;
        const bool is_current = filter.sort == heading.column;
        const bool is_up = filter.direction == Direction::up;
        // Numbers are looked at from the largest on.
        const bool begins_down = heading.holds == Heading::Holds::numbers || heading.column == SortBy::met;
        filter.direction = (is_current ? is_up : begins_down) ? Direction::down : Direction::up;
        filter.sort = heading.column;
        html::write<R"(<th scope="col" class="{}"{}><a class="sort-link" href="{}">{}{}</a></th>)">(
            out_, heading.holds == Heading::Holds::numbers ? "table__number" : "",
            html::attribute_if(is_current, "aria-sort", is_up ? "ascending" : "descending"),
            list_path() + query_of(filter), heading.label, is_current ? (is_up ? " ↑" : " ↓") : "");
    }

    void write_table() {
        html::write<
            R"(<form method="get" action="{}/sheets.pdf"><div class="table-scroll" role="region" aria-labelledby="dossiers" tabindex="0"><table class="table table--cards dossier-table"><caption class="table__caption visually-hidden" id="dossiers">{}</caption><thead><tr><th scope="col"><span class="visually-hidden">{}</span></th>)">(
            out_, list_path(), t_("Dossiers"), t_("For the file of sheets"));
        for (const Heading& each : headings(t_)) write_heading(each);
        html::write<"</tr></thead><tbody>">(out_);
        const std::size_t begin = std::min((overview_.page - 1) * kRowsOnPage, overview_.rows.size());
        const std::size_t end = std::min(begin + kRowsOnPage, overview_.rows.size());
        for (std::size_t i = begin; i < end; ++i) write_row(overview_.rows[i]);
        html::write<
            R"(</tbody></table></div><p class="dossier-sheets"><button class="button button--quiet" type="submit">{} {}</button> {}</p></form>)">(
            out_, html::icon("printer"), t_("Sheets for a lobby day (PDF)"),
            t_("Tick those whom you will meet: two pages each, in one file."));
        write_pager();
    }

    void write_row(const Row& row) {
        const std::string name = name_words(t_, row.who);
        html::write<
            R"(<tr><td class="dossier-tick"><input class="dossier-tick__box" type="checkbox" name="representative" value="{}" aria-label="{}"></td><th scope="row"><a href="{}">{}</a></th><td data-label="{}" translate="no">{}</td><td data-label="{}">{}</td><td data-label="{}">{}</td>)">(
            out_, row.who.id.value, t_("Sheet of {name}", {{"name", name}}), path(t_.locale(), row.who.id), name,
            t_("Riding or place"), row.who.place, t_("Party"), row.who.party, t_("Province"),
            row.who.province ? std::string{people::code(*row.who.province)} : t_("Canada"));
        write_number(t_("Letters"), row.asked);
        write_number(t_("Delivered"), row.delivered);
        write_number(t_("Bounced"), row.bounced);
        write_answered(row);
        write_promises(row);
        write_day(t_("Last meeting"), row.last_met_on);
        write_day(t_("Due next"), row.next_due_on);
        html::write<"</tr>">(out_);
    }

    void write_number(const std::string& label, std::int64_t number) {
        html::write<R"(<td class="table__number" data-label="{}">{}</td>)">(out_, label, t_.number(number));
    }
    void write_answered(const Row& row) {
        html::write<R"(<td class="table__number" data-label="{}"><span>{}{}</span></td>)">(
            out_, t_("Answered"), t_.number(row.answered),
            row.unread == 0 ? std::string{} : " " + t_("({count} unread)", {{"count", row.unread}}));
    }
    void write_promises(const Row& row) {
        std::string words = t_.number(row.promises());
        if (row.promises_kept > 0) words += ", " + t_.plural("{count} kept", "{count} kept", row.promises_kept);
        if (row.promises_broken > 0) words += ", " + t_.plural("{count} broken", "{count} broken", row.promises_broken);
        html::write<R"(<td class="table__number" data-label="{}">{}</td>)">(out_, t_("Promises"), words);
    }
    void write_day(const std::string& label, const std::string& day) {
        html::write<R"(<td data-label="{}">{}</td>)">(out_, label, day.empty() ? "–" : short_day(t_, day));
    }

    void write_pager() {
        const std::size_t pages = (overview_.rows.size() + kRowsOnPage - 1) / kRowsOnPage;
        if (pages < 2) return;
        const std::string query = query_of(overview_.filter);
        html::write<R"(<nav class="pager" aria-label="{}">)">(out_, t_("Pages"));
        if (overview_.page > 1)
            html::write<R"(<a class="pager__link" rel="prev" href="{}">{} {}</a>)">(
                out_, list_path() + with(query, "page", std::to_string(overview_.page - 1)), html::icon("arrow-left"),
                t_("Back"));
        html::write<"<span>{}</span>">(
            out_, t_("Page {page} of {pages}", {{"page", static_cast<std::int64_t>(overview_.page)},
                                                {"pages", static_cast<std::int64_t>(pages)}}));
        if (overview_.page < pages)
            html::write<R"(<a class="pager__link" rel="next" href="{}">{} {}</a>)">(
                out_, list_path() + with(query, "page", std::to_string(overview_.page + 1)), t_("Next"),
                html::icon("arrow-right"));
        html::write<"</nav>">(out_);
    }

    // The map ---------------------------------------------------------------------------------------------------------

    void write_map() {
        write_key();
        if (overview_.map && overview_.map->width > 0) write_outlines();
        write_tiles();
        write_seats();
    }

    void write_key() {
        html::write<R"(<ul class="seat-key" aria-label="{}">)">(out_, t_("What the colours mean"));
        for (const Progress each : kProgress) {
            const auto count = std::ranges::count(overview_.rows, each, &Row::progress);
            html::write<
                R"(<li><span class="seat seat--{}" aria-hidden="true"></span> {} <b class="number">{}</b></li>)">(
                out_, name_of(each), t_(label_of(each)), t_.number(count));
        }
        html::write<"</ul>">(out_);
    }

    std::string sentence(const Row& row) const {
        std::string words = name_words(t_, row.who) + ", " + row.who.place;
        if (!row.who.party.empty()) words += " (" + row.who.party + ")";
        return words + ": " + t_(label_of(row.progress()));
    }

    // Ridings as they lie, each a link; whom several share, the first in the order of the list.
    void write_outlines() {
        std::map<ports::RidingId, const Row*> by_riding;
        for (const Row& row : overview_.rows)
            if (row.who.riding) by_riding.emplace(*row.who.riding, &row);
        html::write<R"(<svg class="riding-map" viewBox="0 0 {} {}" role="group" aria-label="{}">)">(
            out_, overview_.map->width, overview_.map->height, t_("Ridings and how far it has come in each"));
        for (const auto& each : overview_.map->outlines) {
            const auto found = by_riding.find(each.riding);
            if (found == by_riding.end()) {
                html::write<R"(<path class="riding riding--none" d="{}"/>)">(out_, each.path);
                continue;
            }
            html::write<
                R"(<a href="{}" aria-label="{}"><path class="riding riding--{}" d="{}"/><title translate="no">{}</title></a>)">(
                out_, path(t_.locale(), found->second->who.id), sentence(*found->second),
                name_of(found->second->progress()), each.path, sentence(*found->second));
        }
        html::write<"</svg>">(out_);
    }

    // Provinces: how many were asked, and how many of these said something.
    void write_tiles() {
        std::map<people::Province, std::pair<std::int64_t, std::int64_t>> heard_of;
        for (const Row& row : overview_.rows)
            if (row.who.province) {
                auto& [heard, all] = heard_of[*row.who.province];
                heard += row.progress() >= Progress::answered ? 1 : 0;
                ++all;
            }
        html::TileMap map{t_("How many have answered, by province"), {}};
        for (const auto& [province, counts] : heard_of) {
            Filter filter = overview_.filter;
            filter.province = province;
            const auto [heard, all] = counts;
            map.tiles.push_back(
                {.code = std::string{people::code(province)},
                 .name = t_(people::name(province)),
                 .figure = fmt::format("{}/{}", heard, all),
                 .strength = html::tile_strength({static_cast<double>(heard), static_cast<double>(all)}),
                 .url = list_path() + with(query_of(filter), "view", "map")});
        }
        if (map.tiles.empty()) return;
        html::write<R"(<h2 class="dossier__heading">{}</h2>)">(out_, map.label);
        out_.append(html::tile_map(map));
    }

    // A square for each, party by party: every one is a link, and says who it is.
    void write_seats() {
        std::map<std::string, std::vector<const Row*>> by_party;
        for (const Row& row : overview_.rows) by_party[row.who.party].push_back(&row);
        html::write<R"(<h2 class="dossier__heading">{}</h2>)">(out_, t_("Party by party"));
        for (const auto& [party, rows] : by_party) {
            html::write<R"(<h3 class="seat-party">{} <span class="number">{}</span></h3><ul class="seats">)">(
                out_, party.empty() ? t_("No party") : party, t_.number(rows.size()));
            for (const Row* row : rows)
                html::write<
                    R"(<li><a class="seat seat--{}" href="{}" title="{}"><span class="visually-hidden" translate="no">{}</span></a></li>)">(
                    out_, name_of(row->progress()), path(t_.locale(), row->who.id), sentence(*row), sentence(*row));
            html::write<"</ul>">(out_);
        }
    }

    const Translator& t_;
    const Overview& overview_;
    Out out_;
};

}  // namespace

html::SafeHtml overview(const Translator& t, const Overview& overview) { return OverviewWriter{t, overview}.finish(); }

std::string path(base::Locale locale) { return fmt::format("/{}/staff/dossiers", base::code(locale)); }

std::string path(base::Locale locale, RepresentativeId representative) {
    return fmt::format("{}/{}", path(locale), representative.value);
}

}  // namespace dossiers::overview_pages
