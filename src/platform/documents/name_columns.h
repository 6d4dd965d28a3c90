// platform/documents/name_columns.h - long lists of names in columns, page after page: a name and, quieter, a place.
// Each takes one line, however long it is, so that the number of pages is known beforehand.
#pragma once
#include <cstdint>
#include <string_view>

#include "platform/documents/flow.h"

namespace documents {

struct NameEntry {
    std::string_view name, place;
};

class NameColumns {
public:
    NameColumns(Document& document, const Margins& margins, Furniture furniture)
        : document_(document), margins_(margins), furniture_(std::move(furniture)) {}

    // How many fit on one page, at least 1.
    static std::int64_t names_on_page(Size page, const Margins& margins);

    void add(const NameEntry& entry);
    // Ends the last page; no names, no page.
    void end();

private:
    double column_width() const;

    Document& document_;
    Margins margins_;
    Furniture furniture_;
    std::int64_t on_page_ = 0;
};

}  // namespace documents
