// features/petitions/demo_texts.h - the words of the demo's petitions, ours, in both languages.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "features/petitions/petition.h"

namespace petitions {

struct DemoPetition {
    std::string_view slug;
    Kind kind;
    std::int64_t goal;
    TextForm english, french;
};

std::vector<DemoPetition> demo_petitions();

}  // namespace petitions
