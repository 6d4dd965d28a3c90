#include "features/partners/slice.h"

#include <map>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "features/partners/agreement_service.h"
#include "platform/auth/principal.h"
#include "platform/i18n/translator.h"
#include "ports/acting.h"

namespace partners {
namespace {

std::optional<ports::PartnerFacts> facts_of(db::Read& read, std::string_view code, base::Locale locale) {
    const auto partner = store::find(read, code);
    if (!partner || partner->paused_at) return std::nullopt;
    ports::PartnerFacts facts{partner->code, partner->name(locale), partner->origins, std::nullopt};
    const auto wording = store::newest_wording(read, partner->id);
    if (wording && !wording->line.empty()) facts.line = {wording->id, wording->line.in(locale)};
    return facts;
}

std::string export_person(db::Read& read, ports::PersonKey person) {
    boost::json::array list;
    for (const auto& agreed : store::of_address(read, person.address_hash)) {
        const auto found = store::find_wording(read, agreed.wording);
        list.push_back({{"partner", agreed.on_behalf_of},
                        {"agreed_to", found ? found->wording.line.in(agreed.locale) : std::string{}},
                        {"ticked_at", i18n::machine_time(agreed.ticked_at)},
                        {"confirmed_at", i18n::machine_time(agreed.confirmed_at)},
                        {"ended_at", agreed.ended_at ? i18n::machine_time(*agreed.ended_at) : ""}});
    }
    return boost::json::serialize(list);
}

using SourceKey = std::pair<ports::PetitionId, std::string>;

void count_petition(db::Read& read, const ports::Signers& signers, ports::PetitionId petition,
                    std::map<SourceKey, std::int64_t>& counts) {
    constexpr std::int64_t kAtOnce = 10'000;
    ports::SignatureId last{0};
    while (true) {
        const auto page = signers.counted(read, {petition, last, kAtOnce});
        for (const auto& change : page)
            if (!change.source.empty()) ++counts[{petition, change.source}];
        if (std::ssize(page) < kAtOnce) return;
        last = page.back().signature;
    }
}

std::vector<ports::Finding> tally_findings(db::Read& read, const ports::PetitionReader& petitions,
                                           const ports::Signers& signers) {
    std::map<SourceKey, std::int64_t> counted, kept;
    for (const auto& petition : petitions.all(read, base::Locale::english))
        count_petition(read, signers, petition.id, counted);
    for (auto& each : store::counts(read)) kept[{each.petition, each.source}] = each.counted;
    std::vector<ports::Finding> findings;
    auto keys = kept;
    keys.insert(counted.begin(), counted.end());
    for (const auto& [key, count] : keys)
        if (kept[key] != counted[key])
            findings.push_back({fmt::format("petition {}, source {}: {} are counted, {} signatures are",
                                            key.first.value, key.second, kept[key], counted[key])});
    return findings;
}

}  // namespace

ports::SignatureSection Slice::section() const {
    return {.key = "partners", .order = 30, .render = [this](db::Read& read, const ports::SignatureView& view) {
                const auto agreed = store::agreed_with(read, view.signature);
                if (!agreed || agreed->ended_at) return html::SafeHtml{};
                const std::string page = pages::own_signature_path(view.locale, view.token);
                return pages::sharing(
                    i18n::Translator{view.locale},
                    {agreed->on_behalf_of, page + "/sharing", services_.tokens.make(kTakeBack, view.signature.value)});
            }};
}

ports::Partners port() { return {.find = facts_of, .agreed = record_agreement}; }

ports::CountListener count_listener() { return follow_steps; }

ports::StaffEntry staff_entry() {
    return {.label = base::message("Partners"),
            .path = "staff/partners",
            .icon = "users",
            .group = ports::StaffGroup::settings,
            .order = 800,
            .may_see = ports::whoever_may(auth::Permission::manage_settings)};
}

ports::PersonDataHolder person_data() {
    return {"partners", export_person,
            [](db::Write& write, ports::PersonKey person) { store::forget(write, person.address_hash); }};
}

std::vector<ports::Check> checks(const ports::PetitionReader& petitions, const ports::Signers& signers) {
    return {{"partners.sources",
             [&petitions, &signers](db::Read& read) { return tally_findings(read, petitions, signers); }}};
}

}  // namespace partners
