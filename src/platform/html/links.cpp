#include "platform/html/links.h"

#include <array>
#include <utility>

#include "platform/html/escape.h"

namespace html {
namespace {

// The references that append_escaped writes.
std::string unescaped(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 5> kReferences{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
    std::string plain;
    while (!text.empty()) {
        std::size_t taken = 1;
        char letter = text[0];
        for (const auto& [reference, meaning] : kReferences)
            if (text.starts_with(reference)) {
                taken = reference.size();
                letter = meaning;
            }
        plain += letter;
        text.remove_prefix(taken);
    }
    return plain;
}

bool is_relative_path(std::string_view url) {
    if (url.empty() || url[0] == '/' || url[0] == '\\') return false;
    for (const char c : url)
        if (c == ':' || c == '\\' || static_cast<unsigned char>(c) < 0x20) return false;
    return true;
}

void append_changed(std::string& out, std::string_view escaped, const LinkChange& change) {
    const auto before = unescaped(escaped);
    const auto url = change(before);
    if (url == before) {
        out += escaped;
        return;
    }
    const bool is_fine = is_allowed_url(url) || is_relative_path(url);
    append_escaped(out, is_fine ? std::string_view{url} : std::string_view{"#blocked"});
}

// "small.webp 320w, large.webp 640w": each address is followed by a blank or the end of its candidate.
void append_source_set(std::string& out, std::string_view set, const LinkChange& change) {
    while (!set.empty()) {
        const auto start = set.find_first_not_of(" ,\n\t");
        if (start == std::string_view::npos) break;
        out += set.substr(0, start);
        set.remove_prefix(start);
        const auto end = std::min(set.find_first_of(" \n\t"), set.size());
        append_changed(out, set.substr(0, end), change);
        const auto next = std::min(set.find(',', end), set.size());
        out += set.substr(end, next - end);
        set.remove_prefix(next);
    }
    out += set;
}

enum class Holds : unsigned char { nothing, address, source_set };

// What the attribute of this name holds; `before` ends behind the name's "=".
Holds held_by(std::string_view before) {
    before.remove_suffix(1);
    const auto name = before.substr(before.find_last_of(" \n\t") + 1);
    for (const std::string_view each : {"href", "src", "poster", "cite", "action"})
        if (name == each) return Holds::address;
    return name == "srcset" || name == "imagesrcset" ? Holds::source_set : Holds::nothing;
}

// One tag, from "<" to ">".
void append_tag(std::string& out, std::string_view tag, const LinkChange& change) {
    std::size_t at = 0;
    for (auto open = tag.find("=\""); open != std::string_view::npos; open = tag.find("=\"", at)) {
        const auto close = tag.find('"', open + 2);
        if (close == std::string_view::npos) break;
        const auto value = tag.substr(open + 2, close - open - 2);
        out += tag.substr(at, open + 2 - at);
        const auto holds = held_by(tag.substr(0, open + 1));
        if (holds == Holds::address)
            append_changed(out, value, change);
        else if (holds == Holds::source_set)
            append_source_set(out, value, change);
        else
            out += value;
        out += '"';
        at = close + 1;
    }
    out += tag.substr(at);
}

// Where the tag that begins at `open` ends: the first ">" outside of quotes.
std::size_t end_of_tag(std::string_view markup, std::size_t open) {
    bool is_quoted = false;
    for (std::size_t i = open; i < markup.size(); ++i) {
        if (markup[i] == '"') is_quoted = !is_quoted;
        if (markup[i] == '>' && !is_quoted) return i + 1;
    }
    return markup.size();
}

}  // namespace

std::string with_links(std::string_view markup, const LinkChange& change) {
    std::string changed;
    changed.reserve(markup.size() + markup.size() / 8);
    std::size_t at = 0;
    for (auto open = markup.find('<'); open != std::string_view::npos; open = markup.find('<', at)) {
        changed += markup.substr(at, open - at);
        at = end_of_tag(markup, open);
        append_tag(changed, markup.substr(open, at - open), change);
    }
    changed += markup.substr(at);
    return changed;
}

SafeHtml with_links(const SafeHtml& markup, const LinkChange& change) {
    Out out;
    writing::Access::text(out) = with_links(markup.view(), change);
    return std::move(out).finish();
}

SafeHtml with_absolute_links(const SafeHtml& markup, std::string_view base_url) {
    return with_links(markup, [&](std::string_view url) {
        const bool is_here = url.starts_with('/') && !url.starts_with("//");
        return is_here ? std::string{base_url}.append(url) : std::string{url};
    });
}

}  // namespace html
