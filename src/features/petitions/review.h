// features/petitions/review.h - what people say of signatures that looked odd. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "features/petitions/signature.h"

namespace petitions {

// Stored as these numbers. fine: it stays, and is never asked about again. marked: it is to be taken out, together with
// others, by a batch whose condition is the mark.
enum class Verdict : unsigned char { fine = 1, marked = 2 };

struct Decision {
    SignatureId signature;
    Verdict verdict;
};

// The score from which the queue shows signatures where the guard names none.
inline constexpr std::int64_t kUsualLeastScore = 40;
inline constexpr std::int64_t kReviewPageLength = 50;

// Where the next page begins: behind this one.
struct ReviewPlace {
    std::int64_t score;
    SignatureId id;
};

// "67-1234567": as the address of the next page has it; nullopt for anything else.
std::optional<ReviewPlace> review_place_of(std::string_view text);

}  // namespace petitions
