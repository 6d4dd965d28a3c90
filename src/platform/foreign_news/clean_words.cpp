#include "platform/foreign_news/clean_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "platform/foreign_news/fold.h"
#include "platform/foreign_news/phrases.h"
#include "platform/html/foreign_html.h"

namespace foreign_news {
namespace {

constexpr std::size_t kLongestShortcode = 4'000;  // bytes from bracket to bracket

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; }

// Those of WordPress itself, and of what builds whole pages out of them.
bool is_known_shortcode(std::string_view name) {
    static constexpr auto kNames =
        std::to_array<std::string_view>({"caption", "wp_caption", "gallery", "playlist", "audio", "video", "embed"});
    const bool is_of_builder = name.starts_with("vc_") || name.starts_with("et_pb_") || name.starts_with("fusion_");
    return is_of_builder || std::ranges::find(kNames, name) != kNames.end();
}

// ` width="300"`: a name, and a value behind it.
bool has_attribute(std::string_view text) {
    const auto equals = text.find('=');
    return text.starts_with(' ') && equals != std::string_view::npos && equals > 1 && is_name(text[equals - 1]);
}

// The length of the shortcode that begins here; 0 for any other text in brackets.
std::size_t shortcode_length(std::string_view text) {
    if (!text.starts_with('[') || text.starts_with("[[")) return 0;
    const auto end = text.substr(0, kLongestShortcode).find(']');
    if (end == std::string_view::npos) return 0;
    const std::size_t begin = text.starts_with("[/") ? 2 : 1;
    auto name_end = begin;
    while (is_name(text[name_end])) ++name_end;
    const auto name = text.substr(begin, name_end - begin);
    const bool is_closing = begin == 2 && !name.empty() && name_end == end;
    const bool is_opening =
        begin == 1 && (is_known_shortcode(name) || has_attribute(text.substr(name_end, end - name_end)));
    return is_closing || is_opening ? end + 1 : 0;
}

}  // namespace

std::string without_shortcodes(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto begin = std::min(text.find('['), text.size());
        out += text.substr(0, begin);
        text.remove_prefix(begin);
        const auto length = shortcode_length(text);
        if (length > 0) {
            out += "\n\n";
            text.remove_prefix(length);
            continue;
        }
        const auto brackets = std::min(text.find_first_not_of('['), text.size());  // "[[gallery]]" shows "[gallery]"
        out += text.substr(0, brackets);
        text.remove_prefix(brackets);
    }
    return out;
}

CleanWords clean(const DirtyWords& words) {
    CleanWords out;
    if (!words.text.contains('<') && !words.text.contains('&')) {
        out.plain = shown_words(words.text);
        std::string_view rest = words.text;
        while (!rest.empty()) {
            const auto end = std::min(rest.find("\n\n"), rest.size());
            if (auto paragraph = shown_words(rest.substr(0, end)); !paragraph.empty())
                out.markdown += (out.markdown.empty() ? "" : "\n\n") + html::escaped_for_markdown(paragraph);
            rest.remove_prefix(std::min(end + 2, rest.size()));
        }
        return out;
    }
    std::string source{words.text};
    if (words.has_paragraphs_by_lines) source = html::with_paragraphs(source);
    const auto page = html::read_foreign_html(source);
    if (!page) return {.plain = shown_words(words.text)};
    out.plain = shown_words(html::plain_text_of(*page, 0));
    auto text = html::markdown_of(*page, 0, words.base);
    out.markdown = std::move(text.markdown);
    out.pictures = std::move(text.pictures);
    return out;
}

std::optional<base::Locale> said_language(std::string_view code) {
    const auto lower = base::lower_ascii(code.substr(0, 2));
    return base::locale_of(lower);
}

std::optional<base::Locale> guessed_language(std::string_view text) {
    static constexpr auto kEnglish =
        std::to_array<std::string_view>({"the", "and", "of", "to", "in", "for", "with", "that", "was", "are", "from",
                                         "have", "they", "their", "on", "is", "by"});
    static constexpr auto kFrench =
        std::to_array<std::string_view>({"le", "la", "les", "des", "et", "du", "une", "dans", "pour", "avec", "que",
                                         "qui", "sur", "aux", "est", "sont", "au", "un"});
    std::size_t english = 0;
    std::size_t french = 0;
    const auto fold = folded(text.substr(0, 20'000)).text;
    std::string_view rest = fold;
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of(" ,.;:!?'\"()\x01"), rest.size());
        const auto word = rest.substr(0, end);
        if (std::ranges::find(kEnglish, word) != kEnglish.end()) ++english;
        if (std::ranges::find(kFrench, word) != kFrench.end()) ++french;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (english == french || english + french < 3) return std::nullopt;
    return english > french ? base::Locale::english : base::Locale::french;
}

}  // namespace foreign_news
