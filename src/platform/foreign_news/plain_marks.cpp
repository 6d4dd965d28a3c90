#include "platform/foreign_news/plain_marks.h"

#include <algorithm>
#include <array>

#include "platform/foreign_news/phrases.h"

namespace foreign_news {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_made_of(std::string_view text, std::string_view characters) {
    return text.find_first_not_of(characters) == std::string_view::npos;
}

// "[12]" in front of the words of a link.
std::string without_link_numbers(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto end = at + 1;
        while (text[at] == '[' && end < text.size() && is_digit(text[end])) ++end;
        if (text[at] == '[' && end > at + 1 && end < text.size() && text[end] == ']')
            at = end;
        else
            out += text[at];
    }
    return out;
}

// The words of a link "[words](address)" that begins here; its length is 0 when it is none.
struct InlineLink {
    std::string_view words, address;
    std::size_t length = 0;
};
InlineLink link_at(std::string_view text) {
    if (!text.starts_with('[')) return {};
    const auto middle = text.find("](");
    if (middle == std::string_view::npos || text.substr(1, middle).contains('[')) return {};
    const auto end = text.find(')', middle);
    if (end == std::string_view::npos) return {};
    auto address = text.substr(middle + 2, end - middle - 2);
    return {text.substr(1, middle - 1), address.substr(0, address.find(' ')), end + 1};
}

// Words without the marks of Markdown.
std::string unmarked(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        if (text.starts_with("\\") && text.size() > 1 && std::ispunct(static_cast<unsigned char>(text[1]))) {
            out += text[1];
            text.remove_prefix(2);
            continue;
        }
        if (text.starts_with("![")) {
            const auto picture = link_at(text.substr(1));
            if (picture.length > 0) {
                text.remove_prefix(1 + picture.length);
                continue;
            }
        }
        if (const auto link = link_at(text); link.length > 0) {
            if (!is_read_more(link.words)) out += unmarked(link.words);
            text.remove_prefix(link.length);
            continue;
        }
        const bool is_mark = text[0] == '*' || text.starts_with("__") || text[0] == '`';
        if (!is_mark) out += text[0];
        text.remove_prefix(text.starts_with("__") ? 2 : 1);
    }
    return out;
}

Face face_of(std::string_view line) {
    for (const std::string_view mark : {"**", "__"})
        if (line.size() > 4 && line.starts_with(mark) && line.ends_with(mark) &&
            line.substr(2, line.size() - 4).find(mark) == std::string_view::npos)
            return Face::strong;
    const auto link = link_at(line);
    return link.length > 0 && link.length == line.size() ? Face::link : Face::plain;
}

// Whether a link in the line is one that says "Read more".
bool has_read_more(std::string_view line) {
    for (auto at = line.find('['); at != std::string_view::npos; at = line.find('[', at + 1))
        if (const auto link = link_at(line.substr(at)); link.length > 0 && is_read_more(link.words)) return true;
    return false;
}

std::vector<std::string> cells_of(std::string_view line, char mark) {
    std::vector<std::string> cells;
    while (!line.empty()) {
        const auto end = std::min(line.find(mark), line.size());
        if (auto cell = shown_words(line.substr(0, end)); !cell.empty()) cells.push_back(std::move(cell));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return cells;
}

// Takes the mark at the beginning off: "## ", "* ", "> ".
LineKind take_start_off(std::string_view& line, PlainLine& out, const TextMarks& marks) {
    const auto hashes = std::min(line.find_first_not_of('#'), line.size());
    if (hashes >= 1 && hashes <= 6 && hashes < line.size() && line[hashes] == ' ') {
        out.level = static_cast<int>(hashes);
        line.remove_prefix(hashes + 1);
        line = line.substr(0, line.find_last_not_of("# ") + 1);
        return LineKind::heading;
    }
    if (line.starts_with("> ") || line == ">") {
        line.remove_prefix(std::min<std::size_t>(2, line.size()));
        return LineKind::quotation;
    }
    for (const std::string_view bullet : {"* ", "+ ", "- ", "o ", "• ", "· "}) {
        if (!line.starts_with(bullet) || (bullet == "o " && !marks.has_round_bullets)) continue;
        line.remove_prefix(bullet.size());
        return LineKind::bullet;
    }
    return LineKind::words;
}

}  // namespace

TextMarks marks_in(std::string_view text) {
    TextMarks marks;
    marks.is_markdown = text.contains("](") || text.contains("**") || text.starts_with("# ") || text.contains("\n# ") ||
                        text.contains("\n## ") || text.contains("\n### ");
    marks.numbers_links = text.contains("[1]") && (text.contains("\nReferences\n") || text.contains("Visible links") ||
                                                   text.contains("\nReferences\r\n"));
    const auto is_there = [text](std::string_view bullet) { return text.contains(bullet); };
    static constexpr auto kRound = std::to_array<std::string_view>({"\n o ", "\n  o ", "\n   o ", "\n\to "});
    marks.has_round_bullets = marks.numbers_links || std::ranges::any_of(kRound, is_there);
    return marks;
}

PlainLine without_marks(std::string_view source, const TextMarks& marks) {
    PlainLine out;
    const auto first = source.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {.kind = LineKind::blank};
    auto line = source.substr(first, source.find_last_not_of(" \t") - first + 1);
    if (line == "--") return {.kind = LineKind::underline};  // above a signature
    if (line.size() >= 3 && (is_made_of(line, "=") || is_made_of(line, "-") || is_made_of(line, "*-_ ")) &&
        !is_made_of(line, " "))
        return {.kind = LineKind::underline};
    if (marks.numbers_links && (line == "References" || line == "Visible links" || line == "Visible links:"))
        return {.kind = LineKind::links_of_lynx};
    if (line.starts_with('|') || (source.contains('\t') && cells_of(line, '\t').size() > 1)) {
        out.kind = LineKind::cells;
        out.cells = cells_of(line, line.starts_with('|') ? '|' : '\t');
        if (marks.is_markdown)
            for (auto& cell : out.cells) cell = shown_words(unmarked(cell));
        return out;
    }
    out.kind = take_start_off(line, out, marks);
    std::string plain{line};
    if (marks.numbers_links) plain = without_link_numbers(plain);
    out.markdown = shown_words(plain);
    if (marks.is_markdown) {
        out.face = face_of(plain);
        out.takes_more_off = has_read_more(plain);
        if (const auto link = link_at(plain); link.length > 0) out.link = link.address;
        const auto words = shown_words(unmarked(plain));
        out.text = words.empty() && out.takes_more_off ? "Read more" : words;
    } else {
        out.text = out.markdown;
    }
    if (out.text.empty()) out.kind = LineKind::blank;
    return out;
}

std::optional<MarkedDate> marked_date(std::string_view line) {
    const auto first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos || (line[first] != '*' && line[first] != '_')) return std::nullopt;
    line.remove_prefix(first);
    const auto mark = line.substr(0, line.starts_with("**") || line.starts_with("__") ? 2 : 1);
    const auto end = line.find(mark, mark.size());
    if (end == std::string_view::npos) return std::nullopt;
    auto words = shown_words(line.substr(mark.size(), end - mark.size()));
    const auto date = standing_date(words);
    auto rest = line.substr(end + mark.size());
    for (const std::string_view dash : {" ", ":", "–", "—", "-", "\t", " "})
        while (rest.starts_with(dash)) rest.remove_prefix(dash.size());
    if (!date || rest.empty()) return std::nullopt;
    return MarkedDate{*date, std::move(words), std::string{rest}};
}

bool is_table_rule(std::string_view line) {
    return line.contains("--") && line.contains('|') && is_made_of(line, "|-: \t\r");
}

}  // namespace foreign_news
