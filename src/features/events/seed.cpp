#include "features/events/seed.h"

#include "features/events/guest_service.h"
#include "features/events/speaker_service.h"
#include "features/events/store.h"
#include "people/address_hash.h"
#include "people/store.h"
#include "platform/i18n/local_time.h"

namespace events {
namespace {

Plan plan(base::Instant now, int days, Plan plan) {
    auto local = i18n::local_time(now + base::days(days), plan.zone);
    local.hour = 19;
    local.minute = 0;
    plan.starts_at = i18n::instant_of(local, plan.zone).value_or(now + base::days(days));
    return plan;
}

Plan larch_river() {
    Plan plan;
    plan.title_en = "What the library gives back";
    plan.title_fr = "Ce que la bibliothèque redonne";
    plan.text_en = "An evening on what public services are worth, street by street. Soup at six, talk at seven.";
    plan.text_fr = "Une soirée sur ce que valent les services publics, rue par rue. Soupe à 18 h, conversation à 19 h.";
    plan.place = "Larch River Public Library";
    plan.town = "Larch River";
    plan.province = people::Province::bc;
    plan.language = Language::both;
    plan.zone = *i18n::TimeZone::find("America/Vancouver");
    plan.speaker = "Amrit Gill";
    plan.accessibility = "Step-free, hearing loop / Sans marche, boucle magnétique";
    plan.capacity = 40;
    return plan;
}

Plan val_clair() {
    Plan plan;
    plan.title_en = "Taxes: who pays for what?";
    plan.title_fr = "Les impôts : qui paie quoi ?";
    plan.text_en = "Bring your questions; no one is too simple. In French.";
    plan.text_fr = "Apportez vos questions ; aucune n’est trop simple.";
    plan.place = "Centre communautaire";
    plan.town = "Val-Clair";
    plan.province = people::Province::qc;
    plan.language = Language::french;
    plan.speaker = "Élise Tremblay";
    return plan;
}

// Whoever speaks is a champion of the demo, where the demo has one of that name.
void seed_speaker(const Services& services, EventId id, std::string_view slug, db::Write& write) {
    const auto champion = services.champions.find_by_slug ? services.champions.find_by_slug(write, slug) : std::nullopt;
    const auto event = store::find(write, id);
    if (champion && event->plan.starts_at > write.now()) give(services, {id, champion->id}, write);
}

void seed_one(const Services& services, const Plan& plan, db::Write& write) {
    const auto national = people::find_level(write, people::kNationalSlug);
    if (!national) return;
    const auto id = store::insert(write, national->id, plan);
    seed_speaker(services, id, plan.province == people::Province::bc ? "amrit-gill" : "elise-tremblay", write);
    store::publish(write, id);
    const auto email = base::EmailAddress::parse("ana@night-shift.example.org");
    const NewGuest guest{"Ana Silva", *email, 2};
    const auto hash = people::address_hash(services.secret, *email);
    if (const auto made = store::insert_guest(write, {id, guest, hash, base::Locale::english}))
        confirm(services, *store::find_guest(write, *made), write);
}

}  // namespace

void seed_demo(db::Database& database, const Services& services) {
    database.write([&](db::Write& write) {
        if (!store::all(write, 1).empty()) return;
        seed_one(services, plan(write.now(), 11, larch_river()), write);
        seed_one(services, plan(write.now(), 18, val_clair()), write);
        seed_one(services, plan(write.now(), -20, larch_river()), write);
    });
}

}  // namespace events
