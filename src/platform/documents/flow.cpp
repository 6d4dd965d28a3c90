#include "platform/documents/flow.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace documents {
namespace {

constexpr double kCellGap = 12;      // between columns
constexpr double kRowPadding = 4.5;  // above and below the words of a row
constexpr double kHairline = 0.5;
constexpr Rgb kLineColour{0.8, 0.78, 0.75};

double tallest(const std::vector<Words>& cells) {
    double height = 0;
    for (const Words& cell : cells) height = std::max(height, cell.height());
    return height;
}

}  // namespace

Flow::Flow(Document& document, const Margins& margins, Furniture furniture)
    : document_(document), margins_(margins), furniture_(std::move(furniture)) {
    document_.begin_page();
    furniture_(document_);
    y_ = margins_.top;
}

double Flow::width() const { return document_.size().width - margins_.left - margins_.right; }

double Flow::room() const { return document_.size().height - margins_.bottom - y_; }

void Flow::new_page() {
    document_.end_page();
    document_.begin_page();
    furniture_(document_);
    y_ = margins_.top;
}

void Flow::need(double height) {
    if (room() < height && y_ > margins_.top) new_page();
}

void Flow::paragraph(std::string_view text, const Style& style, const Placing& placing) {
    const Words words = document_.words(text, style, width() - placing.indent);
    const double pitch = words.height_of(1);
    need(pitch * std::min(words.lines(), 2) + placing.keep);
    for (int first = 0; first < words.lines();) {
        const int fitting = std::max(1, static_cast<int>(room() / pitch));
        const int last = std::min(words.lines(), first + fitting);
        document_.draw(words, Lines{first, last}, {margins_.left + placing.indent, y_}, placing.tag);
        y_ += words.height_of(last - first);
        first = last;
        if (first < words.lines()) new_page();
    }
    y_ += placing.after;
}

void Flow::rule(double thickness, const Rgb& colour) {
    document_.fill({margins_.left, y_, width(), thickness}, colour);
    y_ += thickness;
}

double Flow::width_of(const Table& table, const Column& column) const {
    const double shares = std::accumulate(table.columns.begin(), table.columns.end(), 0.0,
                                          [](double sum, const Column& each) { return sum + each.share; });
    const double gaps = kCellGap * static_cast<double>(table.columns.size() - 1);
    return (width() - gaps) * column.share / shares;
}

std::vector<Words> Flow::cells_of(const Table& table, const std::vector<std::string>& texts, const Style& style) const {
    std::vector<Words> cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        Style own = style;
        own.alignment = table.columns[i].alignment;
        cells.push_back(document_.words(texts.at(i), own, width_of(table, table.columns[i])));
    }
    return cells;
}

void Flow::table_row(const Table& table, const std::vector<Words>& cells, Tag tag) {
    double x = margins_.left;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        document_.draw(cells[i], {x, y_ + kRowPadding}, tag);
        x += width_of(table, table.columns[i]) + kCellGap;
    }
    y_ += tallest(cells) + 2 * kRowPadding;
    rule(kHairline, kLineColour);
}

void Flow::table_headings(const Table& table) {
    std::vector<std::string> headings;
    for (const Column& column : table.columns) headings.push_back(column.heading);
    const auto cells = cells_of(table, headings, {.face = Face::headline, .size = table.size - 2, .weight = 700});
    rule(1.5, kInk);
    table_row(table, cells, Tag::heading_cell);
}

void Flow::table(const Table& table) {
    need(4 * (table.size + 2 * kRowPadding));
    table_headings(table);
    for (const auto& row : table.rows) {
        const auto cells = cells_of(table, row, {.face = Face::text, .size = table.size});
        if (room() < tallest(cells) + 2 * kRowPadding) {
            new_page();
            table_headings(table);
        }
        table_row(table, cells, Tag::cell);
    }
}

}  // namespace documents
