// What demo_texts.h declares about public workers.
#include "features/message_guides/demo_texts.h"

namespace message_guides {
namespace {

std::vector<Rule> rules() {
    return {
        {"af9e3081",
         Advice::should,
         {"Show one person at work", "Montrer une personne au travail"},
         {"A paramedic at a kitchen table convinces; “the public sector” does not. Say what the hands do.",
          "Une paramédicale dans une cuisine convainc ; « le secteur public », non. Dites ce que font les mains."}},
        {"4dd5aa32",
         Advice::should,
         {"Say what a cut does to those who need the service", "Dire ce qu’une coupe change pour les gens"},
         {"It is the patient, not the employee, whom listeners worry about. Start there and come back to the job.",
          "C’est le sort du patient qui inquiète, pas celui de l’employé. Partez de là, puis revenez à l’emploi."}},
        {"ec0d23e3",
         Advice::should_not,
         {"Begin with pay and pensions", "Commencer par la paie et la retraite"},
         {"Begun there, the talk is about “them” against “us”. First the work, then what keeps good people in it.",
          "Partie de là, la discussion oppose « eux » à « nous ». D’abord le travail, ensuite ce qui y garde les "
          "bonnes personnes."}},
        {"8a449d94",
         Advice::should,
         {"Lift everybody up", "Tirer tout le monde vers le haut"},
         {"If a neighbour has no pension, the answer is a pension for the neighbour, not none for the nurse.",
          "Si un voisin n’a pas de régime de retraite, la réponse est d’en donner un au voisin, pas de l’enlever à "
          "l’infirmière."}},
        {"287c1745",
         Advice::should_not,
         {"Defend what is wrong", "Défendre ce qui ne va pas"},
         {"A form that nobody understands is a form that nobody understands. Say so, and say who can mend it: those "
          "who work with it.",
          "Un formulaire incompréhensible reste incompréhensible. Dites-le, et dites qui peut le réparer : ceux qui "
          "s’en servent."}}};
}

std::vector<Pair> pairs() {
    return {
        {"c6b390f6",
         Audience::neighbour,
         {"They have it too good.", "Ils ont la vie trop belle."},
         {"I would rather everybody had it that good. A job you can plan a life on should not be a privilege; taking "
          "it from the nurse gives nothing to the cashier.",
          "J’aimerais mieux que tout le monde l’ait. Un emploi sur lequel bâtir sa vie ne devrait pas être un "
          "privilège ; l’enlever à l’infirmière ne donne rien à la caissière."},
         {"Which part would you take away: the nurse’s sick days, or the ones that let her come back?",
          "Qu’est-ce que vous lui enlèveriez : ses congés de maladie, ou ce qui lui permet de revenir ?"}},
        {"64eb0aa7",
         {},
         {"There are too many of them.", "Il y en a beaucoup trop."},
         {"Tell me which line was too short. The people I know work through their breaks so that you wait one hour "
          "and not three.",
          "Dites-moi quelle file était trop courte. Les gens que je connais sautent leur pause pour que vous "
          "attendiez une heure au lieu de trois."},
         {}},
        {"03228458",
         {},
         {"The private sector does it cheaper.", "Le privé fait ça pour moins cher."},
         {"Cheaper for whom? The bid is low in the first year. Then come the extras, the inspector, and the profit "
          "that has to come from somewhere: fewer hands, or your fee.",
          "Moins cher pour qui ? La soumission est basse la première année. Viennent ensuite les suppléments, "
          "l’inspection, et le profit qu’il faut bien prendre quelque part : moins de bras, ou vos frais."},
         {}},
        {"a159fe09",
         Audience::member,
         {"Nobody stands up for us anyway.", "De toute façon, personne ne nous défend."},
         {"People do when they know what we do. Tell one neighbour this week what your day looked like. I will do "
          "the same, and we compare.",
          "Les gens le font quand ils savent ce que nous faisons. Racontez votre journée à un voisin cette semaine. "
          "Je fais pareil, et on compare."},
         {}},
        {"3f9177ba",
         Audience::media,
         {"Why should the public pay for your raise?", "Pourquoi le public paierait-il votre augmentation ?"},
         {"Because a post that nobody wants is a service that nobody gets. Ask any emergency room that closed for a "
          "night: it did not lack patients, it lacked people.",
          "Parce qu’un poste dont personne ne veut, c’est un service que personne ne reçoit. Demandez aux urgences "
          "qui ont fermé une nuit : ce ne sont pas les patients qui manquaient."},
         {}},
        {"ddc8f16b",
         {},
         {"Cuts only hit the back office.", "Les coupes ne touchent que les bureaux."},
         {"The back office is who pays the nurse on time, orders the salt and finds your file. Cut it, and those in "
          "front do that work as well, instead of yours.",
          "Les bureaux, c’est qui paie l’infirmière à temps, commande le sel et retrouve votre dossier. Coupez-les, "
          "et les gens du terrain feront aussi ce travail-là, au lieu du vôtre."},
         {}}};
}

std::vector<Fact> facts() {
    return {
        {"7c006b1c",
         {"More than half of Canada’s public employees worked in hospitals and social care, school boards, colleges "
          "and universities: 1.9 of 3.6 million in the third quarter of 2011, when the series ended soon after.",
          "Plus de la moitié des employés publics du Canada travaillaient dans les hôpitaux et services sociaux, les "
          "commissions scolaires, les collèges et les universités : 1,9 million sur 3,6 au troisième trimestre de "
          "2011, peu avant la fin de la série."},
         {"Statistics Canada, table 183-0002", "Statistique Canada, tableau 183-0002"},
         "",
         "2011-09-30"},
        {"1a37e4cd",
         {"In Ontario each million dollars of public health services went with 7.1 jobs in them and 4.7 more around "
          "them, at suppliers and in shops.",
          "En Ontario, chaque million de dollars de services de santé publics s’accompagnait de 7,1 emplois dans ces "
          "services et de 4,7 autres autour, chez les fournisseurs et dans les commerces."},
         {"Statistics Canada, input-output multipliers, table 36-10-0113 (2022)",
          "Statistique Canada, multiplicateurs d’entrées-sorties, tableau 36-10-0113 (2022)"},
         "https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid=3610011301",
         "2022-12-31"},
        {"b86f5e7e",
         {"In Ontario’s public education the figures were 8.1 jobs and 3.1 more around them.",
          "Dans l’enseignement public ontarien, c’étaient 8,1 emplois, et 3,1 autres autour."},
         {"Statistics Canada, input-output multipliers, table 36-10-0113 (2022)",
          "Statistique Canada, multiplicateurs d’entrées-sorties, tableau 36-10-0113 (2022)"},
         "https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid=3610011301",
         "2022-12-31"}};
}

std::vector<Term> terms() {
    constexpr auto kEnglish = base::Locale::english, kFrench = base::Locale::french;
    return {{"56a6d82f", kEnglish, "bureaucrat", "the people who do the work",
             "A bureaucrat has no face. Name the job: inspector, clerk, lab technician."},
            {"f4de51e0", kEnglish, "civil servants", "public workers",
             "Servant is a picture of rank; worker is what they are, and what listeners are."},
            {"9315cb91", kEnglish, "gold-plated", "decent",
             "It says that security is luxury. Decent says that it is due to everybody."},
            {"314d4542", kEnglish, "union bosses", "elected representatives",
             "Members vote for them; nobody votes for a boss."},
            {"cf84bef3", kEnglish, "fat", "services",
             "Nobody has ever seen the fat. People have seen the line at the clinic."},
            {"6dbc38a4", kEnglish, "", "the people who come when you call",
             "It puts the listener in the picture, on the side of who needs help."},
            {"0bf3b255", kFrench, "bureaucrate", "les gens qui font le travail",
             "Un bureaucrate n’a pas de visage. Nommez le métier : inspectrice, commis, technicien de laboratoire."},
            {"aa2b2c06", kFrench, "fonctionnaire", "employée ou employé des services publics",
             "Le mot évoque un dossier ; le métier évoque un service."},
            {"4862a5b7", kFrench, "gras dur", "bonnes conditions",
             "L’expression fait de la sécurité un luxe. De bonnes conditions sont dues à tout le monde."},
            {"e69a1f68", kFrench, "boss syndicaux", "personnes élues par les membres",
             "Les membres votent pour elles ; personne ne vote pour un boss."},
            {"84d19919", kFrench, "couper dans le gras", "couper des services",
             "Personne n’a jamais vu le gras. Tout le monde a vu la file à la clinique."},
            {"230912ca", kFrench, "", "les gens qui viennent quand on appelle",
             "L’image place celui qui écoute du côté de qui a besoin d’aide."}};
}

}  // namespace

PreparedGuide public_workers() {
    Content content{.title = {"In defence of public workers", "Pour celles et ceux qui nous servent"},
                    .lead = {"They are the people who come when you call. Talk about the work, and the rest follows.",
                             "Ce sont les gens qui viennent quand on appelle. Parlez du travail, et le reste suit."},
                    .story = {"At four in the morning somebody salts the highway so that you reach work. Somebody "
                              "reads your blood test, teaches your child to read, answers when you lose your job and "
                              "do not know which form to fill in."
                              "\n\nThey live on your street and shop in your town. When their number is cut, the "
                              "work does not vanish: it lands on you, as a longer line, a missed diagnosis, an "
                              "unpaid day off to wait on the phone."
                              "\n\nDecent jobs and good services are one and the same thing. A service is never "
                              "better than the conditions of the people who give it.",
                              "À quatre heures du matin, quelqu’un sable la route pour que vous arriviez au travail. "
                              "Quelqu’un lit votre prise de sang, apprend à lire à votre enfant, vous répond quand "
                              "vous perdez votre emploi et ne savez plus quel formulaire remplir."
                              "\n\nCes gens habitent votre rue et font leurs courses dans votre ville. Quand on "
                              "réduit leur nombre, le travail ne disparaît pas : il retombe sur vous, en file "
                              "d’attente, en diagnostic manqué, en journée sans solde passée au téléphone."
                              "\n\nDe bons emplois et de bons services, c’est une seule et même chose. Un service ne "
                              "vaut jamais mieux que les conditions de ceux et celles qui le donnent."}};
    content.audiences = {Audience::member, Audience::neighbour, Audience::media};
    content.review_on = "2027-05-01";
    content.rules = rules();
    content.pairs = pairs();
    content.facts = facts();
    content.terms = terms();
    return {"public-workers", std::move(content)};
}

}  // namespace message_guides
