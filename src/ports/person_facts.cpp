#include "ports/person_facts.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace ports {

std::vector<PersonFact> PersonFacts::all(db::Read& read, PersonKey person, base::Locale locale) const {
    std::vector<PersonFact> facts;
    for (const auto& provider : providers_)
        std::ranges::move(provider(read, person, locale), std::back_inserter(facts));
    std::ranges::sort(facts, std::ranges::greater{},
                      [](const PersonFact& fact) { return std::tie(fact.at, fact.slice, fact.sentence); });
    return facts;
}

}  // namespace ports
