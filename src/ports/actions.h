// ports/actions.h - what a supporter can do: every call to action of the campaign, whichever slice offers it.
//
// The eight of the mission are declared here; each is "coming soon" until a slice offers an action under its key.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "platform/db/transaction.h"

namespace ports {

// A number that grows while one looks: "48,213 signatures".
struct LiveFigure {
    std::int64_t value = 0;
    std::string unit{};        // in the language asked for, in the plural form that fits: "signatures"
    std::string stream_url{};  // of its server-sent events; empty when it does not move
};

enum class Availability : unsigned char { coming_soon, open, closed };

// In the language that was asked for.
struct Action {
    std::string key;        // "equality-pledge": one of the mission's, or the slice's own
    std::string icon{};     // of the sprite; empty: the mission's
    std::string title{};    // its name, "The Equality Pledge"; empty: the mission's call
    std::string call{};     // what a button says, "Sign the Equality Pledge"; empty: the mission's, else the title
    std::string summary{};  // one or two sentences; empty: the mission's
    std::string path{};     // "/en/petitions/equality-pledge"
    std::optional<LiveFigure> figure{};
    int order = 100;  // smaller comes first; those of the mission have 1 to 8
    Availability availability = Availability::open;
};

// A slice's actions now. Figures come from memory: no counting here.
using ActionProvider = std::function<std::vector<Action>(db::Read&, base::Locale)>;

class ActionRegistry {
public:
    void add(ActionProvider provider) { providers_.push_back(std::move(provider)); }

    // The eight of the mission, each as its slice offers it or coming soon, and whatever else slices offer, in order.
    std::vector<Action> all(db::Read& read, base::Locale locale) const;

    // The one to offer next to somebody who has just done `done`: the first open one behind it, else the first of all.
    std::optional<Action> next_after(db::Read& read, base::Locale locale, std::string_view done) const;

private:
    std::vector<ActionProvider> providers_;
};

}  // namespace ports
