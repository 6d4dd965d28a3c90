// The demo's items of the section "Tax Fairness".
#include <array>

#include "features/newsroom/demo_texts.h"

namespace newsroom {
namespace {

constexpr auto kItems = std::to_array<DemoItem>({
    {.day = "2026-11-12",
     .section = "tax-fairness",
     .english =
         {.title = "Ask of every budget: who gains, who loses?",
          .body = "A budget of four hundred pages rarely says the one thing that people ask at the kitchen table. We "
                  "ask every finance minister to publish, with each budget, who gains and who loses – by income, by "
                  "gender, by province – and to count lost services as well as taxes.\n\n"
                  "The method is public, the tool is free, and anybody may check our sums.",
          .quotation =
              "If they can estimate the price of a bridge in twelve years, they can tell me what a cut does to my "
              "mother’s home care.",
          .quoted_name = "Nadège Morin",
          .quoted_office = "bookkeeper, Trois-Ruisseaux"},
     .french =
         {.title = "La question à poser à chaque budget\u00a0: qui gagne, qui perd\u202f?",
          .body =
              "Un budget de quatre cents pages dit rarement la seule chose que l’on se demande à la table de "
              "cuisine. Nous demandons à chaque ministre des Finances de publier, avec son budget, qui gagne et qui "
              "perd – selon le revenu, le genre, la province – et de compter les services perdus autant que les "
              "impôts.\n\n"
              "La méthode est publique, l’outil est gratuit, et tout le monde peut vérifier nos calculs.",
          .quotation =
              "S’ils savent estimer le prix d’un pont dans douze ans, ils savent dire ce qu’une coupe change aux "
              "soins à domicile de ma mère.",
          .quoted_name = "Nadège Morin",
          .quoted_office = "comptable à Trois-Ruisseaux"},
     .tag_en = "Budgets",
     .tag_fr = "Budgets",
     .action = "equality-pledge",
     .is_pinned = true,
     .picture = "tally"},
    {.day = "2026-09-21",
     .section = "tax-fairness",
     .english =
         {.title = "Eleven auditors, one year, forty times their pay",
          .body = "A tax office was allowed to hire eleven auditors for large accounts, as a trial. After a year they "
                  "had brought in forty times what they cost.\n\n"
                  "The trial ends in December. We ask that it not end."},
     .french = {.title = "Onze vérificateurs, un an, quarante fois leur salaire",
                .body =
                    "Un bureau de l’impôt a pu embaucher onze vérificateurs pour les grands comptes, à titre d’essai. "
                    "Après un an, ils avaient rapporté quarante fois ce qu’ils coûtaient.\n\n"
                    "L’essai se termine en décembre. Nous demandons qu’il ne se termine pas."},
     .tag_en = "Evasion",
     .tag_fr = "Évasion fiscale"},
    {.day = "2026-05-04",
     .section = "tax-fairness",
     .english = {.title = "Town halls on tax: what four hundred people said",
                 .body =
                     "In eleven town halls we asked one question: what would you pay a little more for? Home care came "
                     "first, then buses, then the school library.\n\n"
                     "Nobody said: for another tax holiday. The minutes are public."},
     .french =
         {.title = "Assemblées sur l’impôt\u00a0: ce que quatre cents personnes ont dit",
          .body =
              "Dans onze assemblées, nous avons posé une seule question\u00a0: pour quoi accepteriez-vous de payer un "
              "peu plus\u202f? Les soins à domicile sont arrivés en tête, puis les autobus, puis la bibliothèque de "
              "l’école.\n\n"
              "Personne n’a dit\u00a0: pour un autre congé fiscal. Les procès-verbaux sont publics."},
     .tag_en = "Budgets",
     .tag_fr = "Budgets",
     .action = "proclamation"},
    {.day = "2026-02-02",
     .section = "tax-fairness",
     .english =
         {.title = "The stock option that pays for no classroom",
          .body =
              "A manager and a school secretary earn the last hundred dollars of the year. One pays half the tax of "
              "the other on it, because it comes as an option on shares.\n\n"
              "Our two-page sheet shows how the rule works, whom it serves, and how many classrooms it would pay "
              "for."},
     .french =
         {.title = "L’option d’achat qui ne paie aucune salle de classe",
          .body =
              "Un gestionnaire et une secrétaire d’école gagnent les cent derniers dollars de l’année. L’un en paie "
              "deux fois moins d’impôt que l’autre, parce qu’ils viennent d’une option d’achat d’actions.\n\n"
              "Notre fiche de deux pages montre comment la règle fonctionne, qui elle sert et combien de salles de "
              "classe elle paierait."},
     .tag_en = "Loopholes",
     .tag_fr = "Échappatoires"},
    {.day = "2025-10-29",
     .section = "tax-fairness",
     .english =
         {.title = "",
          .body =
              "Fourteen letter boxes on one door, in a town nobody can find: our members photographed them on "
              "holiday. Three belong to firms that bid for public contracts here. We have asked the ministry to ask "
              "them."},
     .french = {.title = "",
                .body =
                    "Quatorze boîtes aux lettres sur une seule porte, dans une ville que personne ne trouve\u00a0: nos "
                    "membres "
                    "les ont photographiées en vacances. Trois appartiennent à des entreprises qui soumissionnent ici. "
                    "Nous avons demandé au ministère de leur demander."},
     .tag_en = "Evasion",
     .tag_fr = "Évasion fiscale"},
    {.day = "2025-04-16",
     .section = "tax-fairness",
     .english =
         {.title = "A cut is also a tax, only nobody writes it down",
          .body = "When a bus route ends, a family buys a second car. That is a tax of six thousand dollars a year "
                  "which appears in no budget.\n\n"
                  "We have begun to write such taxes down. Send us yours: what did you begin to pay for when a public "
                  "service ended?"},
     .french =
         {.title = "Une coupe aussi est un impôt\u202f; seulement, personne ne l’écrit",
          .body =
              "Quand une ligne d’autobus disparaît, une famille achète une deuxième voiture. C’est un impôt de six "
              "mille dollars par année qui ne figure dans aucun budget.\n\n"
              "Nous avons commencé à écrire ces impôts-là. Envoyez-nous le vôtre\u00a0: qu’avez-vous commencé à payer "
              "quand un service public a pris fin\u202f?"},
     .tag_en = "Budgets",
     .tag_fr = "Budgets"},
    {.day = "2024-12-02",
     .section = "tax-fairness",
     .english =
         {.title = "A finance committee hears a cleaner",
          .body =
              "The committee had invited four economists and one cleaner. The economists spoke of incentives. "
              "Odette Lavoie laid her pay slip beside that of the firm she cleans for and asked the members to find "
              "the difference.\n\n"
              "The transcript runs to eleven pages. Hers is page seven."},
     .french =
         {.title = "Un comité des finances entend une préposée à l’entretien",
          .body = "Le comité avait invité quatre économistes et une préposée à l’entretien. Les économistes ont parlé "
                  "d’incitatifs. Odette Lavoie a posé son talon de paie à côté de celui de l’entreprise dont elle "
                  "nettoie les bureaux et demandé aux membres de trouver la différence.\n\n"
                  "Le compte rendu fait onze pages. La sienne est la septième."},
     .tag_en = "Loopholes",
     .tag_fr = "Échappatoires"},
    {.day = "2024-03-19",
     .section = "tax-fairness",
     .english =
         {.title = "Provincial budgets, read side by side",
          .body =
              "Ten budgets, ten ways of not saying who pays. We read them side by side and drew one chart for each: "
              "the share of income that goes to taxes, from the poorest tenth to the richest.\n\n"
              "In six provinces the line goes down at the end."},
     .french =
         {.title = "Les budgets provinciaux, lus côte à côte",
          .body =
              "Dix budgets, dix façons de ne pas dire qui paie. Nous les avons lus côte à côte et avons tracé pour "
              "chacun le même graphique\u00a0: la part du revenu qui va à l’impôt, du dixième le plus pauvre au plus "
              "riche.\n\n"
              "Dans six provinces, la courbe descend à la fin."},
     .tag_en = "Budgets",
     .tag_fr = "Budgets"},
    {.day = "2023-06-14",
     .section = "tax-fairness",
     .english =
         {.title = "What a public registry of owners would show",
          .body =
              "Who owns the building with the broken elevator? After a year of asking, its tenants know the name of "
              "a company, which belongs to a company, which belongs to a trust.\n\n"
              "A public registry of owners would have told them in a minute. Two provinces have one; neither has "
              "fallen into the sea."},
     .french = {.title = "Ce que montrerait un registre public des propriétaires",
                .body =
                    "À qui appartient l’immeuble dont l’ascenseur est en panne\u202f? Après un an de questions, ses "
                    "locataires "
                    "connaissent le nom d’une société, qui appartient à une société, qui appartient à une fiducie.\n\n"
                    "Un registre public des propriétaires le leur aurait dit en une minute. Deux provinces en ont "
                    "un\u202f; ni "
                    "l’une ni l’autre n’a sombré."},
     .tag_en = "Evasion",
     .tag_fr = "Évasion fiscale"},
    {.day = "2022-11-08",
     .section = "tax-fairness",
     .english =
         {.title = "We tested our own dues",
          .body = "Before we ask others who pays, we asked ourselves. Our dues took a larger share from part-time "
                  "members than from full-time ones.\n\n"
                  "The convention has changed the scale. It now rises with pay, and part-time members of the laundry "
                  "pay four dollars less a month."},
     .french =
         {.title = "Nous avons testé nos propres cotisations",
          .body = "Avant de demander aux autres qui paie, nous nous sommes posé la question. Nos cotisations prenaient "
                  "une plus grande part aux membres à temps partiel qu’aux autres.\n\n"
                  "Le congrès a changé l’échelle. Elle monte désormais avec le salaire, et les membres à temps partiel "
                  "de la buanderie paient quatre dollars de moins par mois."},
     .tag_en = "Budgets",
     .tag_fr = "Budgets"},
    {.day = "2021-04-30",
     .section = "tax-fairness",
     .english =
         {.title = "Tax clinics return to the community hall",
          .body = "In four weekends volunteers of our locals filled in nine hundred returns for people who had never "
                  "claimed what was theirs. The largest refund was that of a widow of eighty-one."},
     .french =
         {.title = "Les cliniques d’impôt reviennent à la salle communautaire",
          .body = "En quatre fins de semaine, des bénévoles de nos sections locales ont rempli neuf cents déclarations "
                  "pour des gens qui n’avaient jamais réclamé leur dû. Le plus gros remboursement est allé à une veuve "
                  "de quatre-vingt-un ans."}},
});

}  // namespace

std::span<const DemoItem> demo_taxes() { return kItems; }

}  // namespace newsroom
