// features/delivery/staff_handlers_parts.h - what the staff handlers of this slice share. Included by them only.
#pragma once
#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "base/text.h"
#include "base/whole_number.h"
#include "features/delivery/editor.h"
#include "features/delivery/handlers.h"
#include "features/delivery/staff_handlers.h"
#include "features/delivery/staff_pages.h"
#include "platform/auth/audit.h"
#include "platform/auth/principal.h"
#include "platform/html/forms.h"

namespace delivery {

using auth::Permission;

// The petition of this address, when this person has that right at its level.
struct Wanted {
    std::string slug;
    Permission permission;
    base::Locale locale;
};
inline std::optional<ports::PetitionFacts> find_allowed(const Services& services, db::Read& read,
                                                        const auth::Principal& staff, const Wanted& wanted) {
    auto petition = services.petitions.find(read, wanted.slug, wanted.locale);
    if (!petition || !ports::may(read, staff, wanted.permission, petition->level)) return std::nullopt;
    return petition;
}
inline std::optional<ports::PetitionFacts> find_allowed(const Services& services, db::Read& read,
                                                        const http::Request& request, Permission permission) {
    return find_allowed(services, read, *request.staff, {request.parameter("slug"), permission, request.locale});
}
inline std::optional<ports::PetitionFacts> find_allowed(const Services& services, db::Read& read, const Acting& acting,
                                                        const Wanted& wanted) {
    return find_allowed(services, read, acting.staff, wanted);
}

inline void record(db::Write& write, const Acting& who, const ports::PetitionFacts& petition, std::string action,
                   std::vector<auth::Change> changes = {}) {
    auth::record(write, {.actor = auth::actor_of(who.staff, who.request_id),
                         .action = std::move(action),
                         .subject = {"petition", petition.id.value, petition.slug},
                         .level = petition.level,
                         .changes = std::move(changes)});
}

inline ports::NamedTexts typed_fields(const http::Form& form, std::span<const std::string_view> names) {
    ports::NamedTexts typed;
    for (const auto name : names) typed.push_back({std::string{name}, form.text(name)});
    return typed;
}

inline std::vector<auth::Change> changes_between(const ports::NamedTexts& before, const ports::NamedTexts& after) {
    std::vector<auth::Change> changes;
    for (const auto& [name, text] : after) auth::add_change(changes, name, {ports::text_of(before, name), text});
    return changes;
}

// The number in the address; 0 for "new" and for what is none.
inline std::int64_t number_in(const http::Request& request, std::string_view parameter) {
    return std::max<std::int64_t>(0, base::whole_number(request.parameter(parameter)).value_or(0));
}

inline int status_of(const Editor& editor) {
    if (editor.problems.empty()) return 200;
    return editor.conflicts.empty() ? 422 : 409;
}
inline html::FormState state_of(const base::Problems& problems) {
    return problems.empty() ? html::FormState::fine : html::FormState::has_problems;
}

// The uploaded file, kept in the store; or what is wrong with it.
inline base::Result<Upload, base::Problems> keep_upload(const Services& services, const http::Request& request,
                                                        std::string_view parameter) {
    const auto* const file = request.form.file("file");
    const auto type = ports::scan_type_of(file == nullptr ? std::string_view{} : std::string_view{file->bytes});
    if (!type) return type.error();
    return Upload{ports::acting(request),
                  request.parameter("slug"),
                  number_in(request, parameter),
                  ports::harmless_name(file->name, *type),
                  services.files.put(file->bytes).hex(),
                  *type,
                  std::ssize(file->bytes)};
}

}  // namespace delivery
