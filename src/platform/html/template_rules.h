// platform/html/template_rules.h - which elements and attributes of a template take what: the knowledge of the scanner.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "platform/html/template_position.h"

namespace html::scanning {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

// Compares ignoring ASCII case; `lower_case` is written in lower case.
constexpr bool is(std::string_view text, std::string_view lower_case) {
    if (text.size() != lower_case.size()) return false;
    for (size_t i = 0; i < text.size(); ++i)
        if (lower(text[i]) != lower_case[i]) return false;
    return true;
}

constexpr bool begins(std::string_view text, std::string_view lower_case) {
    return text.size() >= lower_case.size() && is(text.substr(0, lower_case.size()), lower_case);
}

template <size_t Count>
constexpr bool is_one_of(std::string_view text, const std::array<std::string_view, Count>& names) {
    for (auto name : names)
        if (is(text, name)) return true;
    return false;
}

// Elements whose content the browser does not read as markup: escaping would not protect there.
inline constexpr auto kRawTextElements = std::to_array<std::string_view>(
    {"script", "style", "iframe", "xmp", "noembed", "noframes", "noscript", "plaintext"});
inline constexpr auto kPlainTextElements = std::to_array<std::string_view>({"title", "textarea"});
// Elements that run or embed what they load.
inline constexpr auto kResourceElements = std::to_array<std::string_view>({"script", "iframe", "object", "embed"});
inline constexpr auto kUrlAttributes =
    std::to_array<std::string_view>({"href", "src", "action", "formaction", "poster", "cite", "data", "background",
                                     "longdesc", "ping", "manifest", "xlink:href"});
// Attributes that no value from outside may reach: documents and instructions in disguise.
inline constexpr auto kForbiddenAttributes = std::to_array<std::string_view>({"srcdoc", "http-equiv", "attributename"});
inline constexpr auto kSourceSets = std::to_array<std::string_view>({"srcset", "imagesrcset"});
// Elements in which any slot could move or rewrite other URLs of the page.
inline constexpr auto kSlotlessElements = std::to_array<std::string_view>({"base", "animate", "set"});

// Why a slot may not stand in the value of this attribute, or none.
constexpr Refusal refusal_of_attribute(std::string_view name) {
    if (begins(name, "on")) return Refusal::event_handler;
    if (is(name, "style")) return Refusal::style_attribute;
    if (is_one_of(name, kSourceSets)) return Refusal::source_set;
    if (is_one_of(name, kForbiddenAttributes)) return Refusal::forbidden_attribute;
    return Refusal::none;
}

constexpr size_t count_slots(std::string_view text) {
    size_t count = 0;
    for (size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != '{' || text[i + 1] != '}') continue;
        ++count;
        ++i;
    }
    return count;
}

// The position of a slot that follows `prefix` within a URL attribute and is followed by `rest` of the template.
// A slot at the start brings scheme and host itself and is checked when the page is written. Any other needs a literal
// prefix that has settled both, so that the value can only be a piece of the path or query.
struct UrlPlace {
    std::string_view prefix;
    std::string_view rest;

    [[nodiscard]] constexpr bool accepted() const { return prefix.empty() || host_is_settled(); }

    [[nodiscard]] constexpr Position position() const {
        if (prefix.empty()) return rest.starts_with('/') ? Position::url_base : Position::url;
        const bool in_query = prefix.find_first_of("?#") != std::string_view::npos;
        return in_query ? Position::query_piece : Position::path_piece;
    }

private:
    [[nodiscard]] constexpr bool host_is_settled() const {
        if (begins(prefix, "//") || begins(prefix, "/\\")) return false;
        if (begins(prefix, "mailto:") || begins(prefix, "tel:")) return true;
        if (begins(prefix, "https://")) return has_path_after(8);
        if (begins(prefix, "http://")) return has_path_after(7);
        if (begins(prefix, "{}")) return has_path_after(2);
        return prefix[0] == '/' || prefix[0] == '?' || prefix[0] == '#';
    }
    [[nodiscard]] constexpr bool has_path_after(size_t scheme_length) const {
        return prefix.find_first_of("/?#", scheme_length) != std::string_view::npos;
    }
};

}  // namespace html::scanning
