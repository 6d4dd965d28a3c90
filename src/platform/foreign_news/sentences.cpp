#include "platform/foreign_news/sentences.h"

#include <algorithm>
#include <array>
#include <span>

#include "platform/foreign_news/fold.h"

namespace foreign_news {
namespace {

bool has(std::span<const std::string_view> all, std::string_view text) {
    return std::ranges::find(all, text) != all.end();
}

}  // namespace

bool looks_cut(std::string_view text) {
    static constexpr auto kClosing = std::to_array<std::string_view>({"\"", "'", "”", "’", "»", ")", "]", " ", "*"});
    if (text.empty()) return false;
    bool changed = true;
    while (changed && !text.empty()) {
        changed = false;
        for (const auto mark : kClosing)
            if (text.ends_with(mark)) {
                text.remove_suffix(mark.size());
                changed = true;
            }
    }
    if (text.ends_with("…") || text.ends_with("..") || text.ends_with(". .")) return true;
    return text.empty() || !std::string_view{".!?"}.contains(text.back());
}

bool goes_on(std::string_view text) {
    if (text.empty()) return false;
    if (std::string_view{",.;)!?"}.contains(text[0]) || (text[0] >= 'a' && text[0] <= 'z')) return true;
    return text[0] == '\xC3' && text.size() > 1 && static_cast<unsigned char>(text[1]) >= 0xA0;
}

bool ends_sentence(std::string_view text) {
    static constexpr auto kEnds =
        std::to_array<std::string_view>({".", "!", "?", "…", "”", "»", "\"", ")", "]", "–", "—", "|", ":"});
    return std::ranges::any_of(kEnds, [text](std::string_view end) { return text.ends_with(end); }) ||
           text.ends_with(" -");
}

bool leads_on(std::string_view text) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"on",    "in",      "of",    "since", "until", "from",   "by",    "to",    "the",  "before",
         "after", "le",      "du",    "au",    "de",    "depuis", "avant", "apres", "les",  "and",
         "et",    "between", "entre", "en",    "for",   "this",   "ce",    "dated", "d'ici"});
    const auto fold = folded(text.substr(text.size() - std::min<std::size_t>(text.size(), 40))).text;
    const auto blank = fold.find_last_of(' ');
    return has(kWords, std::string_view{fold}.substr(blank == std::string::npos ? 0 : blank + 1));
}

}  // namespace foreign_news
