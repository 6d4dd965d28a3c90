// every_page.mjs - `node tests/browser/every_page.mjs [--shots FOLDER]`: every page, in both languages, as a strict visitor
// meets it: axe-core, no error in the console and nothing that the strict policy refuses, nothing wider than a screen of
// 320 px. The languages share their markup, so axe reads the English page wide (all rules in light) and narrow (contrast in
// dark), and the French one, whose words are longer, narrow. Contrast and the size of targets, more than half of axe's work,
// are read of those parts that no earlier page had. With --shots it keeps pictures of all of them.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fillSignForm, openMail, openOwnSignature, person, press, send, sign, signInStaff } from "./acts.mjs";
import { readPage, withAxe } from "./reading.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kNarrow = { width: 320, height: 640 };
const kScreens = { wide: kDesk, phone: kPhone, narrow: kNarrow };
const kAllRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// By language: theme, screen, the rules for the page, and those for its parts. The dark theme has the same markup.
const kViews = {
    en: [["light", "wide", kAllRules, ["color-contrast", "target-size"]], ["dark", "narrow", [], ["color-contrast"]]],
    fr: [["light", "narrow", kAllRules, ["color-contrast", "target-size"]]],
};
const shots = process.argv.includes("--shots") ? process.argv[process.argv.indexOf("--shots") + 1] : undefined;

await tell(Object.fromEntries(["en", "fr"].flatMap((language) => [
    [`every page for supporters holds in ${language}`, (stage) => lookAtSupporterPages(stage, language)],
    [`every page for staff holds in ${language}`, (stage) => lookAtStaffPages(stage, language)],
])));

async function lookAtSupporterPages({ visitors, program }, language) {
    const page = await withAxe(await visitors.open());
    const problems = [];
    const look = lookerAt(page, language, problems);
    const address = (path) => `/${language}/${path}`;
    for (const [name, path] of Object.entries({
        hub: "", level_hub: "levels/qc", local_hub: "levels/port-ellery", levels: "levels",
        pledge: "petitions/equality-pledge", proclamation: "petitions/proclamation",
        sent_mails: "mails",
        corrections: "petitions/equality-pledge/corrections", versions: "petitions/equality-pledge/versions",
        endorsements: "petitions/equality-pledge/endorsements", endorse_office: "petitions/equality-pledge/endorsements/candidate",
        endorse_body: "petitions/equality-pledge/endorsements/organisation",
        endorse_council: "petitions/equality-pledge/endorsements/municipality",
        comments: "petitions/equality-pledge/comments", comments_french: "petitions/equality-pledge/comments?language=fr&reported=1",
        voices: "voices", voices_list: "voices?view=list&language=fr", voices_none: "voices?province=YT", voice_form: "voices/new", voices_how: "voices/how",
        mosaic: "mosaic", mosaic_list: "mosaic/list",
        voices_framed: "voices/embed", voice_gone: "voices/mine/cut-in-two",
        comments_none: "petitions/proclamation/comments", comment_gone: "comments/cut-in-two",
        champions: "champions", champions_none: "champions?area=NU&language=fr", champion: "champions/noor-haddad",
        champion_apply: "champions/apply", champion_applied: "champions/apply/sent", champion_link: "champions/sign-in",
        champion_link_gone: "champions/confirm/cut-in-two",
        presentations: "presentations", presentation_ask: "presentations/ask", presentation_slot: "presentations/ask?champion=noor-haddad",
        presentation_asked: "presentations/thank-you", presentation_gone: "presentations/own/cut-in-two", events: "events",
        event_gone: "events/guests/cut-in-two", events_framed: "events/embed",
        politicians: "petitions/equality-pledge/politicians", politicians_none: "petitions/equality-pledge/politicians?region=YT",
        jobs: "jobs-lost", jobs_phased: "jobs-lost?jurisdiction=QC&function=child_care&amount=5&unit=percent&phase_in_years=4",
        jobs_wrong: "jobs-lost?amount=none&jurisdiction=NU", jobs_prepared: "jobs-lost/night-shift", jobs_method: "jobs-lost/method",
        jobs_list: "jobs-lost/scenarios", jobs_community: "jobs-lost?community_in=ON&community_public_jobs=2.5%25",
        fairness: "fairness-test", fairness_province: "fairness-test/alberta", fairness_rules: "fairness-test/rubric",
        fairness_own: "fairness-test/yours?place=ON&health=-2000", fairness_wrong: "fairness-test/yours?top=lots",
        fairness_example: "fairness-test/example-top-rate", fairness_method: "fairness-test/method",
        confirmed: "petitions/equality-pledge/confirmed", framed: "petitions/equality-pledge/embed/lake-river",
        framed_thanks: "petitions/equality-pledge/embed/lake-river/thank-you",
        count_proof: "count-proof", count_heads: "count-proof/heads", receipt_gone: "count-proof/receipts/cut-in-two",
        delivered: "petitions/proclamation/delivery", for_parliament: "petitions/proclamation/parliament",
        join: "join", join_framed: "join/news/embed", joined: "joined", list_link: "preferences", sign_up_gone: "sign-ups/cut-in-two",
        my_data: "my-data", my_data_gone: "my-data/cut-in-two",
        guides: "words", guide: "words/tax-fairness", guide_council: "words/public-services?for=council",
        guide_answer: "words/tax-fairness/say/be00358e", guides_sent: "words?sent=1", guides_link_gone: "words/members/cut-in-two",
        representatives: "representatives", representatives_found: "representatives?postal_code=B0J+1A0", representatives_asked: "representatives?postal_code=M5V+2T6",
        representatives_wrong: "representatives?postal_code=90210", representatives_list: "representatives/list?house=federal&province=NS", representatives_none: "representatives/list?house=municipal&province=YT",
        letters: "letters", letter: "letters/post-office", letter_wrong_code: "letters/post-office/write?postal_code=90210",
        letter_asked: "letters/post-office/sent", letter_gone: "letters/own/cut-in-two", letter_answer_gone: "letter-answers/cut-in-two",
        editor_letters: "editor-letters", editor_printed: "editor-letters/printed", editor_link_gone: "editor-letters/letters/cut-in-two",
        missing: "no-such-page", broken_link: "signatures/cut-in-two",
        mailbox_without_mails: "demo/mailbox?to=nobody-at-all",
        sign_in: "staff/sign-in", forgotten: "staff/forgotten", link_gone: "staff/links/cut-in-two",
    })) {
        await page.goto(address(path));
        await look(name);
    }
    await page.goto(address("petitions/equality-pledge/politicians"));
    await page.locator(".politician a").first().click();
    await look("politician");
    await lookAtOwnChampion(page, language, look);
    await lookAtEditorLetters(page, address, look);
    await lookAtContentPages(page, address, look);
    await lookAtNews(page, address, look);
    await lookAtSigning(page, program, language, look);
    await page.goto(address("staff/sign-in"));
    await page.locator("main button[type=submit]").click();
    await look("sign_in_errors");
    assert.equal(problems.join("\n"), "");
}

// The pages that a champion has to themselves.
async function lookAtOwnChampion(page, language, look) {
    await page.goto(`/${language}/champions/sign-in`);
    await page.locator("#email").fill("noor.haddad@champions.example");
    await page.locator("main form button").click();
    const mail = await openMail(page, "noor.haddad@champions.example", { language });
    await mail.locator("a").first().click();
    await page.waitForURL("**/sign-in/*");
    await look("champion_enter");
    await page.locator(".moment__form button").click();
    await page.waitForURL("**/champions/own");
    await look("champion_own");
    for (const part of ["times", "calendar", "profile"]) {
        await page.goto(`/${language}/champions/own/${part}`);
        await look(`champion_own_${part}`);
    }
}

// From what just happened to a draft: the papers near, the form with its problems, the letter as the paper gets it.
async function lookAtEditorLetters(page, address, look) {
    await page.goto(address("editor-letters"));
    await page.locator(".editor-item__title a").first().click();
    await look("editor_campaign");
    await page.locator("#postal_code").fill("E1A 1A1");
    await page.locator(".editor-find button").click();
    await look("editor_papers");
    await page.locator(".editor-paper .button").first().click();
    await page.locator("main form button.button--large").click();
    await look("editor_problems");
    await page.locator("#text").fill("word ".repeat(40));
    for (const [field, words] of Object.entries({ subject: "Ici", name: "Ana Ro", place: "Larch River", telephone: "506 555-0142", email: "ana.ro@example.org" }))
        await page.locator(`#${field}`).fill(words);
    await page.locator("main form button.button--large").click();
    await page.locator(".editor-sheet").waitFor();
    await look("editor_draft");
    await page.locator('form[action$="/sending"] button').click();
    await page.locator(".moment").waitFor();
    await look("editor_asked");
}

// The news are whatever stands on their front page: the first of each kind.
async function lookAtNews(page, address, look) {
    await page.goto(address("news"));
    await look("news");
    const links = { section: ".masthead__link", item: ".story__title a", topic: ".topics .topic", month: ".archive__month" };
    for (const [name, selector] of Object.entries(links)) {
        await page.goto(address("news"));
        const answer = await page.goto(await page.locator(selector).first().getAttribute("href"));
        assert.equal(answer.status(), 200, name);
        await look(`news_${name}`);
    }
    await page.goto(address("news/levels/qc"));
    await look("news_level");
}

// The pages of text are whatever the foot of the site leads to.
async function lookAtContentPages(page, address, look) {
    await page.goto(address(""));
    const paths = await page.locator('a[href*="/pages/"]').evaluateAll((links) => links.map((link) => link.pathname));
    for (const path of new Set(paths)) {
        const answer = await page.goto(path);
        assert.equal(answer.status(), 200, path);
        await look(`page_${path.split("/").at(-1)}`);
    }
}

async function lookAtSigning(page, program, language, look) {
    const who = person("Ingrid", language === "en" ? "Poirier" : "Lavoie", { show_name: true });
    await page.goto(`/${language}/petitions/equality-pledge`);
    await fillSignForm(page, { ...who, family_name: "", email: "ingrid at home", postal_code: "12" });
    await send(page);
    await page.locator("[data-error-summary]").waitFor();
    await look("pledge_errors");
    await sign(page, who, { language });
    await look("thank_you");
    await page.goto(`/${language}/demo/mailbox`);
    await look("mailbox");
    await openMail(page, who.email, { language });
    await look("mail");
    await openOwnSignature(page, who, { language });
    const own = page.url();
    await look("confirm");
    await press(page, "confirmation");
    await page.goto(own);
    await look("own_confirmed");
    await press(page, "withdrawal");
    await look("own_withdrawn");
    await lookAtExpiredLink(page, program, language, look);
    await page.goto(`/${language}/demo/mailbox?to=${who.email}`);
    await page.locator(".mail-list__link").first().click();
    await page.locator("main .notice").waitFor();
    await look("mail_unwanted");
}

async function lookAtExpiredLink(page, program, language, look) {
    const who = person("Sigrid", language === "en" ? "Poirier" : "Lavoie");
    await sign(page, who, { language });
    await openOwnSignature(page, who, { language });
    const own = page.url();
    program.query(`update signature set signed_at = signed_at - ${40 * 86_400_000_000} where email = '${who.email}'`);
    await page.goto(own);
    await look("link_expired");
    await press(page, "renewal");
    await page.goto(own);
    await look("link_renewed");
}

async function lookAtStaffPages({ visitors, program }, language) {
    const page = await withAxe(await visitors.open());
    await signInStaff(page, program);
    const problems = [];
    const look = lookerAt(page, language, problems);
    const address = (path) => `/${language}/staff${path}`;
    const pledge = "/petitions/equality-pledge";
    for (const [name, path] of Object.entries({
        home: "", petitions: "/petitions", petition_new: "/petitions/new", petition: pledge, petition_text: `${pledge}/text`,
        comments: "/comments", comments_petition: `${pledge}/comments?view=shown`, comments_not_shown: "/comments?view=not_shown",
        comments_reported: "/comments?view=reported",
        voices: "/voices", voices_not_shown: "/voices?view=not_shown", voices_log: "/voices/log", mosaic: "/mosaic",
        endorsements: `${pledge}/endorsements`, endorsements_none: `${pledge}/endorsements?state=removed`, stands: `${pledge}/politicians`, politicians: "/politicians",
        champions: "/champions", champions_none: "/champions?state=trained", champion_topics: "/champions/topics",
        presentations: "/presentations", presentations_none: "/presentations?state=missed", presentation_totals: "/presentations/totals",
        conversation: "/presentations/conversation", events: "/events", event_new: "/events/new",
        election_periods: "/election-periods", mailings: "/mailings", mailing_new: "/mailings/new", mailing_senders: "/mailings/senders/canada",
        petition_preview: `${pledge}/preview`, signatures: `${pledge}/signatures`,
        signatures_none: `${pledge}/signatures?words=nobody-of-this-name`,
        fraud: "/fraud", fraud_rules: "/fraud/rules", fraud_lists: "/fraud/lists",
        review: "/review", review_petition: `${pledge}/review?least=1`, invalidations: `${pledge}/invalidations`,
        invalidation_new: `${pledge}/invalidations/new`, invalidation_preview: `${pledge}/invalidations/new?name=Maya*`,
        invalidation_wrong: `${pledge}/invalidations/new?network=none`,
        delivery: `${pledge}/delivery`, delivery_new: `${pledge}/delivery/records/new`, paper: "/petitions/proclamation/delivery/paper",
        paper_new: `${pledge}/delivery/paper/new`, parliaments: `${pledge}/delivery/parliaments`,
        parliament: `${pledge}/delivery/parliaments/house-of-commons`,
        account: "/account", passkeys: "/account/passkeys", webhooks: "/webhooks", sending: "/sending", sending_limits: "/sending/limits", webhook_new: "/webhooks/new", keys: "/keys", partner_consents: "/partner-consents", partners: "/partners", partner: "/partners/lake-river", team: "/team", invitation: "/team/new", audit: "/audit", audit_none: "/audit?action=none",
        email_list: "/mailing-list", list_form_new: "/mailing-list/forms/new", topics: "/mailing-list/topics",
        wordings: "/mailing-list/wordings", paper_consent: "/mailing-list/paper", privacy: "/privacy", incidents: "/privacy/incidents",
        incident_new: "/privacy/incidents/new",
        people: "/people", people_none: "/people?words=nobody-of-this-name", people_tags: "/people/tags", people_fields: "/people/fields",
        people_imports: "/people/imports",
        segments: "/segments", segment_new: "/segments/new", returns: "/returns?address=nobody@example.org", series: "/series",
        series_new: "/series/new",
        hubs: "/hubs", hub: "/hubs/canada", hub_empty: "/hubs/larch-river", hub_preview: "/hubs/canada/preview",
        cuts: "/jobs-lost", cut_new: "/jobs-lost/new", cut: "/jobs-lost/night-shift", cut_text: "/jobs-lost/night-shift/text",
        cut_preview: "/jobs-lost/night-shift/preview",
        budgets: "/fairness-test", budget_new: "/fairness-test/new", budget: "/fairness-test/example-top-rate",
        rules: "/fairness-test/rubric",
        news: "/news", news_new: "/news/new", news_none: "/news?words=nothing-like-it", news_links: "/news/links",
        news_sections: "/news/sections", news_imports: "/news/imports", pictures: "/pictures", pictures_none: "/pictures?q=nothing-like-it",
        representatives: "/representatives", representatives_none: "/representatives?words=none-of-this-name", representative_new: "/representatives/new",
        riding_sets: "/representatives/sets", riding_files: "/representatives/imports",
        letters: "/letters", letter_new: "/letters/new", letter: "/letters/post-office", letter_text: "/letters/post-office/text",
        letter_draft: "/letters/child-care",
        dossiers: "/dossiers", dossiers_map: "/dossiers?view=map", dossiers_none: "/dossiers?words=nobody-of-this-name", dossier_answers: "/dossiers/answers",
        editor_letters: "/editor-letters", editor_new: "/editor-letters/new", newspapers: "/newspapers", newspapers_none: "/newspapers?words=none-of-this-name",
        newspaper_new: "/newspapers/new", newspaper_rows: "/newspapers/rows",
        guides: "/words", guide_new: "/words/new", guide: "/words/tax-fairness", guide_text: "/words/tax-fairness/text",
        guide_version: "/words/tax-fairness/versions/1",
        pages: "/pages", levels: "/levels", level: "/levels/port-ellery", level_fixed: "/levels/qc",
    })) {
        const answer = await page.goto(address(path));
        assert.equal(answer.status(), 200, path);
        await look(`staff_${name}`);
    }
    await lookAtLinked(page, address, look, language);
    await lookAtRefusals(page, address, look);
    await lookAtConflict(page, address, look);
    await lookAtCodes(page, address, look);
    await page.goto(`/${language}/petitions/equality-pledge`);
    await look("pledge_as_staff");
    assert.equal(problems.join("\n"), "");
}

// Pages under numbers: the first of each kind that a list leads to.
async function lookAtLinked(page, address, look, language) {
    for (const [name, list, links] of [
        ["endorsement", "/petitions/equality-pledge/endorsements", "tbody th a"], ["champion", "/champions", "tbody th a"],
        ["presentation", "/presentations?state=waiting", "tbody th a"], ["presentation_held", "/presentations?state=held", "tbody th a"],
        ["event", "/events", "tbody th a"], ["dossier", "/dossiers?sort=promises&order=down", "tbody th a"], ["dossier_answer", "/dossiers/answers", "tbody th a"], ["editor_campaign", "/editor-letters", "tbody th a"], ["newspaper", "/newspapers", "tbody th a"],
        ["stand", "/petitions/equality-pledge/politicians", "tbody th a"], ["mailing", "/mailings", "tbody th a"], ["person", "/people", "tbody th a"], ["member", "/team", "tbody th a"], ["block", "/hubs/canada", "tbody th a"], ["page", "/pages", "tbody th a"],
        ["segment", "/segments", "tbody th a"], ["picture", "/pictures", "main a[href*='/staff/pictures/']"], ["news_section", "/news/sections", "tbody th a"],
    ]) {
        await page.goto(address(list));
        await page.locator(links).first().click();
        await page.locator("h1").waitFor();
        await look(`staff_${name}`);
    }
    await page.goto(address("/pages"));
    await page.goto(`${await page.locator("tbody th a").first().getAttribute("href")}/preview`);
    await look("staff_page_preview");
    await lookAtOnePerson(page, address, look);
    await lookAtOneItem(page, address, look);
    await lookAtImport(page, address, look, language);
}

// What staff do with one person.
async function lookAtOnePerson(page, address, look) {
    await page.goto(address("/people"));
    const person = await page.locator("tbody th a").first().getAttribute("href");
    for (const below of ["/edit", "/merge", "/erasure"]) {
        await page.goto(`${person}${below}`);
        await look(`staff_person_${below.replace("/", "")}`);
    }
}

// One item of the news, as staff have it.
async function lookAtOneItem(page, address, look) {
    await page.goto(address("/news"));
    const item = await page.locator("tbody th a").first().getAttribute("href");
    for (const below of ["", "/documents", "/preview", "/steps", "/revisions"]) {
        await page.goto(`${item}${below}`);
        await look(`staff_news_item${below.replace("/", "_")}`);
    }
    await page.locator("main a[href*='/revisions/']").first().click();
    await page.locator("h1").waitFor();
    await look("staff_news_revision");
}

// A saved page of news, uploaded and read: what was found in it.
async function lookAtImport(page, address, look, language) {
    const saved = language === "fr" ? "titres_suivis_de_dates.html" : "drupal_views.html";
    await page.goto(address("/news/imports"));
    await page.setInputFiles("[name=file]", new URL(`../news_pages/${saved}`, import.meta.url).pathname);
    await page.fill("[name=new_section]", `old-site-${language}`);
    await page.locator("main form button[type=submit]").last().click();
    const confirmation = page.locator("form[action$='/start']");
    await page.locator("h1").waitFor();
    while (await confirmation.count() === 0) await page.reload();
    await look("staff_news_import");
}

async function lookAtRefusals(page, address, look) {
    for (const [name, path] of [["petition_new", "/petitions/new"], ["invitation", "/team/new"], ["news_imports", "/news/imports"]]) {
        await page.goto(address(path));
        await page.locator("main form button[type=submit]").last().click();
        await page.locator("[data-error-summary]").waitFor();
        await look(`staff_${name}_errors`);
    }
}

// Two windows of the same text, saved one after the other.
async function lookAtConflict(page, address, look) {
    const text = address("/petitions/proclamation/text");
    const save = async (window, words) => {
        await window.locator("#body_fr").fill(words);
        await window.locator(".editor__actions button").click();
    };
    await page.goto(text);
    const other = await page.context().newPage();
    await other.goto(text);
    await save(other, `Les mots de l’autre, ${Date.now()}.`);
    await other.waitForURL("**/preview");
    await other.close();
    await save(page, "Les miens.");
    await page.locator(".theirs").waitFor();
    await look("staff_conflict");
}

// The key as a picture; the codes stay off.
async function lookAtCodes(page, address, look) {
    await page.goto(address("/account"));
    await page.locator('form[action$="/codes/begin"] button').click();
    await page.locator(".qr-code").waitFor();
    await look("staff_codes");
}

// -> look(name): checks the page that is open, in light and dark, wide and narrow, and adds to the problems.
function lookerAt(page, language, problems) {
    const views = kViews[language].map(([theme, screen, rules, rulesOfParts]) => ({ theme, screen, rules, rulesOfParts, seen: new Set() }));
    return async (name) => {
        const label = `${name} ${language}`;
        const { lang, headings, english } = await page.evaluate(wordsOfThePage);
        if (lang !== language) problems.push(`${label}: another language`);
        if (language === "fr") problems.push(...english.map((words) => `${label}: not French: ${words}`));
        if (headings !== 1) problems.push(`${label}: not one heading of the first level`);
        for (const view of views) {
            await show(page, view);
            const found = await readPage(page, view);
            problems.push(...found.map((words) => `${label} ${view.theme} ${view.screen}: ${words}`));
        }
        // A resized page settles a frame or two later: what is wide then stays wide.
        const wide = await page.waitForFunction(fitsTheScreen, null, { timeout: 5000 })
            .then(() => "", () => page.evaluate(partsBeyondTheEdge));
        if (wide) problems.push(`${label}: wider than a screen of 320 px: ${wide}`);
        await shoot(page, `${name}-${language}`);
        await show(page, { theme: "light", screen: "wide" });
    };
}

async function show(page, { theme, screen }) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.setViewportSize(kScreens[screen]);
}

// The language and the headings, and lines that are not marked as English and have words that no French sentence has.
function wordsOfThePage() {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
        const words = texts.currentNode.data.trim();
        const holder = texts.currentNode.parentElement;
        if (/\b(the|your|you|and|with|of|please|is|are|to|from)\b/i.test(words) && !holder.closest("[lang=en], [translate=no], textarea, code, input"))
            found.push(words);
    }
    return { lang: document.documentElement.lang, headings: document.querySelectorAll("h1").length, english: found };
}

// Parts that scroll by themselves may hold more than they show.
function fitsTheScreen() {
    return document.documentElement.scrollWidth <= document.documentElement.clientWidth;
}

function partsBeyondTheEdge() {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return "";
    const scrolls = (element) => ["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowX);
    const contained = (element) => element && element !== document.body && (scrolls(element) || contained(element.parentElement));
    return [...document.body.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().right > edge + 1 && !contained(element.parentElement))
        .slice(0, 5).map((element) => `${element.localName}.${element.getAttribute("class")}`).join(" ") || "something";
}

async function shoot(page, name) {
    if (!shots) return;
    mkdirSync(shots, { recursive: true });
    for (const theme of ["light", "dark"])
        for (const screen of ["wide", "phone"]) {
            await show(page, { theme, screen });
            await page.screenshot({ path: join(shots, `${name}-${screen}-${theme}.png`), fullPage: true });
        }
}
