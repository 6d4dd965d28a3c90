// features/message_guides/demo_texts.h - the guides that every installation begins with: our own writing, in both
// languages; figures from data/, each with its source and day.
#pragma once
#include <string_view>
#include <vector>

#include "features/message_guides/guide.h"

namespace message_guides {

struct PreparedGuide {
    std::string_view slug;  // its theme too
    Content content;
};

PreparedGuide tax_fairness();
PreparedGuide public_workers();
PreparedGuide public_services();

std::vector<PreparedGuide> prepared_guides();

}  // namespace message_guides
