#include "platform/foreign_news/plain_text.h"

#include <algorithm>

#include "base/text.h"
#include "platform/foreign_news/phrases.h"
#include "platform/foreign_news/plain_marks.h"
#include "platform/foreign_news/sentences.h"

namespace foreign_news {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\n\r\f"), text.size());
        lines.emplace_back(text.substr(0, end));
        const bool is_pair = text.substr(end).starts_with("\r\n");
        text.remove_prefix(std::min(end + (is_pair ? 2 : 1), text.size()));
    }
    return lines;
}

class TextReader {
public:
    TextReader(std::string_view text, TextKind kind) : lines_(lines_of(text)), marks_(marks_in(text)) {
        if (kind == TextKind::markdown) marks_.is_markdown = true;
        document_.containers.push_back({});
        begins_lines_with_dates_ =
            std::ranges::count_if(lines_, [](const auto& line) { return unparted_date(line).has_value(); }) >= 2 &&
            std::ranges::none_of(lines_, [](const auto& line) { return standing_date(line).has_value(); });
    }

    Document read() && {
        for (at_ = 0; at_ < lines_.size(); ++at_) take_line();
        end_paragraph();
        document_.containers[0].end = document_.blocks.size();
        return std::move(document_);
    }

private:
    void take_line() {
        if (take_marked_date()) return;
        const auto line = without_marks(lines_[at_], marks_);
        if (line.kind == LineKind::blank) return end_paragraph();
        if (line.kind == LineKind::links_of_lynx) {
            is_outside_ = true;
            return end_paragraph();
        }
        if (line.kind == LineKind::underline) return take_underline();
        if (line.kind == LineKind::cells) return take_cells(line);
        const auto date = standing_date(line.text);
        if (!date && is_pager(line.text)) return end_paragraph();  // "12/25/2012" is made of numbers as well
        if (line.kind != LineKind::words || is_end_matter(line.text)) end_paragraph();
        if (date && is_own_line(line)) {
            end_paragraph();
            add({.role = BlockRole::date,
                 .face = line.kind == LineKind::heading ? Face::heading : Face::plain,
                 .level = line.level,
                 .text = line.text,
                 .date = date});
            return;
        }
        if (is_read_more(line.text)) {
            end_paragraph();
            if (!document_.blocks.empty() && document_.blocks.back().role == BlockRole::text)
                document_.blocks.back().ends_item = true;
            else
                add({.role = BlockRole::more, .ends_item = true, .link = line.link});
            return;
        }
        if (line.kind == LineKind::heading) return add_words(line, Face::heading);
        if (begins_with_date(line)) end_paragraph();
        if (words_.empty()) {
            first_line_ = at_;
            is_quoted_ = line.kind == LineKind::quotation;
        }
        // Only a paragraph that is nothing but a link or bold words stands out.
        face_ = words_.empty() ? line.face : face_ == line.face ? face_ : Face::plain;
        words_ += (words_.empty() ? "" : " ") + line.text;
        markdown_ += (markdown_.empty() ? "" : " ") + line.markdown;
        if (line.takes_more_off) ends_item_ = true;
    }

    // "**March 12, 2013** Nurses on strike": a date that stands out at the beginning of a line, and what follows it.
    bool take_marked_date() {
        const auto marked = marks_.is_markdown ? marked_date(lines_[at_]) : std::nullopt;
        if (!marked) return false;
        end_paragraph();
        add({.role = BlockRole::date, .text = marked->words, .date = marked->date});
        lines_[at_] = marked->rest;
        take_line();
        return true;
    }

    // Within a paragraph a date is one unless the words around it run on across it.
    bool is_own_line(const PlainLine& line) const {
        if (words_.empty() || line.kind != LineKind::words) return true;
        const bool has_next = at_ + 1 < lines_.size();
        return ends_sentence(words_) || !has_next || !goes_on(base::collapse_spaces(lines_[at_ + 1]));
    }

    // "12 March 2009 - Tea pickers end their strike." within a paragraph begins another one.
    bool begins_with_date(const PlainLine& line) const {
        if (words_.empty() || line.kind != LineKind::words) return false;
        if (begins_lines_with_dates_ && unparted_date(line.text)) return true;
        if (leads_on(words_)) return false;
        const auto edge = edge_date(line.text);
        return edge && line.text.ends_with(edge->rest);
    }

    void take_underline() {
        const bool is_one_line = !words_.empty() && at_ == first_line_ + 1 && words_.size() <= 120;
        const bool follows_date = !document_.blocks.empty() && document_.blocks.back().role == BlockRole::date &&
                                  document_.blocks.back().line == at_;
        if (is_one_line) {
            PlainLine heading{.level = lines_[at_].contains('=') ? 1 : 2, .text = words_, .markdown = markdown_};
            words_.clear();
            markdown_.clear();
            return add_words(heading, Face::heading);
        }
        end_paragraph();
        if (!follows_date) add({.role = BlockRole::rule});
    }

    // A row of a table: each cell by itself. A row above "|---|---|" only names the columns.
    void take_cells(const PlainLine& line) {
        end_paragraph();
        const bool names_columns = at_ + 1 < lines_.size() && is_table_rule(lines_[at_ + 1]);
        if (names_columns || is_table_rule(lines_[at_])) return;
        for (const auto& cell : line.cells) {
            if (const auto date = standing_date(cell))
                add({.role = BlockRole::date, .text = cell, .date = date});
            else if (is_read_more(cell))
                add({.role = BlockRole::more, .ends_item = true});
            else if (!cell.empty())
                add({.text = cell, .markdown = cell});
        }
    }

    void end_paragraph() {
        if (!words_.empty()) {
            Block block{.face = face_, .ends_item = ends_item_, .text = words_, .markdown = markdown_};
            block.ends_item = take_read_more_off(block.text) || ends_item_;
            take_read_more_off(block.markdown);
            if (is_quoted_) block.markdown = "> " + block.markdown;
            if (block.text.empty()) block.role = BlockRole::more;
            const auto line = static_cast<std::uint32_t>(first_line_ + 1);
            if (!is_beside_item(block.text)) add_at(std::move(block), line);
        }
        words_.clear();
        markdown_.clear();
        is_quoted_ = false;
        ends_item_ = false;
    }

    void add_words(const PlainLine& line, Face face) {
        add({.face = face, .level = line.level, .text = line.text, .markdown = line.markdown, .link = line.link});
    }
    void add(Block block) { add_at(std::move(block), static_cast<std::uint32_t>(at_ + 1)); }
    void add_at(Block block, std::uint32_t line) {
        block.line = line;
        block.is_outside = is_outside_;
        document_.blocks.push_back(std::move(block));
    }

    std::vector<std::string> lines_;
    TextMarks marks_;
    Document document_{};
    std::size_t at_ = 0;
    std::size_t first_line_ = 0;
    std::string words_{}, markdown_{};  // of the paragraph
    Face face_ = Face::plain;
    bool is_quoted_ = false;
    bool ends_item_ = false;
    bool is_outside_ = false;
    bool begins_lines_with_dates_ = false;  // "2013-03-12 Nurses on strike", and no date that stands alone
};

}  // namespace

Document document_of_text(std::string_view text, TextKind kind) { return TextReader{text, kind}.read(); }

}  // namespace foreign_news
