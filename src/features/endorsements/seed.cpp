#include "features/endorsements/seed.h"

#include <array>

#include "features/endorsements/handlers.h"
#include "features/endorsements/store.h"
#include "people/address_hash.h"

namespace endorsements {
namespace {

using Tick = EndorsementForm::Tick;

struct Invented {
    SignerClass signer_class;
    EndorsementForm form;
    base::Locale locale;
};

std::vector<Invented> invented() {
    const auto en = base::Locale::english, fr = base::Locale::french;
    return {{SignerClass::organisation,
             {.name = "Larch River Food Bank",
              .place = "Larch River",
              .region = "NB",
              .members = "240",
              .statement = "We see every week what a cut saves, and what it costs.",
              .signatory_name = "Ruth Abara",
              .signatory_role = "Coordinator",
              .email = "office@larch-river-food.example.org",
              .authorised = Tick::yes},
             en},
            {SignerClass::organisation,
             {.name = "Association des bibliothèques de Val-Clair",
              .place = "Val-Clair",
              .region = "QC",
              .members = "85",
              .signatory_name = "Luc Fortin",
              .signatory_role = "Président",
              .email = "bureau@abvc.example.org",
              .authorised = Tick::yes},
             fr},
            {SignerClass::organisation,
             {.name = "Port Ellery Tenants’ Union",
              .place = "Port Ellery",
              .region = "NS",
              .members = "1300",
              .signatory_name = "Joan Pike",
              .signatory_role = "Chair",
              .email = "hello@port-ellery-tenants.example.org",
              .authorised = Tick::yes},
             en},
            {SignerClass::municipality,
             {.name = "Larch River Town Council",
              .region = "NB",
              .act = "resolution",
              .act_date = "2026-10-19",
              .votes_for = "7",
              .votes_against = "2",
              .signatory_name = "Mireille Haché",
              .signatory_role = "Clerk",
              .email = "clerk@larch-river.example.org",
              .authorised = Tick::yes},
             en},
            {SignerClass::municipality,
             {.name = "Village de Val-Clair",
              .region = "QC",
              .act = "proclamation",
              .act_date = "2026-11-02",
              .signatory_name = "Anne Roy",
              .signatory_role = "Mairesse",
              .email = "mairie@val-clair.example.org",
              .authorised = Tick::yes},
             fr},
            {SignerClass::elected_official,
             {.name = "Darlene Whitford",
              .office = "councillor",
              .place = "Larch River, Ward 2",
              .region = "NB",
              .statement = "Public work is work for everybody.",
              .email = "ward2@larch-river.example.org",
              .authorised = Tick::yes},
             en}};
}

void seed_one(db::Write& write, const Services& services, const ports::PetitionFacts& petition, const Invented& of) {
    const auto texts = services.petitions.texts(write, petition.id, of.locale);
    const auto submission = accept({of.signer_class, of.form, "2026-11-22"});
    if (texts.empty() || !submission) return;
    const auto hash = people::address_hash(services.secret, submission->email);
    const auto id = store::insert(write, {petition.id, texts.front().id, of.locale, hash}, *submission);
    if (!id) return;
    store::confirm(write, *id);
    store::decide(write, *id, {State::waiting, State::counted, "demo", "", ""});
    const auto change = change_of(*store::find(write, *id), ports::CountStep::confirmed, write.now());
    services.changes.tell(write, {&change, 1});
}

}  // namespace

void seed_demo(db::Database& database, const Services& services, std::string_view slug) {
    database.write([&](db::Write& write) {
        const auto petition = services.petitions.find(write, slug, base::Locale::english);
        if (!petition || !store::all(write, petition->id).empty()) return;
        for (const Invented& each : invented()) seed_one(write, services, *petition, each);
    });
}

}  // namespace endorsements
