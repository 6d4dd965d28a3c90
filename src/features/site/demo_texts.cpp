#include "features/site/demo_texts.h"

namespace site {

Blocks demo_national_blocks() {
    return {
        {.kind = "hero",
         .settings = R"({"action":"equality-pledge","page":"about"})",
         .english =
             {"All Together Now",
              R"(The bus that runs, the library that opens, the nurse who has time: we pay for them together, and we count on them together. When they are cut, somebody pays alone. Put your name to something better.)",
              "Quality Public Services"},
         .french =
             {"Tous ensemble",
              R"(L’autobus qui passe, la bibliothèque qui ouvre, l’infirmière qui prend le temps : nous les payons ensemble, nous comptons dessus ensemble. Quand on coupe, quelqu’un finit par payer sans les autres. Mettez votre nom au bas de quelque chose de mieux.)",
              "Des services publics de qualité"}},
        {.kind = "text",
         .settings = R"({})",
         .english =
             {"What we share is what makes us equal",
              R"(Nobody builds a road alone. Nobody is born without a midwife, learns to read without a teacher, or grows old without needing a hand. Public services are how a country keeps its promise to everyone at once, not only to those who can pay.

Over the years that promise has worn thin: a closed counter here, a longer wait there, a fee where there was none. It rarely makes the front page. You notice it on a Tuesday, when the last bus no longer comes.

This campaign is for people who notice. It has no party. It has numbers, neighbours, and your name.)",
              ""},
         .french =
             {"Ce que nous partageons nous rend égaux",
              R"(Personne ne construit une route à lui seul. Personne ne naît sans sage-femme, n’apprend à lire sans enseignante ni ne vieillit sans avoir besoin d’un coup de main. Les services publics, c’est la façon qu’a un pays de tenir parole envers tout le monde à la fois, et pas seulement envers les gens qui peuvent payer.

Avec les années, cette parole s’est usée : un comptoir fermé ici, une attente plus longue là, des frais où il n’y en avait pas. On en parle rarement à la une. On s’en aperçoit un mardi, quand le dernier autobus ne passe plus.

Cette campagne est pour les gens qui s’en aperçoivent. Elle n’a pas de parti. Elle a des chiffres, des voisines, des voisins et votre nom.)",
              ""}},
        {.kind = "actions",
         .settings = R"({"action":"equality-pledge"})",
         .english = {"Your way to act", R"(Two minutes or two evenings: start where you are.)", ""},
         .french = {"À vous d’agir", R"(Deux minutes ou deux soirées : commencez là où vous êtes.)", ""}},
        {.kind = "quotation",
         .settings = R"({})",
         .english =
             {"Odile Tremblay",
              R"(They asked me how we manage with one nurse less. We don’t manage. We hurry. There is a difference, and my patients feel it.)",
              "nurse, Rivière-aux-Pins"},
         .french =
             {"Odile Tremblay",
              R"(On m’a demandé comment on s’en sort avec une infirmière de moins. On ne s’en sort pas. On se dépêche. Ce n’est pas la même chose, et mes patients le sentent.)",
              "infirmière, Rivière-aux-Pins"}},
        {.kind = "jobs_calculator.scenario", .settings = R"({"scenario":"night-shift"})"},
        {.kind = "counters", .settings = R"({})", .english = {"So far", "", ""}, .french = {"Jusqu’ici", "", ""}},
        {.kind = "newsroom.latest",
         .settings = R"({"count":3})",
         .english = {"News", "", ""},
         .french = {"Nouvelles", "", ""}},
    };
}

Blocks demo_quebec_blocks() {
    return {
        {.kind = "hero",
         .settings = R"({"action":"equality-pledge","page":"about"})",
         .english =
             {"What is ours, we keep",
              R"(A child care place, a family doctor, a village school: here we chose long ago to build these things together. Let us look after them the same way.)",
              "Quality Public Services"},
         .french =
             {"Ce qui est à nous, on le garde",
              R"(Une place en garderie, un médecin de famille, une école de village : chez nous, on a choisi depuis longtemps de bâtir ces choses-là ensemble. Prenons-en soin de la même façon.)",
              "Des services publics de qualité"}},
        {.kind = "actions",
         .settings = R"({"action":"proclamation"})",
         .english = {"Act from here",
                     R"(From the Outaouais to the Lower North Shore, each name counts once, and counts.)", ""},
         .french = {"Agir d’ici",
                    R"(De l’Outaouais à la Basse-Côte-Nord, chaque nom compte une fois, et compte vraiment.)", ""}},
        {.kind = "quotation",
         .settings = R"({})",
         .english =
             {"Réjean Paquette",
              R"(I drove the school bus for thirty-one years. You learn which houses keep a light on. A service is a light somebody keeps on for you.)",
              "retired driver, Val-Clair"},
         .french =
             {"Réjean Paquette",
              R"(J’ai conduit l’autobus scolaire pendant trente et un ans. On finit par savoir dans quelles maisons il reste une lumière. Un service, c’est une lumière que quelqu’un laisse allumée pour vous.)",
              "chauffeur à la retraite, Val-Clair"}},
    };
}

std::vector<DemoPage> demo_pages() {
    return {
        {"about",
         {"About the campaign", "Why public services, why now, and what your name can do.", R"(# What this is about

Public services are the things we decided to own together: schools and clinics, water and roads, libraries, inspectors, the people who answer when you call for help. They are paid for by everyone and open to everyone. That makes them the largest thing we share, and the strongest answer to inequality that anybody has found.

The evidence is plain. When a household loses a service, it buys a replacement or goes without. A family with means buys. A family without goes without. **A cut is never only a saving: it is a bill that somebody else receives.**

# What we ask

1. **Measure before you cut.** Every budget should say whether its measures widen or narrow the gap, and for whom.
2. **Count the jobs.** Public money becomes wages, and wages become groceries, rent and winter boots. A cut ends more jobs than those on the list.
3. **Keep what works in public hands.** What everyone needs should not depend on who can pay.

# What you can do

Start with the [Equality Pledge](/en/petitions/equality-pledge). It takes two minutes. Then bring it to your town: the [Proclamation](/en/petitions/proclamation) asks councils to name a day on which a community looks at what it shares.

More ways to act open over the coming months. Each of them works in English and in French, on an old phone and without an account.

# Who we are

People who work in public services and people who use them: which is to say, people. Locals across the country carry the campaign; provinces and territories coordinate; a small national team keeps the lights on. We support no party and take no money from one.

*This is a demonstration. The campaign, its people, its towns and its numbers are invented.*)"},
         {"À propos de la campagne",
          "Pourquoi les services publics, pourquoi maintenant, et ce que peut faire votre nom.", R"(# De quoi il s’agit

Les services publics, ce sont les choses que nous avons décidé de posséder ensemble : les écoles et les cliniques, l’eau et les routes, les bibliothèques, les inspectrices, les gens qui répondent quand on appelle à l’aide. Tout le monde les paie et tout le monde y a accès. C’est ce que nous partageons de plus grand, et la meilleure réponse aux inégalités que l’on ait trouvée.

Les faits sont simples. Quand un ménage perd un service, il en achète un autre ou il s’en passe. Une famille qui a les moyens achète. Une famille qui ne les a pas s’en passe. **Une coupe n’est jamais seulement une économie : c’est une facture envoyée à quelqu’un d’autre.**

# Ce que nous demandons

1. **Mesurer avant de couper.** Chaque budget devrait dire si ses mesures creusent ou réduisent l’écart, et pour qui.
2. **Compter les emplois.** L’argent public devient des salaires, et les salaires deviennent l’épicerie, le loyer, les bottes d’hiver. Une coupe supprime plus d’emplois que ceux de la liste.
3. **Garder en mains publiques ce qui fonctionne.** Ce dont tout le monde a besoin ne devrait pas dépendre de qui peut payer.

# Ce que vous pouvez faire

Commencez par [l’Engagement pour l’égalité](/fr/petitions/equality-pledge). Il prend deux minutes. Apportez-le ensuite chez vous : la [Proclamation](/fr/petitions/proclamation) demande aux conseils municipaux de désigner une journée où la collectivité regarde ce qu’elle partage.

D’autres façons d’agir s’ouvriront au fil des mois. Toutes fonctionnent en français et en anglais, sur un vieux téléphone et sans compte.

# Qui nous sommes

Des gens qui travaillent dans les services publics et des gens qui s’en servent : bref, des gens. Des sections locales partout au pays portent la campagne ; les provinces et les territoires coordonnent ; une petite équipe nationale fait tourner la boutique. Nous n’appuyons aucun parti et n’acceptons d’argent d’aucun.

*Ceci est une démonstration. La campagne, ses gens, ses villes et ses chiffres sont inventés.*)"}},
        {"privacy",
         {"Privacy", "What we keep when you sign, why, for how long, and how to take it back.", R"(# In short

We keep what you type into a form, and nothing that you did not type, except the network address it came from. We never sell or lend it. You can take back your signature, and have your data sent to you or erased, at any time.

# What we keep

- **When you sign:** your name, email address, postal code, place, country, your comment if you wrote one, the language you signed in, the exact text you signed, the time, and the network address, which helps us find signatures made by machines.
- **When you agree to be mailed:** the exact sentence you agreed to, when, where and in which language. Signing alone never puts you on a list.
- **When you only look:** nothing that could tell you apart. There are no trackers, no advertising and no cookies for visitors; a cookie exists only for staff who sign in.

# Who sees it

Your given name and the first letter of your family name appear on the page only if you tick the box for it. Staff of the campaign see signatures of their own level, and every time somebody exports them it is written down.

# How long

A signature is kept as long as the campaign it belongs to. A signature that is never confirmed does not count. Network addresses are kept only as long as they are needed against abuse.

# Your rights

Each mail we send you has a link with which you can look at your signature and withdraw it. To receive all we hold about you, to correct it or to have it erased, write to our privacy officer, Amélie Roy, at [privacy@alltogether.example](mailto:privacy@alltogether.example). You will have an answer within 30 days.

*This is a demonstration: the privacy officer and the address are invented, and no mail leaves this machine.*)"},
         {"Vie privée", "Ce que nous gardons quand vous signez, pourquoi, combien de temps, et comment le reprendre.",
          R"(# En bref

Nous gardons ce que vous écrivez dans un formulaire, et rien que vous n’ayez écrit, sauf l’adresse réseau d’où il vient. Nous ne le vendons ni ne le prêtons jamais. Vous pouvez en tout temps retirer votre signature, recevoir vos données ou les faire effacer.

# Ce que nous gardons

- **Quand vous signez :** votre nom, votre adresse courriel, votre code postal, votre localité, votre pays, votre commentaire si vous en avez écrit un, la langue dans laquelle vous avez signé, le texte exact que vous avez signé, l’heure et l’adresse réseau, qui nous aide à repérer les signatures faites par des machines.
- **Quand vous acceptez de recevoir nos courriels :** la phrase exacte que vous avez acceptée, quand, où et dans quelle langue. Signer ne vous inscrit jamais à une liste.
- **Quand vous ne faites que regarder :** rien qui puisse vous distinguer. Aucun pisteur, aucune publicité, aucun témoin pour qui visite le site ; un témoin n’existe que pour les membres de l’équipe qui ouvrent une session.

# Qui le voit

Votre prénom et l’initiale de votre nom paraissent sur la page seulement si vous cochez la case prévue. L’équipe de la campagne voit les signatures de son propre niveau, et chaque exportation est consignée.

# Combien de temps

Une signature est gardée aussi longtemps que la campagne dont elle fait partie. Une signature jamais confirmée ne compte pas. Les adresses réseau ne sont gardées que le temps nécessaire pour contrer les abus.

# Vos droits

Chaque courriel que nous vous envoyons contient un lien pour consulter votre signature et la retirer. Pour recevoir tout ce que nous avons à votre sujet, le corriger ou le faire effacer, écrivez à notre responsable de la protection de la vie privée, Amélie Roy, à [privacy@alltogether.example](mailto:privacy@alltogether.example). Vous aurez une réponse dans les 30 jours.

*Ceci est une démonstration : la responsable et l’adresse sont inventées, et aucun courriel ne quitte cette machine.*)"}},
        {"accessibility",
         {"Accessibility",
          "Everybody means everybody. How this site is built, what is not good enough yet, and whom to tell.",
          R"(# What we aim for

This site follows the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. Every page is checked by a program with each change, and the journeys that matter most, such as signing and confirming, are walked by keyboard alone.

# What you can count on

- Every page works without JavaScript, on a small screen and at 400% zoom.
- Everything can be reached and used with the keyboard, and you can always see where you are.
- Colours keep their contrast in the light and in the dark theme. Nothing is said by colour alone.
- Mistakes in a form are listed at the top and explained beside the field, and what you typed is kept.
- Motion is small, and off when your device asks for that.
- Both languages are equal. Where an older piece of news exists in one only, the page says so and shows it in that one.

# What is not good enough yet

Videos on other sites may lack captions. If you meet one, tell us and we will send you the text.

News that was brought over from an earlier website may hold pictures whose descriptions are short, and documents made elsewhere that a screen reader cannot follow. Tell us which one you need, and we will write it out for you.

# Tell us

Something in your way? Write to [access@alltogether.example](mailto:access@alltogether.example), or sign on paper: any local will bring you a sheet. We answer within five working days.

*This is a demonstration: the addresses are invented.*)"},
         {"Accessibilité",
          "Tout le monde, c’est tout le monde. Comment ce site est fait, ce qui n’est pas encore assez bon, et à qui "
          "le dire.",
          R"(# Ce que nous visons

Ce site suit les Règles pour l’accessibilité des contenus Web (WCAG) 2.2, niveau AA. Chaque page est vérifiée par un programme à chaque changement, et les parcours qui comptent le plus, comme signer et confirmer, sont refaits au clavier seulement.

# Ce sur quoi vous pouvez compter

- Chaque page fonctionne sans JavaScript, sur un petit écran et agrandie à 400 %.
- Tout s’atteint et s’utilise au clavier, et l’on voit toujours où l’on est.
- Les couleurs gardent leur contraste, thème clair ou sombre. Rien n’est dit par la couleur seule.
- Les erreurs d’un formulaire sont énumérées en haut et expliquées à côté du champ, et ce que vous avez écrit est gardé.
- Le mouvement est discret, et absent quand votre appareil le demande.
- Les deux langues sont égales. Quand une nouvelle plus ancienne n’existe que dans l’une, la page le dit et la montre dans celle-là.

# Ce qui n’est pas encore assez bon

Des vidéos hébergées ailleurs peuvent manquer de sous-titres. Si vous en trouvez une, dites-le-nous et nous vous enverrons le texte.

Des nouvelles reprises d’un ancien site peuvent contenir des images dont la description est courte, et des documents faits ailleurs qu’un lecteur d’écran ne peut pas suivre. Dites-nous lequel il vous faut, et nous vous l’écrirons.

# Dites-le-nous

Quelque chose vous bloque ? Écrivez à [access@alltogether.example](mailto:access@alltogether.example), ou signez sur papier : n’importe quelle section locale vous apportera une feuille. Nous répondons dans les cinq jours ouvrables.

*Ceci est une démonstration : les adresses sont inventées.*)"}},
        {"port-ellery-library",
         {"Port Ellery keeps its library", "Six days a week, as before. What it took was a winter of letters.",
          R"(In January the notice was one page long: from spring on, two days a week. Port Ellery has one library, one school and four thousand people who had stopped expecting good news.

*“I wrote to the mayor because my daughter was too young to,”* says Priya Raman, who works nights and does her reading at noon. *“Then I asked my neighbours. Then it was three hundred letters.”*

In March the council met in the school gym, because the hall was too small. A man in his eighties read out the list of what he had borrowed since 1961. It took eleven minutes and nobody stopped him. The vote was seven to two.

> A library is the only room in town where nobody asks what you are there to buy.

The library is open six days a week. The letters are in a box at the front desk; you can borrow them.

*This story, its town and its people are invented for the demonstration.*)"},
         {"Port Ellery garde sa bibliothèque", "Six jours par semaine, comme avant. Il aura fallu un hiver de lettres.",
          R"(En janvier, l’avis tenait sur une page : à partir du printemps, deux jours par semaine. Port Ellery a une bibliothèque, une école et quatre mille personnes qui n’attendaient plus de bonnes nouvelles.

*« J’ai écrit au maire parce que ma fille était trop petite pour le faire »*, raconte Priya Raman, qui travaille la nuit et lit le midi. *« Après, j’ai demandé à mes voisins. Après, il y avait trois cents lettres. »*

En mars, le conseil a siégé dans le gymnase de l’école, la salle étant trop petite. Un homme de plus de quatre-vingts ans a lu la liste de tout ce qu’il avait emprunté depuis 1961. Cela a duré onze minutes et personne ne l’a interrompu. Le vote : sept contre deux.

> Une bibliothèque, c’est la seule pièce en ville où personne ne vous demande ce que vous êtes venu acheter.

La bibliothèque est ouverte six jours par semaine. Les lettres sont dans une boîte au comptoir ; on peut les emprunter.

*Cette histoire, sa ville et ses gens sont inventés pour la démonstration.*)"}},
    };
}

}  // namespace site
