// ports/person_merges.h - two records that are one person, told to the slices that keep something under a person's
// number, in the transaction in which staff merge them or take it back. What stands under an address needs nothing: the
// address leads to whoever has it.
#pragma once
#include <functional>
#include <utility>
#include <vector>

#include "people/merging.h"
#include "platform/db/transaction.h"

namespace ports {

struct PersonMerge {
    people::MergeId merge;
    people::PersonId kept, merged;
};

struct MergeListener {
    std::function<void(db::Write&, const PersonMerge&)> joined;
    std::function<void(db::Write&, const PersonMerge&)> parted;  // of a merge that was told before
};

// Lives in the house. A listener that throws rolls the transaction back.
class PersonMerges {
public:
    void add_listener(MergeListener listener) { listeners_.push_back(std::move(listener)); }

    void tell_joined(db::Write& write, const PersonMerge& merge) const {
        for (const MergeListener& listener : listeners_) listener.joined(write, merge);
    }
    void tell_parted(db::Write& write, const PersonMerge& merge) const {
        for (const MergeListener& listener : listeners_) listener.parted(write, merge);
    }

private:
    std::vector<MergeListener> listeners_;
};

}  // namespace ports
