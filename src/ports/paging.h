// ports/paging.h - a long list, page by page: which rows a page shows, and the ways to the page before and the one
// behind.
//
//     const auto position = ports::position_in(guests.size(), request.query);
//     show(ports::rows_at(position, guests));
//     out.append(ports::pager(t, {path, position}));
#pragma once
#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/whole_number.h"
#include "platform/html/template.h"
#include "platform/http/fields.h"
#include "platform/i18n/translator.h"

namespace ports {

inline constexpr std::size_t kRowsOnPage = 50;

struct ListPosition {
    std::size_t page = 0;   // counted from 0
    std::size_t pages = 1;  // of the list; an empty one has one as well
};

// The page of so many rows that "?page=2" names, counted from 0; the last one where it names one behind it, the first
// where it names none.
inline ListPosition position_in(std::size_t rows, const http::Fields& query) {
    const std::size_t pages = std::max<std::size_t>(1, (rows + kRowsOnPage - 1) / kRowsOnPage);
    const auto wanted = base::whole_number(query.text("page")).value_or(0);
    const std::size_t page = wanted > 0 ? static_cast<std::size_t>(wanted) : 0;
    return {std::min(page, pages - 1), pages};
}

// The rows of that page.
template <class Row>
std::vector<Row> rows_at(const ListPosition& position, const std::vector<Row>& rows) {
    const auto all = std::span{rows};
    const std::size_t first = std::min(position.page * kRowsOnPage, all.size());
    const auto shown = all.subspan(first, std::min(kRowsOnPage, all.size() - first));
    return {shown.begin(), shown.end()};
}

// The ways to the page before and the one behind, below a list at this path; nothing where there is one page.
struct Pager {
    std::string path;
    ListPosition position;
    std::string_view fragment = "";  // "#guests": where on the page
    std::string query = "";          // "state=active&": what else the address asks for, encoded
};
html::SafeHtml pager(const i18n::Translator& t, const Pager& view);

// The way on, below a list that is read on from its last row: "Older", "Earlier ones".
struct NextPage {
    std::string url;  // a whole one, encoded
    std::string label;
};
html::SafeHtml next_page(const i18n::Translator& t, const NextPage& next);

}  // namespace ports
