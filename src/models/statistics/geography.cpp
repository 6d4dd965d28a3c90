#include "models/statistics/geography.h"

#include <algorithm>

#include "base/text.h"

namespace statistics {

std::optional<Geography> geography_of(std::string_view text) {
    const auto found = std::ranges::find_if(kGeographies, [text](const Geography& geography) {
        return base::equals_ignoring_ascii_case(text, geography.name) ||
               base::equals_ignoring_ascii_case(text, geography.code);
    });
    if (found != kGeographies.end()) return *found;
    if (base::equals_ignoring_ascii_case(text, "Yukon Territory")) return geography_of("YT");
    if (text == "Qu\u00e9bec") return geography_of("QC");
    return std::nullopt;
}

}  // namespace statistics
