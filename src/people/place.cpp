#include "people/place.h"

#include <algorithm>
#include <unordered_map>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "base/check.h"
#include "base/text.h"
#include "people/person.h"
#include "platform/i18n/translator.h"

namespace people {
namespace {

constexpr std::size_t kLongestForeignCode = 20;  // characters

struct ProvinceTraits {
    std::string_view code;
    base::Message name;
};

constexpr std::array<ProvinceTraits, kProvinces.size()> kTraits{{
    {"AB", base::message("Alberta")},
    {"BC", base::message("British Columbia")},
    {"MB", base::message("Manitoba")},
    {"NB", base::message("New Brunswick")},
    {"NL", base::message("Newfoundland and Labrador")},
    {"NS", base::message("Nova Scotia")},
    {"NT", base::message("Northwest Territories")},
    {"NU", base::message("Nunavut")},
    {"ON", base::message("Ontario")},
    {"PE", base::message("Prince Edward Island")},
    {"QC", base::message("Quebec")},
    {"SK", base::message("Saskatchewan")},
    {"YT", base::message("Yukon")},
}};

const ProvinceTraits& traits_of(Province province) { return kTraits[static_cast<std::size_t>(province)]; }

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::string_view kNeverInCodes = "DFIOQU";
constexpr std::string_view kNeverFirst = "WZ";

bool has_letter_at(std::string_view code, std::size_t at) {
    return is_upper(code[at]) && !kNeverInCodes.contains(code[at]) && (at > 0 || !kNeverFirst.contains(code[at]));
}

bool is_postal_code(std::string_view code) {
    if (code.size() != 6) return false;
    for (std::size_t at = 0; at < code.size(); ++at)
        if (at % 2 == 0 ? !has_letter_at(code, at) : !is_digit(code[at])) return false;
    return true;
}

// "k1a-0b1" -> "K1A0B1": what stands between the third and the fourth character goes, when it is blank or one hyphen.
std::string without_gap(std::string_view text) {
    std::string code = base::collapse_spaces(text);
    std::ranges::transform(code, code.begin(), upper);
    if (code.size() == 7 && (code[3] == ' ' || code[3] == '-')) code.erase(3, 1);
    return code;
}

Province northern_province(const PostalCode& code) {
    const auto district = code.district();
    return district == "X0A" || district == "X0B" || district == "X0C" ? Province::nu : Province::nt;
}

bool is_country(std::string_view letters) {
    for (const char* const* known = icu::Locale::getISOCountries(); *known != nullptr; ++known)
        if (letters == *known) return true;
    return false;
}

std::string icu_name(const char* code, base::Locale locale) {
    const auto language = locale == base::Locale::english ? icu::Locale::getCanada() : icu::Locale::getCanadaFrench();
    icu::UnicodeString name;
    icu::Locale{"", code}.getDisplayCountry(language, name);
    std::string text;
    name.toUTF8String(text);
    return text;
}

std::vector<CountryChoice> make_country_choices(base::Locale locale) {
    std::vector<CountryChoice> choices;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code)
        choices.push_back({*code, icu_name(*code, locale)});
    const i18n::Translator t{locale};
    std::ranges::sort(choices, [&](const CountryChoice& left, const CountryChoice& right) {
        if ((left.code == "CA") != (right.code == "CA")) return left.code == "CA";
        return t.compare(left.name, right.name) < 0;
    });
    return choices;
}

// By code. The choices live as long as the program.
using CountryNames = std::unordered_map<std::string_view, std::string_view>;
CountryNames names_of(const std::vector<CountryChoice>& choices) {
    CountryNames names;
    for (const auto& choice : choices) names.emplace(choice.code, choice.name);
    return names;
}

}  // namespace

std::string_view code(Province province) { return traits_of(province).code; }

base::Message name(Province province) { return traits_of(province).name; }

std::optional<Province> province_of(std::string_view code) {
    const auto found = std::ranges::find(kTraits, code, &ProvinceTraits::code);
    if (found == kTraits.end()) return std::nullopt;
    return static_cast<Province>(found - kTraits.begin());
}

std::optional<PostalCode> PostalCode::parse(std::string_view text) {
    std::string code = without_gap(text);
    if (!is_postal_code(code)) return std::nullopt;
    code.insert(3, 1, ' ');
    return PostalCode{std::move(code)};
}

Province province_of(const PostalCode& code) {
    switch (code.text().front()) {
        case 'A':
            return Province::nl;
        case 'B':
            return Province::ns;
        case 'C':
            return Province::pe;
        case 'E':
            return Province::nb;
        case 'G':
        case 'H':
        case 'J':
            return Province::qc;
        case 'K':
        case 'L':
        case 'M':
        case 'N':
        case 'P':
            return Province::on;
        case 'R':
            return Province::mb;
        case 'S':
            return Province::sk;
        case 'T':
            return Province::ab;
        case 'V':
            return Province::bc;
        case 'Y':
            return Province::yt;
        default:
            return northern_province(code);
    }
}

std::optional<Country> Country::parse(std::string_view text) {
    if (text.size() != 2) return std::nullopt;
    const std::array letters{upper(text[0]), upper(text[1])};
    if (!is_country({letters.data(), letters.size()})) return std::nullopt;
    return Country{letters};
}

std::string country_name(std::string_view code, base::Locale locale) {
    static const CountryNames english = names_of(country_choices(base::Locale::english));
    static const CountryNames french = names_of(country_choices(base::Locale::french));
    const auto& names = locale == base::Locale::english ? english : french;
    const auto found = names.find(code);
    return std::string{found == names.end() ? code : found->second};
}

const std::vector<CountryChoice>& country_choices(base::Locale locale) {
    static const std::vector<CountryChoice> english = make_country_choices(base::Locale::english);
    static const std::vector<CountryChoice> french = make_country_choices(base::Locale::french);
    return locale == base::Locale::english ? english : french;
}

std::optional<base::Message> problem_of_place(std::string_view place) {
    if (base::count_characters(place) > kLongestPlace)
        return base::message("The place is too long: at most 100 characters.");
    return problem_of_line(place);
}

base::Problems problems_of(const TypedAddress& typed) {
    base::Problems problems;
    const auto country = typed.country.empty() ? Country{} : Country::parse(typed.country);
    const auto postal_code = base::collapse_spaces(typed.postal_code);
    if (!country) problems.push_back({"country", base::message("Please choose a country from the list.")});
    if (country && country->is_canada()) {
        if (postal_code.empty())
            problems.push_back({"postal_code", base::message("Please give your postal code.")});
        else if (!PostalCode::parse(postal_code))
            problems.push_back(
                {"postal_code", base::message("This is not a Canadian postal code. One looks like K1A 0B1.")});
    } else if (base::count_characters(postal_code) > kLongestForeignCode) {
        problems.push_back({"postal_code", base::message("The postal code is too long: at most 20 characters.")});
    } else if (const auto problem = problem_of_line(postal_code)) {
        problems.push_back({"postal_code", *problem});
    }
    if (const auto problem = problem_of_place(base::collapse_spaces(typed.place)))
        problems.push_back({"place", *problem});
    return problems;
}

Address understood(const TypedAddress& typed) {
    Address address;
    const auto country = typed.country.empty() ? Country{} : Country::parse(typed.country);
    CHECK(country.has_value());
    address.country = *country;
    address.postal_code = base::collapse_spaces(typed.postal_code);
    address.place = base::collapse_spaces(typed.place);
    if (!address.country.is_canada()) return address;
    if (const auto postal_code = PostalCode::parse(address.postal_code)) {
        address.postal_code = postal_code->text();
        address.province = province_of(*postal_code);
    }
    return address;
}

}  // namespace people
