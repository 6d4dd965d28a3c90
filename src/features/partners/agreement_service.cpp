#include "features/partners/agreement_service.h"

#include <fmt/format.h>

#include "people/store.h"
#include "platform/i18n/translator.h"

namespace partners {
namespace {

using ports::CountChange;
using ports::CountStep;

std::string key_of(const Partner& partner) { return "partners." + partner.code; }

std::string source_of(ports::PetitionId petition, const Partner& partner) {
    return fmt::format("petitions/{}/{}", petition.value, partner.code);
}

people::Consent consent_of(const store::Agreed& agreed, const Partner& partner) {
    return {.act = people::ConsentAct::given,
            .ground = people::ConsentGround::express,
            .address_hash = agreed.address_hash,
            .person = agreed.person,
            .wording = {.key = key_of(partner), .locale = agreed.locale, .words = {}},
            .on_behalf_of = agreed.on_behalf_of,
            .source = source_of(agreed.petition, partner),
            .network = agreed.network,
            .at = agreed.ticked_at,
            .confirmed_at = agreed.confirmed_at,
            .expires_at = std::nullopt,
            .purpose = people::ConsentPurpose::partner};
}

void end_with_signature(db::Write& write, ports::SignatureId signature) {
    const auto agreed = store::agreed_with(write, signature);
    if (agreed) end_agreement(write, {*agreed, i18n::Translator{agreed->locale}("Withdraw my signature")});
}

}  // namespace

void record_agreement(db::Write& write, const ports::PartnerAgreement& agreement) {
    const auto found = store::find_wording(write, agreement.wording);
    const auto partner = found ? store::find(write, found->partner) : std::nullopt;
    if (!partner || partner->code != agreement.source || found->wording.line.empty()) return;
    const store::Agreed agreed{.partner = partner->id,
                               .wording = agreement.wording,
                               .petition = agreement.petition,
                               .signature = agreement.signature,
                               .person = agreement.person,
                               .address_hash = agreement.address_hash,
                               .locale = agreement.locale,
                               .on_behalf_of = partner->name(agreement.locale),
                               .network = agreement.network,
                               .ticked_at = agreement.ticked_at,
                               .confirmed_at = write.now()};
    if (store::insert_agreed(write, agreed) == store::Changed::no) return;
    auto consent = consent_of(agreed, *partner);
    consent.wording.words = found->wording.line.in(agreement.locale);
    people::record_consent(write, consent);
}

void end_agreement(db::Write& write, const Ending& ending) {
    const auto partner = store::find(write, ending.agreed.partner);
    if (!partner || store::end(write, ending.agreed.id) == store::Changed::no) return;
    auto consent = consent_of(ending.agreed, *partner);
    consent.act = people::ConsentAct::withdrawn;
    consent.wording.words = ending.words;
    consent.network = {};
    consent.at = write.now();
    consent.confirmed_at = std::nullopt;
    people::record_consent(write, consent);
}

void take_back(db::Write& write, const Ending& ending) {
    if (ending.agreed.ended_at) return;
    for (const store::Agreed& each : store::of_address(write, ending.agreed.address_hash))
        if (each.partner == ending.agreed.partner) end_agreement(write, {each, ending.words});
}

void follow_steps(db::Write& write, std::span<const CountChange> changes) {
    store::count_steps(write, changes);
    std::vector<store::Standing> standings;
    for (const CountChange& change : changes) {
        if (change.source.empty() || change.step == CountStep::confirmed) continue;
        if (change.step == CountStep::withdrawn)
            end_with_signature(write, change.signature);
        else
            standings.push_back({change.signature, change.step == CountStep::restored ? 1 : 0});
    }
    if (!standings.empty()) store::follow(write, standings);
}

}  // namespace partners
