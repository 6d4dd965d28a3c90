// ports/person_data.h - the right to one's data: what every slice holds about a person, and forgetting it.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "platform/db/transaction.h"
#include "ports/person_facts.h"

namespace ports {

struct PersonDataHolder {
    std::string slice;  // the member's name in the export
    // What the slice holds, as one JSON value; "[]" or "{}" for nothing.
    std::function<std::string(db::Read&, PersonKey)> export_json;
    // Takes every personal detail out; what was counted stays counted where the law lets it.
    std::function<void(db::Write&, PersonKey)> erase;
};

class PersonData {
public:
    // Two of one slice are a bug.
    void add(PersonDataHolder holder);

    // {"petitions": ..., "mailing_list": ...}
    std::string export_json(db::Read& read, PersonKey person) const;

    // In all slices, in one transaction: everything or nothing.
    void erase(db::Write& write, PersonKey person) const;

private:
    std::vector<PersonDataHolder> holders_;
};

}  // namespace ports
