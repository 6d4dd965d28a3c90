// features/delivery/text_check.h - which rule of a parliament a text keeps, which it breaks, and what nobody but its
// clerk can tell. Pure.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "features/delivery/parliament.h"
#include "features/delivery/petition_words.h"

namespace delivery {

// remember: no text can keep or break it; it is for whoever collects.
enum class Verdict : unsigned char { keeps, breaks, ask_the_clerk, remember };

struct Finding {
    RuleKind rule;
    Verdict verdict;
    std::int64_t count = 0;  // counted: words, signatures, supporters
    std::int64_t limit = 0;
    std::string found{};  // the words that break it
};

// What is known beside the text.
struct Collected {
    std::int64_t on_paper = 0;          // valid signatures by hand
    std::int64_t supporters = 0;        // noted for the official site
    bool text_fits_every_sheet = true;  // whole, above the signatures
};

// One for each rule of the parliament, in their order.
std::vector<Finding> check(const ParliamentFacts& facts, const PetitionWords& words, const Collected& collected);

// The rules that the text itself breaks: signatures and supporters still to be found do not count here.
std::vector<RuleKind> broken_by_text(const std::vector<Finding>& findings);

}  // namespace delivery
