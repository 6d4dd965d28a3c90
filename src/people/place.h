// people/place.h - where a person is: postal code, province, country, place. Pure.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "base/problem.h"

namespace people {

// Provinces and territories, west of none: in the alphabetical order of their codes. Stored by number.
enum class Province : unsigned char { ab, bc, mb, nb, nl, ns, nt, nu, on, pe, qc, sk, yt };

inline constexpr std::array kProvinces{Province::ab, Province::bc, Province::mb, Province::nb, Province::nl,
                                       Province::ns, Province::nt, Province::nu, Province::on, Province::pe,
                                       Province::qc, Province::sk, Province::yt};

// "AB", "BC", ... as Canada Post writes them.
std::string_view code(Province province);
std::optional<Province> province_of(std::string_view code);

// The English name as a key of the catalogue: t(name(Province::qc)).
base::Message name(Province province);

// A Canadian postal code, such as K1A 0B1. Valid by construction.
class PostalCode {
public:
    // letter digit letter, then digit letter digit, in any case, with blanks or one hyphen between the halves or none.
    // D F I O Q U stand nowhere, W and Z not first. nullopt for anything else.
    static std::optional<PostalCode> parse(std::string_view text);

    const std::string& text() const { return text_; }  // "K1A 0B1"
    // The first half, "K1A": a district of some ten thousand people.
    std::string_view district() const { return std::string_view{text_}.substr(0, 3); }

    bool operator==(const PostalCode&) const = default;

private:
    explicit PostalCode(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

// By the first letter; in the north X0A, X0B and X0C are Nunavut and the other X the Northwest Territories.
Province province_of(const PostalCode& code);

// An ISO 3166-1 country by its two letters.
class Country {
public:
    Country() = default;  // Canada
    // nullopt unless text, in any case, is a code in use today.
    static std::optional<Country> parse(std::string_view text);

    std::string_view code() const { return {letters_.data(), letters_.size()}; }
    bool is_canada() const { return *this == Country{}; }
    bool operator==(const Country&) const = default;

private:
    explicit Country(std::array<char, 2> letters) : letters_(letters) {}
    std::array<char, 2> letters_{'C', 'A'};
};

struct CountryChoice {
    std::string code, name;
};

// The name in this language of the country of this code; the code itself where no country has it.
std::string country_name(std::string_view code, base::Locale locale);

// For a menu: Canada first, then every other country by its name in this language and its order. Made once, kept.
const std::vector<CountryChoice>& country_choices(base::Locale locale);

inline constexpr std::size_t kLongestPlace = 100;  // characters

// What is wrong with the name of a town or village: too long, a link, a start that a spreadsheet takes for a formula.
// Empty is fine here; whether it is required is the form's business. The text is tidied before (base::collapse_spaces).
std::optional<base::Message> problem_of_place(std::string_view place);

// What a person may state about where they are, as typed, and as understood.
struct TypedAddress {
    std::string country;      // two letters; empty: Canada
    std::string postal_code;  // required and checked for Canada; up to 20 characters elsewhere
    std::string place;
};
struct Address {
    Country country;
    std::string postal_code;  // "K1A 0B1" for Canada; as typed elsewhere, may be empty
    std::string place;        // may be empty
    std::optional<Province> province;
};

// Everything wrong with it, under the field names country, postal_code and place; and the tidied value.
base::Problems problems_of(const TypedAddress& typed);
Address understood(const TypedAddress& typed);  // of one without problems

}  // namespace people
