// features/jobs_calculator/scenario_store.h - prepared cuts in the database.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "features/jobs_calculator/scenario.h"
#include "platform/db/transaction.h"
#include "ports/editing.h"

namespace jobs_calculator::store {

std::optional<Scenario> find_scenario(db::Read& read, std::string_view slug);

// A part of a list: at most `limit` of those behind the one with this slug; from the beginning where there is none.
struct ListPart {
    std::string_view behind{};
    int limit = 50;
};

// Drafts too, newest first.
std::vector<Scenario> scenarios(db::Read& read, const ListPart& part);

// Those that are public, in this language, the last published first.
std::vector<PublicScenario> public_scenarios(db::Read& read, base::Locale locale, const ListPart& part);
// All of them: for the search, the checks and, where they are listed, the ways to act.
std::vector<PublicScenario> all_public_scenarios(db::Read& read, base::Locale locale);

// Who saved the draft last.
std::optional<ports::Saving> last_saving(db::Read& read, ScenarioId scenario);

// A draft with that question and no words yet. nullopt: the slug is taken.
struct NewScenario {
    base::LevelId level;
    std::string_view slug;
    std::string_view query;
};
std::optional<ScenarioId> insert_scenario(db::Write& write, const NewScenario& scenario, std::string_view staff_name);

// What staff have written; nobody else sees it before it is published.
void save_draft(db::Write& write, ScenarioId scenario, const ScenarioContent& draft, std::string_view staff_name);
void save_listing(db::Write& write, ScenarioId scenario, Listing listing);

// Shows the draft to everybody, also after it was withdrawn.
void publish_scenario(db::Write& write, ScenarioId scenario, std::string_view staff_name);
void withdraw_scenario(db::Write& write, ScenarioId scenario, std::string_view staff_name);

}  // namespace jobs_calculator::store
