#include "ports/hub_blocks.h"

#include <algorithm>

#include "base/check.h"

namespace ports {

void HubBlockRegistry::add(BlockKind kind) {
    CHECK(find(kind.key) == nullptr);
    kinds_.push_back(std::move(kind));
}

const BlockKind* HubBlockRegistry::find(std::string_view key) const {
    const auto found = std::ranges::find(kinds_, key, &BlockKind::key);
    return found == kinds_.end() ? nullptr : &*found;
}

}  // namespace ports
