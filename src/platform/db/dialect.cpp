#include "platform/db/dialect.h"

#include <algorithm>

namespace db {

std::string definitions_for(Location::Kind kind, std::string_view definitions) {
    const std::string_view other = kind == Location::Kind::sqlite ? "-- only postgres" : "-- only sqlite";
    std::string out;
    bool is_ours = true;
    while (!definitions.empty()) {
        const auto length = std::min(definitions.find('\n'), definitions.size() - 1) + 1;
        const auto line = definitions.substr(0, length);
        if (line.starts_with("-- only ") || line.starts_with("-- both")) is_ours = !line.starts_with(other);
        if (is_ours) out += line;
        definitions.remove_prefix(length);
    }
    return out;
}

}  // namespace db
