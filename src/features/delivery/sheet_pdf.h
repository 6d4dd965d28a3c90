// features/delivery/sheet_pdf.h - sheets for signatures by hand, in the form that a parliament takes: black on white,
// no pictures, the text above the signatures of every sheet.
#pragma once
#include <cstdint>

#include "features/delivery/parliament.h"
#include "features/delivery/petition_words.h"
#include "platform/documents/document.h"

namespace delivery {

struct SheetOrder {
    Parliament parliament;
    documents::Paper paper = documents::Paper::letter;
};

// whole: title, reasons and request stand on every sheet. request_only: they are too long for that, so that the text
// has pages of its own before the sheets, each of which repeats the request.
enum class SheetText : unsigned char { whole, request_only };

struct DrawnSheets {
    int pages;
    int lines;  // for signatures, on all pages
    SheetText text;
};

// As many sheets as the least number of signatures needs.
DrawnSheets draw_sheets(const PetitionWords& words, const SheetOrder& order, const documents::Sink& sink);

// Whether the whole text stands on every sheet, without drawing.
SheetText sheet_text(const PetitionWords& words, const SheetOrder& order);

}  // namespace delivery
