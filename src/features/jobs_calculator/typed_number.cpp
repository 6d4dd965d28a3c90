#include "features/jobs_calculator/typed_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace jobs_calculator {
namespace {

constexpr std::size_t kMostDigits = 18;

// Blanks that people and keyboards put between thousands, signs beside the number, and the two ways to write a minus.
constexpr std::array<std::string_view, 6> kBlanks{" ", "\t", "\u00a0", "\u202f", "\u2009", "\u2007"};
constexpr std::array<std::string_view, 2> kSigns{"$", "%"};
constexpr std::array<std::string_view, 2> kMinus{"-", "\u2212"};

// The number without what stands around it. Blanks between digits become one '_', which groups as a comma may.
class Bare {
public:
    explicit Bare(std::string_view text) {
        while (!text.empty()) take(text);
        while (!digits_.empty() && digits_.back() == '_') digits_.pop_back();
    }

    const std::string& digits() const { return digits_; }
    bool is_negative() const { return is_negative_; }
    bool is_broken() const { return is_broken_; }

private:
    void take(std::string_view& text) {
        if (skip(text, kBlanks)) {
            if (!digits_.empty() && digits_.back() != '_') digits_ += '_';
            return;
        }
        if (skip(text, kSigns)) return;
        if (skip(text, kMinus)) {
            is_broken_ |= is_negative_ || !digits_.empty();
            is_negative_ = true;
            return;
        }
        const char c = text.front();
        text.remove_prefix(1);
        is_broken_ |= (c < '0' || c > '9') && c != '.' && c != ',';
        digits_ += c;
    }

    static bool skip(std::string_view& text, auto& words) {
        const auto found = std::ranges::find_if(words, [&](std::string_view word) { return text.starts_with(word); });
        if (found == words.end()) return false;
        text.remove_prefix(found->size());
        return true;
    }

    std::string digits_;
    bool is_negative_ = false;
    bool is_broken_ = false;
};

// Which sign is the decimal one; 0: none.
char decimal_sign(std::string_view digits, base::Locale locale) {
    const auto commas = std::ranges::count(digits, ',');
    const auto points = std::ranges::count(digits, '.');
    if (commas > 0 && points > 0) return digits[digits.find_last_of(".,")];
    if (points == 1) return '.';
    if (commas != 1) return 0;
    const auto comma = digits.find(',');
    const bool may_group = comma >= 1 && comma <= 3 && digits[0] != '0' && digits.size() - comma == 4;
    return locale == base::Locale::english && may_group ? '\0' : ',';
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "1_234" and "1,234" are 1234: the first group has one to three digits, the others three, all behind the same sign.
std::optional<std::string> joined_groups(std::string_view text) {
    const auto sign_at = text.find_first_not_of("0123456789");
    if (sign_at == std::string_view::npos) return is_digits(text) ? std::optional{std::string{text}} : std::nullopt;
    const char sign = text[sign_at];
    std::string joined{text.substr(0, sign_at)};
    if (!is_digits(joined) || joined.size() > 3) return std::nullopt;
    for (text.remove_prefix(sign_at); !text.empty(); text.remove_prefix(4)) {
        if (text.size() < 4 || text[0] != sign || !is_digits(text.substr(1, 3))) return std::nullopt;
        joined += text.substr(1, 3);
    }
    return joined;
}

}  // namespace

std::optional<double> read_number(std::string_view text, base::Locale locale) {
    const Bare bare{text};
    std::string_view digits = bare.digits();
    if (bare.is_broken() || digits.empty()) return std::nullopt;
    const char sign = decimal_sign(digits, locale);
    const auto sign_at = sign == 0 ? std::string_view::npos : digits.rfind(sign);
    std::string_view whole = digits.substr(0, sign_at);
    std::string_view decimals = sign_at == std::string_view::npos ? std::string_view{} : digits.substr(sign_at + 1);
    const auto joined = whole.empty() ? std::optional<std::string>{"0"} : joined_groups(whole);
    const bool has_decimals = sign_at != std::string_view::npos;
    if (!joined || (has_decimals && !is_digits(decimals))) return std::nullopt;
    if (joined->size() + decimals.size() > kMostDigits) return std::nullopt;
    const std::string plain = *joined + (has_decimals ? "." + std::string{decimals} : "");
    double value = 0;
    std::from_chars(plain.data(), plain.data() + plain.size(), value);
    return bare.is_negative() ? -value : value;
}

std::string plain_number(double value) {
    std::array<char, 400> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr;
    return {digits.data(), end};
}

}  // namespace jobs_calculator
