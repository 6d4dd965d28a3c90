#include "features/politician_tracker/positions_service.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "features/politician_tracker/positions_store.h"
#include "features/politician_tracker/store.h"
#include "platform/i18n/translator.h"

namespace politician_tracker {
namespace {

// One who sits in Parliament may stand in the list without a province.
bool is_same_region(const ports::PoliticianKey& key, const PoliticianFacts& facts) {
    if (key.region == facts.region) return true;
    return people::is_federal(key.office) && (key.region.empty() || facts.region.empty());
}

bool is_meant(const ports::PoliticianKey& key, const PoliticianFacts& facts) {
    return is_same_region(key, facts) && base::fold_name(facts.name) == base::fold_name(key.name);
}

// Asked of the shared list of the house, in one language.
struct Asked {
    const ports::PetitionReader& petitions;
    base::Locale locale;
};
void add_positions(db::Read& read, const Asked& asked, PoliticianId politician,
                   std::vector<ports::PoliticianPosition>& to) {
    const i18n::Translator t{asked.locale};
    const bool is_english = asked.locale == base::Locale::english;
    for (auto& each : store::current_positions(read, politician)) {
        const auto petition = asked.petitions.find_by_id(read, each.petition, asked.locale);
        if (!petition || petition->stage == ports::PetitionStage::draft) continue;
        to.push_back({.petition = each.petition,
                      .title = petition->title,
                      .path = fmt::format("/{}/petitions/{}", base::code(asked.locale), petition->slug),
                      .stand = std::string{name_of(each.stand)},
                      .label = t(label_of(each.stand)),
                      .on_date = each.on_date,
                      .evidence = is_english ? each.evidence_en : each.evidence_fr,
                      .evidence_url = each.evidence_url});
    }
}

}  // namespace

ports::PoliticianPositions positions(const ports::PetitionReader& petitions) {
    return {[&petitions](db::Read& read, const ports::PoliticianKey& key, base::Locale locale) {
        std::vector<ports::PoliticianPosition> found;
        const auto open = store::open_periods(read);
        for (const Politician& each : store::of_office(read, key.office))
            if (is_meant(key, each.facts) && !is_hidden(each.facts, open))
                add_positions(read, {petitions, locale}, each.id, found);
        std::ranges::sort(found, [](const auto& left, const auto& right) {
            return left.on_date != right.on_date ? left.on_date > right.on_date : left.petition > right.petition;
        });
        return found;
    }};
}

}  // namespace politician_tracker
