#include "platform/foreign_news/listing_sheets.h"

#include <algorithm>

#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/rewriting.h"

namespace foreign_news {
namespace {

constexpr std::size_t kLongestPart = 16;     // bytes of a line of a sheet: "septembre 2013"
constexpr std::uint32_t kFarthestLines = 8;  // of the source, between first and last part

bool is_part(const Block& block) {
    const bool says = block.role == BlockRole::text || block.role == BlockRole::date;
    return says && !block.is_outside && !block.text.empty() && block.text.size() <= kLongestPart;
}

bool is_whole(const Block& block) {
    return block.role == BlockRole::date && block.date->doubt != DateDoubt::month_only && block.date->day;
}

bool is_year(const Block& block) {
    return block.role == BlockRole::text && block.text.size() == 4 && year_heading(block.text).has_value();
}

// The date that `count` blocks make together; nullopt when one of them is a date by itself.
std::optional<FoundDate> sheet_at(const Document& document, std::size_t at, std::size_t count) {
    if (at + count > document.blocks.size()) return std::nullopt;
    if (is_year(document.blocks[at])) return std::nullopt;  // of all dates below
    std::string words;
    for (auto i = at; i < at + count; ++i) {
        const auto& block = document.blocks[i];
        if (!is_part(block) || is_whole(block) || block.line > document.blocks[at].line + kFarthestLines)
            return std::nullopt;
        words += (words.empty() ? "" : " ") + block.text;
    }
    const auto date = standing_date(words);
    const bool is_date = date && (date->day ? date->doubt == DateDoubt::none : date->doubt == DateDoubt::no_year);
    return is_date ? date : std::nullopt;
}

// 1..31 of "12", "12th", "1er", "Tue 12"; 0 for anything else.
unsigned lone_day(const Block& block) {
    if (!is_part(block) || block.role != BlockRole::text) return 0;
    const auto date = standing_date("January " + block.text);
    const auto reversed = standing_date(block.text + " January");
    for (const auto& found : {date, reversed})
        if (found && found->doubt == DateDoubt::no_year && found->month == 1) return found->day_of_month;
    return 0;
}

// The month that each block stands below; the epoch where there is none.
std::vector<std::optional<base::Day>> months_above(const Document& document) {
    std::vector<std::optional<base::Day>> months;
    std::optional<base::Day> month;
    for (const auto& block : document.blocks) {
        const bool is_date = block.role == BlockRole::date;
        if (is_date) month = block.date->doubt == DateDoubt::month_only ? block.date->day : std::nullopt;
        months.push_back(month);
    }
    return months;
}

}  // namespace

void join_sheets(Document& document) {
    Rewriting rewriting{document};
    for (std::size_t at = 0; at < document.blocks.size();) {
        std::size_t count = 1;
        for (const std::size_t wanted : {std::size_t{3}, std::size_t{2}}) {
            const auto date = sheet_at(document, at, wanted);
            if (!date) continue;
            auto block = document.blocks[at];
            for (auto i = at + 1; i < at + wanted; ++i) block.text += " " + document.blocks[i].text;
            block.role = BlockRole::date;
            block.date = date;
            rewriting.keep(std::move(block));
            count = wanted;
            break;
        }
        if (count == 1) rewriting.keep(document.blocks[at]);
        for (std::size_t i = 0; i < count; ++i) rewriting.next();
        at += count;
    }
    rewriting.finish();
}

void find_lone_days(Document& document) {
    const auto months = months_above(document);
    const auto is_lone = [&](std::size_t at) { return months[at] && lone_day(document.blocks[at]) != 0; };
    std::size_t count = 0;
    for (std::size_t at = 0; at < document.blocks.size(); ++at) count += is_lone(at) ? 1 : 0;
    if (count < 2) return;
    for (std::size_t at = 0; at < document.blocks.size(); ++at) {
        auto& block = document.blocks[at];
        if (!is_lone(at)) continue;
        FoundDate date{.month = static_cast<unsigned>(std::chrono::year_month_day{*months[at]}.month()),
                       .day_of_month = lone_day(block)};
        date.day = in_year(date, base::year_of(*months[at]));
        date.doubt = date.day ? DateDoubt::none : DateDoubt::no_such_day;
        block.role = BlockRole::date;
        block.date = date;
    }
}

}  // namespace foreign_news
