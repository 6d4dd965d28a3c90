// staff_pages.mjs - specimens of what staff see.
import { staffPage } from "./parts.mjs";

export const staffPages = { staff_signatures, staff_editor, staff_audit, staff_empty };

function staff_signatures(tool) {
    const { t, number, icon } = tool;
    const stat = (label, figure, note) =>
        `<div class="stat"><dt class="stat__label">${label}</dt><dd class="stat__figure">${number(figure)}</dd><dd class="stat__note">${note}</dd></div>`;
    const states = {
        confirmed: `<span class="badge badge--success">${t("Confirmed", "Confirmée")}</span>`,
        pending: `<span class="badge badge--warning">${t("Pending", "En attente")}</span>`,
        withdrawn: `<span class="badge badge--danger">${t("Withdrawn", "Retirée")}</span>`,
    };
    const row = (name, mail, place, state) =>
        `<tr><th scope="row"><a href="#s">${name}</a></th><td data-label="${t("Email", "Courriel")}">${mail}</td><td data-label="${t("Place", "Lieu")}">${place}</td><td data-label="${t("State", "État")}">${states[state]}</td><td data-label="${t("Signed", "Signée le")}"><time datetime="2026-11-21T10:42:00Z">2026-11-21 10:42</time></td><td class="table__actions"><a class="button button--quiet button--small" href="#o">${t("Open", "Ouvrir")}</a></td></tr>`;
    const rows = [
        ["Jeanne d’Arcy-Beaulieu", "jeanne@exemple.org", "H2X 1Y4 Val-Clair", "confirmed"],
        ["Marc-André Bélanger", "mab@exemple.org", "G1R 2B5 Rivière-aux-Pins", "pending"],
        ["Priya Raman", "priya.raman@example.org", "B3H 4R2 Port Ellery", "confirmed"],
        ["Łucja Wiśniewska", "lucja@example.org", "P3E 5J1 North Harbour", "withdrawn"],
    ];
    const table = Array.from({ length: 4 }, () => rows.map((cells) => row(...cells)).join("")).join("");
    return staffPage(tool, {
        title: t("Signatures", "Signatures"),
        current: 1,
        main: `<nav class="breadcrumbs" aria-label="${t("Breadcrumbs", "Fil d’Ariane")}"><ol class="breadcrumbs__list"><li class="breadcrumbs__item"><a class="breadcrumbs__link" href="#p">${t("Petitions", "Pétitions")}</a></li><li class="breadcrumbs__item" aria-current="page">${t("Equality Pledge", "Engagement pour l’égalité")}</li></ol></nav>
<header class="staff-head"><div class="staff-head__words"><h1 class="staff-head__title">${t("Equality Pledge", "Engagement pour l’égalité")} <span class="badge badge--success">${t("Published", "Publiée")}</span></h1><p class="staff-head__lead">${t("Published in both languages on 3 November 2026.", "Publiée dans les deux langues le 3 novembre 2026.")}</p></div><div class="staff-head__actions"><a class="button button--quiet" href="#v">${icon("eye")} ${t("View the page", "Voir la page")}</a><a class="button button--primary" href="#e">${icon("edit")} ${t("Edit the text", "Modifier le texte")}</a></div></header>
<nav class="tabs" aria-label="${t("Petition", "Pétition")}"><ul class="tabs__list"><li><a class="tabs__link" href="#t">${t("Text", "Texte")}</a></li><li><a class="tabs__link" href="#s" aria-current="page">Signatures</a></li><li><a class="tabs__link" href="#h">${t("History", "Historique")}</a></li></ul></nav>
<dl class="stats">${stat(t("Confirmed", "Confirmées"), 48213, t("312 today", "312 aujourd’hui"))}${stat(t("Waiting for confirmation", "En attente de confirmation"), 1904, t("4 % of all", "4 % du total"))}${stat(t("Withdrawn", "Retirées"), 37, t("since the start", "depuis le début"))}${stat(t("Agreed to mail", "Acceptent les courriels"), 20671, "43 %")}</dl>
<form class="toolbar" method="get" action="#q" role="search"><div class="toolbar__field toolbar__field--grow"><label class="toolbar__label" for="q">${t("Name, email or postal code", "Nom, courriel ou code postal")}</label><input class="field__input" id="q" name="q" type="search"></div><div class="toolbar__field"><label class="toolbar__label" for="state">${t("State", "État")}</label><span class="select"><select class="field__input select__control" id="state" name="state"><option>${t("All", "Tous")}</option><option>${t("Confirmed", "Confirmées")}</option></select></span></div><button class="button button--quiet" type="submit">${icon("search")} ${t("Search", "Rechercher")}</button><div class="toolbar__end"><a class="button button--quiet" href="#csv">${icon("download")} ${t("Export as CSV", "Exporter en CSV")}</a></div></form>
<div class="table-scroll" role="region" aria-labelledby="cap" tabindex="0"><table class="table table--cards"><caption class="table__caption visually-hidden" id="cap">Signatures</caption><thead><tr><th scope="col">${t("Name", "Nom")}</th><th scope="col">${t("Email", "Courriel")}</th><th scope="col">${t("Place", "Lieu")}</th><th scope="col">${t("State", "État")}</th><th scope="col">${t("Signed", "Signée le")}</th><th scope="col" class="table__actions"><span class="visually-hidden">${t("Actions", "Actions")}</span></th></tr></thead><tbody>${table}</tbody></table></div>
<nav class="pager" aria-label="${t("Pages of signatures", "Pages de signatures")}"><a class="pager__link" rel="prev" href="#a">${icon("arrow-left")} ${t("Newer", "Plus récentes")}</a><a class="pager__link" rel="next" href="#b">${t("Older", "Plus anciennes")} ${icon("arrow-right")}</a></nav>`,
    });
}

function staff_editor(tool) {
    const { t, icon } = tool;
    const field = (name, label, value, error) =>
        `<div class="field${error ? " field--invalid" : ""}"><label class="field__label" for="${name}">${label}</label>${error ? `<p class="field__error" id="${name}-error">${icon("alert")} ${error}</p>` : ""}<input class="field__input" id="${name}" name="${name}" value="${value}"${error ? ` aria-invalid="true" aria-describedby="${name}-error"` : ""}></div>`;
    const area = (name, label, value) =>
        `<div class="field"><label class="field__label" for="${name}">${label}</label><p class="field__hint" id="${name}-hint">Markdown</p><textarea class="field__input field__input--area" id="${name}" name="${name}" aria-describedby="${name}-hint">${value}</textarea></div>`;
    return staffPage(tool, {
        title: t("Edit", "Modifier"),
        current: 1,
        main: `<div class="flash flash--warning" role="status"><p class="flash__text">${icon("warning")} ${t("Saved as a draft. The French title is missing.", "Enregistré comme brouillon. Le titre français manque.")}</p></div>
<header class="staff-head"><div class="staff-head__words"><h1 class="staff-head__title">${t("Edit the Equality Pledge", "Modifier l’Engagement pour l’égalité")}</h1><p class="staff-head__lead">${t("Signed versions never change: publishing makes version 2.", "Les versions signées ne changent jamais : publier crée la version 2.")}</p></div></header>
<form class="form editor" method="post" action="#save" novalidate><div class="editor__languages">
<section class="editor__language" lang="en" aria-labelledby="en-title"><h2 class="editor__title" id="en-title">English <span class="badge badge--success">complete</span></h2>${field("title_en", "Title", "The Equality Pledge")}${field("lead_en", "Lead", "The gap is a choice.")}${area("text_en", "Text", "We, who live and work in this country, hold that a fair society is built and can be unbuilt.")}</section>
<section class="editor__language" lang="fr" aria-labelledby="fr-title"><h2 class="editor__title" id="fr-title">Français <span class="badge badge--warning">à traduire</span></h2>${field("title_fr", "Titre", "", "Veuillez donner un titre en français.")}${field("lead_fr", "Chapeau", "L’écart est un choix.")}${area("text_fr", "Texte", "Nous qui vivons et travaillons dans ce pays tenons qu’une société juste se bâtit, et peut se défaire.")}</section>
</div><div class="editor__common"><div class="field field--short"><label class="field__label" for="goal">${t("Goal", "Objectif")}</label><input class="field__input" id="goal" name="goal" inputmode="numeric" value="75000"></div><fieldset class="field-group"><legend class="field-group__legend">${t("Kind", "Genre")}</legend><div class="choice"><input class="choice__input" type="radio" name="kind" id="k1" value="pledge" checked><label class="choice__label" for="k1">${t("Pledge", "Engagement")}</label></div><div class="choice"><input class="choice__input" type="radio" name="kind" id="k2" value="proclamation"><label class="choice__label" for="k2">Proclamation</label></div></fieldset></div>
<div class="editor__actions"><button class="button button--primary" type="submit">${t("Save the draft", "Enregistrer le brouillon")}</button><button class="button button--quiet" type="submit" name="then" value="preview">${t("Save and preview", "Enregistrer et prévisualiser")}</button><a class="button button--text" href="#x">${t("Cancel", "Annuler")}</a></div></form>
<section class="panel panel--danger"><header class="panel__head"><h2 class="panel__title">${t("Close this petition", "Clore cette pétition")}</h2></header><div class="panel__body"><p>${t("Nobody can sign any more; the page and its count stay.", "Plus personne ne pourra signer ; la page et son compte restent.")}</p><p><a class="button button--danger" href="#close">${t("Close the petition", "Clore la pétition")}</a></p></div></section>`,
    });
}

function staff_audit(tool) {
    const { t } = tool;
    const entry = (time, what, change = "") =>
        `<li class="audit__entry"><time class="audit__time" datetime="2026-11-21T10:42:00Z">${time}</time><p class="audit__what">${what}</p>${change}</li>`;
    return staffPage(tool, {
        title: t("Audit log", "Journal d’audit"),
        current: 6,
        main: `<header class="staff-head"><div class="staff-head__words"><h1 class="staff-head__title">${t("Audit log", "Journal d’audit")}</h1><p class="staff-head__lead">${t("Who changed what, before and after. Entries cannot be edited.", "Qui a changé quoi, avant et après. Les entrées ne se modifient pas.")}</p></div></header><ol class="audit">${entry("2026-11-21 10:42", `<strong class="audit__who">Amélie Roy</strong> ${t("changed the title of", "a changé le titre de")} <a href="#p">${t("Equality Pledge", "Engagement pour l’égalité")}</a>`, `<dl class="audit__change"><div class="audit__row"><dt>title_en</dt><dd><del>Equality now</del> <ins>The Equality Pledge</ins></dd></div></dl>`)}${entry("2026-11-20 16:03", `<strong class="audit__who">Tom Okafor</strong> ${t("exported 48,213 signatures", "a exporté 48 213 signatures")}`)}</ol>`,
    });
}

function staff_empty(tool) {
    const { t, icon } = tool;
    return staffPage(tool, {
        title: t("Petitions", "Pétitions"),
        current: 1,
        main: `<header class="staff-head"><div class="staff-head__words"><h1 class="staff-head__title">${t("Petitions", "Pétitions")}</h1></div></header><div class="empty">${icon("scale")}<h2 class="empty__title">${t("No petition yet", "Aucune pétition")}</h2><p class="empty__text">${t("A petition asks for one thing, in both languages. Write it as a draft, let somebody read it, then publish: people can sign from that moment.", "Une pétition demande une chose, dans les deux langues. Écrivez un brouillon, faites-le relire, puis publiez : on peut signer dès ce moment.")}</p><p class="empty__action"><a class="button button--primary" href="#new">${icon("plus")} ${t("Write the first petition", "Écrire la première pétition")}</a></p></div><div class="notice notice--warning">${icon("warning")}<div class="notice__body"><h2 class="notice__title">${t("Mail is kept, not sent", "Les courriels sont gardés, pas envoyés")}</h2><p>${t("This is a demo:", "Ceci est une démo :")} <a href="#m">${t("read them in the mailbox", "lisez-les dans la boîte")}</a>.</p></div></div>`,
    });
}
