#include "features/site/teaser.h"

#include <charconv>
#include <chrono>

#include "base/text.h"

namespace site {
namespace {

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Noon of "2026-11-02".
std::optional<base::Instant> read_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = whole_number(text.substr(0, 4));
    const auto month = whole_number(text.substr(5, 2));
    const auto day = whole_number(text.substr(8, 2));
    if (!year || !month || !day || *month < 1 || *day < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return base::Instant{} + base::days(std::chrono::sys_days{date}.time_since_epoch().count()) + base::hours(12);
}

// The next line, taken off the text.
std::string take_line(std::string_view& text) {
    const auto end = text.find('\n');
    const auto line = base::collapse_spaces(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return line;
}

bool is_address(std::string_view line) { return line.starts_with('/') || line.starts_with("https://"); }

std::optional<Teaser> read_first_line(std::string_view line) {
    const auto day = read_day(line.substr(0, 10));
    if (!day || line.size() < 12) return std::nullopt;
    return Teaser{.day = *day, .title = std::string{line.substr(11)}, .url = {}, .text = {}};
}

void add_line(Teaser& teaser, std::string line) {
    if (teaser.url.empty() && teaser.text.empty() && is_address(line)) {
        teaser.url = std::move(line);
        return;
    }
    if (!teaser.text.empty()) teaser.text += ' ';
    teaser.text += line;
}

}  // namespace

std::optional<std::vector<Teaser>> read_teasers(std::string_view text) {
    std::vector<Teaser> teasers;
    bool is_inside = false;
    while (!text.empty()) {
        std::string line = take_line(text);
        if (line.empty()) {
            is_inside = false;
        } else if (is_inside) {
            add_line(teasers.back(), std::move(line));
        } else {
            auto teaser = read_first_line(line);
            if (!teaser) return std::nullopt;
            teasers.push_back(*std::move(teaser));
            is_inside = true;
        }
    }
    return teasers;
}

}  // namespace site
