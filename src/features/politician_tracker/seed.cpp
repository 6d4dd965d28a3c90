#include "features/politician_tracker/seed.h"

#include <array>

#include "features/politician_tracker/store.h"

namespace politician_tracker {
namespace {

struct Invented {
    PoliticianForm who;
    StandForm stand;  // empty: not asked yet
};

std::vector<Invented> invented() {
    const std::string demo = "Demo / Démo";
    return {
        {{"Geneviève Marchand", "mp", "QC", "Val-Clair–Mirabel-Nord", "Parti des érables",
          "genevieve.marchand@parl.example.org", "", demo},
         {"signed", "2026-10-06", "Signed on the steps of the town library, before forty people.",
          "A signé sur les marches de la bibliothèque, devant quarante personnes.", ""}},
        {{"Harold Pike", "mp", "NS", "Port Ellery–Salt Coast", "Lighthouse Party", "harold.pike@parl.example.org", "",
          demo},
         {"declined", "2026-10-21", "Told the local paper that he signs no pledges.",
          "A dit au journal local qu’il ne signe aucun engagement.", ""}},
        {{"Susan Okafor", "mp", "ON", "North Carling", "Maple Party", "susan.okafor@parl.example.org", "", demo},
         {"asked", "2026-11-04", "", "", ""}},
        {{"Réjean Doucet", "provincial", "NB", "Larch River", "Maple Party", "rejean.doucet@leg.example.org", "", demo},
         {"signed", "2026-11-10", "Signed at the meeting of the food bank.",
          "A signé à l’assemblée de la banque alimentaire.", ""}},
        {{"Alice Tootoo", "provincial", "NU", "Inlet South", "", "alice.tootoo@leg.example.org", "", demo},
         {"no_answer", "2026-10-30", "", "", ""}},
        {{"Peter Voss", "provincial", "AB", "Prairie Bend", "Wheatland Alliance", "", "", demo}, {}},
        {{"Mireille Roy", "mayor", "QC", "Val-Clair", "", "mairie@val-clair.example.org", "", demo},
         {"signed", "2026-11-02", "Proclaimed it the same day.", "L’a proclamé le jour même.", ""}},
        {{"Dan Whitecap", "councillor", "SK", "Cold Lake Flats", "", "d.whitecap@coldlakeflats.example.org", "", demo},
         {}}};
}

void seed_one(db::Write& write, PetitionId petition, const Invented& of) {
    const auto facts = accept(of.who);
    if (!facts) return;
    store::keep(write, *facts, "demo");
    const auto stand = accept({of.stand, "2026-11-22"});
    if (!stand) return;
    for (const Politician& each : store::all(write))
        if (each.facts.name == facts->name) store::answer(write, {petition, each.id, *stand}, "demo");
}

}  // namespace

void seed_demo(db::Database& database, const ports::PetitionReader& petitions, std::string_view slug) {
    database.write([&](db::Write& write) {
        const auto petition = petitions.find(write, slug, base::Locale::english);
        if (!petition || !store::all(write).empty()) return;
        for (const Invented& each : invented()) seed_one(write, petition->id, each);
    });
}

}  // namespace politician_tracker
