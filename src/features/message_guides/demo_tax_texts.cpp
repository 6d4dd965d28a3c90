// What demo_texts.h declares about fair taxes.
#include "features/message_guides/demo_texts.h"

namespace message_guides {
namespace {

std::vector<Rule> rules() {
    return {
        {"a6ead519",
         Advice::should,
         {"Begin with what taxes buy", "Commencer par ce que l’impôt permet"},
         {"People do not love a tax; they love the hospital. Say the service first, the money after.",
          "Personne n’aime un impôt ; tout le monde aime l’hôpital. Nommez d’abord le service, l’argent ensuite."}},
        {"45224eca",
         Advice::should,
         {"Say who pays and who does not", "Dire qui paie et qui ne paie pas"},
         {"“Higher taxes” frightens those who already pay. A fair question names the top, not everybody.",
          "« Plus d’impôt » inquiète ceux qui paient déjà. Une question juste vise le sommet, pas tout le monde."}},
        {"e359c87b",
         Advice::should_not,
         {"Repeat “tax burden” or “tax relief”", "Reprendre « fardeau fiscal » ou « allègement »"},
         {"A burden asks to be lifted. Whoever repeats the picture has lost before the first figure.",
          "Un fardeau demande à être allégé. Qui reprend l’image a perdu avant le premier chiffre."}},
        {"8191422c",
         Advice::should,
         {"Give one figure, with its year and its source", "Donner un seul chiffre, avec son année et sa source"},
         {"One that holds beats five that blur. Say where it comes from before you are asked.",
          "Un chiffre solide vaut mieux que cinq qui s’embrouillent. Dites d’où il vient avant qu’on vous le "
          "demande."}},
        {"1fc8bbdd",
         Advice::should_not,
         {"Make it about envy", "En faire une affaire d’envie"},
         {"We wish nobody less. We ask for the same rules for everybody: that is fairness, and most people share it.",
          "Nous ne souhaitons de mal à personne. Nous demandons les mêmes règles pour tous : c’est cela, la "
          "justice."}}};
}

std::vector<Pair> pairs() {
    return {
        {"be00358e",
         {},
         {"I pay enough tax already.", "Je paie déjà assez d’impôt."},
         {"You may well. That is the point: you pay yours with every paycheque. I want those who can choose what "
          "they pay to follow the same rules as you.",
          "C’est bien possible, et c’est justement la question : vous payez à chaque paie. Je veux que ceux qui "
          "choisissent ce qu’ils paient suivent les mêmes règles que vous."},
         {"So do I. And I would like it to be the same for those with an adviser for every rule.",
          "Moi aussi. Et j’aimerais que ce soit pareil pour ceux qui ont un conseiller pour chaque règle."}},
        {"5c37af3f",
         Audience::neighbour,
         {"The rich will just leave.", "Les riches vont tout simplement partir."},
         {"A few might. Most have their business, their family and their customers here, because the roads, the "
          "schools and the courts work. That is worth paying for.",
          "Quelques-uns, peut-être. La plupart ont ici leur entreprise, leur famille et leur clientèle, parce que "
          "les routes, les écoles et les tribunaux fonctionnent. Cela vaut bien une juste part."},
         {}},
        {"fa6f28f0",
         {},
         {"The government just wastes it.", "Le gouvernement ne fait que gaspiller."},
         {"Waste makes me angry as well, so let us publish every contract. But closing a clinic is not cutting "
          "waste: half of what provinces and towns spend is health and education.",
          "Le gaspillage me fâche aussi : publions donc tous les contrats. Mais fermer une clinique, ce n’est pas "
          "couper dans le gras : la moitié des dépenses des provinces et des villes va à la santé et à l’éducation."},
         {}},
        {"98a6a2a1",
         Audience::council,
         {"We cannot afford new spending.", "Nous n’avons pas les moyens de dépenser plus."},
         {"Then let us look at both sides of the page. A tax break is spending as well; it just does not stand in "
          "the budget speech. What did it buy, and for whom?",
          "Regardons alors les deux colonnes. Un avantage fiscal est aussi une dépense ; il n’est simplement pas "
          "dans le discours du budget. Qu’a-t-il donné, et à qui ?"},
         {}},
        {"36de1c52",
         Audience::member,
         {"Tax cuts put money in my pocket.", "Les baisses d’impôt remplissent mes poches."},
         {"Ask how much, and what it costs back: a fee here, a longer wait there, a bus that does not come. For most "
          "of us the cut is a coffee and the bill is a clinic.",
          "Demandez combien, et ce que cela coûte ensuite : des frais ici, une attente plus longue là, un autobus "
          "qui ne passe plus. Pour la plupart d’entre nous, la baisse paie un café et la facture, c’est une clinique."},
         {}},
        {"d5159603",
         Audience::media,
         {"Isn’t this class war?", "N’est-ce pas la lutte des classes ?"},
         {"It is arithmetic. In 2019 the top one percent took in ten cents of every dollar of income. We ask that "
          "the rules be the same up there as down here.",
          "C’est de l’arithmétique. En 2019, le un pour cent le plus riche a touché dix cents de chaque dollar de "
          "revenu. Nous demandons que les règles soient les mêmes en haut qu’en bas."},
         {}}};
}

std::vector<Fact> facts() {
    return {
        {"734d0fb4",
         {"The one percent with the highest incomes, above $250,300, took in 10.1% of all income in Canada in 2019.",
          "Au Canada, en 2019, le 1 % des revenus les plus élevés, au-dessus de 250 300 $, a touché 10,1 % de tous "
          "les revenus."},
         {"Statistics Canada, The Daily, table 11-10-0055", "Statistique Canada, Le Quotidien, tableau 11-10-0055"},
         "https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid=1110005501",
         "2021-11-12"},
        {"11848965",
         {"Half of all tax filers had an income below $37,200 in 2019; the mean of the top one percent was $513,700.",
          "En 2019, la moitié des déclarants avaient un revenu inférieur à 37 200 $ ; la moyenne du 1 % le plus "
          "riche était de 513 700 $."},
         {"Statistics Canada, The Daily, table 11-10-0055", "Statistique Canada, Le Quotidien, tableau 11-10-0055"},
         "https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid=1110005501",
         "2021-11-12"},
        {"afbc0316",
         {"In 2026 the federal tax takes 14 cents of a dollar in the first bracket and 33 cents of each dollar above "
          "$258,482.",
          "En 2026, l’impôt fédéral prélève 14 cents par dollar dans la première tranche et 33 cents sur chaque "
          "dollar au-dessus de 258 482 $."},
         {"Canada Revenue Agency, guide T4127", "Agence du revenu du Canada, guide T4127"},
         "",
         "2026-01-01"}};
}

std::vector<Term> terms() {
    constexpr auto kEnglish = base::Locale::english, kFrench = base::Locale::french;
    return {
        {"4df37cc7", kEnglish, "tax burden", "what we chip in", "A burden asks to be lifted; a share asks to be fair."},
        {"ec2af678", kEnglish, "tax relief", "tax cut",
         "Relief says that taxes are an illness. A cut says what happens: less for services."},
        {"8a627029", kEnglish, "taxpayer", "people, neighbours",
         "We are more than what we pay: patients, parents, workers, citizens."},
        {"2899e9da", kEnglish, "job creators", "large companies",
         "Customers and public investment create jobs as well."},
        {"c6d1638b", kEnglish, "loophole", "special rule", "Nobody slipped through a hole: somebody wrote the rule."},
        {"6508dd3c", kEnglish, "", "a share one can carry",
         "It says at once that the rest of us will not be asked for more than we can."},
        {"034056ed", kFrench, "fardeau fiscal", "mise commune",
         "Un fardeau demande à être allégé ; une mise commune demande à être juste."},
        {"a177d09e", kFrench, "allègement fiscal", "baisse d’impôt",
         "« Allègement » fait de l’impôt une maladie. « Baisse » dit ce qui arrive : moins pour les services."},
        {"3faf4a4f", kFrench, "contribuable", "les gens, la population",
         "Nous sommes plus que ce que nous payons : patients, parents, travailleuses, citoyens."},
        {"dde6c400", kFrench, "échappatoire", "règle spéciale",
         "Personne ne s’est échappé : quelqu’un a écrit la règle."},
        {"7c1e3db1", kFrench, "créateurs d’emplois", "grandes entreprises",
         "La clientèle et l’investissement public créent aussi des emplois."},
        {"1a55b762", kFrench, "", "une part qu’on peut porter",
         "On comprend tout de suite que personne ne paiera plus que ses moyens."}};
}

}  // namespace

PreparedGuide tax_fairness() {
    Content content{.title = {"Taxes that are fair", "Des impôts justes"},
                    .lead = {"We pay for what we share, each by what we can carry. The question is not whether, but "
                             "who.",
                             "Nous payons ensemble ce que nous partageons, chacun selon ses moyens. La question "
                             "n’est pas de savoir si, mais qui."},
                    .story = {"A nurse, a bus driver and a bank have one thing in common: none of them could do a "
                              "day’s work without what we built together. Roads, courts, schools, clean water, a "
                              "hospital that asks for no credit card."
                              "\n\nTaxes are how we chip in for it. Most of us pay ours with every paycheque, before "
                              "we ever see the money. Those at the very top have choices the rest of us do not: "
                              "income that is taxed at half the rate, a company in a drawer, an adviser for every "
                              "rule."
                              "\n\nFair taxes close that gap. Everybody pays a share they can carry, nobody pays by "
                              "choice, and what we raise comes back to every street as services we can all count on.",
                              "Une infirmière, un chauffeur d’autobus et une banque ont une chose en commun : aucun "
                              "ne pourrait travailler une seule journée sans ce que nous avons bâti ensemble. Des "
                              "routes, des tribunaux, des écoles, de l’eau potable, un hôpital qui ne demande pas de "
                              "carte de crédit."
                              "\n\nL’impôt, c’est notre mise commune. La plupart d’entre nous la versent à chaque "
                              "paie, avant même d’avoir vu l’argent. Tout en haut, on a des choix que les autres "
                              "n’ont pas : un revenu imposé à moitié, une société dans un tiroir, un conseiller pour "
                              "chaque règle."
                              "\n\nUn impôt juste comble cet écart. Chacun paie une part qu’il peut porter, personne "
                              "ne paie à sa guise, et l’argent revient dans chaque rue sous forme de services sur "
                              "lesquels tout le monde peut compter."}};
    content.audiences = {Audience::member, Audience::neighbour, Audience::council, Audience::media};
    content.review_on = "2027-05-01";
    content.rules = rules();
    content.pairs = pairs();
    content.facts = facts();
    content.terms = terms();
    return {"tax-fairness", std::move(content)};
}

}  // namespace message_guides
