#include "platform/documents/language_mark.h"

#include <fmt/format.h>

namespace documents {
namespace {

// What stands between two marks, behind the last place of the first; empty where either is missing.
struct Between {
    std::string_view before, behind;
};
std::string_view last_between(std::string_view text, const Between& marks) {
    const auto begin = text.rfind(marks.before);
    if (begin == std::string_view::npos) return {};
    text.remove_prefix(begin + marks.before.size());
    const auto end = text.find(marks.behind);
    return end == std::string_view::npos ? std::string_view{} : text.substr(0, end);
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \r\n") - begin + 1);
}

std::string_view language(base::Locale locale) { return locale == base::Locale::english ? "en-CA" : "fr-CA"; }

}  // namespace

void LanguageMark::note(std::string_view part) {
    length_ += part.size();
    if (is_end_) end_ += part;
}

std::string LanguageMark::update() const {
    const auto trailer = last_between(end_, {"trailer", "startxref"});
    const auto entries = trimmed(last_between(trailer, {"<<", ">>"}));
    const auto root = trimmed(last_between(entries, {"/Root", " 0 R"}));
    const auto before = trimmed(last_between(end_, {"startxref", "%%EOF"}));
    const auto catalogue = trimmed(last_between(end_, {fmt::format("\n{} 0 obj\n<<", root), "endobj"}));
    if (root.empty() || before.empty() || !catalogue.ends_with(">>")) return {};
    const bool is_tagged = catalogue.contains("/StructTreeRoot") && !catalogue.contains("/MarkInfo");
    const std::string head =
        fmt::format("{} 0 obj\n<< {}\n   /Lang ({}){}\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                    root, trimmed(catalogue.substr(0, catalogue.size() - 2)), language(locale_),
                    is_tagged ? "\n   /MarkInfo << /Marked true >>" : "");
    return head + fmt::format("xref\n{} 1\n{:010} 00000 n \ntrailer\n<< {}\n   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n",
                              root, length_, entries, before, length_ + head.size());
}

}  // namespace documents
