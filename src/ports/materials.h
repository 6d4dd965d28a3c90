// ports/materials.h - what a champion brings along on a topic: slides, leaflets, guides, as links. Filled by whichever
// slice keeps such a library; while none does, there are none.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/locale.h"
#include "platform/db/transaction.h"
#include "ports/champions.h"

namespace ports {

struct Material {
    std::string title;  // in the language asked for
    std::string url;    // absolute
};

// Of this topic, 0: of any; the best first.
using Materials = std::function<std::vector<Material>(db::Read&, TopicId, base::Locale)>;

}  // namespace ports
