#include "people/fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

#include "base/day.h"
#include "base/text.h"

namespace people {
namespace {

constexpr std::array<std::string_view, 4> kKinds{"text", "number", "day", "yes_no"};
constexpr std::array<std::string_view, 8> kYes{"yes", "y", "true", "1", "oui", "o", "vrai", "on"};
constexpr std::array<std::string_view, 8> kNo{"no", "n", "false", "0", "non", "faux", "off", "aucun"};

using ReadAnswer = base::Result<std::string, base::Message>;

ReadAnswer read_text(std::string text) {
    if (base::count_characters(text) > kLongestAnswer)
        return base::message("This answer is too long: at most 500 characters.");
    return text;
}

ReadAnswer read_number(std::string text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size() || text.size() > 20)
        return base::message("Please give a number, such as 12 or 0.5.");
    return text;
}

ReadAnswer read_day(std::string text) {
    if (!base::day_of(text)) return base::message("Please give a day as 2026-11-22.");
    return text;
}

ReadAnswer read_yes_no(const std::string& text) {
    const std::string lower = base::lower_ascii(text);
    if (std::ranges::find(kYes, lower) != kYes.end()) return std::string{"yes"};
    if (std::ranges::find(kNo, lower) != kNo.end()) return std::string{"no"};
    return base::message("Please answer yes or no.");
}

// What is larger holds.
auto rank(const KeptAnswer& kept) {
    return std::tuple{kept.answer.origin != AnswerOrigin::import, kept.answer.at, kept.id};
}

}  // namespace

std::string_view name_of(FieldKind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

std::optional<FieldKind> field_kind_of(std::string_view name) {
    const auto found = std::ranges::find(kKinds, name);
    if (found == kKinds.end()) return std::nullopt;
    return static_cast<FieldKind>(found - kKinds.begin());
}

base::Result<std::string, base::Message> read_answer(FieldKind kind, std::string_view typed) {
    if (!base::is_valid_utf8(typed))
        return base::message("Some characters here cannot be read. Please type them again.");
    std::string text = base::collapse_spaces(typed);
    if (text.empty()) return text;
    switch (kind) {
        case FieldKind::number:
            return read_number(std::move(text));
        case FieldKind::day:
            return read_day(std::move(text));
        case FieldKind::yes_no:
            return read_yes_no(text);
        case FieldKind::text:
            break;
    }
    return read_text(std::move(text));
}

const KeptAnswer* holding(std::span<const KeptAnswer> answers) {
    const auto best = std::ranges::max_element(answers, {}, rank);
    return best == answers.end() ? nullptr : &*best;
}

}  // namespace people
