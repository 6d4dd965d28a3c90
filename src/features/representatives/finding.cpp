#include "features/representatives/finding.h"

#include <algorithm>

#include "base/text.h"
#include "base/whole_number.h"

namespace representatives {
namespace {

// Codes of countries whose people may well look here: five digits (with four more in the United States), and letters
// first and a digit with two letters last as in the United Kingdom.
bool looks_foreign(std::string_view text) {
    std::string plain;
    for (const char c : text)
        if (c != ' ' && c != '-') plain += c;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool is_number = (plain.size() == 5 || plain.size() == 9) && std::ranges::all_of(plain, is_digit);
    const bool is_british = plain.size() >= 5 && plain.size() <= 7 && !is_digit(plain.front()) &&
                            is_digit(plain[plain.size() - 3]) && !is_digit(plain.back()) &&
                            !is_digit(plain[plain.size() - 2]);
    return is_number || is_british;
}

}  // namespace

base::Problems problems_of_code(std::string_view typed) {
    const std::string text = base::collapse_spaces(typed);
    if (people::PostalCode::parse(text)) return {};
    if (text.empty()) return {{"postal_code", base::message("Please enter your postal code.")}};
    if (looks_foreign(text))
        return {{"postal_code", base::message("This looks like a code of another country. Only Canadian postal codes, "
                                              "such as K1A 0B1, lead to a representative here.")}};
    return {{"postal_code", base::message("There is no such postal code in Canada. They look like K1A 0B1: letter, "
                                          "digit, letter, then digit, letter, digit.")}};
}

bool Finding::is_known() const {
    return std::ranges::any_of(houses, [](const FoundHouse& each) { return !each.ridings.empty(); });
}

std::optional<Riding> choice_among(const std::vector<Riding>& ridings, std::string_view typed) {
    if (ridings.size() == 1) return ridings.front();
    const auto id = base::id_from<RidingId>(typed);
    const auto found = id ? std::ranges::find(ridings, *id, &Riding::id) : ridings.end();
    return found == ridings.end() ? std::nullopt : std::optional{*found};
}

}  // namespace representatives
