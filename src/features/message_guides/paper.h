// features/message_guides/paper.h - guides on paper: a leaflet of A5 pages to fold or staple, and a card for the
// wallet.
#pragma once
#include <string>

#include "base/instant.h"
#include "base/locale.h"
#include "features/message_guides/guide.h"

namespace message_guides {

struct PaperOrder {
    const Content& content;
    base::Locale locale;
    std::string story;     // without marks, paragraphs parted by an empty line
    std::string campaign;  // whose it is
    std::string address;   // where more is: "example.org/en/words"
    int accent = 1;        // the level's colour
    int version = 1;
    base::Instant made_at;
};

// PDF: a cover in the campaign's colour with the story, then pairs, rules, words and facts; what has no text in this
// language is left out.
std::string leaflet_pdf(const PaperOrder& order);

// PDF of 85 x 54 mm: the rules in front, as many answers as fit on the back.
std::string card_pdf(const PaperOrder& order);

// PDF: eight cards on a letter sheet with marks to cut along, backs on the second page; printed on both sides along
// either edge they meet.
std::string card_sheet_pdf(const PaperOrder& order);

}  // namespace message_guides
