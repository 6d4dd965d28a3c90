// features/mosaic/poster_pdf.h - the mosaic as a poster to print.
#pragma once
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/locale.h"
#include "platform/documents/document.h"

namespace mosaic {

struct Poster {
    std::string title, campaign, address;  // of the page, without the scheme
    std::int64_t people = 0;
    std::string credit{};  // of the picture that it is made after; may be empty
    std::string_view jpeg{};
    int width = 0, height = 0;  // pixels of the picture
    base::Instant at{};
    base::Locale locale{};
    documents::Paper paper = documents::Paper::a2;
};

// One page, upright: the title, the picture as large as fits, how many people it is, the day, and where it stands.
std::string poster_pdf(const Poster& poster);

// The poster's picture has this side at most.
inline constexpr int kLongestPosterSide = 8'000;  // pixels

}  // namespace mosaic
