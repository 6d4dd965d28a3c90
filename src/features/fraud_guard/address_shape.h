// features/fraud_guard/address_shape.h - what the letters of an email address and of a name look like. Pure: no memory
// of others, no clock.
#pragma once
#include <string>
#include <string_view>

namespace fraud_guard {

// The part before the '@', in small letters, as far as these rules care.
struct LocalPart {
    std::string_view whole;  // as typed, in small letters
    std::string_view name;   // without the tag: "maya" of "maya+news"

    bool has_tag() const { return name.size() != whole.size(); }
};
LocalPart local_part_of(std::string_view address);

// The digits in it.
std::size_t count_digits(std::string_view text);

// The letters of a local part without digits and separators: what "ann.lee1", "ann.lee2" and "annlee3" share.
std::string stem_of(std::string_view local_part);

// Whether a local part looks as if a machine had drawn it: letters and digits that take turns at least three times
// ("x7k2q9"), six consonants in a row, two strange pairs, or eight and more letters of which fewer than one in ten is a
// vowel. One that
// holds the first three letters of a name that was given is never random.
struct GivenNames {
    std::string_view given, family;  // folded: base::fold_name
};
bool looks_random(std::string_view local_part, const GivenNames& names);

// --- names, each folded (base::fold_name). Names in other scripts than the Latin one are never odd.

// Fewer than two letters.
bool is_one_letter(std::string_view folded_name);

// Four neighbours on a keyboard or in the alphabet ("asdf", "qwer", "abcd", either way), or one letter three times in a
// row ("aaa").
bool is_keyboard_run(std::string_view folded_name);

// Letters that no name has: six consonants in a row, five and more letters without a vowel, or a digit.
bool is_random_name(std::string_view folded_name);

// Pairs of neighbours that names and words of European languages hardly hold, nor names from elsewhere as they are
// written there: "xk", "vq", "jx". A name may have one; two in one person's names were drawn by a machine.
std::size_t count_strange_pairs(std::string_view folded);

// Whether text holds a link: "http://", "www.", or a word that ends in a common top-level domain after a dot.
bool holds_link(std::string_view text);

}  // namespace fraud_guard
