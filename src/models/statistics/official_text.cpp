// The small texts of official tables: periods, scales, member names with codes, reasons for an empty cell.
#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "models/statistics/official_table.h"

namespace statistics {
namespace {

std::optional<int> digits_as_number(std::string_view text) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return is_whole && text.front() != '-' ? std::optional{number} : std::nullopt;
}

std::optional<int> year_of(std::string_view text) {
    const auto year = text.size() == 4 ? digits_as_number(text) : std::nullopt;
    return year && *year >= 1800 && *year < 2200 ? year : std::nullopt;
}

// "07" in 1..most
std::optional<int> two_digits(std::string_view text, int most) {
    const auto number = text.size() == 2 ? digits_as_number(text) : std::nullopt;
    return number && *number >= 1 && *number <= most ? number : std::nullopt;
}

std::string_view without_blanks_around(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool is_code(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-';
    }) && std::ranges::any_of(text, [](unsigned char c) { return c >= '0' && c <= '9'; });
}

// "7015, 7016" as its codes; none when one part is no code.
std::vector<std::string_view> codes_in(std::string_view brackets) {
    std::vector<std::string_view> codes;
    while (true) {
        const auto comma = brackets.find(',');
        codes.push_back(without_blanks_around(brackets.substr(0, comma)));
        if (!is_code(codes.back())) return {};
        if (comma == std::string_view::npos) return codes;
        brackets.remove_prefix(comma + 1);
    }
}

}  // namespace

std::optional<ReferencePeriod> reference_period_of(std::string_view text) {
    const auto year = year_of(text.substr(0, 4));
    if (!year) return std::nullopt;
    if (text.size() == 4) return ReferencePeriod{.year = *year};
    if (text.size() == 9 && text[4] == '/') {
        if (year_of(text.substr(5)) != *year + 1) return std::nullopt;
        return ReferencePeriod{.year = *year, .is_fiscal = true};
    }
    if ((text.size() != 7 && text.size() != 10) || text[4] != '-') return std::nullopt;
    const auto month = two_digits(text.substr(5, 2), 12);
    if (!month) return std::nullopt;
    if (text.size() == 7) return ReferencePeriod{.year = *year, .month = *month};
    const auto day = text[7] == '-' ? two_digits(text.substr(8), 31) : std::nullopt;
    if (!day) return std::nullopt;
    return ReferencePeriod{.year = *year, .month = *month, .day = *day};
}

std::optional<double> scale_of(std::string_view text) {
    struct Scale {
        std::string_view name;
        double factor;
    };
    constexpr std::array kScales{Scale{"", 1},
                                 Scale{"units", 1},
                                 Scale{"tens", 10},
                                 Scale{"hundreds", 100},
                                 Scale{"thousands", 1e3},
                                 Scale{"tens of thousands", 1e4},
                                 Scale{"hundreds of thousands", 1e5},
                                 Scale{"millions", 1e6},
                                 Scale{"billions", 1e9}};
    const auto name = without_blanks_around(text);
    const auto found = std::ranges::find_if(
        kScales, [name](const Scale& scale) { return base::equals_ignoring_ascii_case(scale.name, name); });
    return found == kScales.end() ? std::nullopt : std::optional{found->factor};
}

std::string_view name_of(Absence absence) {
    switch (absence) {
        case Absence::none:
            return "has a figure";
        case Absence::not_available:
            return "not available (..)";
        case Absence::not_applicable:
            return "not applicable (...)";
        case Absence::suppressed:
            return "suppressed to protect privacy (x)";
        case Absence::unreliable:
            return "too unreliable to be published (F)";
        case Absence::unexplained:
            return "empty, without a reason";
    }
    return "";
}

Member member_of(std::string_view text) {
    const auto trimmed = without_blanks_around(text);
    const auto opening = trimmed.rfind('[');
    if (!trimmed.ends_with(']') || opening == std::string_view::npos) return {trimmed, {}};
    auto codes = codes_in(trimmed.substr(opening + 1, trimmed.size() - opening - 2));
    if (codes.empty()) return {trimmed, {}};
    return {without_blanks_around(trimmed.substr(0, opening)), std::move(codes)};
}

std::string text_of(const TableProblem& problem) {
    return problem.line == 0 ? problem.what : "line " + std::to_string(problem.line) + ": " + problem.what;
}

}  // namespace statistics
