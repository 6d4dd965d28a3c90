// platform/documents/flow.h - words that follow each other down the pages of a document: paragraphs, tables, rules.
//
//     documents::Flow flow{document, {72, 72, 72, 72}, [&](documents::Document& page) { draw the page number }};
//     flow.paragraph("Who signed", {.face = documents::Face::headline, .size = 18}, {.tag =
//     documents::Tag::heading_2}); flow.table({.columns = {{"Class"}, {"Signers", 0.3, documents::Alignment::end}},
//     .rows = rows}); flow.end();
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/documents/document.h"

namespace documents {

// Free of words, in points.
struct Margins {
    double left, top, right, bottom;
};

// What stands on every page beside the flow: page numbers, a line at the top. Called once for each page.
using Furniture = std::function<void(Document&)>;

// How a paragraph stands. A heading is never left alone at the foot of a page: it needs `keep` points behind it.
struct Placing {
    Tag tag = Tag::paragraph;
    double after = 0;   // points below it
    double indent = 0;  // from the left
    double keep = 0;
};

struct Column {
    std::string heading;
    double share = 1;  // of the width, beside the shares of the others
    Alignment alignment = Alignment::start;
};

// One row for each inner list, which has a cell for every column. The headings come again on a further page.
struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
    double size = 10.5;  // points
};

class Flow {
public:
    // Begins the first page.
    Flow(Document& document, const Margins& margins, Furniture furniture);
    Flow(const Flow&) = delete;
    Flow& operator=(const Flow&) = delete;

    double left() const { return margins_.left; }
    double width() const;
    double y() const { return y_; }
    double room() const;  // left on this page

    // Lines that have no room any more come on the next page.
    void paragraph(std::string_view text, const Style& style, const Placing& placing = {});
    void table(const Table& table);
    void rule(double thickness, const Rgb& colour);
    void space(double height) { y_ += height; }
    // Begins a page unless so much room is left on this one.
    void need(double height);
    void new_page();
    // Ends the last page.
    void end() { document_.end_page(); }

private:
    void table_row(const Table& table, const std::vector<Words>& cells, Tag tag);
    std::vector<Words> cells_of(const Table& table, const std::vector<std::string>& texts, const Style& style) const;
    double width_of(const Table& table, const Column& column) const;
    void table_headings(const Table& table);

    Document& document_;
    Margins margins_;
    Furniture furniture_;
    double y_ = 0;
};

}  // namespace documents
