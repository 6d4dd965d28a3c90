// features/supporters/handlers_parts.h - what the handlers of this slice share. Included by them only.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/whole_number.h"
#include "features/supporters/handlers.h"
#include "people/store.h"
#include "platform/auth/audit.h"

namespace supporters {

// Changing people asks for the right to judge what the public sent; erasing and exporting for that to take them out.
inline constexpr auth::Permission kLook = auth::Permission::read_people;
inline constexpr auth::Permission kChange = auth::Permission::moderate;
inline constexpr auth::Permission kTakeOut = auth::Permission::export_people;

inline people::PersonId person_id(const http::Request& request) {
    return people::PersonId{base::whole_number(request.parameter("person")).value_or(0)};
}

// Those of no level are seen by whoever may see the whole nation.
inline bool may(db::Read& read, const auth::Principal& staff, auth::Permission permission,
                const people::Person& person) {
    const auto tree = people::levels(read);
    const people::Level* nation = tree.national();
    if (person.level) return auth::may(staff, permission, tree.ids_with_ancestors(*person.level));
    if (nation == nullptr) return auth::may(staff, permission, std::vector<base::LevelId>{});
    return auth::may(staff, permission, tree.ids_with_ancestors(nation->id));
}

// The person, where these staff may do it with them, and they were neither erased nor merged.
struct Wanted {
    people::PersonId person;
    auth::Permission permission;
};
inline std::optional<people::Person> find_allowed(db::Read& read, const auth::Principal& staff, const Wanted& wanted) {
    auto person = people::find_person(read, wanted.person);
    if (!person || person->erased_at || person->merged_into) return std::nullopt;
    if (!may(read, staff, wanted.permission, *person)) return std::nullopt;
    return person;
}

// The levels whose people these staff may see; nullopt: everybody.
inline store::Scope scope_of(db::Read& read, const auth::Principal& staff, auth::Permission permission) {
    const auto granted = auth::levels_of(staff, permission);
    if (!granted) return std::nullopt;
    const auto tree = people::levels(read);
    std::vector<base::LevelId> below;
    for (const people::Level& level : tree.all()) {
        if (!auth::may(staff, permission, tree.ids_with_ancestors(level.id))) continue;
        if (level.kind == people::LevelKind::national) return std::nullopt;
        below.push_back(level.id);
    }
    return below;
}

// Names nobody: the log outlives whoever asks to be erased.
inline void record(db::Write& write, const Acting& who, const people::Person& person, std::string action,
                   std::vector<auth::Change> changes = {}) {
    auth::record(write, {.actor = auth::actor_of(who.staff, who.request_id),
                         .action = std::move(action),
                         .subject = {"person", person.id.value, std::to_string(person.id.value)},
                         .level = person.level,
                         .changes = std::move(changes)});
}

inline html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

}  // namespace supporters
