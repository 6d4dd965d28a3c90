#include "people/person.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace people {
namespace {

// Endings that spammers' links have and names do not.
constexpr std::array<std::string_view, 14> kLinkEndings{"com", "net", "org", "info", "biz", "ca",   "ru",
                                                        "io",  "co",  "xyz", "top",  "cn",  "shop", "online"};

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

// Whether a domain's ending begins behind this dot, and ends there.
bool ends_a_domain(std::string_view behind_dot) {
    return std::ranges::any_of(kLinkEndings, [&](std::string_view ending) {
        if (!behind_dot.starts_with(ending)) return false;
        return behind_dot.size() == ending.size() || !is_word(behind_dot[ending.size()]);
    });
}

// "ca.org": two letters before the dot at least, so that "J.Co" stays an initial.
bool begins_a_domain(std::string_view before_dot) {
    return before_dot.size() >= 2 && is_word(before_dot.back()) && is_word(before_dot[before_dot.size() - 2]);
}

void check_name(base::Problems& problems, base::Problem missing, std::string_view name) {
    if (name.empty()) return problems.push_back(std::move(missing));
    if (base::count_characters(name) > kLongestName)
        problems.push_back({missing.field, base::message("This name is too long: at most 100 characters.")});
    else if (const auto problem = problem_of_line(name))
        problems.push_back({missing.field, *problem});
}

}  // namespace

PersonName tidied(const PersonName& typed) {
    return {base::collapse_spaces(typed.given), base::collapse_spaces(typed.family)};
}

base::Problems problems_of(const PersonName& name) {
    base::Problems problems;
    check_name(problems, {"given_name", base::message("Please give your given name.")}, name.given);
    check_name(problems, {"family_name", base::message("Please give your family name.")}, name.family);
    return problems;
}

NameKeys name_keys(const PersonName& name, std::string_view email) {
    NameKeys keys{base::fold_name(name.family), base::fold_name(name.given)};
    if (keys == NameKeys{}) keys.family = base::fold_name(email.substr(0, email.find('@')));
    return keys;
}

Address address_of(const Person& person) {
    return {.country = Country::parse(person.country).value_or(Country{}),
            .postal_code = person.postal_code,
            .place = person.place,
            .province = person.province};
}

std::optional<int> riding_of(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = error == std::errc{} && end == text.data() + text.size() && text.size() == 5;
    if (!is_whole || number < 10'001 || number > 62'999) return std::nullopt;
    return number;
}

std::optional<base::Message> problem_of_line(std::string_view text) {
    if (text.empty()) return std::nullopt;
    if (!base::is_valid_utf8(text))
        return base::message("Some characters here cannot be read. Please type them again.");
    if (std::string_view{"=+-@"}.contains(text.front()))
        return base::message("Please begin with a letter, not with = + - or @.");
    if (holds_link(text)) return base::message("Please leave out web addresses here.");
    return std::nullopt;
}

bool holds_link(std::string_view text) {
    const std::string lower = base::lower_ascii(text);
    const std::string_view view{lower};
    if (view.contains("://") || view.contains("www.")) return true;
    for (auto dot = view.find('.'); dot != std::string_view::npos; dot = view.find('.', dot + 1))
        if (begins_a_domain(view.substr(0, dot)) && ends_a_domain(view.substr(dot + 1))) return true;
    return false;
}

}  // namespace people
