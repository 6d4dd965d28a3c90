#include "features/fraud_guard/address_shape.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/text.h"

namespace fraud_guard {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kNeighbours = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_vowel(char c) { return "aeiouy"sv.contains(c); }
bool is_latin(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// "sch", "ch", "th" and their like count as one: people are called Hirschsprung.
std::size_t longest_run_of_consonants(std::string_view text) {
    std::size_t longest = 0, run = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_of_next = text[i] == 'c' && i + 1 < text.size() && text[i + 1] == 'h';
        const bool is_of_last = text[i] == 'h' && run > 0;
        if (is_of_next || is_of_last) continue;
        run = is_letter(text[i]) && !is_vowel(text[i]) ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

// How often a digit follows a letter or a letter a digit.
std::size_t count_turns(std::string_view text) {
    std::size_t turns = 0;
    for (std::size_t i = 1; i < text.size(); ++i)
        turns += (is_digit(text[i - 1]) && is_letter(text[i])) || (is_letter(text[i - 1]) && is_digit(text[i])) ? 1 : 0;
    return turns;
}

bool has_few_vowels(std::string_view text) {
    const auto letters = static_cast<std::size_t>(std::ranges::count_if(text, is_letter));
    const auto vowels = static_cast<std::size_t>(std::ranges::count_if(text, is_vowel));
    return letters >= 8 && vowels * 10 < letters;
}

bool holds_start_of(std::string_view text, std::string_view name) {
    return name.size() >= 3 && text.contains(name.substr(0, 3));
}

using FourLetters = std::uint32_t;

FourLetters four_letters(std::string_view text) {
    FourLetters letters = 0;
    for (const char c : text.substr(0, kNeighbours)) letters = letters << 8 | static_cast<unsigned char>(c);
    return letters;
}

// Every four neighbours of the keyboards' rows and of the alphabet, sorted. "wert" begins real names.
std::vector<FourLetters> neighbours() {
    static constexpr std::array kRows{
        "qwertyuiop"sv, "poiuytrewq"sv, "asdfghjkl"sv,  "lkjhgfdsa"sv, "zxcvbnm"sv,
        "mnbvcxz"sv,    "rtyuiop"sv,    "qsdfghjklm"sv, "wxcvbn"sv,    "abcdefghijklmnopqrstuvwxyz"sv};
    std::vector<FourLetters> all;
    for (const std::string_view row : kRows)
        for (std::size_t i = 0; i + kNeighbours <= row.size(); ++i)
            if (row.substr(i, kNeighbours) != "wert") all.push_back(four_letters(row.substr(i)));
    std::ranges::sort(all);
    return all;
}

bool has_neighbours(std::string_view text) {
    static const std::vector<FourLetters> kNeighboursOfRows = neighbours();
    for (std::size_t i = 0; i + kNeighbours <= text.size(); ++i)
        if (std::ranges::binary_search(kNeighboursOfRows, four_letters(text.substr(i)))) return true;
    return false;
}

bool has_same_letter_thrice(std::string_view text) {
    for (std::size_t i = 2; i < text.size(); ++i)
        if (text[i] == text[i - 1] && text[i] == text[i - 2]) return true;
    return false;
}

}  // namespace

LocalPart local_part_of(std::string_view address) {
    const auto whole = address.substr(0, address.rfind('@'));
    return {whole, whole.substr(0, std::max<std::size_t>(whole.find('+'), 1))};
}

std::size_t count_digits(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, is_digit));
}

std::string stem_of(std::string_view local_part) {
    std::string stem;
    for (const char c : local_part)
        if (!is_digit(c) && !"._-"sv.contains(c)) stem += c;
    return stem;
}

bool looks_random(std::string_view local_part, const GivenNames& names) {
    if (!is_latin(local_part)) return false;
    if (holds_start_of(local_part, names.given) || holds_start_of(local_part, names.family)) return false;
    return count_turns(local_part) >= 3 || count_strange_pairs(local_part) >= 2 ||
           longest_run_of_consonants(local_part) >= 6 || has_few_vowels(local_part);
}

bool is_one_letter(std::string_view folded_name) { return is_latin(folded_name) && folded_name.size() < 2; }

bool is_keyboard_run(std::string_view folded_name) {
    return has_same_letter_thrice(folded_name) || has_neighbours(folded_name);
}

bool is_random_name(std::string_view folded_name) {
    if (!is_latin(folded_name)) return false;
    if (count_digits(folded_name) > 0) return true;
    if (longest_run_of_consonants(folded_name) >= 6) return true;
    return folded_name.size() >= 5 && std::ranges::none_of(folded_name, is_vowel);
}

std::size_t count_strange_pairs(std::string_view folded) {
    // What does not stand behind a letter, and what not before it.
    struct Strange {
        char letter;
        std::string_view behind, before;
    };
    static constexpr std::array kStrange{
        Strange{'q', "dfgjwxz", "fgjpvwxz"},  Strange{'x', "dgjkqrvz", "bcdfghjkmpqsvwz"},
        Strange{'v', "bfjpqwxz", "bfjmpqwx"}, Strange{'z', "fjqx", "jpqvwx"},
        Strange{'w', "gjpqvxz", "bfjpqvxz"},  Strange{'j', "fqwx", "cpqvwxz"}};
    std::size_t count = 0;
    for (std::size_t i = 1; i < folded.size(); ++i)
        count += std::ranges::any_of(kStrange, [&](const Strange& each) {
            return (folded[i - 1] == each.letter && each.behind.contains(folded[i])) ||
                   (folded[i] == each.letter && each.before.contains(folded[i - 1]));
        });
    return count;
}

bool holds_link(std::string_view text) {
    static constexpr std::array kMarks{"://"sv,  "www."sv,  ".com"sv, ".net"sv,  ".org"sv,  ".ru"sv,   ".xyz"sv,
                                       ".top"sv, ".info"sv, ".biz"sv, ".shop"sv, "t.me/"sv, "bit.ly"sv};
    const std::string small = base::lower_ascii(text);
    return std::ranges::any_of(kMarks, [&](std::string_view mark) {
        const auto at = small.find(mark);
        if (at == std::string::npos) return false;
        const auto end = at + mark.size();
        return !mark.starts_with('.') || end == small.size() || !is_letter(small[end]);
    });
}

}  // namespace fraud_guard
