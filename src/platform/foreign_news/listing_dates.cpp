#include "platform/foreign_news/listing_dates.h"

#include <algorithm>

#include "base/text.h"
#include "platform/foreign_news/date_words.h"
#include "platform/foreign_news/listing_sheets.h"
#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/rewriting.h"

namespace foreign_news {
namespace {

constexpr std::size_t kMostTitleTokens = 60;

bool is_date(const Block& block) { return block.role == BlockRole::date; }

void leave_out_what_is_outside(Document& document) {
    const bool has_inside = std::ranges::any_of(document.blocks, [](const Block& block) {
        return !block.is_outside && (is_date(block) || (block.role == BlockRole::text &&
                                                        (edge_date(block.text) || unparted_date(block.text))));
    });
    const bool is_text_outside_only = !has_inside;
    Rewriting rewriting{document};
    for (auto& block : document.blocks) {
        const bool is_kept = (is_text_outside_only || !block.is_outside || block.face == Face::heading) &&
                             !(block.role == BlockRole::text && is_pager(block.text));
        if (is_text_outside_only) block.is_outside = false;
        if (is_kept) rewriting.keep(std::move(block));
        rewriting.next();
    }
    rewriting.finish();
}

void add_parted(Rewriting& rewriting, const Block& block, const EdgeDate& edge) {
    auto date = block;
    date.role = BlockRole::date;
    date.date = edge.date;
    date.ends_item = false;
    // The words of the date alone, for reports.
    const auto at = block.text.find(edge.rest);
    date.text = at == 0 ? block.text.substr(edge.rest.size()) : block.text.substr(0, at);
    date.face = Face::plain;
    auto rest = block;
    rest.text = edge.rest;
    const auto words = block.markdown.find(edge.rest);
    if (words != std::string::npos)
        rest.markdown = block.markdown.substr(words, edge.rest.size());
    else if (block.markdown.contains("]("))
        rest.markdown = block.markdown;
    else
        rest.markdown = edge.rest;
    rewriting.keep(std::move(date));
    rewriting.keep(std::move(rest));
}

// Where a page has no other dates, those of "OTTAWA (March 12, 2013) - Nurses on strike"; the words stay whole, unless
// they are only that.
void part_datelines(Document& document) {
    Rewriting rewriting{document};
    for (auto& block : document.blocks) {
        const auto dateline = block.role == BlockRole::text ? dateline_in(block.text) : std::nullopt;
        const bool is_all = dateline && dateline->kind == DatelineKind::line && block.face != Face::heading;
        if (dateline)
            rewriting.keep({.role = BlockRole::date,
                            .is_outside = block.is_outside,
                            .line = block.line,
                            .container = block.container,
                            .text = std::string{base::first_characters(block.text, 40)},
                            .date = dateline->date});
        if (!is_all) rewriting.keep(std::move(block));
        rewriting.next();
    }
    rewriting.finish();
}

std::optional<EdgeDate> unparted_date_of(const Block& block) {
    return block.role == BlockRole::text ? unparted_date(block.text) : std::nullopt;
}

// Where a page has no other dates, those that texts begin with, without a mark behind them.
void part_unparted(Document& document) {
    Rewriting rewriting{document};
    for (auto& block : document.blocks) {
        if (const auto date = unparted_date_of(block))
            add_parted(rewriting, block, *date);
        else
            rewriting.keep(std::move(block));
        rewriting.next();
    }
    rewriting.finish();
}

void part_edges(Document& document, std::vector<Oddity>& oddities) {
    std::size_t alone = 0;
    std::size_t edges = 0;
    for (const auto& block : document.blocks) {
        if (is_date(block) && block.date->doubt != DateDoubt::month_only) ++alone;
        if (block.role == BlockRole::text && edge_date(block.text)) ++edges;
    }
    const auto unparted = static_cast<std::size_t>(
        std::ranges::count_if(document.blocks, [](const Block& block) { return unparted_date_of(block).has_value(); }));
    if (alone == 0 && unparted >= 2 && unparted > edges) return part_unparted(document);
    if (edges == 0 && alone == 0) return part_datelines(document);
    if (edges == 0) return;
    const bool parts_all = 2 * edges >= alone;
    bool has_date_above = false;  // without one the text would belong to no item
    Rewriting rewriting{document};
    for (auto& block : document.blocks) {
        const auto edge = block.role == BlockRole::text ? edge_date(block.text) : std::nullopt;
        has_date_above = has_date_above || is_date(block);
        if (edge && (parts_all || !has_date_above)) {
            add_parted(rewriting, block, *edge);
        } else {
            if (edge && block.text.ends_with(edge->rest) && block.face == Face::plain)
                oddities.push_back({block.line, OddityKind::date_within_text});
            rewriting.keep(std::move(block));
        }
        rewriting.next();
    }
    rewriting.finish();
}

// Whether a date follows, perhaps with a heading in between.
bool stands_above_date(const Document& document, std::size_t at) {
    for (int passed = 0; passed < 2; ++passed) {
        while (++at < document.blocks.size() && document.blocks[at].role == BlockRole::rule) continue;
        if (at >= document.blocks.size()) return false;
        if (is_date(document.blocks[at]))
            return document.blocks[at].date->doubt != DateDoubt::month_only || passed == 0;
        if (document.blocks[at].face == Face::plain) return false;
    }
    return false;
}

// A heading of a year or month: it stands in front of a date and says less than that one.
std::optional<int> group_year(const Document& document, std::size_t at) {
    const auto& block = document.blocks[at];
    const bool is_month = is_date(block) && block.date->doubt == DateDoubt::month_only;
    if (!is_month && block.role != BlockRole::text) return std::nullopt;
    const auto year = year_heading(block.text);
    if (!year) return std::nullopt;
    if (is_month && !stands_above_date(document, at)) return std::nullopt;
    return year;
}

// The one year that the page's own heading or title names: "News of 2010".
std::optional<int> year_of_page(const Document& document) {
    std::string words = document.title;
    for (const auto& block : document.blocks) {
        if (is_date(block)) break;
        if (block.face == Face::heading && block.level == 1) words = block.text;
    }
    std::optional<int> year;
    for (const auto& token : date_tokens(words, kMostTitleTokens)) {
        const auto found = token.is_number() ? year_heading(token.text) : std::nullopt;
        if (found && year && found != year) return std::nullopt;
        if (found) year = found;
    }
    return year;
}

void give_years(Document& document) {
    auto year = year_of_page(document);
    Rewriting rewriting{document};
    for (std::size_t at = 0; at < document.blocks.size(); ++at) {
        if (const auto group = group_year(document, at)) {
            year = group;
        } else {
            auto block = document.blocks[at];
            if (is_date(block) && block.date->doubt == DateDoubt::no_year && year) {
                block.date->day = in_year(*block.date, *year);
                block.date->doubt = block.date->day ? DateDoubt::none : DateDoubt::no_such_day;
            }
            rewriting.keep(std::move(block));
        }
        rewriting.next();
    }
    rewriting.finish();
}

// How often a date follows one that is on the wrong side of it, whichever way the list runs.
std::size_t breaks(const std::vector<base::Day>& days) {
    std::size_t rising = 0;
    std::size_t falling = 0;
    for (std::size_t i = 1; i < days.size(); ++i) {
        rising += days[i] > days[i - 1] ? 1 : 0;
        falling += days[i] < days[i - 1] ? 1 : 0;
    }
    return std::min(rising, falling);
}

// 0 when nothing tells.
DateOrder order_told_by(const Document& document, const ListingSettings& settings) {
    std::size_t day_first = 0;
    std::size_t month_first = 0;
    std::size_t futures_month_first = 0;
    std::size_t futures_day_first = 0;
    std::vector<base::Day> as_month_first;
    std::vector<base::Day> as_day_first;
    for (const auto& block : document.blocks) {
        if (!is_date(block) || !block.date->day) continue;
        const auto& date = *block.date;
        day_first += date.order == DateOrder::day_first ? 1 : 0;
        month_first += date.order == DateOrder::month_first ? 1 : 0;
        as_month_first.push_back(*date.day);
        as_day_first.push_back(date.other_order.value_or(*date.day));
        futures_month_first += as_month_first.back() > settings.today ? 1 : 0;
        futures_day_first += as_day_first.back() > settings.today ? 1 : 0;
    }
    if (day_first != month_first) return day_first > month_first ? DateOrder::day_first : DateOrder::month_first;
    const auto month_breaks = breaks(as_month_first);
    const auto day_breaks = breaks(as_day_first);
    if (month_breaks != day_breaks) return month_breaks < day_breaks ? DateOrder::month_first : DateOrder::day_first;
    if (futures_month_first != futures_day_first)
        return futures_month_first < futures_day_first ? DateOrder::month_first : DateOrder::day_first;
    return DateOrder::not_told;
}

void settle_orders(Document& document, const ListingSettings& settings, std::vector<Oddity>& oddities) {
    const auto told = order_told_by(document, settings);
    const bool takes_other =
        told == DateOrder::day_first || (told == DateOrder::not_told && settings.language == base::Locale::french);
    for (auto& block : document.blocks) {
        if (!is_date(block) || block.date->doubt != DateDoubt::order_unknown) continue;
        if (takes_other) block.date->day = block.date->other_order;
        if (told == DateOrder::not_told)
            oddities.push_back({block.line, OddityKind::order_unknown, block.text, base::iso(*block.date->day)});
        block.date->doubt = DateDoubt::none;
    }
}

std::optional<OddityKind> oddity_of(DateDoubt doubt) {
    switch (doubt) {
        case DateDoubt::month_only:
            return OddityKind::month_only;
        case DateDoubt::span_of_days:
            return OddityKind::span_of_days;
        case DateDoubt::no_year:
            return OddityKind::no_year;
        case DateDoubt::no_such_day:
            return OddityKind::no_such_day;
        case DateDoubt::no_such_year:
            return OddityKind::no_such_year;
        case DateDoubt::unknown_form:
            return OddityKind::unknown_date;
        case DateDoubt::two_digit_year:
            return OddityKind::two_digit_year;
        case DateDoubt::none:
        case DateDoubt::order_unknown:
            break;
    }
    return std::nullopt;
}

// "10:00 AM", of which a program knows the day, below the text of that day.
bool is_time_of(const Block& block, const std::optional<base::Day>& day) {
    if (!is_date(block) || !day || block.date->day != day) return false;
    const auto written = standing_date(block.text);
    return !written || !written->day;
}

// The same day twice on end: "Posted March 12, 2013" beside a calendar sheet that says so too. And the time of day that
// some sites set below each text.
void merge_twins(Document& document) {
    Rewriting rewriting{document};
    const Block* last = nullptr;
    std::optional<base::Day> day;  // of the last date
    for (auto& block : document.blocks) {
        if (is_time_of(block, day)) {
            rewriting.next();
            continue;
        }
        if (is_date(block)) day = block.date->day;
        const bool is_twin = last != nullptr && is_date(*last) && is_date(block) && block.date->day &&
                             last->date->day == block.date->day && block.date->doubt == last->date->doubt &&
                             block.line <= last->line + 3;
        last = &block;
        if (!is_twin) rewriting.keep(block);
        rewriting.next();
    }
    rewriting.finish();
}

}  // namespace

void prepare_dates(Document& document, const ListingSettings& settings, std::vector<Oddity>& oddities) {
    leave_out_what_is_outside(document);
    join_sheets(document);
    find_lone_days(document);
    part_edges(document, oddities);
    give_years(document);
    settle_orders(document, settings, oddities);
    merge_twins(document);
    for (const auto& block : document.blocks)
        if (is_date(block))
            if (const auto kind = oddity_of(block.date->doubt)) oddities.push_back({block.line, *kind, block.text});
}

}  // namespace foreign_news
