#include "platform/foreign_news/clean_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "platform/foreign_news/fold.h"
#include "platform/foreign_news/phrases.h"
#include "platform/html/foreign_html.h"

namespace foreign_news {

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
