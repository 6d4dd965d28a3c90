#include "platform/foreign_news/page_line.h"

#include <algorithm>

#include "base/text.h"
#include "platform/foreign_news/fold.h"
#include "platform/foreign_news/page_hints.h"
#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/sentences.h"
#include "platform/html/foreign_markdown.h"

namespace foreign_news {
namespace {

constexpr std::size_t kLongestNamedDate = 60;
// Hostile pages have lines of any number of elements; those of people have a few.
constexpr std::size_t kMostSpans = 500;
constexpr std::size_t kMostOpenSpans = 64;
constexpr std::string_view kMarks = " \t\r\n:|-,;";

std::string without_marks(std::string text) {
    const auto strip = [&text](std::string_view mark) {
        if (!text.starts_with(mark)) return false;
        text.erase(0, mark.size());
        return true;
    };
    bool changed = true;
    while (changed && !text.empty()) {
        changed = strip("–") || strip("—") || strip("•") || strip("·");
        if (!changed && kMarks.contains(text[0])) {
            text.erase(0, 1);
            changed = true;
        }
    }
    return text;
}

void take_empty_brackets_off(std::string& text) {
    const auto count = [&text](std::string_view mark) {
        std::size_t found = 0;
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + mark.size())) ++found;
        return found;
    };
    const bool ends_quotation = text.ends_with("»") && count("«") >= count("»");
    for (const std::string_view brackets : {"[ ]", "[]", "( )", "()", "[ »]", "»", ">>"})
        if (text.ends_with(brackets) && !ends_quotation) text.resize(text.size() - brackets.size());
    text = base::collapse_spaces(text);
}

bool is_link(const html::ForeignNode& node) { return node.tag == "a" && !node.attribute("href").empty(); }
bool is_strong(const html::ForeignNode& node) {
    return node.tag == "strong" || node.tag == "b" || node.tag == "big" ||
           base::lower_ascii(node.attribute("style")).contains("bold");
}

bool is_byline(std::string_view text) {
    const auto fold = folded(text).text;
    return (fold.starts_with("by ") || fold.starts_with("par ")) && is_beside_date(text);
}

}  // namespace

void PageLine::add_text(const html::ForeignNode& text) {
    lines_.push_back({words_.size(), text.line});
    words_ += text.text;
}

void PageLine::open_span(const html::ForeignNode& node) {
    if (open_spans_.size() >= kMostOpenSpans)
        ++passed_over_;
    else
        open_spans_.push_back({words_.size(), 0, &node});
}

void PageLine::close_span() {
    if (passed_over_ > 0 || open_spans_.empty()) {
        passed_over_ -= passed_over_ > 0 ? 1 : 0;
        return;
    }
    auto span = open_spans_.back();
    open_spans_.pop_back();
    span.end = words_.size();
    const bool follows_time = std::ranges::any_of(spans_, [](const Span& other) { return other.node->tag == "time"; });
    if (span.node->tag == "time" && follows_time && is_date_of_change(*span.node)) {
        words_.resize(span.begin);
        return;
    }
    if (span.end > span.begin && spans_.size() < kMostSpans) spans_.push_back(span);
}

void PageLine::end(const Open& place) {
    for (const auto& open : open_spans_)
        if (words_.size() > open.begin) spans_.push_back({open.begin, words_.size(), open.node});
    Block shape{.level = place.level, .is_outside = place.is_outside, .container = place.container};
    if (words_.find_first_not_of(" \t\r\n") != std::string::npos) {
        take_links_off(shape);
        split(place, shape);
    }
    words_.clear();
    lines_.clear();
    spans_.clear();
    for (auto& open : open_spans_) open.begin = 0;
}

// "Read more" goes; its place stays, as blanks, so that the other elements keep theirs.
void PageLine::take_links_off(Block& shape) {
    for (const auto& span : spans_) {
        const bool may_be = is_link(*span.node) || span.node->attribute("class").contains("more");
        if (!may_be) continue;
        const auto text = text_of({span.begin, span.end});
        const bool is_last = words_.find_first_not_of(" \t\r\n.])»>|", span.end) == std::string::npos;
        if (!is_read_more(text) && !(is_last && begins_with_read_more(text))) continue;
        std::fill(words_.begin() + static_cast<std::ptrdiff_t>(span.begin),
                  words_.begin() + static_cast<std::ptrdiff_t>(span.end), ' ');
        shape.ends_item = true;
        if (is_link(*span.node)) shape.link = span.node->attribute("href");
    }
}

void PageLine::split(const Open& place, const Block& shape) {
    const Part whole{0, words_.size()};
    const auto text = text_of(whole);
    if (text.empty()) {
        if (shape.ends_item) {
            auto block = shape;
            block.role = BlockRole::more;
            block.line = line_of(whole);
            document_.blocks.push_back(std::move(block));
        }
        return;
    }
    FoundDate room;
    auto block = shape;
    block.line = line_of(whole);
    block.text = text;
    block.face = place.level > 0 ? Face::heading : place.is_title ? Face::strong : Face::plain;
    const auto* const attribute = attribute_date(whole, room);
    auto date = standing_date(text);
    if (!date || !date->day)
        if (const auto sheet = date_of_sheet(whole)) date = sheet;
    if (date) return add_date(block, attribute != nullptr ? *attribute : *date);
    if (place.is_date && text.size() <= kLongestNamedDate && !take_read_more_off(block.text)) {
        const auto attributes = place.node == nullptr ? std::nullopt : date_attribute(*place.node);
        const auto named = named_date(text);
        const bool has_digit = text.find_first_of("0123456789") != std::string::npos;
        const bool is_known = attributes || attribute != nullptr || named.day;
        if (!is_known && text.contains(':') && is_beside_date(text)) return;  // "Posted by Vi at 11:32 AM"
        if (is_known || has_digit)
            return add_date(block, attributes ? *attributes : attribute != nullptr ? *attribute : named);
    }
    Part rest = whole;
    while (const auto* const span = date_span(rest)) {
        add_words(block, {rest.begin, span->begin});
        const auto own = date_attribute(*span->node);
        const auto standing = standing_date(text_of({span->begin, span->end}));
        auto dated = block;
        dated.text = text_of({span->begin, span->end});
        dated.line = line_of({span->begin, span->end});
        add_date(std::move(dated), own ? *own : standing ? *standing : FoundDate{.doubt = DateDoubt::unknown_form});
        rest.begin = span->end;
    }
    if (rest.begin == 0)
        finish_words(std::move(block), rest);
    else
        add_words(std::move(block), rest);
}

// The first element within this part that holds a date and stands apart from the words around it.
const PageLine::Span* PageLine::date_span(const Part& part) const {
    const Span* first = nullptr;
    for (const auto& span : spans_) {
        if (span.begin < part.begin || span.end > part.end || span.end - span.begin > 200) continue;
        const bool is_whole = span.begin == 0 && span.end == words_.size();
        const auto text = text_of({span.begin, span.end});
        const bool is_named = is_named_date(*span.node);
        const bool has_digit = text.find_first_of("0123456789") != std::string::npos;
        const bool is_date =
            standing_date(text) || (is_named && !text.empty() && date_attribute(*span.node)) ||
            (is_named && has_digit && text.size() <= kLongestNamedDate && span.node->tag != "a" && !is_whole);
        if (!is_date || !stands_apart(span, part)) continue;
        if (first == nullptr || span.begin < first->begin || (span.begin == first->begin && span.end > first->end))
            first = &span;
    }
    return first;
}

bool PageLine::stands_apart(const Span& span, const Part& part) const {
    const auto before = text_of({part.begin, span.begin});
    const auto after = text_of({span.end, part.end});
    const bool is_named = is_named_date(*span.node);
    const bool is_first = before.empty() || is_beside_date(before);
    const bool is_last = after.empty() || is_beside_date(after);
    if (is_first) return is_last || !goes_on(after);
    const bool is_bracketed = is_last && text_of({span.begin, span.end}).starts_with('(');
    if (leads_on(before) && !is_bracketed) return false;
    if (is_last) return is_named || is_bracketed || ends_sentence(before);
    return !goes_on(after) && (is_named || ends_sentence(before));
}

void PageLine::add_date(Block block, FoundDate date) {
    block.role = BlockRole::date;
    block.ends_item = false;
    block.date = date;
    document_.blocks.push_back(std::move(block));
}

// What stands beside a date in the same line.
void PageLine::add_words(Block block, const Part& part) {
    const auto text = text_of(part);
    if (text.empty() && block.ends_item && part.end == words_.size()) {
        block.role = BlockRole::more;
        block.text.clear();
        document_.blocks.push_back(std::move(block));
    } else if (!text.empty() && !is_beside_date(text)) {
        finish_words(std::move(block), part);
    }
}

void PageLine::finish_words(Block block, const Part& part) {
    const bool is_last = part.end == words_.size();
    const bool is_whole = is_last && part.begin == 0;
    block.text = text_of(part);
    block.markdown = markdown_of(part);
    block.ends_item = (block.ends_item && is_last) || take_read_more_off(block.text);
    take_read_more_off(block.markdown);
    if (!is_whole) {
        block.text = without_marks(block.text);
        block.markdown = without_marks(block.markdown);
    }
    if (block.ends_item) take_empty_brackets_off(block.text);
    const bool follows_date = !document_.blocks.empty() && document_.blocks.back().role == BlockRole::date;
    if (is_beside_item(block.text) || (follows_date && is_byline(block.text))) block.text.clear();
    if (block.text.empty() && !block.ends_item) return;
    if (block.text.empty()) block.role = BlockRole::more;
    if (block.face == Face::plain) block.face = face_of(part);
    if (block.link.empty()) block.link = link_of(part);
    block.line = line_of(part);
    document_.blocks.push_back(std::move(block));
}

// A calendar sheet whose parts stand in elements without a blank between: "<b>Mar</b><i>05</i><u>2014</u>".
std::optional<FoundDate> PageLine::date_of_sheet(const Part& part) const {
    if (spans_.size() < 2 || part.end - part.begin > kLongestNamedDate) return std::nullopt;
    std::string words;
    for (auto at = part.begin; at < part.end; ++at) {
        if (std::ranges::any_of(spans_, [at](const Span& span) { return span.begin == at || span.end == at; }))
            words += ' ';
        words += words_[at];
    }
    const auto date = standing_date(shown_words(words));
    return date && date->day && date->doubt == DateDoubt::none ? date : std::nullopt;
}

// A date that an element in this part gives for programs: <time datetime>.
const FoundDate* PageLine::attribute_date(const Part& part, FoundDate& room) const {
    for (const auto& span : spans_) {
        if (span.begin < part.begin || span.end > part.end) continue;
        if (const auto date = date_attribute(*span.node)) {
            room = *date;
            return &room;
        }
    }
    return nullptr;
}

std::string PageLine::text_of(const Part& part) const {
    return shown_words(std::string_view{words_}.substr(part.begin, part.end - part.begin));
}

std::string PageLine::markdown_of(const Part& part) const {
    std::string out;
    auto at = part.begin;
    const auto words = [&](std::size_t begin, std::size_t end) {
        return html::escaped_for_markdown(std::string_view{words_}.substr(begin, end - begin));
    };
    for (const auto& span : spans_) {
        if (!is_link(*span.node) || span.begin < at || span.end > part.end) continue;
        const auto link = html::resolved_link(span.node->attribute("href"), document_.address);
        const auto label = text_of({span.begin, span.end});
        if (link.empty() || label.empty()) continue;
        out += words(at, span.begin) + "[" + html::escaped_for_markdown(label) + "](<" + link + ">)";
        at = span.end;
    }
    return base::collapse_spaces(out + words(at, part.end));
}

Face PageLine::face_of(const Part& part) const {
    const auto is_blank = [this](std::size_t begin, std::size_t end) {
        return words_.find_first_not_of(" \t\r\n:", begin) >= end;
    };
    Face face = Face::plain;
    for (const auto& span : spans_) {
        if (!is_blank(part.begin, std::max(span.begin, part.begin)) || !is_blank(span.end, part.end)) continue;
        if (span.end <= part.begin) continue;
        if (is_link(*span.node)) return Face::link;
        if (is_strong(*span.node) || is_named_title(*span.node)) face = Face::strong;
    }
    return face;
}

std::string PageLine::link_of(const Part& part) const {
    for (const auto& span : spans_)
        if (is_link(*span.node) && span.begin >= part.begin && span.end <= part.end)
            return std::string{span.node->attribute("href")};
    return {};
}

std::uint32_t PageLine::line_of(const Part& part) const {
    const auto first = std::min(words_.find_first_not_of(" \t\r\n", part.begin), words_.size());
    Mark mark{0, 1};
    for (const auto& other : lines_)
        if (other.at <= first) mark = other;
    const auto newlines = std::count(words_.begin() + static_cast<std::ptrdiff_t>(mark.at),
                                     words_.begin() + static_cast<std::ptrdiff_t>(first), '\n');
    return mark.line + static_cast<std::uint32_t>(newlines);
}

}  // namespace foreign_news
