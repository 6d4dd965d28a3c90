#include "features/voices/reach_service.h"

#include <algorithm>

#include "people/level.h"
#include "people/store.h"

namespace voices {

bool Reach::holds(std::string_view province) const {
    return is_national || std::ranges::any_of(provinces, [&](auto each) { return people::code(each) == province; });
}

std::vector<std::string> Reach::parts() const {
    if (is_national) return {""};
    std::vector<std::string> codes;
    for (const auto each : provinces) codes.emplace_back(people::code(each));
    return codes;
}

Reach reach_of(db::Read& read, const auth::Principal& staff, auth::Permission permission) {
    const auto tree = people::levels(read);
    const auto may_at = [&](const people::Level& level) {
        return auth::may(staff, permission, tree.ids_with_ancestors(level.id));
    };
    Reach reach;
    for (const auto& level : tree.all()) {
        if (level.kind == people::LevelKind::local || !may_at(level)) continue;
        if (level.kind == people::LevelKind::national) return {.is_national = true};
        if (level.province) reach.provinces.push_back(*level.province);
    }
    return reach;
}

}  // namespace voices
