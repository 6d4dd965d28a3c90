// ports/person_actions.h - what people did, as facts that rules can ask for: "signed the Equality Pledge". Slices offer
// them; the slice of segments follows them and keeps them by person.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/locale.h"
#include "base/problem.h"
#include "platform/db/transaction.h"

namespace ports {

enum class ActionEvent : unsigned char { done, undone };  // undone: withdrawn, invalidated, left

struct PersonAction {
    std::int64_t address_hash;  // auth's keyed hash of the canonical address
    std::int64_t about;         // the petition, the event, ...: an id of the slice
    ActionEvent event = ActionEvent::done;
    base::Instant at;
};

// What there is to choose for one kind of action: "the Equality Pledge".
struct ActionSubject {
    std::int64_t about;
    std::string name;  // in the language asked for
};

// One kind of action.
struct ActionKind {
    std::string key;      // "petitions.signed"; at most 40 characters, unique
    base::Message label;  // "Signed a petition or pledge"
    // The events behind `cursor` in an order that never changes, at most `limit`, and the cursor behind the last of
    // them. The first cursor is 0. Called again and again: costs little when there is nothing new, and does not slow
    // those who act (no index of its own on a hot table; the id of a row is a good cursor).
    struct Batch {
        std::vector<PersonAction> actions;
        std::int64_t cursor = 0;
    };
    struct From {
        std::int64_t cursor = 0;
        std::int64_t limit = 1'000;
    };
    std::function<Batch(db::Read&, From)> after;
    std::function<std::vector<ActionSubject>(db::Read&, base::Locale)> subjects;
};

class PersonActions {
public:
    void add(ActionKind kind) { kinds_.push_back(std::move(kind)); }
    const std::vector<ActionKind>& kinds() const { return kinds_; }

private:
    std::vector<ActionKind> kinds_;
};

}  // namespace ports
