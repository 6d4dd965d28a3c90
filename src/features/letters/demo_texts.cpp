#include "features/letters/demo_texts.h"

namespace letters {

Content demo_letter() {
    Content content;
    content.title = {"Keep the post office open", "Gardons le bureau de poste ouvert"};
    content.why = {
        "In hundreds of small places the post office is the last public counter. Hours are being cut, routes are being "
        "left out, and nobody in Parliament has voted on it.\n\n"
        "**What we ask:** a vote in the House of Commons before any office closes or loses hours.\n\n"
        "Your member reads what comes from home. Two sentences about your own street do more than ten pages of ours.",
        "Dans des centaines de petits milieux, le bureau de poste est le dernier comptoir public. On réduit ses "
        "heures, on abandonne des tournées, et personne au Parlement n’a voté là-dessus.\n\n"
        "**Ce que nous demandons\u00A0:** un vote de la Chambre des communes avant qu’un bureau ferme ou perde des "
        "heures.\n\n"
        "Votre députée ou député lit ce qui vient de chez soi. Deux phrases sur votre rue font plus que dix pages des "
        "nôtres."};
    content.opening = {"I live in your riding, and I write about our post office.",
                       "J’habite votre circonscription, et je vous écris au sujet de notre bureau de poste."};
    content.closing = {
        "Will you ask for a vote in the House before any post office in our riding closes or loses hours? I look "
        "forward to your answer.",
        "Demanderez-vous un vote de la Chambre avant qu’un bureau de poste de notre circonscription ferme ou perde des "
        "heures\u202F? J’attends votre réponse avec intérêt."};
    content.subjects[0] = {"Our post office: will you ask for a vote?",
                           "Notre bureau de poste\u00A0: demanderez-vous un vote\u202F?"};
    content.subjects[1] = {"Public mail in our riding", "La poste publique dans notre circonscription"};
    content.blocks[0] = {
        "The post office is where people here send parcels, pay bills and meet. There is no other "
        "public counter within an hour’s drive.",
        "Au bureau de poste, les gens d’ici envoient leurs colis, paient leurs factures et se "
        "rencontrent. Il n’y a pas d’autre comptoir public à moins d’une heure de route."};
    content.blocks[1] = {"Small businesses here live from the public post: private couriers do not come to every door.",
                         "Les petites entreprises d’ici vivent de la poste publique\u00A0: les messageries privées ne "
                         "vont pas à toutes les portes."};
    content.blocks[2] = {"Medicine, ballots and benefit cheques still come by mail. Late mail is not a small thing.",
                         "Les médicaments, les bulletins de vote et les chèques de prestations arrivent encore par la "
                         "poste. Un courrier en retard n’est pas un détail."};
    content.script = {
        "Hello, my name is ... and I live in the riding. I am calling about our post office. I would "
        "like to know whether the member will ask for a vote in the House before any office here closes "
        "or loses hours. Could you please pass that on, and tell me when I can expect an answer?",
        "Bonjour, je m’appelle ... et j’habite la circonscription. J’appelle au sujet de notre bureau de "
        "poste. J’aimerais savoir si la députée ou le député demandera un vote de la Chambre avant qu’un "
        "bureau d’ici ferme ou perde des heures. Pouvez-vous transmettre ma question, et me dire quand "
        "j’aurai une réponse\u202F?"};
    content.tagline = {"Authorized by All Together Now, 1 Demo Street, Ottawa, 613-555-0117",
                       "Autorisé par Tous ensemble, 1, rue Démo, Ottawa, 613-555-0117"};
    return content;
}

Content demo_draft() {
    Content content;
    content.title = {"A place in child care for every child", "Une place en garderie pour chaque enfant"};
    content.why = {
        "Waiting lists are longer than parental leave. The province can build places, and pay those who "
        "work there.",
        "Les listes d’attente sont plus longues que le congé parental. La province peut créer des places, "
        "et payer celles et ceux qui y travaillent."};
    content.opening = {"I write to you about child care in our province.",
                       "Je vous écris au sujet des garderies de notre province."};
    content.closing = {"What will you do in the next budget?", "Que ferez-vous dans le prochain budget\u202F?"};
    content.subjects[0] = {"Child care in the next budget", ""};
    return content;
}

}  // namespace letters
