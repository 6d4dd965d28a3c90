#include "features/petitions/counter_pages.h"

#include <algorithm>

#include <fmt/format.h>

namespace petitions::pages {
namespace {

constexpr std::string_view kThinBlank = "\xE2\x80\xAF";

// "1 234 567"
std::string grouped(std::int64_t number) {
    const std::string digits = std::to_string(number);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += kThinBlank;
        text += digits[i];
    }
    return text;
}

// Thirty units high; a digit of this fount is about 17 wide. Its ink can be read on white and on black.
std::string picture(std::int64_t confirmed) {
    const std::string text = grouped(confirmed);
    const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
    const auto width = digits * 18 + (digits - 1) / 3 * 7 + 4;
    return fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} 34" width="{0}" height="34" role="img" aria-label="{1}"><text x="2" y="27" font-family="system-ui, sans-serif" font-size="30" font-weight="800" fill="#c4314b">{1}</text></svg>
)",
        width, text);
}

}  // namespace

std::string_view ending_of(CounterFormat format) {
    constexpr std::array<std::string_view, kCounterFormats.size()> kEndings{"json", "svg", "txt"};
    return kEndings[static_cast<std::size_t>(format)];
}

std::string_view content_type_of(CounterFormat format) {
    constexpr std::array<std::string_view, kCounterFormats.size()> kTypes{"application/json", "image/svg+xml",
                                                                          "text/plain; charset=utf-8"};
    return kTypes[static_cast<std::size_t>(format)];
}

std::optional<CounterName> read_counter_name(std::string_view file) {
    const auto dot = file.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return std::nullopt;
    for (const CounterFormat format : kCounterFormats)
        if (file.substr(dot + 1) == ending_of(format)) return CounterName{std::string{file.substr(0, dot)}, format};
    return std::nullopt;
}

std::string counter_bytes(const Counted& counted, CounterFormat format) {
    switch (format) {
        case CounterFormat::json:
            return fmt::format("{{\"petition\":\"{}\",\"confirmed\":{},\"goal\":{},\"open\":{}}}\n", counted.slug,
                               counted.confirmed, counted.goal, counted.stage == Stage::open);
        case CounterFormat::svg:
            return picture(counted.confirmed);
        case CounterFormat::text:
            return std::to_string(counted.confirmed) + "\n";
    }
    return {};
}

}  // namespace petitions::pages
