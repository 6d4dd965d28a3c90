// ports/person_actions.h - what people did, as facts that rules can ask for: "signed the Equality Pledge". Slices tell
// them in the transaction in which they happen; the slice of segments keeps them by person.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "platform/db/transaction.h"

namespace ports {

// undone: withdrawn, invalidated, left.
enum class ActionEvent : unsigned char { done, undone };

struct PersonAction {
    std::string_view kind;      // key of an ActionKind: "petitions.signed"
    std::int64_t about;         // the petition, the event, ...: an id of the slice
    std::int64_t address_hash;  // auth's keyed hash of the canonical address; whoever has no person yet is passed over
    ActionEvent event = ActionEvent::done;
    base::Instant at;
};

// What there is to choose for one kind: "the Equality Pledge".
struct ActionSubject {
    std::int64_t about;
    std::string name;  // in the language asked for
};

// One kind of action, for the menus of whoever writes rules.
struct ActionKind {
    std::string key;      // "petitions.signed"; at most 40 characters, unique
    base::Message label;  // "Signed a petition or pledge"
    std::function<std::vector<ActionSubject>(db::Read&, base::Locale)> subjects;
};

using ActionListener = std::function<void(db::Write&, std::span<const PersonAction>)>;

// Lives in the house: kinds are added by the slices that know them, listeners by those that follow.
class PersonActions {
public:
    void add(ActionKind kind) { kinds_.push_back(std::move(kind)); }
    const std::vector<ActionKind>& kinds() const { return kinds_; }

    void add_listener(ActionListener listener) { listeners_.push_back(std::move(listener)); }
    // Nothing to tell is fine. A listener that throws rolls the transaction back.
    void tell(db::Write& write, std::span<const PersonAction> actions) const {
        if (actions.empty()) return;
        for (const ActionListener& listener : listeners_) listener(write, actions);
    }

private:
    std::vector<ActionKind> kinds_;
    std::vector<ActionListener> listeners_;
};

}  // namespace ports
