#include "features/search/asked.h"

#include <charconv>

#include <fmt/format.h>

namespace search {
namespace {

std::int64_t number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : 0;
}

// Letters, digits and -._~ as they are, every other byte as %XX.
std::string percent_encoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              std::string_view{"-._~"}.find(c) != std::string_view::npos;
        if (is_plain)
            out += c;
        else
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

void append(std::string& path, std::string_view name, std::string_view value) {
    if (!value.empty()) path += fmt::format("&{}={}", name, percent_encoded(value));
}

}  // namespace

std::string_view code_of(Languages languages) {
    switch (languages) {
        case Languages::own_first:
            return "";
        case Languages::english:
            return "en";
        case Languages::french:
            return "fr";
        case Languages::both:
            return "all";
    }
    return "";
}

Languages languages_of(std::string_view code) {
    for (const auto languages : {Languages::english, Languages::french, Languages::both})
        if (code == code_of(languages)) return languages;
    return Languages::own_first;
}

int year_in(std::string_view text) {
    const auto year = number_in(text);
    return year >= 1800 && year < 2200 ? static_cast<int>(year) : 0;
}

std::int64_t page_in(std::string_view text) {
    const auto page = number_in(text);
    return page >= 1 && page <= kPages ? page : 1;
}

std::string search_path(base::Locale locale, const Asked& asked) {
    auto path = fmt::format("/{}/search?q={}", base::code(locale), percent_encoded(asked.words));
    append(path, "kind", asked.kind);
    append(path, "section", asked.section);
    append(path, "level", asked.level);
    if (asked.year != 0) append(path, "year", std::to_string(asked.year));
    append(path, "lang", code_of(asked.languages));
    if (asked.page > 1) append(path, "page", std::to_string(asked.page));
    return path;
}

}  // namespace search
