#include "models/budget_fairness/engine/rules_by_place.h"

#include <bit>
#include <type_traits>

namespace budget_fairness {
namespace {

// Two multiply-and-mix streams over 64-bit words.
class Hash {
public:
    void add(std::uint64_t word) {
        high_ = mix(high_ ^ word, 0xff51afd7ed558ccdU);
        low_ = mix(low_ + word, 0xc4ceb9fe1a85ec53U);
    }
    void add(double number) { add(std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number)); }
    // Numbers only, of eight bytes each, without holes between them.
    template <class Rules>
    void add_all(const Rules& rules) {
        static_assert(std::is_trivially_copyable_v<Rules> && sizeof(Rules) % sizeof(std::uint64_t) == 0);
        const auto words = std::bit_cast<std::array<std::uint64_t, sizeof(Rules) / sizeof(std::uint64_t)>>(rules);
        for (const auto word : words) add(word);
    }
    Fingerprint value() const { return {high_, low_}; }

private:
    static std::uint64_t mix(std::uint64_t word, std::uint64_t factor) {
        word = (word ^ (word >> 33U)) * factor;
        return word ^ (word >> 29U);
    }
    std::uint64_t high_ = 1;
    std::uint64_t low_ = 2;
};

}  // namespace

base::Result<RulesByPlace, std::vector<Gap>> rules_by_place(const LawBook& law, int year) {
    RulesByPlace found;
    std::vector<Gap> missing;
    for (const auto place : provinces_and_territories()) {
        auto rules = rules_of_year(law, place, year);
        if (rules)
            found.at(place) = *std::move(rules);
        else
            missing.insert(missing.end(), rules.error().begin(), rules.error().end());
    }
    if (!missing.empty()) return missing;
    return found;
}

Fingerprint fingerprint(const RulesByPlace& rules) {
    Hash hash;
    for (const auto place : provinces_and_territories()) {
        const auto& each = rules.at(place);
        hash.add_all(each.federal);
        hash.add_all(each.provincial);
        hash.add(each.abatement);
        hash.add_all(each.contributions);
        hash.add_all(each.old_age);
        hash.add_all(each.benefits);
        hash.add_all(each.disability);
        hash.add_all(each.sales_tax);
    }
    return hash.value();
}

}  // namespace budget_fairness
