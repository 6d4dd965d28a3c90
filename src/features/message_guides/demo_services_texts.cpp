// What demo_texts.h declares about what public services are worth.
#include "features/message_guides/demo_texts.h"

namespace message_guides {
namespace {

std::vector<Rule> rules() {
    return {
        {"b8518be9",
         Advice::should,
         {"Start in the kitchen, not in the budget", "Partir de la cuisine, pas du budget"},
         {"Billions say nothing. A week of groceries, a filled tooth, a bus that comes: that is a size people know.",
          "Les milliards ne disent rien. Une semaine d’épicerie, un plombage, un autobus qui passe : voilà une "
          "taille connue."}},
        {"5689059a",
         Advice::should,
         {"Say “ours”", "Dire « nos »"},
         {"Our library, our water, our hospital. What belongs to us is worth keeping, and worth mending.",
          "Notre bibliothèque, notre eau, notre hôpital. Ce qui est à nous mérite qu’on le garde et qu’on le répare."}},
        {"f4c07f4b",
         Advice::should,
         {"Follow the cost to the end", "Suivre le coût jusqu’au bout"},
         {"A cut moves a bill, it does not pay it. Say to whom: a daughter who gives up work to care for her father.",
          "Une coupe déplace la facture, elle ne la paie pas. Dites vers qui : une fille qui quitte son emploi pour "
          "s’occuper de son père."}},
        {"92f7f8fc",
         Advice::should_not,
         {"Promise that all is well", "Promettre que tout va bien"},
         {"People know the waiting room. Say what does not work, why, and what would mend it.",
          "Les gens connaissent la salle d’attente. Dites ce qui ne marche pas, pourquoi, et ce qui le réparerait."}},
        {"312f72ad",
         Advice::should_not,
         {"Call people customers", "Appeler les gens des clients"},
         {"A customer can go elsewhere, or go without. A citizen has a right, and a say.",
          "Un client peut aller ailleurs, ou s’en passer. Une citoyenne a un droit, et son mot à dire."}}};
}

std::vector<Pair> pairs() {
    return {
        {"cf66ec5e",
         Audience::neighbour,
         {"I never use public services.", "Je n’utilise jamais les services publics."},
         {"You drank one this morning. And you drove on one, past another with its lights on, in case you ever need "
          "it.",
          "Vous en avez bu un ce matin. Puis vous avez roulé dessus, en passant devant un autre dont les lumières "
          "sont allumées, au cas où."},
         {"Did you turn on the tap this morning? Then you have used one before breakfast.",
          "Avez-vous ouvert le robinet ce matin ? Alors vous en avez utilisé un avant le déjeuner."}},
        {"6d9e660f",
         {},
         {"We simply cannot afford it.", "On n’en a tout simplement pas les moyens."},
         {"We pay either way: together and by what we can carry, or alone and when we are ill. Together is cheaper, "
          "and nobody is turned away.",
          "On paie de toute façon : ensemble et selon nos moyens, ou seul et au moment où l’on est malade. Ensemble "
          "coûte moins cher, et personne n’est refusé."},
         {}},
        {"0bd5dfc0",
         Audience::council,
         {"Let the private sector run it.", "Laissons le privé s’en occuper."},
         {"Then put in the contract what we have today: open books, a vote on the fees, and the right to take it "
          "back. If nobody signs that, we know what was for sale.",
          "Mettez alors au contrat ce que nous avons aujourd’hui : des livres ouverts, un vote sur les frais et le "
          "droit de reprendre le service. Si personne ne signe, on saura ce qui était à vendre."},
         {}},
        {"aa0d5971",
         {},
         {"Those who use it should pay for it.", "Que ceux qui s’en servent paient."},
         {"That is a tax on being ill, young or old. We all take our turn at each of those, so we share the cost "
          "when we are well and at work.",
          "Ce serait un impôt sur la maladie, l’enfance et la vieillesse. Nous y passons tous, alors nous partageons "
          "le coût quand nous sommes en santé et au travail."},
         {}},
        {"4844d322",
         Audience::media,
         {"Isn’t the system broken anyway?", "Le système n’est-il pas brisé de toute façon ?"},
         {"It is stretched. You do not mend a bridge by taking out more bolts: you send the crew, and you ask who "
          "cancelled the last three inspections.",
          "Il est étiré. On ne répare pas un pont en enlevant d’autres boulons : on envoie l’équipe, et on demande "
          "qui a annulé les trois dernières inspections."},
         {}},
        {"e67c4cd3",
         Audience::member,
         {"Nobody cares until it is gone.", "Personne ne s’en soucie avant que ce soit fini."},
         {"So let us show it while it is here: one photo, one story, one street at a time. People defend what they "
          "can see.",
          "Alors montrons-le pendant que c’est là : une photo, une histoire, une rue à la fois. Les gens défendent "
          "ce qu’ils voient."},
         {}}};
}

std::vector<Fact> facts() {
    return {
        {"84b3c684",
         {"Provincial and local governments of the ten provinces spent $241.1 billion on health and $120.5 billion "
          "on education in 2023: 51 cents of every dollar.",
          "En 2023, les administrations provinciales et locales des dix provinces ont consacré 241,1 milliards de "
          "dollars à la santé et 120,5 milliards à l’éducation : 51 cents de chaque dollar."},
         {"Statistics Canada, table 10-10-0005", "Statistique Canada, tableau 10-10-0005"},
         "https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid=1010000501",
         "2023-12-31"},
        {"22eb4035",
         {"Income after taxes and transfers is shared more evenly in Quebec (Gini coefficient 0.272) than in Ontario "
          "(0.311) or British Columbia (0.310).",
          "Après impôts et transferts, les revenus sont répartis plus également au Québec (coefficient de Gini de "
          "0,272) qu’en Ontario (0,311) ou en Colombie-Britannique (0,310)."},
         {"Statistics Canada, table 11-10-0134 (2023)", "Statistique Canada, tableau 11-10-0134 (2023)"},
         "https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid=1110013401",
         "2023-12-31"},
        {"c122b9e6",
         {"Ontario’s police, fire services, courts and prisons together cost $13.8 billion in 2023; its public debt "
          "cost $16.4 billion.",
          "En Ontario, la police, les pompiers, les tribunaux et les prisons ont coûté ensemble 13,8 milliards de "
          "dollars en 2023 ; la dette publique, 16,4 milliards."},
         {"Statistics Canada, table 10-10-0005", "Statistique Canada, tableau 10-10-0005"},
         "https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid=1010000501",
         "2023-12-31"}};
}

std::vector<Term> terms() {
    constexpr auto kEnglish = base::Locale::english, kFrench = base::Locale::french;
    return {{"5f5a3397", kEnglish, "customers", "people, patients, citizens",
             "A customer can go without. People have a right and a say."},
            {"fd91ad48", kEnglish, "efficiencies", "cuts",
             "If hands go and hours go, it is a cut. Plain words are believed."},
            {"9bc926f9", kEnglish, "government spending", "what we spend together",
             "Government is somebody else. We is us."},
            {"3a00a0aa", kEnglish, "free", "already paid for",
             "Nothing is free, and everybody knows. We pay ahead, together."},
            {"d8381a5b", kEnglish, "alternative delivery", "privatisation", "Say what it is; the contract will."},
            {"766f940c", kEnglish, "", "our library, our water", "What belongs to us is worth keeping."},
            {"14a70dbd", kFrench, "client", "personnes, patients, population",
             "Un client peut s’en passer. Les gens ont un droit et leur mot à dire."},
            {"b2de876e", kFrench, "optimisation", "coupes",
             "Si des bras et des heures disparaissent, c’est une coupe. On croit les mots simples."},
            {"5116011f", kFrench, "dépenses gouvernementales", "ce que nous dépensons ensemble",
             "Le gouvernement, c’est un autre. Nous, c’est nous."},
            {"ef4d7ad0", kFrench, "gratuit", "déjà payé",
             "Rien n’est gratuit, et tout le monde le sait. Nous payons d’avance, ensemble."},
            {"8d84f481", kFrench, "partenariat public-privé", "privatisation à long terme",
             "Dites ce que c’est ; le contrat le dira."},
            {"2bbc6e32", kFrench, "", "notre bibliothèque, notre eau", "Ce qui est à nous mérite qu’on le garde."}};
}

}  // namespace

PreparedGuide public_services() {
    Content content{.title = {"What public services are worth", "Ce que valent les services publics"},
                    .lead = {"Together we buy what none of us could buy alone: security, health, a good start for "
                             "every child.",
                             "Ensemble, nous nous offrons ce que personne ne pourrait s’offrir seul : la sécurité, "
                             "la santé, un bon départ pour chaque enfant."},
                    .story = {"Add up what you did not have to pay for this year: the doctor, the school, the water "
                              "tested every morning, the library card, the ambulance that you were glad not to need. "
                              "For most families that is the largest part of their standard of living, and no bank "
                              "statement shows it."
                              "\n\nPublic services are the great equaliser. They are worth the same to a cleaner and "
                              "to a chief executive, and they mean far more to the cleaner."
                              "\n\nWhen they are cut, nobody saves: the cost moves from all of us together to each "
                              "of us alone, and the first to pay are those with the least.",
                              "Faites le compte de ce que vous n’avez pas eu à payer cette année : le médecin, "
                              "l’école, l’eau analysée chaque matin, la carte de bibliothèque, l’ambulance dont vous "
                              "avez été content de ne pas avoir besoin. Pour la plupart des familles, c’est la plus "
                              "grande part de leur niveau de vie, et aucun relevé bancaire ne la montre."
                              "\n\nLes services publics sont le grand égalisateur. Ils valent autant pour la femme "
                              "de ménage que pour le PDG, et comptent bien plus pour elle."
                              "\n\nQuand on les réduit, personne n’économise : le coût passe de nous tous ensemble à "
                              "chacun de nous, seul, et les premiers à payer sont ceux qui ont le moins."}};
    content.audiences = {Audience::neighbour, Audience::council, Audience::media};
    content.review_on = "2027-05-01";
    content.rules = rules();
    content.pairs = pairs();
    content.facts = facts();
    content.terms = terms();
    return {"public-services", std::move(content)};
}

}  // namespace message_guides
