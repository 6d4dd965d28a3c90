#include "features/jobs_calculator/seed.h"

#include <string_view>

#include "features/jobs_calculator/scenario_store.h"

namespace jobs_calculator {
namespace {

constexpr std::string_view kAuthor = "Amélie Roy";

struct DemoScenario {
    std::string_view slug;
    ScenarioContent content;
};

DemoScenario hospitals() {
    return {
        "night-shift",
        {.query = "jurisdiction=ON&function=hospitals&amount=2&unit=percent",
         .english = {"Two percent off the hospitals, and the night shift is empty",
                     "**This budget is invented.** It stands here to show what a prepared cut looks like.\n\n"
                     "Imagine a spring budget that takes two percent from hospitals and calls it efficiency. Two "
                     "percent sounds like rounding. It is the laundry contract, the second nurse on the night "
                     "shift, and the diner across the street that lives on both.\n\n"
                     "Put your own figures into the calculator and see what changes."},
         .french = {"Deux pour cent de moins aux hôpitaux, et la nuit reste sans relève",
                    "**Ce budget est inventé.** Il montre à quoi ressemble une compression préparée d’avance.\n\n"
                    "Imaginez un budget de printemps qui retire deux pour cent aux hôpitaux et appelle cela de "
                    "l’efficacité. Deux pour cent, on dirait un arrondi. C’est le contrat de buanderie, la deuxième "
                    "infirmière de nuit et le casse-croûte d’en face, qui vit des deux.\n\n"
                    "Inscrivez vos propres chiffres dans le calculateur et voyez ce qui change."}}};
}

DemoScenario child_care() {
    return {"child-care-places",
            {.query = "jurisdiction=QC&function=child_care&amount=250&unit=million&phase_in_years=3",
             .english = {"A quarter of a billion less for child care, over three years",
                         "**This cut is invented.** It shows how a cut that grows over three years is counted.\n\n"
                         "Educators are the first line. The suppliers of meals and toys are the second. The third is "
                         "every shop where those people bought their groceries."},
             .french = {"Un quart de milliard de moins pour la petite enfance, en trois ans",
                        "**Cette compression est inventée.** Elle montre comment se compte une compression qui "
                        "s’étale sur trois ans.\n\n"
                        "Les éducatrices d’abord. Les fournisseurs de repas et de jouets ensuite. Enfin, chaque "
                        "commerce où ces gens faisaient leur épicerie."}}};
}

void seed(db::Write& write, base::LevelId level, const DemoScenario& demo) {
    const auto id = store::insert_scenario(write, {level, demo.slug, demo.content.query}, kAuthor);
    if (!id) return;
    store::save_draft(write, *id, demo.content, kAuthor);
    store::publish_scenario(write, *id, kAuthor);
}

}  // namespace

void seed_demo(db::Write& write, const DemoLevels& levels) {
    seed(write, levels.ontario, hospitals());
    seed(write, levels.national, child_care());
}

}  // namespace jobs_calculator
