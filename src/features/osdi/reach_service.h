// features/osdi/reach_service.h - what a key may do, and whom and what it reaches.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/level_id.h"
#include "base/problem.h"
#include "people/level.h"
#include "people/person.h"
#include "platform/db/transaction.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "ports/api_scopes.h"

namespace osdi {

// Why this request may not do it: it bears no key (kNoKey), or one without the scope (kForbidden). nullopt: it may.
std::optional<base::Problem> problem_of_scope(const http::Request& request, ports::ApiScope scope);

// The same as an answer, for handlers that read.
std::optional<http::Response> refusal(const http::Request& request, ports::ApiScope scope);

// "API key Website of Local 17": the source of what a key brings.
std::string source_of(const http::ApiCaller& caller);

// The levels that a key works at. One without a level, or with that of the nation, reaches everything; others reach
// what belongs to their level and those below it, and people who belong there.
class Reach {
public:
    Reach(db::Read& read, const http::ApiCaller& caller);

    bool holds(base::LevelId level) const;
    bool holds(const people::Person& person) const;
    // nullopt: everybody.
    const std::optional<std::vector<base::LevelId>>& levels() const { return levels_; }
    // Where people belong whom the key brings and whose place says nothing; nullopt: to the nation.
    std::optional<base::LevelId> home() const { return home_; }
    const people::LevelTree& tree() const { return tree_; }

private:
    people::LevelTree tree_;
    std::optional<std::vector<base::LevelId>> levels_;
    std::optional<base::LevelId> home_;
};

// The person of this number or of a number of theirs that was merged away; nullopt for nobody, somebody erased, and
// whoever the key does not reach.
std::optional<people::Person> find_within(db::Read& read, const Reach& reach, people::PersonId id);
// The same by the number in an address.
std::optional<people::Person> find_within(db::Read& read, const Reach& reach, std::string_view number);

}  // namespace osdi
