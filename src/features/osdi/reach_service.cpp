#include "features/osdi/reach_service.h"

#include <algorithm>

#include "base/check.h"
#include "base/whole_number.h"
#include "features/osdi/hal_api.h"
#include "people/merging.h"
#include "people/store.h"

namespace osdi {

std::optional<base::Problem> problem_of_scope(const http::Request& request, ports::ApiScope scope) {
    if (!request.caller) return base::Problem{std::string{kNoKey}, base::message("API key invalid or not present")};
    if (!ports::has_scope(*request.caller, scope))
        return base::Problem{std::string{kForbidden}, base::message("This key may not do that.")};
    return std::nullopt;
}

std::optional<http::Response> refusal(const http::Request& request, ports::ApiScope scope) {
    const auto problem = problem_of_scope(request, scope);
    if (!problem) return std::nullopt;
    const base::Problems problems{*problem};
    return error_response({status_of(problems), request.locale, &problems});
}

std::string source_of(const http::ApiCaller& caller) { return "API key " + caller.name; }

Reach::Reach(db::Read& read, const http::ApiCaller& caller) : tree_(people::levels(read)) {
    const auto* level = caller.level ? tree_.find(*caller.level) : nullptr;
    if (!caller.level || (level != nullptr && level->kind == people::LevelKind::national)) return;
    levels_.emplace();
    home_ = caller.level;
    for (const people::Level& each : tree_.all())
        if (tree_.is_within({.inner = each.id, .outer = *caller.level})) levels_->push_back(each.id);
}

bool Reach::holds(base::LevelId level) const {
    return !levels_ || std::ranges::find(*levels_, level) != levels_->end();
}

bool Reach::holds(const people::Person& person) const { return !levels_ || (person.level && holds(*person.level)); }

std::optional<people::Person> find_within(db::Read& read, const Reach& reach, people::PersonId id) {
    auto person = people::find_person(read, people::living(read, id));
    if (!person || person->erased_at || person->merged_into || !reach.holds(*person)) return std::nullopt;
    return person;
}

std::optional<people::Person> find_within(db::Read& read, const Reach& reach, std::string_view number) {
    const auto id = base::id_from<people::PersonId>(number);
    return id ? find_within(read, reach, *id) : std::nullopt;
}

}  // namespace osdi
