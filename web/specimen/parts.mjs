// parts.mjs - the frame of a specimen page and the small parts the pages share.
// A page is written once with both languages side by side: t("Sign", "Signer").

export function tools(language, assets) {
    const french = language === "fr";
    const t = (english, frenchText) => (french ? frenchText : english);
    const locale = french ? "fr-CA" : "en-CA";
    const number = (value) => new Intl.NumberFormat(locale).format(value);
    const percent = (value) => new Intl.NumberFormat(locale, { style: "percent" }).format(value);
    const icon = (name) =>
        `<svg class="icon" aria-hidden="true" focusable="false"><use href="/assets/${assets["icons.svg"]}#${name}"></use></svg>`;
    const mark =
        `<svg class="brand-mark" aria-hidden="true" focusable="false">` +
        `<use href="/assets/${assets["icons.svg"]}#tally"></use></svg>`;
    return { t, language, number, percent, icon, mark, assets };
}

export function documentOf({ t, language, assets }, { title, bodyClass, body }) {
    return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} - ${t("All Together Now", "Tous ensemble")}</title>
<link rel="preload" href="/assets/${assets["fonts/headline.woff2"]}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/assets/${assets["site.css"]}">
<link rel="icon" href="/assets/${assets["favicon.svg"]}" type="image/svg+xml">
<script type="module" src="/assets/${assets["site.js"]}"></script>
</head>
<body class="${bodyClass}">
${body}
</body>
</html>
`;
}

export function publicPage(tool, { title, main, current = 0, accent = "accent-1", staff = false }) {
    const { t, icon, mark } = tool;
    const links = [t("Campaign", "La campagne"), t("Sign", "Signer"), t("News", "Nouvelles"), t("About", "À propos")];
    const items = links
        .map((words, at) => `<li class="site-nav__item"><a class="site-nav__link" href="/${at}"${at === current ? ' aria-current="page"' : ""}>${words}</a></li>`)
        .join("");
    const body = `<a class="skip-link" href="#main">${t("Skip to content", "Aller au contenu")}</a>
${staff ? staffBar(tool) : ""}
<aside class="demo-bar"><p class="frame">${t("Demo: the people and places are invented.", "Démo : les personnes et les lieux sont inventés.")} <a href="#mail">${t("Open the demo mailbox", "Ouvrir la boîte courriel de démo")}</a></p></aside>
<header class="site-header"><div class="site-header__inner frame">
<a class="site-header__brand" href="#home">${mark}<span class="site-header__name">${t("All Together Now", "Tous ensemble")}</span></a>
<nav class="site-nav" aria-label="${t("Main", "Principale")}"><ul class="site-nav__list">${items}</ul></nav>
<a class="language-switch" href="#other" hreflang="${t("fr", "en")}" lang="${t("fr", "en")}">${t("Français", "English")}</a>
</div></header>
${staff ? `<div class="flash flash--success" role="status"><p class="flash__text frame">${icon("check-circle")} ${t("Published in both languages.", "Publié dans les deux langues.")}</p></div>` : ""}
<main class="page__main" id="main" tabindex="-1">
${main}
</main>
<footer class="site-footer"><div class="site-footer__inner frame">
<p class="site-footer__slogan"><span class="site-footer__line">${t("Quality public services.", "Des services publics de qualité.")}</span> <span class="site-footer__line">${t("All together now.", "Tous ensemble.")}</span></p>
<nav class="site-footer__nav" aria-label="${t("Footer", "Pied de page")}"><ul class="site-footer__list"><li><a class="site-footer__link" href="#p">${t("Privacy", "Confidentialité")}</a></li><li><a class="site-footer__link" href="#a">${t("Accessibility", "Accessibilité")}</a></li><li><a class="site-footer__link" href="#s">${t("Staff sign-in", "Connexion du personnel")}</a></li></ul></nav>
<p class="site-footer__note">${t("A demonstration of Alltogether, the campaign platform. Nothing here is a real campaign.", "Une démonstration d’Alltogether, la plateforme de campagne. Rien ici n’est une vraie campagne.")}</p>
</div></footer>`;
    return documentOf(tool, { title, bodyClass: `page ${accent}`, body });
}

function staffBar({ t }) {
    return `<nav class="staff-bar" aria-label="${t("Staff menu", "Menu de l’équipe")}"><div class="staff-bar__inner frame"><span class="staff-bar__who">Amélie Roy, ${t("editor", "rédactrice")}</span><a class="staff-bar__link" href="#e">${t("Edit this page", "Modifier cette page")}</a><a class="staff-bar__link" href="#d">${t("Staff pages", "Pages du personnel")}</a><form class="staff-bar__form" method="post" action="#out"><button class="staff-bar__button" type="submit">${t("Sign out", "Se déconnecter")}</button></form></div></nav>`;
}

export function staffPage(tool, { title, main, current }) {
    const { t, icon, mark } = tool;
    const links = [
        ["home", t("Overview", "Vue d’ensemble")],
        ["scale", t("Petitions", "Pétitions"), 2],
        ["newspaper", t("Pages and blocks", "Pages et blocs")],
        ["mail", t("Mail", "Courriels"), 14],
        ["users", t("People", "Personnes")],
        ["shield", t("Staff and roles", "Personnel et rôles")],
        ["history", t("Audit log", "Journal d’audit")],
    ];
    const items = links
        .map(([name, words, count], at) => `<li class="staff-nav__item"><a class="staff-nav__link" href="/${name}"${at === current ? ' aria-current="page"' : ""}>${icon(name)} ${words}${count ? ` <span class="staff-nav__count">${count}</span>` : ""}</a></li>`)
        .join("");
    const body = `<a class="skip-link" href="#main">${t("Skip to content", "Aller au contenu")}</a>
<header class="staff-header"><div class="staff-header__inner">
<a class="staff-header__brand" href="#staff">${mark}<span>Alltogether</span></a>
<a class="staff-header__link" href="#site">${icon("external")} ${t("View the site", "Voir le site")}</a>
<a class="language-switch" href="#other" hreflang="${t("fr", "en")}" lang="${t("fr", "en")}">${t("Français", "English")}</a>
<a class="staff-header__link" href="#me">${icon("user")} Amélie Roy</a>
<form class="staff-header__form" method="post" action="#out"><button class="staff-header__button" type="submit">${icon("log-out")} ${t("Sign out", "Se déconnecter")}</button></form>
</div></header>
<div class="staff-layout">
<nav class="staff-nav" aria-label="${t("Staff", "Personnel")}"><ul class="staff-nav__list">${items}</ul></nav>
<main class="staff-main" id="main" tabindex="-1">
${main}
</main></div>`;
    return documentOf(tool, { title, bodyClass: "page page--staff", body });
}
