#include "features/newsroom/demo_texts.h"

#include <array>

namespace newsroom {
namespace {

constexpr auto kSections = std::to_array<DemoSection>({
    {"solidarity", "International Solidarity",
     "What public workers win in one country, they can ask for in the next. Here is what we heard, what we sent and "
     "what "
     "came back. People and places on this demonstration site are invented.",
     "solidarite", "Solidarité internationale",
     "Ce que des travailleuses et travailleurs du secteur public gagnent dans un pays, on peut le demander dans le "
     "suivant. Voici ce que nous avons appris, ce que nous avons envoyé et ce qui nous est revenu. Les personnes et "
     "les "
     "lieux de ce site de démonstration sont inventés."},
    {"tax-fairness", "Tax Fairness",
     "Who pays, who gains, and what it would cost to ask. People and places on this demonstration site are invented.",
     "equite-fiscale", "Équité fiscale",
     "Qui paie, qui gagne, et ce qu’il en coûterait de le demander. Les personnes et les lieux de ce site de "
     "démonstration sont inventés."},
    {"provinces", "From the provinces",
     "Small victories and long files from our components and locals, coast to coast to coast. People and places on "
     "this "
     "demonstration site are invented.",
     "provinces", "Nouvelles des provinces",
     "Petites victoires et longs dossiers de nos composantes et de nos sections locales, d’un océan à l’autre. Les "
     "personnes et les lieux de ce site de démonstration sont inventés."},
});

}  // namespace

std::span<const DemoSection> demo_sections() { return kSections; }

}  // namespace newsroom
