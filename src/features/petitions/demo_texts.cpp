#include "features/petitions/demo_texts.h"

namespace petitions {
namespace {

TextForm pledge_in_english() {
    return {"The Equality Pledge",
            "A fair country is built, not wished for. Tell those who govern that you will measure every budget by one "
            "question: does it bring us closer together?",
            "Public services are how we look after one another: the nurse on the night shift, the teacher who stays "
            "late, the inspector who keeps the water clean, the worker who answers when you call.\n\n"
            "When taxes are cut for those who have the most, those services are cut for everyone else. The gap grows, "
            "and we are told that there is no other way.\n\n"
            "**There is. I pledge:**\n\n"
            "- to stand up for quality public services, for everyone, everywhere in the country;\n"
            "- to support a tax system in which everyone pays a fair share;\n"
            "- to ask every candidate who wants my vote whether their plan makes us more equal or less;\n"
            "- to bring one more person along.",
            "You are in good company. The pledge is strongest when it travels: pass it on to a neighbour, a co-worker, "
            "somebody at the rink."};
}

TextForm pledge_in_french() {
    return {
        "L’Engagement pour l’égalité",
        "Un pays juste se construit, il ne tombe pas du ciel. Dites à celles et ceux qui gouvernent que vous jugerez "
        "chaque budget à l’aune d’une seule question\u00a0: nous rapproche-t-il les uns des autres\u202f?",
        "Les services publics, c’est notre façon de prendre soin les uns des autres\u00a0: l’infirmière de nuit, "
        "l’enseignant qui reste après la cloche, l’inspectrice qui veille sur l’eau potable, la personne qui répond "
        "quand vous appelez.\n\n"
        "Quand on réduit les impôts des mieux nantis, ce sont les services de tout le monde qu’on réduit. L’écart "
        "se creuse, et l’on nous répète qu’il n’y a pas d’autre chemin.\n\n"
        "**Il y en a un. Je m’engage\u00a0:**\n\n"
        "- à défendre des services publics de qualité, pour tout le monde, partout au pays\u202f;\n"
        "- à appuyer une fiscalité où chacun paie sa juste part\u202f;\n"
        "- à demander à chaque candidate et à chaque candidat si son programme réduit les inégalités ou les "
        "creuse\u202f;\n"
        "- à convaincre une personne de plus.",
        "Vous êtes en bonne compagnie. L’engagement prend sa force quand il circule\u00a0: parlez-en à une voisine, "
        "à un collègue, à quelqu’un à l’aréna."};
}

TextForm proclamation_in_english() {
    return {"Proclamation for Public Services",
            "We proclaim that the services we share are worth defending. Add your name to those of your neighbours.",
            "Whereas quality public services make our communities healthier, safer and more equal;\n\n"
            "Whereas they are paid for together so that nobody has to face illness, fire, flood or old age alone;\n\n"
            "Whereas cutting them costs jobs on every main street, in the public and in the private sector alike;\n\n"
            "**Therefore we proclaim** that quality public services, and the fair taxes that pay for them, are the "
            "foundation of the community in which we want to live, and we call on every order of government to protect "
            "and renew them.",
            "Thank you. Your council can adopt the proclamation too: ask for it at the next meeting."};
}

TextForm proclamation_in_french() {
    return {
        "Proclamation en faveur des services publics",
        "Nous proclamons que les services que nous partageons méritent d’être défendus. Ajoutez votre nom à ceux des "
        "gens de votre coin.",
        "Attendu que des services publics de qualité rendent nos collectivités plus saines, plus sûres et plus "
        "égalitaires\u202f;\n\n"
        "Attendu que nous les finançons ensemble pour que personne n’ait à affronter sans appui la maladie, "
        "l’incendie, "
        "l’inondation ou la vieillesse\u202f;\n\n"
        "Attendu que les compressions coûtent des emplois dans toutes les rues commerçantes, dans le secteur public "
        "comme dans le privé\u202f;\n\n"
        "**En conséquence, nous proclamons** que des services publics de qualité, et les impôts équitables qui les "
        "financent, sont le fondement de la collectivité où nous voulons vivre, et nous appelons tous les ordres de "
        "gouvernement à les protéger et à les renouveler.",
        "Merci. Votre conseil municipal peut aussi adopter la proclamation\u00a0: demandez-le à la prochaine "
        "séance."};
}

}  // namespace

std::vector<DemoPetition> demo_petitions() {
    return {{"equality-pledge", Kind::pledge, 25'000, pledge_in_english(), pledge_in_french()},
            {"proclamation", Kind::proclamation, 10'000, proclamation_in_english(), proclamation_in_french()}};
}

}  // namespace petitions
