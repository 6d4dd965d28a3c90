#include "features/petitions/review.h"

#include "base/whole_number.h"

namespace petitions {

std::optional<ReviewPlace> review_place_of(std::string_view text) {
    const auto hyphen = text.find('-');
    if (hyphen == std::string_view::npos) return std::nullopt;
    const auto score = base::whole_number(text.substr(0, hyphen));
    const auto id = base::id_from<SignatureId>(text.substr(hyphen + 1));
    if (!score || !id) return std::nullopt;
    return ReviewPlace{*score, *id};
}

}  // namespace petitions
