// features/letters/paper.h - letters as a PDF for the envelope: one letter after the other, each on a page of its own.
// Pure.
#pragma once
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"

namespace letters {

struct PaperLetter {
    std::string from;  // name and address, a line each
    std::string to;    // name, office and postal address, a line each
    std::string subject;
    std::string text;  // greeting, body and name, paragraphs parted by an empty line
};

struct PaperOrder {
    std::vector<PaperLetter> letters;
    base::Locale locale;
    base::Instant at;  // the date on it
};

// Letter paper. The bytes of the file.
std::string letters_pdf(const PaperOrder& order);

}  // namespace letters
