// public_pages.mjs - specimens of what supporters see.
import { publicPage } from "./parts.mjs";

export const publicPages = { hub, petition, errors, closed, thanks, confirm, missing, article, mailbox, message, sign_in };

function hub(tool) {
    const { t, number, icon } = tool;
    const soon = `<p class="action__soon"><span class="badge badge--soon">${t("Coming soon", "Bientôt")}</span></p>`;
    const action = (name, title, text, end = soon, kind = "action--soon") =>
        `<li class="action ${kind}"><span class="action__icon">${icon(name)}</span><h3 class="action__title">${kind === "action--soon" ? title : `<a class="action__link" href="#${name}">${title}</a>`}</h3><p class="action__text">${text}</p>${end}</li>`;
    const figure = (count, unit) =>
        `<p class="action__figure"><span class="action__count">${number(count)}</span> <span class="action__unit">${unit}</span></p>`;
    return publicPage(tool, {
        title: t("Quality Public Services", "Des services publics de qualité"),
        staff: true,
        main: `<section class="hub-hero"><div class="hub-hero__inner frame">
<p class="hub-hero__eyebrow">${t("Quality Public Services", "Des services publics de qualité")}</p>
<h1 class="hub-hero__headline">${t("All Together Now", "Tous ensemble")}</h1>
<div class="hub-hero__text"><p>${t("The nurse, the bus driver, the librarian, the inspector who keeps the water clean: what we share holds us together. Help us keep it.", "L’infirmière, le chauffeur d’autobus, la bibliothécaire, l’inspectrice qui veille sur l’eau : ce que nous partageons nous unit. Aidez-nous à le garder.")}</p></div>
<p class="hub-hero__actions"><a class="button button--invert button--large" href="#sign">${t("Sign the Equality Pledge", "Signer l’Engagement pour l’égalité")} ${icon("arrow-right")}</a><a class="hub-hero__more" href="#more">${t("Learn more about the campaign", "En savoir plus sur la campagne")}</a></p>
<p class="hub-hero__figure"><span class="hub-hero__count" data-live-count="/stream">${number(48213)}</span> <span class="hub-hero__count-label">${t("people have signed so far", "personnes ont déjà signé")}</span></p>
</div></section>
<section class="section"><div class="frame frame--narrow prose"><p>${t("Public services are the largest thing we ever built together. They are also the first thing to go when a budget is written behind closed doors. This campaign brings the people who use them and the people who provide them to the same table.", "Les services publics sont la plus grande chose que nous ayons bâtie ensemble. Ils sont aussi la première à disparaître quand un budget s’écrit derrière des portes closes. Cette campagne réunit à la même table les gens qui les utilisent et ceux qui les donnent.")}</p><p><a href="#more">${t("Why now, and what we ask", "Pourquoi maintenant, et ce que nous demandons")}</a></p></div></section>
<section class="section" aria-labelledby="act"><div class="frame"><h2 class="section__title" id="act">${t("Eight ways to act", "Huit façons d’agir")}</h2><p class="section__lead">${t("Start with one. Most take less than two minutes.", "Commencez par une seule. La plupart prennent moins de deux minutes.")}</p>
<ol class="action-list">
${action("scale", t("Sign the Equality Pledge", "Signez l’Engagement pour l’égalité"), t("Put your name to seven promises that narrow the gap, and see which of your representatives have signed.", "Appuyez de votre nom sept promesses qui réduisent l’écart, et voyez lesquels de vos élus ont signé."), figure(48213, t("signatures", "signatures")), "action--featured")}
${action("landmark", t("Sign the Proclamation", "Signez la Proclamation"), t("Declare with your neighbours that public services are worth keeping.", "Déclarez avec vos voisins que les services publics valent la peine d’être gardés."), figure(9127, t("signatures", "signatures")), "")}
${action("mail", t("Join the email list", "Abonnez-vous à l’infolettre"), t("Hear first when a vote comes up in your area.", "Soyez les premiers avertis quand un vote approche chez vous."))}
${action("presentation", t("Book a presentation", "Réservez une présentation"), t("One of our champions comes to your hall, council or lunch room.", "Une personne de notre équipe se rend dans votre salle, votre conseil ou votre cafétéria."))}
${action("camera", t("Take a photo with a message", "Prenez une photo avec un message"), t("Your face, your reason, in a mosaic of thousands.", "Votre visage, votre raison, dans une mosaïque de milliers de personnes."))}
${action("calculator", t("Jobs-lost calculator", "Calculateur d’emplois perdus"), t("What a cut costs your town in public and private jobs.", "Ce qu’une compression coûte à votre ville en emplois publics et privés."))}
${action("bar-chart", t("Fairness Test", "Test d’équité"), t("Put a budget to the test: who gains, who pays?", "Mettez un budget à l’épreuve : qui y gagne, qui paie ?"))}
${action("megaphone", t("Words That Work", "Les mots qui portent"), t("Say it so that people hear it. Short guides by theme.", "Dites-le pour qu’on vous entende. Des guides courts, par thème."))}
</ol></div></section>
<section class="section section--tint"><figure class="quotation frame"><blockquote class="quotation__words"><p>${t("“When the clinic closed its evenings, people did not stop being sick after five. They only stopped being seen.”", "« Quand la clinique a fermé le soir, les gens n’ont pas cessé d’être malades après cinq heures. On a seulement cessé de les voir. »")}</p></blockquote><figcaption class="quotation__by"><span class="quotation__name">Odile Tremblay</span> <span class="quotation__office">${t("nurse, Rivière-aux-Pins", "infirmière, Rivière-aux-Pins")}</span></figcaption></figure></section>
<section class="section"><div class="frame"><h2 class="section__title">${t("News", "Nouvelles")}</h2><ol class="news-list">
<li class="news-teaser"><time class="news-teaser__date" datetime="2026-11-18">${t("18 November 2026", "18 novembre 2026")}</time><h3 class="news-teaser__title"><a class="news-teaser__link" href="#n1">${t("Val-Clair council votes for the Proclamation", "Le conseil de Val-Clair adopte la Proclamation")}</a></h3><p class="news-teaser__text">${t("Nine votes to two, after an evening of stories from the library and the arena.", "Neuf voix contre deux, après une soirée de récits de la bibliothèque et de l’aréna.")}</p></li>
<li class="news-teaser"><time class="news-teaser__date" datetime="2026-11-09">${t("9 November 2026", "9 novembre 2026")}</time><h3 class="news-teaser__title"><a class="news-teaser__link" href="#n2">${t("Twelve new champions trained", "Douze nouvelles personnes formées")}</a></h3><p class="news-teaser__text">${t("They cover six areas that had nobody until now.", "Elles couvrent six régions qui n’avaient personne jusqu’ici.")}</p></li>
</ol><p class="section__more"><a class="more-link" href="#news">${t("All news", "Toutes les nouvelles")} ${icon("arrow-right")}</a></p></div></section>
<section class="section"><div class="frame"><a class="video-link" href="#video"><span class="video-link__play">${icon("play")}</span><span class="video-link__words"><span class="video-link__title">${t("Watch: a day without public services", "À voir : une journée sans services publics")}</span><span class="video-link__note">${t("2 minutes, on another site", "2 minutes, sur un autre site")}</span></span></a></div></section>
<section class="section section--accent"><div class="frame"><h2 class="section__title">${t("So far, all together", "Jusqu’ici, tous ensemble")}</h2><dl class="counters"><div class="counter"><dt class="counter__label">${t("people have signed", "personnes ont signé")}</dt><dd class="counter__figure">${number(57340)}</dd></div><div class="counter"><dt class="counter__label">${t("conversations held", "conversations tenues")}</dt><dd class="counter__figure">${number(1284)}</dd></div><div class="counter"><dt class="counter__label">${t("councils on board", "conseils municipaux engagés")}</dt><dd class="counter__figure">${number(37)}</dd></div></dl></div></section>`,
    });
}

function petition(tool) {
    return petitionPage(tool, { form: signForm(tool, false), sticky: true });
}
function errors(tool) {
    return petitionPage(tool, { form: signForm(tool, true), sticky: true });
}
function closed(tool) {
    const { t, icon } = tool;
    const form = `<section class="petition__sign" id="sign"><div class="notice notice--information">${icon("info")}<div class="notice__body"><h2 class="notice__title">${t("This petition is closed", "Cette pétition est close")}</h2><p>${t("It closed on 15 November 2026 with 1,248,213 signatures. Thank you to everyone who signed.", "Elle a pris fin le 15 novembre 2026 avec 1 248 213 signatures. Merci à toutes les personnes qui ont signé.")}</p></div></div></section>`;
    return petitionPage(tool, { form, sticky: false, accent: "accent-4", count: 1248213, stream: "/stream/long" });
}

function petitionPage(tool, { form, sticky, accent = "accent-1", count = 48213, stream = "/stream" }) {
    const { t, number, percent, icon } = tool;
    const goal = count > 1e6 ? 1500000 : 75000;
    const name = (who, place, when, words = "") =>
        `<li><b>${who}</b> <span>${place}</span> ${words ? `<q>${words}</q>` : ""} <time datetime="2026-11-21T10:00:00Z">${when}</time></li>`;
    return publicPage(tool, {
        title: t("Equality Pledge", "Engagement pour l’égalité"),
        current: 1,
        accent,
        main: `<article class="petition" data-live-group>
<header class="petition-hero"><div class="petition-hero__inner frame">
<div class="petition-hero__words"><p class="petition-hero__kind">${t("Pledge", "Engagement")}</p><h1 class="petition-hero__title">${t("The Equality Pledge", "L’Engagement pour l’égalité")}</h1><p class="petition-hero__lead">${t("The gap between the richest and everyone else is a choice. Ask those who govern to choose differently.", "L’écart entre les plus riches et tous les autres est un choix. Demandez à ceux qui gouvernent d’en faire un autre.")}</p></div>
<div class="petition-hero__figures">
<p class="petition-hero__tally"><span class="petition-hero__count${count > 1e6 ? " petition-hero__count--long" : ""}" data-live-count="${stream}">${number(count)}</span> <span class="petition-hero__count-label">${t("people have signed", "personnes ont signé")}</span></p>
<progress class="progress petition-hero__progress" data-live-progress max="${goal}" value="${count}" aria-label="${t("Signatures towards the goal", "Signatures vers l’objectif")}">${percent(count / goal)}</progress>
<p class="petition-hero__goal"><strong data-live-percent>${percent(count / goal)}</strong> ${t("of our goal of", "de notre objectif de")} <span class="number">${number(goal)}</span></p>
${sticky ? `<a class="button button--invert button--large petition-hero__action" href="#sign">${t("Sign the pledge", "Signer l’engagement")} ${icon("arrow-right")}</a>` : ""}
</div></div></header>
<div class="petition__body frame">
<section class="petition__text" aria-labelledby="text-title"><h2 class="petition__heading" id="text-title">${t("What we ask", "Ce que nous demandons")}</h2>
<div class="petition-text prose"><p>${t("We, who live and work in this country, hold that a fair society is built and can be unbuilt.", "Nous qui vivons et travaillons dans ce pays tenons qu’une société juste se bâtit, et peut se défaire.")}</p><p>${t("We ask every person who holds or seeks public office to promise:", "Nous demandons à toute personne qui occupe ou brigue une charge publique de promettre :")}</p><ol><li>${t("to weigh each budget by whether it narrows or widens the gap;", "de peser chaque budget selon qu’il réduit ou creuse l’écart ;")}</li><li>${t("to count the services people lose as carefully as the taxes they save;", "de compter les services que les gens perdent avec autant de soin que les impôts qu’ils épargnent ;")}</li><li>${t("to publish both, in words anyone can read.", "de publier les deux, dans des mots que tout le monde peut lire.")}</li></ol><h3>${t("Why a pledge", "Pourquoi un engagement")}</h3><p>${t("A promise made in public can be remembered in public. We keep the list of those who signed, those who declined, and those who never answered.", "Une promesse faite en public peut se rappeler en public. Nous tenons la liste de ceux qui ont signé, de ceux qui ont refusé et de ceux qui n’ont jamais répondu.")}</p></div>
<p class="petition-text__version">${t("Version 1, 3 November 2026. Your signature always points at the text you signed.", "Version 1, 3 novembre 2026. Votre signature renvoie toujours au texte que vous avez signé.")}</p></section>
${form}
<section class="petition__names" aria-labelledby="names-title"><h2 class="petition__heading" id="names-title">${t("Latest names", "Derniers noms")}</h2><ol class="name-list">
${name("Marc-André Bélanger", "Val-Clair", t("2 minutes ago", "il y a 2 minutes"), t("For the school bus that still comes.", "Pour l’autobus scolaire qui passe encore."))}
${name("Priya Raman", "Port Ellery", t("4 minutes ago", "il y a 4 minutes"))}
${name("Łucja Wiśniewska", t("North Harbour", "Havre-du-Nord"), t("9 minutes ago", "il y a 9 minutes"), t("My mother’s home care worker is family now.", "La préposée de ma mère fait maintenant partie de la famille."))}
</ol></section></div>
${sticky ? `<p class="petition-sticky" data-sticky-action><a class="button button--primary button--wide" href="#sign">${t("Sign the pledge", "Signer l’engagement")}</a></p>` : ""}
</article>`,
    });
}

function signForm(tool, withErrors) {
    const { t, icon } = tool;
    const wrong = {
        email: t("Please give your whole email address, like name@example.org.", "Veuillez donner votre adresse courriel entière, comme nom@exemple.org."),
        postal_code: t("Please give a Canadian postal code, like K1A 0B1.", "Veuillez donner un code postal canadien, comme K1A 0B1."),
    };
    const field = (name, label, { type = "text", hint = "", kind = "", value = "", extra = "", optional = false } = {}) => {
        const error = withErrors ? wrong[name] : undefined;
        const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
        return `<div class="field ${kind}${error ? " field--invalid" : ""}"><label class="field__label" for="${name}">${label}${optional ? ` <span class="field__optional">${t("(optional)", "(facultatif)")}</span>` : ""}</label>${hint ? `<p class="field__hint" id="${name}-hint">${hint}</p>` : ""}${error ? `<p class="field__error" id="${name}-error">${icon("alert")} ${error}</p>` : ""}<input class="field__input" id="${name}" name="${name}" type="${type}" value="${value}"${error ? ' aria-invalid="true"' : ""}${described ? ` aria-describedby="${described}"` : ""}${optional ? "" : " required"} ${extra}></div>`;
    };
    const summary = withErrors
        ? `<div class="error-summary" role="alert" tabindex="-1" data-error-summary><h3 class="error-summary__title">${t("Two things to correct", "Deux choses à corriger")}</h3><ul class="error-summary__list">${Object.entries(wrong).map(([name, words]) => `<li><a class="error-summary__link" href="#${name}">${words}</a></li>`).join("")}</ul></div>`
        : "";
    return `<section class="petition__sign" id="sign" aria-labelledby="sign-title"><form class="form sign-form" method="post" action="#posted" novalidate>
<h2 class="sign-form__title" id="sign-title">${t("Add your name", "Ajoutez votre nom")}</h2>${summary}
<div class="form__pair">${field("given_name", t("Given name", "Prénom"), { value: withErrors ? "Jeanne" : "", extra: 'autocomplete="given-name"' })}${field("family_name", t("Family name", "Nom de famille"), { value: withErrors ? "d’Arcy-Beaulieu" : "", extra: 'autocomplete="family-name"' })}</div>
${field("email", t("Email", "Courriel"), { type: "email", hint: t("We send one mail so that you can confirm.", "Nous envoyons un courriel pour que vous puissiez confirmer."), value: withErrors ? "jeanne@" : "", extra: 'autocomplete="email"' })}
<div class="field"><label class="field__label" for="country">${t("Country", "Pays")}</label><span class="select"><select class="field__input select__control" id="country" name="country" autocomplete="country"><option value="CA" selected>Canada</option><option value="FR">France</option></select></span></div>
<div class="form__pair">${field("postal_code", t("Postal code", "Code postal"), { value: withErrors ? "H2X 9" : "", extra: 'autocomplete="postal-code" data-postal-code' })}${field("place", t("Town or city", "Ville ou village"), { optional: true, extra: 'autocomplete="address-level2"' })}</div>
<div class="field"><label class="field__label" for="comment">${t("Why do you sign?", "Pourquoi signez-vous ?")} <span class="field__optional">${t("(optional)", "(facultatif)")}</span></label><textarea class="field__input field__input--area" id="comment" name="comment" rows="3" maxlength="500" data-character-count data-character-count-text="${t("{count} characters left", "Il reste {count} caractères")}" data-character-count-one="${t("{count} character left", "Il reste {count} caractère")}"></textarea></div>
<div class="choice"><input class="choice__input" type="checkbox" id="show_name" name="show_name" value="1"><label class="choice__label" for="show_name">${t("Show my name and town on this page", "Afficher mon nom et ma ville sur cette page")}</label></div>
<div class="choice"><input class="choice__input" type="checkbox" id="consent_mail" name="consent_mail" value="1"><label class="choice__label" for="consent_mail">${t("Yes, send me news of the campaign by email. I can stop at any time.", "Oui, envoyez-moi des nouvelles de la campagne par courriel. Je peux arrêter à tout moment.")}</label></div>
<div class="trap" aria-hidden="true"><label for="website">${t("Leave this empty", "Laissez ce champ vide")}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<button class="button button--primary button--large button--wide" type="submit">${t("Sign the pledge", "Signer l’engagement")}</button>
<p class="sign-form__promise">${icon("lock")}<span>${t("Your address and postal code stay with us and are never shown.", "Votre adresse et votre code postal restent chez nous et ne sont jamais affichés.")} <a href="#privacy">${t("How we keep them", "Comment nous les gardons")}</a></span></p>
</form></section>`;
}

function thanks(tool) {
    const { t, icon } = tool;
    return publicPage(tool, {
        title: t("Thank you", "Merci"),
        current: 1,
        main: `<section class="moment moment--success"><div class="moment__inner frame"><p class="moment__sign">${icon("mail")}</p><h1 class="moment__title">${t("One more step: open your mail", "Encore une étape : ouvrez vos courriels")}</h1><div class="moment__text"><p>${t("We sent a message to the address you gave. Press the button in it and your signature counts.", "Nous avons envoyé un message à l’adresse que vous avez donnée. Appuyez sur le bouton qu’il contient et votre signature comptera.")}</p></div><p class="moment__actions"><a class="button button--primary" href="#m">${t("Open the demo mailbox", "Ouvrir la boîte courriel de démo")}</a> <a class="button button--quiet" href="#b">${t("Back to the pledge", "Retour à l’engagement")}</a></p><p class="moment__aside">${t("Nothing there after five minutes? Look in the folder for unwanted mail.", "Rien après cinq minutes ? Regardez dans le dossier des indésirables.")}</p></div></section>
<section class="section"><div class="frame"><div class="next-action accent-2"><p class="next-action__label">${t("Next", "Ensuite")}</p><h2 class="next-action__title"><a class="next-action__link" href="#next">${t("Sign the Proclamation too", "Signez aussi la Proclamation")}</a></h2><p class="next-action__text">${t("9,127 neighbours already have. It takes one minute.", "9 127 voisins l’ont déjà fait. Cela prend une minute.")}</p></div>
<div class="share"><h2 class="share__title">${t("Bring three friends", "Amenez trois amis")}</h2><p class="share__link"><label class="visually-hidden" for="share-url">${t("Link to share", "Lien à partager")}</label><input class="share__url" id="share-url" readonly value="https://alltogether.example/petitions/equality-pledge"></p><ul class="share__list"><li><button class="button button--primary share__button" type="button" data-share data-share-url="https://alltogether.example/" data-share-copied="${t("Link copied", "Lien copié")}" hidden>${icon("share")} ${t("Share", "Partager")}</button></li><li><a class="button button--quiet share__button" href="mailto:?subject=x">${icon("mail")} ${t("Email", "Courriel")}</a></li><li><a class="button button--quiet share__button" href="#fb">Facebook</a></li><li><a class="button button--quiet share__button" href="#wa">WhatsApp</a></li></ul><p class="share__status visually-hidden" role="status" data-share-status></p></div></div></section>`,
    });
}

function confirm(tool) {
    const { t, icon } = tool;
    return publicPage(tool, {
        title: t("Confirm", "Confirmer"),
        current: 1,
        main: `<section class="moment moment--plain"><div class="moment__inner frame"><p class="moment__sign">${icon("signature")}</p><h1 class="moment__title">${t("Confirm your signature", "Confirmez votre signature")}</h1><div class="moment__text"><p>${t("Jeanne d’Arcy-Beaulieu, you are about to sign the Equality Pledge.", "Jeanne d’Arcy-Beaulieu, vous allez signer l’Engagement pour l’égalité.")}</p></div><form class="moment__form" method="post" action="#c"><button class="button button--primary button--large" type="submit">${t("Confirm my signature", "Confirmer ma signature")}</button></form><p class="moment__aside">${t("This was not you?", "Ce n’était pas vous ?")} <a href="#not-me">${t("Remove this signature", "Retirer cette signature")}</a></p></div></section>`,
    });
}

function missing(tool) {
    const { t } = tool;
    return publicPage(tool, {
        title: t("Page not found", "Page introuvable"),
        current: -1,
        accent: "accent-3",
        main: `<section class="moment moment--error"><div class="moment__inner frame"><p class="moment__code">404</p><h1 class="moment__title">${t("This page is not here", "Cette page n’est pas ici")}</h1><div class="moment__text"><p>${t("The address may be mistyped, or the page has moved.", "L’adresse est peut-être mal tapée, ou la page a été déplacée.")}</p></div><p class="moment__actions"><a class="button button--primary" href="#h">${t("Go to the campaign", "Aller à la campagne")}</a></p><p class="moment__aside">${t("Reference", "Référence")} <code>7f3a-91c2</code></p></div></section>`,
    });
}

function article(tool) {
    const { t } = tool;
    return publicPage(tool, {
        title: t("Learn more", "En savoir plus"),
        current: 3,
        accent: "accent-6",
        main: `<header class="page-head frame"><nav class="breadcrumbs" aria-label="${t("Breadcrumbs", "Fil d’Ariane")}"><ol class="breadcrumbs__list"><li class="breadcrumbs__item"><a class="breadcrumbs__link" href="#c">${t("Campaign", "La campagne")}</a></li><li class="breadcrumbs__item" aria-current="page">${t("Learn more", "En savoir plus")}</li></ol></nav><h1 class="page-head__title">${t("What public services give back", "Ce que les services publics nous rendent")}</h1><p class="page-head__lead">${t("A short account of why this campaign exists, who runs it and what happens with your signature.", "Un court récit : pourquoi cette campagne existe, qui la mène et ce qu’il advient de votre signature.")}</p></header>
<div class="frame frame--narrow prose"><p>${t("Most of us use a dozen public services before noon without noticing one.", "La plupart d’entre nous utilisent une douzaine de services publics avant midi sans en remarquer un seul.")} <a href="#x">${t("See the list", "Voir la liste")}</a>.</p><h2>${t("Three things we believe", "Trois choses auxquelles nous croyons")}</h2><ul><li>${t("Services are part of what people live on.", "Les services font partie de ce dont les gens vivent.")}</li><li>${t("Cuts are never painless.", "Les compressions ne sont jamais sans douleur.")}</li></ul><blockquote><p>${t("We measured what closed, and where.", "Nous avons mesuré ce qui a fermé, et où.")}</p></blockquote><table><caption class="visually-hidden">${t("Example", "Exemple")}</caption><thead><tr><th scope="col">${t("Service", "Service")}</th><th scope="col">${t("Users", "Usagers")}</th></tr></thead><tbody><tr><td>${t("Library", "Bibliothèque")}</td><td>12 400</td></tr></tbody></table></div>`,
    });
}

function mailbox(tool) {
    const { t } = tool;
    const item = (to, subject, time, kind = "") =>
        `<li class="mail-list__item ${kind}"><a class="mail-list__link" href="#m"><span class="mail-list__to">${to}</span><span class="mail-list__subject">${subject}</span><time class="mail-list__time" datetime="2026-11-21T10:42:00Z">${time}</time></a></li>`;
    return publicPage(tool, {
        title: t("Demo mailbox", "Boîte courriel de démo"),
        current: -1,
        main: `<section class="mailbox frame"><header class="mailbox__head"><h1 class="mailbox__title">${t("Demo mailbox", "Boîte courriel de démo")}</h1><p class="mailbox__lead">${t("No mail leaves this machine. What supporters would receive is shown here, newest first.", "Aucun courriel ne quitte cette machine. Ce que les gens recevraient s’affiche ici, le plus récent d’abord.")}</p></header><ol class="mail-list">${item("jeanne@exemple.org", t("Please confirm your signature", "Veuillez confirmer votre signature"), t("10:42 a.m.", "10 h 42"), "mail-list__item--unread")}${item("a.very.long.address.indeed@subdomain.example.org", t("You signed twice: all is well", "Vous avez signé deux fois : tout va bien"), t("10:31 a.m.", "10 h 31"))}</ol></section>`,
    });
}

function message(tool) {
    const { t } = tool;
    const row = (term, value) => `<div class="facts__row"><dt class="facts__term">${term}</dt><dd class="facts__value">${value}</dd></div>`;
    return publicPage(tool, {
        title: t("Message", "Message"),
        current: -1,
        main: `<article class="mail-message frame"><header class="mail-message__head"><h1 class="mail-message__subject">${t("Please confirm your signature", "Veuillez confirmer votre signature")}</h1><dl class="facts">${row(t("From", "De"), t("All Together Now", "Tous ensemble"))}${row(t("To", "À"), "jeanne@exemple.org")}</dl></header><div class="mail-message__body"><pre class="mail-message__text">${t("Hello Jeanne,\n\nopen this page and press the button:\n", "Bonjour Jeanne,\n\nouvrez cette page et appuyez sur le bouton :\n")}<a href="#c">https://alltogether.example/confirm/7Q2M-4KDA-PPXX-0000-ABCD-EFGH-IJKL</a></pre></div><details class="disclosure" open><summary class="disclosure__summary">${t("Headers", "En-têtes")}</summary><div class="disclosure__body"><pre class="code-block" tabindex="0"><code>List-Unsubscribe-Post: List-Unsubscribe=One-Click
Content-Type: multipart/alternative; boundary="a-long-boundary-0123456789-0123456789-0123456789"</code></pre></div></details></article>`,
    });
}

function sign_in(tool) {
    const { t, icon } = tool;
    return publicPage(tool, {
        title: t("Staff sign-in", "Connexion du personnel"),
        current: -1,
        main: `<section class="sign-in frame"><div class="sign-in__panel"><h1 class="sign-in__title">${t("Staff sign-in", "Connexion du personnel")}</h1><form class="form" method="post" action="#in" novalidate><div class="error-summary" role="alert" tabindex="-1" data-error-summary><h2 class="error-summary__title">${t("That did not work", "Cela n’a pas fonctionné")}</h2><ul class="error-summary__list"><li><a class="error-summary__link" href="#password">${t("The email or the password is not right.", "Le courriel ou le mot de passe n’est pas le bon.")}</a></li></ul></div><div class="field"><label class="field__label" for="user">${t("Email", "Courriel")}</label><input class="field__input" id="user" name="email" type="email" autocomplete="username"></div><div class="field"><label class="field__label" for="password">${t("Password", "Mot de passe")}</label><input class="field__input" id="password" name="password" type="password" autocomplete="current-password"></div><div class="field"><label class="field__label" for="code">${t("Code of your app", "Code de votre application")}</label><input class="field__input field__input--code" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" value="204118"></div><button class="button button--primary button--wide" type="submit">${t("Sign in", "Se connecter")}</button></form><p class="sign-in__aside">${icon("key")} <a href="#f">${t("Forgot your password?", "Mot de passe oublié ?")}</a></p></div></section>`,
    });
}
