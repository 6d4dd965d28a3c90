// The demo's items of the section "From the provinces".
#include <array>

#include "features/newsroom/demo_texts.h"

namespace newsroom {
namespace {

constexpr auto kItems = std::to_array<DemoItem>({
    {.day = "2026-11-20",
     .section = "provinces",
     .english =
         {.title = "The night bus of Val-Clair stays",
          .body = "After three evenings of testimony the council of Val-Clair kept line 9 until two in the morning. "
                  "Cooks, nurses and one astronomer had explained when they go home.\n\n"
                  "The mayor thanked them for the figures. They had counted passengers themselves, in pencil, for six "
                  "weeks.",
          .quotation = "I have looked at stars from that bus stop for nine years. I would like to go on.",
          .quoted_name = "Éloïse Garneau",
          .quoted_office = "astronomer, Val-Clair"},
     .french =
         {.title = "L’autobus de nuit de Val-Clair demeure",
          .body =
              "Après trois soirées de témoignages, le conseil de Val-Clair maintient la ligne 9 jusqu’à deux heures "
              "du matin. Des cuisiniers, des infirmières et une astronome avaient expliqué à quelle heure ils "
              "rentrent.\n\n"
              "Le maire les a remerciés pour les chiffres. Ils avaient compté les passagers eux-mêmes, au crayon, "
              "pendant six semaines.",
          .quotation = "Je regarde les étoiles de cet arrêt d’autobus depuis neuf ans. J’aimerais continuer.",
          .quoted_name = "Éloïse Garneau",
          .quoted_office = "astronome, Val-Clair"},
     .level = "qc",
     .tag_en = "Transit",
     .tag_fr = "Transport en commun",
     .picture = "bus"},
    {.day = "2026-11-05",
     .section = "provinces",
     .english =
         {.title = "Nova Scotia: home-care visits counted by the minute",
          .body = "Members in Harbour Crossing kept a log for a month. Of a visit of thirty minutes, eleven were the "
                  "drive, four the form, three the phone that wanted to know where they were.\n\n"
                  "The log lies before the minister. It suggests, politely, that the phone be asked to wait."},
     .french = {.title = "Nouvelle-Écosse\u00a0: des soins à domicile comptés à la minute",
                .body =
                    "Des membres de Harbour Crossing ont tenu un journal pendant un mois. Sur une visite de trente "
                    "minutes, onze étaient de la route, quatre le formulaire, trois le téléphone qui voulait savoir où "
                    "ils étaient.\n\n"
                    "Le journal est sur le bureau du ministre. Il propose, poliment, que le téléphone attende."},
     .level = "ns",
     .tag_en = "Home care",
     .tag_fr = "Soins à domicile"},
    {.day = "2026-10-15",
     .section = "provinces",
     .english =
         {.title = "Ontario: a library that lends snowshoes",
          .body = "The library of Pine Narrows lends tools, snowshoes and a telescope. It also lends books, eleven a "
                  "year for each inhabitant, the most in the district.\n\n"
                  "The county wanted to close it on Mondays. Monday is when the snowshoes come back, said the "
                  "librarian, and that was that."},
     .french = {.title = "Ontario\u00a0: une bibliothèque qui prête des raquettes",
                .body =
                    "La bibliothèque de Pine Narrows prête des outils, des raquettes et un télescope. Elle prête aussi "
                    "des livres, onze par année et par habitant, le plus grand nombre du district.\n\n"
                    "Le comté voulait la fermer le lundi. C’est le lundi que reviennent les raquettes, a dit la "
                    "bibliothécaire, et l’affaire en est restée là."},
     .level = "on",
     .tag_en = "Libraries",
     .tag_fr = "Bibliothèques",
     .picture = "library"},
    {.day = "2026-08-27",
     .section = "provinces",
     .english =
         {.title = "British Columbia: those who stayed when the smoke came",
          .body = "For nine days the water operators of Cedar Bend slept at the plant. The road was closed, the phones "
                  "were out, the water stayed clean.\n\n"
                  "We ask the province for relief crews that are trained before the fire, and for a bed that is not a "
                  "desk."},
     .french =
         {.title = "Colombie-Britannique\u00a0: celles et ceux qui sont restés dans la fumée",
          .body = "Pendant neuf jours, les opérateurs du service d’eau de Cedar Bend ont dormi à l’usine. La route "
                  "était fermée, les téléphones muets, et l’eau est restée propre.\n\n"
                  "Nous demandons à la province des équipes de relève formées avant le feu, et un lit qui ne soit pas "
                  "un bureau."},
     .level = "bc",
     .tag_en = "Wildfires",
     .tag_fr = "Feux de forêt"},
    {.day = "2026-04-21",
     .section = "provinces",
     .english = {.title = "Manitoba: forty laundry jobs come back in house",
                 .body =
                     "The hospital of Prairie View brings its laundry home after eleven years with a contractor. The "
                     "sheets cost a cent less a piece, and they arrive.\n\n"
                     "Forty people have a pension again. The contractor has the trucks."},
     .french =
         {.title = "Manitoba\u00a0: quarante emplois de buanderie reviennent à l’interne",
          .body = "L’hôpital de Prairie View reprend sa buanderie après onze ans chez un sous-traitant. Le drap coûte "
                  "un cent de moins, et il arrive.\n\n"
                  "Quarante personnes ont de nouveau un régime de retraite. Le sous-traitant a gardé les camions."},
     .level = "mb",
     .tag_en = "Home care",
     .tag_fr = "Soins à domicile",
     .action = "equality-pledge"},
    {.day = "2025-11-13",
     .section = "provinces",
     .english = {.title = "New Brunswick: bilingual by night as well",
                 .body = "A call for help at three in the morning is answered in both languages since members in "
                         "Baie-des-Goélands bargained a second dispatcher. The first call in French came at 3:12."},
     .french =
         {.title = "Nouveau-Brunswick\u00a0: bilingue la nuit aussi",
          .body =
              "Un appel à l’aide à trois heures du matin reçoit une réponse dans les deux langues, depuis que des "
              "membres de Baie-des-Goélands ont négocié une deuxième répartitrice. Le premier appel en français est "
              "arrivé à 3\u00a0h\u00a012."},
     .level = "nb"},
    {.day = "2025-06-19",
     .section = "provinces",
     .english =
         {.title = "Saskatchewan: the bus that was cut, eight years on",
          .body =
              "Eight years after the provincial bus was cut, we asked forty villages what came in its place. In six "
              "a volunteer drives to the clinic. In thirty-four, nothing.\n\n"
              "The answers stand on a map, with names where people wished it."},
     .french =
         {.title = "Saskatchewan\u00a0: l’autocar supprimé, huit ans plus tard",
          .body =
              "Huit ans après la suppression de l’autocar provincial, nous avons demandé à quarante villages ce qui "
              "l’a remplacé. Dans six d’entre eux, un bénévole conduit à la clinique. Dans trente-quatre, rien.\n\n"
              "Les réponses sont sur une carte, avec des noms là où les gens l’ont souhaité."},
     .level = "sk",
     .tag_en = "Transit",
     .tag_fr = "Transport en commun"},
    {.day = "2024-09-10",
     .section = "provinces",
     .english = {.title = "Quebec: a school without a librarian writes to one that has one",
                 .body =
                     "The pupils of grade five in Rivière-aux-Pins wrote to those of Sainte-Blanche: what does your "
                     "librarian do? The answer was eleven pages long and illustrated.\n\n"
                     "Both letters hang in the hall of the school board. It meets on the 24th."},
     .french =
         {.title = "Québec\u00a0: une école sans bibliothécaire écrit à une école qui en a une",
          .body =
              "Les élèves de cinquième année de Rivière-aux-Pins ont écrit à ceux de Sainte-Blanche\u00a0: que fait "
              "votre bibliothécaire\u202f? La réponse faisait onze pages, illustrées.\n\n"
              "Les deux lettres sont affichées dans le hall du centre de services scolaire. Sa prochaine séance a "
              "lieu le 24."},
     .level = "qc",
     .tag_en = "Libraries",
     .tag_fr = "Bibliothèques"},
    {.day = "2024-02-14",
     .section = "provinces",
     .english = {.title = "Alberta: lab technicians get their second fridge",
                 .body =
                     "It was a valentine of sorts: after two years of grievances the laboratory of Foothill Junction "
                     "received a second fridge. Samples no longer travel ninety kilometres because a shelf is full."},
     .french = {.title = "Alberta\u00a0: les technologistes de laboratoire obtiennent leur deuxième réfrigérateur",
                .body =
                    "C’était une sorte de valentin\u00a0: après deux ans de griefs, le laboratoire de Foothill "
                    "Junction a reçu "
                    "un deuxième réfrigérateur. Les échantillons ne font plus quatre-vingt-dix kilomètres parce qu’une "
                    "tablette est pleine."},
     .level = "ab",
     .tag_en = "Health and safety",
     .tag_fr = "Santé et sécurité"},
    {.day = "2023-08-03",
     .section = "provinces",
     .english =
         {.title = "Newfoundland and Labrador: boil-water advice lifted after nine years",
          .body = "In Little Anchor one may drink from the tap again. A plant operator and two apprentices did in four "
                  "months what three consultants had described in nine years.\n\n"
                  "The town has asked to keep the apprentices. So have we."},
     .french =
         {.title = "Terre-Neuve-et-Labrador\u00a0: l’avis d’ébullition levé après neuf ans",
          .body =
              "À Little Anchor, on peut de nouveau boire l’eau du robinet. Une opératrice d’usine et deux apprentis "
              "ont fait en quatre mois ce que trois experts-conseils avaient décrit en neuf ans.\n\n"
              "La ville a demandé à garder les apprentis. Nous aussi."},
     .level = "nl",
     .tag_en = "Water",
     .tag_fr = "Eau",
     .picture = "tap"},
    {.day = "2022-05-17",
     .section = "provinces",
     .english =
         {.title = "Prince Edward Island: the ferry crew that answers letters",
          .body = "A pupil asked why the ferry stops in winter. The crew answered, with a drawing of ice. Since then a "
                  "letter has come every week, and the crew has asked the ministry the same question."},
     .french =
         {.title = "Île-du-Prince-Édouard\u00a0: l’équipage du traversier qui répond aux lettres",
          .body =
              "Une élève a demandé pourquoi le traversier s’arrête l’hiver. L’équipage a répondu, avec un dessin de "
              "la glace. Depuis, une lettre arrive chaque semaine, et l’équipage a posé la même question au "
              "ministère."},
     .level = "pe"},
    {.day = "2020-12-01",
     .section = "provinces",
     .english =
         {.title = "Yukon: what road crews know about the cold",
          .body = "At minus forty-four a hydraulic hose breaks like a pencil. The road crew of White Spruce wrote down "
                  "what else breaks, and when to stop. It is now the rule of the territory, on one page."},
     .french =
         {.title = "Yukon\u00a0: ce que les équipes de voirie savent du froid",
          .body = "À moins quarante-quatre, un boyau hydraulique casse comme un crayon. L’équipe de voirie de White "
                  "Spruce a mis par écrit ce qui casse d’autre, et à quel moment s’arrêter. C’est maintenant la règle "
                  "du territoire, sur une page."},
     .level = "yt",
     .tag_en = "Health and safety",
     .tag_fr = "Santé et sécurité"},
});

}  // namespace

std::span<const DemoItem> demo_provinces() { return kItems; }

}  // namespace newsroom
