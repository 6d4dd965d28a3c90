#include "ports/actions.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "platform/i18n/translator.h"

namespace ports {
namespace {

struct MissionAction {
    std::string_view key, icon;
    base::Message title, summary;
};

// The calls to action of the mission, in its order.
constexpr std::array<MissionAction, 8> kMission{{
    {"equality-pledge", "scale", base::message("Sign the Equality Pledge"),
     base::message("Say it with your name: an economy that leaves nobody behind, and public services that reach "
                   "everyone.")},
    {"proclamation", "landmark", base::message("Sign the Proclamation"),
     base::message("Add your voice, or ask your town council to proclaim a Quality Public Services Day.")},
    {"email-list", "mail", base::message("Join the email list"),
     base::message("One short letter when there is something to do. Leave whenever you like.")},
    {"presentation", "presentation", base::message("Book a presentation"),
     base::message("A trained neighbour comes to your union hall, your council or your kitchen table.")},
    {"photo", "camera", base::message("Take a photo with a message"),
     base::message("Hold up your reason. Thousands of faces make one picture.")},
    {"jobs-calculator", "calculator", base::message("Count the jobs a cut costs"),
     base::message("Choose a cut and a government, and see the public and private jobs that go with it.")},
    {"fairness-test", "bar-chart", base::message("Take the Fairness Test"),
     base::message("Does a budget narrow the gap or widen it? Put it to the test, with the working shown.")},
    {"words", "megaphone", base::message("Find the Words That Work"),
     base::message("You hear it at the coffee machine; here is what you can say.")},
}};

Action declared(const MissionAction& mission, int order, const i18n::Translator& t) {
    return {.key = std::string{mission.key},
            .icon = std::string{mission.icon},
            .title = t(mission.title),
            .call = t(mission.title),
            .summary = t(mission.summary),
            .order = order,
            .availability = Availability::coming_soon};
}

// What the slice offers, its gaps filled from the declaration.
void put_in_place(Action& declared, Action offered) {
    if (offered.icon.empty()) offered.icon = std::move(declared.icon);
    if (offered.title.empty()) offered.title = std::move(declared.title);
    if (offered.call.empty()) offered.call = std::move(declared.call);
    if (offered.summary.empty()) offered.summary = std::move(declared.summary);
    offered.order = declared.order;
    declared = std::move(offered);
}

}  // namespace

std::vector<Action> ActionRegistry::all(db::Read& read, base::Locale locale) const {
    const i18n::Translator t{locale};
    std::vector<Action> actions;
    for (const auto& mission : kMission) actions.push_back(declared(mission, static_cast<int>(actions.size()) + 1, t));
    for (const auto& provider : providers_) {
        for (auto& offered : provider(read, locale)) {
            const auto known = std::ranges::find(actions, offered.key, &Action::key);
            if (known == actions.end())
                actions.push_back(std::move(offered));
            else
                put_in_place(*known, std::move(offered));
        }
    }
    for (auto& action : actions)
        if (action.call.empty()) action.call = action.title;
    std::ranges::sort(actions, {}, [](const Action& action) { return std::tie(action.order, action.key); });
    return actions;
}

std::optional<Action> ActionRegistry::next_after(db::Read& read, base::Locale locale, std::string_view done) const {
    const auto actions = all(read, locale);
    const auto is_choice = [&](const Action& action) {
        return action.availability == Availability::open && action.key != done;
    };
    const auto at = std::ranges::find(actions, done, &Action::key);
    auto found = std::find_if(at, actions.end(), is_choice);
    if (found == actions.end()) found = std::ranges::find_if(actions, is_choice);
    if (found == actions.end()) return std::nullopt;
    return *found;
}

}  // namespace ports
