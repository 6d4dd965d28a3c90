// features/delivery/delivery_pdf.h - the document that is handed over, drawn: cover, texts, figures, proof, names.
#pragma once
#include <cstdint>
#include <functional>

#include "features/delivery/content.h"
#include "features/delivery/name_sorter.h"
#include "platform/documents/document.h"

namespace delivery {

// The names in their order; called once. Empty function: no names.
using NameSource = std::function<void(const std::function<void(const ListedName&)>&)>;

struct Names {
    std::int64_t count = 0;
    NameSource each{};
};

struct DrawnPdf {
    std::int64_t pages;
};

// The whole file into the sink, page by page. Headings in the first language of the order; the texts in each language
// that is wanted and there. Without any text the cover says so.
DrawnPdf draw_delivery(const Content& content, const Names& names, const documents::Sink& sink);

}  // namespace delivery
