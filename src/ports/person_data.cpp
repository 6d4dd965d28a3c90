#include "ports/person_data.h"

#include <algorithm>

#include "base/check.h"

namespace ports {

void PersonData::add(PersonDataHolder holder) {
    CHECK(std::ranges::find(holders_, holder.slice, &PersonDataHolder::slice) == holders_.end());
    holders_.push_back(std::move(holder));
}

std::string PersonData::export_json(db::Read& read, PersonKey person) const {
    std::string json = "{";
    for (const auto& holder : holders_) {
        if (json.size() > 1) json += ',';
        json += '"' + holder.slice + "\":" + holder.export_json(read, person);
    }
    return json + "}";
}

void PersonData::erase(db::Write& write, PersonKey person) const {
    for (const auto& holder : holders_) holder.erase(write, person);
}

}  // namespace ports
