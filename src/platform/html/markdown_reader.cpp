#include "platform/html/markdown_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <exception>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "platform/html/markdown.h"

namespace html {
namespace {

constexpr unsigned kFlags = MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
constexpr size_t kGrowth = 16;
constexpr size_t kGrowthAllowance = 16 * 1024;
constexpr int kStop = -1;  // md4c passes on only negative results
constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

// The named entities that people type. Any other stays as it was written.
constexpr auto kEntities = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"amp", "&"},         {"lt", "<"},          {"gt", ">"},          {"quot", "\""},       {"apos", "'"},
    {"nbsp", "\u00a0"},   {"copy", "\u00a9"},   {"reg", "\u00ae"},    {"trade", "\u2122"},  {"laquo", "\u00ab"},
    {"raquo", "\u00bb"},  {"ldquo", "\u201c"},  {"rdquo", "\u201d"},  {"lsquo", "\u2018"},  {"rsquo", "\u2019"},
    {"ndash", "\u2013"},  {"mdash", "\u2014"},  {"hellip", "\u2026"}, {"middot", "\u00b7"}, {"bull", "\u2022"},
    {"times", "\u00d7"},  {"deg", "\u00b0"},    {"euro", "\u20ac"},   {"cent", "\u00a2"},   {"sect", "\u00a7"},
    {"frac12", "\u00bd"}, {"frac14", "\u00bc"}, {"frac34", "\u00be"}, {"eacute", "\u00e9"}, {"egrave", "\u00e8"},
    {"ecirc", "\u00ea"},  {"agrave", "\u00e0"}, {"acirc", "\u00e2"},  {"ccedil", "\u00e7"}, {"icirc", "\u00ee"},
    {"ocirc", "\u00f4"},  {"ucirc", "\u00fb"},  {"ugrave", "\u00f9"}, {"euml", "\u00eb"},   {"iuml", "\u00ef"},
    {"Eacute", "\u00c9"}, {"Agrave", "\u00c0"}, {"Egrave", "\u00c8"}, {"Ccedil", "\u00c7"}, {"oelig", "\u0153"},
    {"rarr", "\u2192"},   {"larr", "\u2190"},   {"uml", "\u00a8"},    {"ouml", "\u00f6"},   {"colon", ":"},
    {"sol", "/"},         {"Tab", "\t"},        {"NewLine", "\n"},
});

// "#1234" or "#x12ab" as a character; what is none of Unicode's becomes U+FFFD.
std::string decode_numeric(std::string_view digits) {
    const bool is_hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    if (is_hexadecimal) digits.remove_prefix(1);
    std::uint32_t code_point = 0;
    const auto end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, code_point, is_hexadecimal ? 16 : 10);
    const bool is_surrogate = code_point >= 0xd800 && code_point <= 0xdfff;
    if (parsed.ec != std::errc{} || parsed.ptr != end || code_point == 0 || is_surrogate || code_point > 0x10ffff)
        return std::string{kReplacementCharacter};
    std::string out;
    base::append_utf8(out, code_point);
    return out;
}

// "&eacute;" or "&#233;" as the character; an unknown name as it is written.
std::string decode_entity(std::string_view entity) {
    if (entity.size() < 3) return std::string{entity};
    const auto name = entity.substr(1, entity.size() - 2);
    if (name.starts_with('#')) return decode_numeric(name.substr(1));
    const auto* found = std::ranges::find(kEntities, name, &std::pair<std::string_view, std::string_view>::first);
    return std::string{found == kEntities.end() ? entity : found->second};
}

// The length of a list or quotation mark with its blanks at the start of the line, or 0.
size_t mark_length(std::string_view line) {
    const auto start = std::min(line.find_first_not_of(" \t"), line.size());
    const auto rest = line.substr(start);
    if (rest.starts_with('>')) return start + 1;
    const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    const auto mark = rest.substr(digits);
    if (mark.empty()) return 0;
    const bool is_bullet = digits == 0 && std::string_view{"-+*"}.contains(mark[0]);
    const bool is_number = digits > 0 && digits <= 9 && (mark[0] == '.' || mark[0] == ')');
    const bool is_parted = mark.size() == 1 || mark[1] == ' ' || mark[1] == '\t';
    return (is_bullet || is_number) && is_parted ? start + digits + 1 : 0;
}

// A line that opens more than kDeepestNesting lists and quotations at once. md4c would compare each of them with every
// blank line that follows, so such a source is refused before it is read.
bool opens_too_much(std::string_view line) {
    // A row of dashes or stars is a line across the page, not a nest of lists.
    if (line.find_first_not_of(" \t-*_\r") == std::string_view::npos) return false;
    for (int depth = 0; depth <= kDeepestNesting; ++depth) {
        const auto length = mark_length(line);
        if (length == 0) return false;
        line.remove_prefix(length);
    }
    return true;
}

bool has_deep_line(std::string_view source) {
    while (!source.empty()) {
        const auto end = std::min(source.find('\n'), source.size());
        if (opens_too_much(source.substr(0, end))) return true;
        source.remove_prefix(std::min(end + 1, source.size()));
    }
    return false;
}

// What the callbacks share: the visitor, the guards, and an exception on its way around md4c, which is C.
class Walk {
public:
    Walk(MarkdownVisitor& visitor, std::string_view source)
        : visitor_(visitor), source_(source), most_written_(kGrowth * source.size() + kGrowthAllowance) {}

    [[nodiscard]] MarkdownVisitor& visitor() { return visitor_; }
    void descend() { ++depth_; }
    void ascend() { --depth_; }

    void open(MD_SPANTYPE span) {
        descend();
        spans_.push_back(span);
    }

    // md4c 0.4.8 sometimes closes a span that is not the innermost one (its addresses did).
    void close(MD_SPANTYPE span) {
        ascend();
        is_crossed_ = spans_.empty() || spans_.back() != span;
        if (!is_crossed_) spans_.pop_back();
    }

    // md4c 0.4.8 can lose its way among nested brackets and hand out a text that reaches beyond the source. Its own
    // constants are line ends and up to 16 blanks, which stand for the ends and indents of lines in code.
    [[nodiscard]] bool is_sound(MD_TEXTTYPE type, std::string_view words) const {
        const std::less_equal<> not_behind;
        const auto* source_end = source_.data() + source_.size();
        const bool begins_in_source = not_behind(source_.data(), words.data()) && not_behind(words.data(), source_end);
        if (begins_in_source) return words.size() <= static_cast<size_t>(source_end - words.data());
        return type == MD_TEXT_CODE && words.size() <= 16;
    }

    [[nodiscard]] bool is_crossed() const { return is_crossed_; }

    // Runs one step of the visitor; the result is what md4c wants to hear.
    template <typename Step>
    int run(Step step) {
        try {
            step();
        } catch (...) {
            thrown_ = std::current_exception();
            return kStop;
        }
        return depth_ > kDeepestNesting || visitor_.written() > most_written_ ? kStop : 0;
    }

    void rethrow() const {
        if (thrown_) std::rethrow_exception(thrown_);
    }

private:
    MarkdownVisitor& visitor_;
    std::string_view source_;
    size_t most_written_;
    int depth_ = 0;
    std::vector<MD_SPANTYPE> spans_;  // the open ones
    bool is_crossed_ = false;
    std::exception_ptr thrown_;
};

int on_enter_block(MD_BLOCKTYPE type, void* detail, void* data) {
    auto& walk = *static_cast<Walk*>(data);
    walk.descend();
    return walk.run([&] { walk.visitor().enter_block(type, detail); });
}

int on_leave_block(MD_BLOCKTYPE type, void* detail, void* data) {
    auto& walk = *static_cast<Walk*>(data);
    walk.ascend();
    return walk.run([&] { walk.visitor().leave_block(type, detail); });
}

int on_enter_span(MD_SPANTYPE type, void* detail, void* data) {
    auto& walk = *static_cast<Walk*>(data);
    walk.open(type);
    return walk.run([&] { walk.visitor().enter_span(type, detail); });
}

int on_leave_span(MD_SPANTYPE type, void* detail, void* data) {
    auto& walk = *static_cast<Walk*>(data);
    walk.close(type);
    if (walk.is_crossed()) return kStop;
    return walk.run([&] { walk.visitor().leave_span(type, detail); });
}

int on_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
    auto& walk = *static_cast<Walk*>(data);
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) return walk.run([&] { walk.visitor().text(type, "\n"); });
    if (type == MD_TEXT_NULLCHAR) return walk.run([&] { walk.visitor().text(MD_TEXT_NORMAL, kReplacementCharacter); });
    const std::string_view words{text, size};
    if (!walk.is_sound(type, words)) return kStop;
    if (type == MD_TEXT_ENTITY) return walk.run([&] { walk.visitor().text(MD_TEXT_NORMAL, decode_entity(words)); });
    return walk.run([&] { walk.visitor().text(type, words); });
}

}  // namespace

Reading read_markdown(std::string_view source, MarkdownVisitor& visitor) {
    if (source.size() > kMarkdownLimit || has_deep_line(source)) return Reading::refused;
    const MD_PARSER parser{.abi_version = 0,
                           .flags = kFlags,
                           .enter_block = on_enter_block,
                           .leave_block = on_leave_block,
                           .enter_span = on_enter_span,
                           .leave_span = on_leave_span,
                           .text = on_text,
                           .debug_log = nullptr,
                           .syntax = nullptr};
    const std::string text{source};  // with a zero behind it, at which md4c 0.4.8 sometimes looks
    Walk walk{visitor, text};
    const int outcome = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &walk);
    walk.rethrow();
    return outcome == 0 ? Reading::complete : Reading::refused;
}

std::string decoded(const MD_ATTRIBUTE& attribute) {
    std::string out;
    for (size_t i = 0; attribute.substr_offsets && attribute.substr_offsets[i] < attribute.size; ++i) {
        const auto begin = attribute.substr_offsets[i];
        const std::string_view piece{attribute.text + begin, attribute.substr_offsets[i + 1] - begin};
        if (attribute.substr_types[i] == MD_TEXT_ENTITY)
            out += decode_entity(piece);
        else if (attribute.substr_types[i] == MD_TEXT_NULLCHAR)
            out += kReplacementCharacter;
        else
            out += piece;
    }
    return out;
}

}  // namespace html
