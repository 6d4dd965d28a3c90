#include "platform/foreign_news/listing_head.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/sentences.h"

namespace foreign_news {
namespace {

constexpr std::size_t kLongestTitleLine = 90;  // bytes of a line of plain text that can be a title
constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kMostLinesAbove = 4;  // that could be titles; more of them are a menu

// The parts of "International Solidarity | National Union": the page's first.
std::vector<std::string> parts_of(std::string_view title) {
    static constexpr auto kMarks =
        std::to_array<std::string_view>({" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " « ", " / "});
    std::vector<std::string> parts;
    while (!title.empty()) {
        auto end = title.size();
        std::size_t length = 0;
        for (const auto mark : kMarks)
            if (const auto at = title.find(mark); at < end) {
                end = at;
                length = mark.size();
            }
        parts.push_back(shown_words(title.substr(0, end)));
        title.remove_prefix(std::min(end + length, title.size()));
    }
    return parts;
}

int score_of(const Document& document, const Block& block) {
    int score = block.level <= 2 ? 3 : 1;
    const auto words = essence(block.text);
    const auto is_own = [&words](const std::string& part) { return essence(part) == words; };
    if (!words.empty() && std::ranges::any_of(parts_of(document.title), is_own)) score += 6;
    if (!document.site.empty() && essence(document.site) == words) score -= 12;
    if (block.is_outside) score -= 4;
    if (block.ends_item || block.text.size() > kLongestTitle || is_hidden_heading(block.text)) score -= 20;
    return score;
}

std::optional<std::size_t> heading_before(const Document& document, std::size_t end) {
    std::optional<std::size_t> best;
    int best_score = -1;
    for (std::size_t at = 0; at < end; ++at) {
        const auto& block = document.blocks[at];
        if (block.role != BlockRole::text || block.face != Face::heading) continue;
        const int score = score_of(document, block);
        if (score < best_score || score < 0) continue;
        best = at;
        best_score = score;
    }
    return best;
}

bool is_text(const Block& block) { return block.role == BlockRole::text && !block.is_outside; }

// Whether a sentence ends within these words: "We share one goal. (Photo: ILO)". Short words may be abbreviations.
bool holds_sentence(std::string_view text) {
    for (auto at = text.find_first_of(".!?"); at != std::string_view::npos; at = text.find_first_of(".!?", at + 1)) {
        const auto word = text.substr(0, at).find_last_of(' ') + 1;
        if (at + 2 < text.size() && text[at + 1] == ' ' && at - word >= 4) return true;
    }
    return false;
}

bool is_title_line(const Block& block) {
    return is_text(block) && block.text.size() <= kLongestTitleLine && looks_cut(block.text) &&
           !holds_sentence(block.text) && !block.markdown.starts_with("- ") && !block.ends_item &&
           !block.text.contains(" | ") && !is_caption(block.text);
}

// Many words, most of them small: a sentence that lost its full stop, as lines below a title do.
bool reads_like_sentence(std::string_view text) {
    std::size_t words = 0;
    std::size_t small = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && text[at - 1] != ' ') continue;
        ++words;
        small += text[at] >= 'a' && text[at] <= 'z' ? 1 : 0;
    }
    return words >= 7 && 2 * small > words;
}

// "Home About us Contact": links that stood below each other.
bool is_menu(std::string_view text) {
    const auto words = essence(text);
    return words.starts_with("home") || words.starts_with("accueil");
}

// The nearest short line that is no sentence, with only longer paragraphs behind it. Where it reads like one after all,
// a line of two words or more above it; but not where so many stand there that they are a menu.
std::optional<std::size_t> line_before(const Document& document, std::size_t end) {
    std::vector<std::size_t> lines;
    for (auto at = end; at-- > 0;)
        if (is_title_line(document.blocks[at])) lines.push_back(at);
    if (lines.empty()) return std::nullopt;
    if (!reads_like_sentence(document.blocks[lines.front()].text) || lines.size() > kMostLinesAbove) return lines[0];
    const auto better = std::ranges::find_if(lines, [&](std::size_t at) {
        const auto& text = document.blocks[at].text;
        return text.contains(' ') && !reads_like_sentence(text) && !is_menu(text);
    });
    return better == lines.end() ? lines[0] : *better;
}

// A line of bold words where a heading should be.
std::optional<std::size_t> bold_before(const Document& document, std::size_t end) {
    for (auto at = end; at-- > 0;) {
        const auto& block = document.blocks[at];
        if (is_text(block) && block.face == Face::strong && block.text.size() <= kLongestTitleLine &&
            looks_cut(block.text))
            return at;
    }
    return std::nullopt;
}

// The name of a file, and what programs call a page that nobody named.
bool is_no_title(std::string_view title) {
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"untitled", "untitleddocument", "untitledpage", "sanstitre", "documentsanstitre", "newpage", "newdocument"});
    static constexpr auto kEndings =
        std::to_array<std::string_view>({".htm", ".html", ".txt", ".doc", ".asp", ".aspx", ".php", ".pdf"});
    auto words = essence(title);
    words.resize(words.find_last_not_of("0123456789") + 1);  // "New Page 1"
    const bool is_file = !title.contains(' ') && std::ranges::any_of(kEndings, [title](std::string_view ending) {
        return title.ends_with(ending);
    });
    return title.empty() || is_file || std::ranges::find(kNames, words) != kNames.end();
}

std::string page_title(const Document& document) {
    if (is_no_title(document.title)) return {};
    for (const auto& part : parts_of(document.title))
        if (!part.empty() && essence(part) != essence(document.site)) return part;
    return {};
}

// Running text; single links and labels are of a menu.
bool is_introduction(const Block& block) {
    return is_text(block) && block.face != Face::link && block.face != Face::heading &&
           (block.text.size() > 60 || ends_sentence(block.text)) && !is_end_matter(block.text);
}

}  // namespace

ListHead head_of(const Document& document, std::size_t list_begin) {
    ListHead head;
    auto at = heading_before(document, list_begin);
    if (!at) at = bold_before(document, list_begin);
    if (!at && is_no_title(document.title)) at = line_before(document, list_begin);
    head.title = at ? document.blocks[*at].text : page_title(document);
    for (auto next = at ? *at + 1 : 0; next < list_begin; ++next) {
        const auto& block = document.blocks[next];
        if (!is_introduction(block)) continue;
        head.introduction += (head.introduction.empty() ? "" : "\n\n") + block.markdown;
    }
    return head;
}

}  // namespace foreign_news
