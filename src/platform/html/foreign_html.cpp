#include "platform/html/foreign_html.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <span>
#include <unordered_map>

#include <libxml/HTMLparser.h>

#include "base/utf8.h"
#include "platform/html/foreign_tokens.h"

namespace html {
namespace {

bool is_one_of(std::string_view tag, std::span<const std::string_view> tags) {
    return std::ranges::find(tags, tag) != tags.end();
}

constexpr auto kVoid = std::to_array<std::string_view>(
    {"br", "img", "hr", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr", "param"});
constexpr auto kNoContent =
    std::to_array<std::string_view>({"script", "style", "template", "noscript", "iframe", "object", "svg", "math",
                                     "select", "textarea", "noframes", "noembed", "canvas", "datalist"});
constexpr auto kBlocks = std::to_array<std::string_view>(
    {"address", "article", "aside", "blockquote", "body",       "caption", "center", "dd",     "details", "dir",
     "div",     "dl",      "dt",    "fieldset",   "figcaption", "figure",  "footer", "form",   "h1",      "h2",
     "h3",      "h4",      "h5",    "h6",         "head",       "header",  "hgroup", "hr",     "html",    "legend",
     "li",      "main",    "menu",  "nav",        "ol",         "p",       "pre",    "search", "section", "summary",
     "table",   "tbody",   "td",    "tfoot",      "th",         "thead",   "title",  "tr",     "ul",      "xmp"});
// An end tag does not reach beyond these, nor does a paragraph end because of what stands in them.
constexpr auto kBarriers = std::to_array<std::string_view>({"table", "td", "th", "caption", "button", "body"});

// What the start of an element ends, and what keeps that from reaching further up.
struct ImpliedEnd {
    std::string_view opened;
    std::array<std::string_view, 3> ended;
    std::array<std::string_view, 3> kept_by;
};
constexpr auto kImpliedEnds = std::to_array<ImpliedEnd>({
    {"li", {"li"}, {"ul", "ol", "menu"}},
    {"dt", {"dt", "dd"}, {"dl"}},
    {"dd", {"dt", "dd"}, {"dl"}},
    {"td", {"td", "th"}, {"table", "tr"}},
    {"th", {"td", "th"}, {"table", "tr"}},
    {"tr", {"tr"}, {"table"}},
    {"tbody", {"tbody", "thead", "tfoot"}, {"table"}},
    {"thead", {"tbody", "thead", "tfoot"}, {"table"}},
    {"tfoot", {"tbody", "thead", "tfoot"}, {"table"}},
});

class TreeBuilder {
public:
    TreeBuilder() {
        page_.nodes.push_back({.tag = "#page"});
        open_.push_back(0);
    }

    // false when the page has become too large.
    bool take(ForeignToken& token) {
        if (!skipped_.empty()) {
            skip(token);
            return true;
        }
        if (token.kind == ForeignToken::Kind::text)
            add({.text = std::move(token.text), .line = token.line});
        else if (token.kind == ForeignToken::Kind::open)
            open(token);
        else
            close(token.name);
        return page_.nodes.size() <= kMostForeignNodes;
    }

    ForeignPage finished() && { return std::move(page_); }

private:
    // Inside an element that is no content: its like may stand inside it.
    void skip(const ForeignToken& token) {
        if (token.name != skipped_) return;
        if (token.kind == ForeignToken::Kind::open) ++skipped_depth_;
        if (token.kind == ForeignToken::Kind::close && --skipped_depth_ == 0) skipped_.clear();
    }

    void open(ForeignToken& token) {
        if (is_one_of(token.name, kNoContent)) {
            skipped_ = token.name;
            skipped_depth_ = 1;
            return;
        }
        end_what_it_ends(token.name);
        const bool is_void = is_one_of(token.name, kVoid);
        auto name = token.name;
        const int node =
            add({.tag = std::move(token.name), .attributes = std::move(token.attributes), .line = token.line});
        if (is_void) return;
        positions_[name].push_back(open_.size());
        open_.push_back(node);
    }

    void end_what_it_ends(std::string_view tag) {
        if (is_block_element(tag) && last_position("p") > last_barrier()) pop_to(last_position("p"));
        for (const auto& rule : kImpliedEnds) {
            if (rule.opened != tag) continue;
            std::size_t ended = 0;
            std::size_t kept = 0;
            for (const auto name : rule.ended) ended = std::max(ended, last_position(name));
            for (const auto name : rule.kept_by) kept = std::max(kept, last_position(name));
            if (ended > kept) pop_to(ended);
        }
    }

    void close(const std::string& tag) {
        const auto position = last_position(tag);
        if (position == 0) return;
        const bool is_barrier_itself = is_one_of(tag, kBarriers) || tag == "tr" || tag == "tbody" || tag == "thead" ||
                                       tag == "tfoot" || tag == "html";
        if (!is_barrier_itself && position < last_barrier()) return;
        pop_to(position);
    }

    int add(ForeignNode node) {
        const int index = static_cast<int>(page_.nodes.size());
        node.parent = open_.back();
        page_.nodes.push_back(std::move(node));
        auto& parent = page_.nodes[static_cast<std::size_t>(open_.back())];
        if (parent.last_child >= 0) page_.nodes[static_cast<std::size_t>(parent.last_child)].next = index;
        if (parent.first_child < 0) parent.first_child = index;
        parent.last_child = index;
        return index;
    }

    // Of the innermost open element of this name in open_; 0 when there is none.
    std::size_t last_position(std::string_view tag) const {
        const auto found = tag.empty() ? positions_.end() : positions_.find(std::string{tag});
        return found == positions_.end() || found->second.empty() ? 0 : found->second.back();
    }

    std::size_t last_barrier() const {
        std::size_t last = 0;
        for (const auto tag : kBarriers) last = std::max(last, last_position(tag));
        return last;
    }

    void pop_to(std::size_t position) {
        while (open_.size() > position) {
            positions_[page_.nodes[static_cast<std::size_t>(open_.back())].tag].pop_back();
            open_.pop_back();
        }
    }

    ForeignPage page_;
    std::vector<int> open_;                                                  // the root and the open elements
    std::unordered_map<std::string, std::vector<std::size_t>> positions_{};  // by tag, where in open_
    std::string skipped_{};
    int skipped_depth_ = 0;
};

// Numbers from 128 to 159 are meant as windows-1252 has them (HTML standard, "numeric character reference end state").
constexpr std::array<std::uint32_t, 32> kWindows1252{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                     0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::uint32_t sound_code_point(std::uint32_t number) {
    if (number >= 0x80 && number < 0xA0) return kWindows1252[number - 0x80];
    const bool is_surrogate = number >= 0xd800 && number <= 0xdfff;
    return number == 0 || is_surrogate || number > 0x10ffff ? 0xFFFD : number;
}

// An entity behind its &: appends what it stands for and returns how many bytes it takes; 0 when it is none.
std::size_t decode_one(std::string_view rest, std::string& out) {
    if (rest.starts_with('#')) {
        const bool is_hexadecimal = rest.size() > 1 && (rest[1] == 'x' || rest[1] == 'X');
        const auto digits = rest.substr(is_hexadecimal ? 2 : 1).substr(0, 10);
        std::uint32_t number = 0;
        const auto parsed =
            std::from_chars(digits.data(), digits.data() + digits.size(), number, is_hexadecimal ? 16 : 10);
        if (parsed.ptr == digits.data()) return 0;
        base::append_utf8(out, parsed.ec == std::errc{} ? sound_code_point(number) : 0xFFFD);
        const auto length = static_cast<std::size_t>(parsed.ptr - rest.data());
        return length + (length < rest.size() && rest[length] == ';' ? 1 : 0);
    }
    std::size_t length = 0;
    while (length < rest.size() && length < 10 && std::isalnum(static_cast<unsigned char>(rest[length]))) ++length;
    if (length >= rest.size() || rest[length] != ';') return 0;
    const auto text = named_entity(rest.substr(0, length));
    out += text;
    return text.empty() ? 0 : length + 1;
}

}  // namespace

std::string_view ForeignNode::attribute(std::string_view name) const {
    const auto found = std::ranges::find(attributes, name, &ForeignAttribute::name);
    return found == attributes.end() ? std::string_view{} : std::string_view{found->value};
}

std::optional<ForeignPage> read_foreign_html(std::string_view source) {
    ForeignTokens tokens{source};
    TreeBuilder builder;
    ForeignToken token;
    while (tokens.next(token))
        if (!builder.take(token)) return std::nullopt;
    return std::move(builder).finished();
}

bool is_block_element(std::string_view tag) { return is_one_of(tag, kBlocks); }

std::string decode_entities(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto mark = std::min(text.find('&'), text.size());
        out += text.substr(0, mark);
        text.remove_prefix(mark);
        if (text.empty()) break;
        const auto length = decode_one(text.substr(1), out);
        if (length == 0) out += '&';
        text.remove_prefix(1 + length);
    }
    return out;
}

std::string named_entity(std::string_view name) {
    if (name == "apos") return "'";
    const std::string key{name};
    const auto* const found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(key.c_str()));
    std::string out;
    if (found != nullptr) base::append_utf8(out, found->value);
    return out;
}

}  // namespace html
