#include "features/pictures/seed.h"

#include <array>

#include "features/pictures/posters.h"
#include "features/pictures/store.h"

namespace pictures {
namespace {

struct Poster {
    std::string (*draw)();
    const char *alt_en, *alt_fr;
};

// The last is the newest, and the first that an editor offers.
constexpr std::array kPosters{
    Poster{draw_tally, "Fifteen tally marks in four colours on paper, each four strokes and one across",
           "Quinze marques de pointage de quatre couleurs sur papier, chacune de quatre traits et d’un cinquième en "
           "travers"},
    Poster{draw_tap, "A glass fills with clear water under a kitchen tap, before pale green tiles",
           "Un verre se remplit d’eau claire sous un robinet de cuisine, devant des carreaux vert pâle"},
    Poster{draw_night_bus, "A lit red bus stands at a stop on a snowy night; two people wait",
           "Un autobus rouge éclairé est à l’arrêt par une nuit de neige ; deux personnes attendent"},
    Poster{draw_harbour, "A small harbour in the morning: three sailboats, gulls and a red and white lighthouse",
           "Un petit port le matin : trois voiliers, des goélands et un phare rouge et blanc"},
    Poster{draw_library, "At dusk a crowd with bright placards stands before a public library whose windows are lit",
           "Au crépuscule, une foule portant des pancartes de couleur devant une bibliothèque publique aux fenêtres "
           "éclairées"},
};

}  // namespace

void seed_demo(const Bench& bench) {
    const bool is_there =
        bench.database.read([](db::Read& read) { return !store::newest(read, {.limit = 1}).empty(); });
    if (is_there) return;
    for (const auto& poster : kPosters) {
        const auto address = bench.files.put(poster.draw());
        const auto picture = bench.database.write([&](db::Write& write) {
            const Words words{poster.alt_en, poster.alt_fr, "Alltogether", "", false};
            const auto inserted = store::insert(write, words, address, "Amélie Roy");
            order_making(write, inserted);
            return inserted;
        });
        make_at_once(bench, picture);
    }
}

}  // namespace pictures
