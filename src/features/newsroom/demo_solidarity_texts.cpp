// The demo's items of the section "International Solidarity".
#include <array>

#include "features/newsroom/demo_texts.h"

namespace newsroom {
namespace {

constexpr auto kItems = std::to_array<DemoItem>({
    {.day = "2026-11-18",
     .section = "solidarity",
     .english = {.title = "Port Salines keeps its water public",
                 .body =
                     "The city council of Port Salines voted eleven to four to end the private contract for its "
                     "waterworks. Repairs had taken three weeks on average; prices had doubled in six years.\n\n"
                     "Our members collected tools, meters and pipe fittings in five provinces and sent two pipefitters "
                     "along for a month. They came home with a request: keep telling people that it can be done.",
                 .quotation = "A pipe does not care who owns it. The people at the end of it do.",
                 .quoted_name = "Imani Okello",
                 .quoted_office = "water worker, Port Salines"},
     .french =
         {.title = "Port Salines garde son eau publique",
          .body = "Le conseil municipal de Port Salines a voté par onze voix contre quatre la fin du contrat privé de "
                  "son service d’eau. Les réparations prenaient trois semaines en moyenne\u202f; les prix avaient "
                  "doublé en "
                  "six ans.\n\n"
                  "Nos membres ont rassemblé des outils, des compteurs et des raccords dans cinq provinces et envoyé "
                  "deux tuyauteurs pendant un mois. Ils en sont revenus avec une demande\u00a0: continuez de dire que "
                  "c’est "
                  "possible.",
          .quotation = "Un tuyau se moque de savoir à qui il appartient. Les gens au bout, non.",
          .quoted_name = "Imani Okello",
          .quoted_office = "employée du service d’eau de Port Salines"},
     .tag_en = "Water",
     .tag_fr = "Eau",
     .action = "equality-pledge",
     .is_pinned = true,
     .picture = "harbour"},
    {.day = "2026-10-07",
     .section = "solidarity",
     .english =
         {.title = "World day for decent work: night nurses speak up",
          .body = "On the world day for decent work, nurses of eleven countries read aloud the rosters of one week. "
                  "Nobody had more than nine hours between two shifts.\n\n"
                  "The readings were recorded and can be heard in local halls all month. Bring a neighbour who thinks "
                  "that public services run by themselves."},
     .french =
         {.title = "Journée mondiale pour le travail décent\u00a0: les infirmières de nuit prennent la parole",
          .body =
              "Lors de la Journée mondiale pour le travail décent, des infirmières de onze pays ont lu à voix haute "
              "les horaires d’une semaine. Aucune n’avait plus de neuf heures entre deux quarts.\n\n"
              "Les lectures ont été enregistrées et s’écoutent tout le mois dans les salles des sections locales. "
              "Venez avec une voisine qui croit que les services publics marchent tout seuls."},
     .tag_en = "Care workers",
     .tag_fr = "Personnel soignant"},
    {.day = "2026-06-23",
     .section = "solidarity",
     .english =
         {.title = "Public Services Day, from Harbour Crossing to Puerto Amparo",
          .body =
              "On June 23 public workers on three continents opened their doors: waterworks, fire halls, libraries, "
              "laboratories. In Harbour Crossing six hundred people walked through the sewage plant and asked "
              "better questions than most ministers.\n\n"
              "Pictures from Puerto Amparo arrived the same evening. The banner says what ours says, in another "
              "language: quality public services, all together."},
     .french =
         {.title = "Journée des services publics, de Harbour Crossing à Puerto Amparo",
          .body = "Le 23 juin, des travailleuses et travailleurs de trois continents ont ouvert leurs portes\u00a0: "
                  "services "
                  "d’eau, casernes, bibliothèques, laboratoires. À Harbour Crossing, six cents personnes ont traversé "
                  "l’usine d’épuration et posé de meilleures questions que bien des ministres.\n\n"
                  "Des photos de Puerto Amparo sont arrivées le soir même. La bannière dit la même chose que la nôtre, "
                  "dans une autre langue\u00a0: des services publics de qualité, tous ensemble."}},
    {.day = "2026-03-08",
     .section = "solidarity",
     .english =
         {.title = "Equal pay is not a favour: March 8 in four languages",
          .body = "A delegation of women from our provincial components met hospital cleaners who had won back pay for "
                  "nine years. The trick, they say, was a list: who does which task, and who is paid what for it.\n\n"
                  "The list is now a worksheet in English, French, Spanish and Tagalog. It takes an evening, a flip "
                  "chart and somebody who is not afraid of the employer."},
     .french =
         {.title = "L’équité salariale n’est pas une faveur\u00a0: le 8 mars en quatre langues",
          .body = "Une délégation de femmes de nos composantes provinciales a rencontré des préposées à l’entretien "
                  "d’hôpitaux qui ont obtenu neuf ans d’arriérés de salaire. Leur secret\u00a0: une liste de qui fait "
                  "quelle "
                  "tâche, et pour quel salaire.\n\n"
                  "La liste est devenue une feuille de travail en anglais, en français, en espagnol et en tagalog. Il "
                  "faut une soirée, un tableau et quelqu’un qui n’a pas peur de l’employeur."},
     .tag_en = "Women",
     .tag_fr = "Femmes",
     .action = "equality-pledge"},
    {.day = "2025-12-10",
     .section = "solidarity",
     .english =
         {.title = "",
          .body =
              "On Human Rights Day our members in forty workplaces stopped for one minute at noon, at the same hour "
              "as the water workers of Port Salines. One minute is short. Forty workplaces are not few."},
     .french = {.title = "",
                .body =
                    "Lors de la Journée des droits de la personne, nos membres de quarante lieux de travail se sont "
                    "arrêtés une minute à midi, à la même heure que le personnel du service d’eau de Port Salines. Une "
                    "minute, c’est court. Quarante lieux de travail, ce n’est pas rien."},
     .tag_en = "Water",
     .tag_fr = "Eau"},
    {.day = "2025-09-16",
     .section = "solidarity",
     .english = {.title = "Teachers of Valle Nuevo end a nine-week strike",
                 .body =
                     "The schools of Valle Nuevo open again with twenty-six pupils a class in place of forty-one. The "
                     "agreement was signed in a gymnasium, because that is where the parents were.\n\n"
                     "Our solidarity fund had paid for soup kitchens in three districts. The last kitchen has become a "
                     "lunch programme that the city now runs.",
                 .quotation = "They told us there was no money. Then the parents asked to see the accounts.",
                 .quoted_name = "Teo Arriaga",
                 .quoted_office = "teacher, Valle Nuevo"},
     .french = {.title = "Le personnel enseignant de Valle Nuevo met fin à neuf semaines de grève",
                .body =
                    "Les écoles de Valle Nuevo rouvrent avec vingt-six élèves par classe au lieu de quarante et un. "
                    "L’entente a été signée dans un gymnase, parce que les parents s’y trouvaient.\n\n"
                    "Notre fonds de solidarité avait payé des soupes populaires dans trois quartiers. La dernière est "
                    "devenue un programme de dîners que la ville gère désormais.",
                .quotation =
                    "On nous disait qu’il n’y avait pas d’argent. Puis les parents ont demandé à voir les comptes.",
                .quoted_name = "Teo Arriaga",
                .quoted_office = "enseignant à Valle Nuevo"},
     .tag_en = "Teachers",
     .tag_fr = "Enseignement"},
    {.day = "2025-05-01",
     .section = "solidarity",
     .english = {.title = "May Day: twelve hundred letters for two drivers",
                 .body =
                     "Two bus drivers who had organised their depot were dismissed in March. By May 1, twelve hundred "
                     "letters from this country lay on the desk of the transit authority.\n\n"
                     "On May 6 both were driving again. Line 4 is said to have run late that day, because passengers "
                     "wanted to shake hands."},
     .french = {.title = "Premier mai\u00a0: douze cents lettres pour deux chauffeurs",
                .body =
                    "Deux chauffeurs d’autobus qui avaient organisé leur dépôt ont été congédiés en mars. Le 1er mai, "
                    "douze cents lettres d’ici attendaient sur le bureau de la société de transport.\n\n"
                    "Le 6 mai, les deux avaient repris le volant. Il paraît que la ligne 4 a eu du retard ce jour-là, "
                    "parce que les passagers voulaient leur serrer la main."}},
    {.day = "2024-11-25",
     .section = "solidarity",
     .english =
         {.title = "A phone line that public workers built for each other",
          .body = "After the third assault on a home-care worker in a year, colleagues in San Jacinto set up a phone "
                  "line: one call when you go in, one when you come out. No app, no vendor, fourteen volunteers.\n\n"
                  "Two of our locals have copied it. The instructions fit on a page and are free to take."},
     .french =
         {.title = "Une ligne téléphonique bâtie par des travailleuses, pour des travailleuses",
          .body =
              "Après la troisième agression en un an contre une aide à domicile, des collègues de San Jacinto ont "
              "mis sur pied une ligne téléphonique\u00a0: un appel en entrant, un autre en sortant. Pas d’application, "
              "pas de fournisseur, quatorze bénévoles.\n\n"
              "Deux de nos sections locales l’ont copiée. Le mode d’emploi tient sur une page et se prend librement."},
     .tag_en = "Women",
     .tag_fr = "Femmes"},
    {.day = "2024-06-12",
     .section = "solidarity",
     .english =
         {.title = "What a uniform costs, and who sewed it",
          .body = "Our members wear uniforms bought by public bodies. A year of questions to eleven suppliers brought "
                  "four complete answers, five polite ones and two silences.\n\n"
                  "We publish all eleven. Public purchasing can ask who sewed the shirt; nothing in trade law forbids "
                  "the question."},
     .french =
         {.title = "Ce que coûte un uniforme, et qui l’a cousu",
          .body =
              "Nos membres portent des uniformes achetés par des organismes publics. Un an de questions à onze "
              "fournisseurs a donné quatre réponses complètes, cinq réponses polies et deux silences.\n\n"
              "Nous publions les onze. Les marchés publics peuvent demander qui a cousu la chemise\u202f; rien dans le "
              "droit commercial n’interdit la question."},
     .tag_en = "Child labour",
     .tag_fr = "Travail des enfants"},
    {.day = "2023-10-17",
     .section = "solidarity",
     .english =
         {.title = "Exchange: six weeks in the hospital laundry of Nueva Loma",
          .body = "Renée Poitras and Gurdeep Mann run the laundry of a hospital of four hundred beds. For six weeks "
                  "they worked in one of a thousand, with half the machines.\n\n"
                  "They came back with a sorting table that saves eleven steps a load, and with the phone numbers of "
                  "everybody on the night shift."},
     .french =
         {.title = "Échange\u00a0: six semaines à la buanderie de l’hôpital de Nueva Loma",
          .body = "Renée Poitras et Gurdeep Mann dirigent la buanderie d’un hôpital de quatre cents lits. Pendant six "
                  "semaines, elles ont travaillé dans un hôpital de mille lits, avec deux fois moins de machines.\n\n"
                  "Elles en rapportent une table de tri qui épargne onze pas par brassée, et les numéros de téléphone "
                  "de toute l’équipe de nuit."},
     .tag_en = "Care workers",
     .tag_fr = "Personnel soignant"},
    {.day = "2023-04-28",
     .section = "solidarity",
     .english =
         {.title = "Day of Mourning: the names from the garment district",
          .body = "At noon on April 28 we read the names of the dead at work of this year, ours first. Then, as every "
                  "year since the fire in the garment district of Old Quay, we read theirs.\n\n"
                  "It takes nineteen minutes. We have never been asked to make it shorter."},
     .french =
         {.title = "Jour de deuil\u00a0: les noms du quartier du textile",
          .body = "Le 28 avril à midi, nous avons lu les noms des personnes mortes au travail cette année, les nôtres "
                  "d’abord. Puis, comme chaque année depuis l’incendie du quartier du textile de Old Quay, nous avons "
                  "lu les leurs.\n\n"
                  "Cela prend dix-neuf minutes. Personne ne nous a jamais demandé d’abréger."},
     .tag_en = "Health and safety",
     .tag_fr = "Santé et sécurité"},
    {.day = "2022-09-30",
     .section = "solidarity",
     .english =
         {.title = "Radio, ladders and rope: what firefighters sent south",
          .body = "After the storm, three fire halls asked their colleagues in Bahía Tranquila what they needed. Not "
                  "blankets, was the answer: radios, ladders and four hundred metres of rope.\n\n"
                  "The container left on September 30. The bill was paid by bottle deposits, two breakfasts and a very "
                  "long hockey game."},
     .french =
         {.title = "Radios, échelles et cordages\u00a0: ce que les pompiers ont envoyé dans le Sud",
          .body =
              "Après la tempête, trois casernes ont demandé à leurs collègues de Bahía Tranquila ce qu’il leur "
              "fallait. Pas de couvertures, ont-ils répondu\u00a0: des radios, des échelles et quatre cents mètres de "
              "corde.\n\n"
              "Le conteneur est parti le 30 septembre. La facture a été payée par des consignes de bouteilles, deux "
              "déjeuners et une très longue partie de hockey."}},
    {.day = "2021-11-20",
     .section = "solidarity",
     .english =
         {.title = "A library card that works in two countries",
          .body = "The public libraries of Lac-aux-Cèdres and San Telmo recognise each other’s cards. Nobody expects "
                  "crowds. But four hundred children have a pen friend, and both libraries have kept their hours."},
     .french =
         {.title = "Une carte de bibliothèque valable dans deux pays",
          .body =
              "Les bibliothèques publiques de Lac-aux-Cèdres et de San Telmo reconnaissent leurs cartes "
              "respectives. Personne n’attend la foule. Mais quatre cents enfants ont un correspondant, et les deux "
              "bibliothèques ont gardé leurs heures."},
     .tag_en = "Teachers",
     .tag_fr = "Enseignement",
     .picture = "library"},
    {.day = "2019-05-03",
     .section = "solidarity",
     .english =
         {.title = "Nurses in Villa Serena win the ratio",
          .body =
              "Villa Serena writes it into law: one nurse for six patients by day, for eight by night. The campaign "
              "began with a photograph of a corridor and a piece of chalk.\n\n"
              "Our own nurses had lent their figures. They will now ask for the same at home, and show the corridor.",
          .quotation = "We did not ask for heroes. We asked for a number.",
          .quoted_name = "Paloma Reyes",
          .quoted_office = "nurse, Villa Serena"},
     .french = {.title = "Les infirmières de Villa Serena obtiennent leur ratio",
                .body =
                    "Villa Serena l’inscrit dans la loi\u00a0: une infirmière pour six patients le jour, pour huit la "
                    "nuit. La "
                    "campagne avait commencé par la photo d’un corridor et un morceau de craie.\n\n"
                    "Nos propres infirmières avaient prêté leurs chiffres. Elles demanderont maintenant la même chose "
                    "ici, photo du corridor à l’appui.",
                .quotation = "Nous ne demandions pas des héroïnes. Nous demandions un chiffre.",
                .quoted_name = "Paloma Reyes",
                .quoted_office = "infirmière à Villa Serena"},
     .tag_en = "Care workers",
     .tag_fr = "Personnel soignant"},
});

}  // namespace

std::span<const DemoItem> demo_solidarity() { return kItems; }

}  // namespace newsroom
