// check.mjs - `node web/specimen/check.mjs [--shots DIR] [--only NAME]` looks at every specimen in both languages, both
// themes, on a phone and on a wide screen, and fails on an axe-core violation, a resource that the strict policy refuses,
// an error of the script, or a page wider than a 320 px screen. The languages share their markup: each theme and each
// width is read in one of them. With --shots all of them are drawn.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser, pages, root, serveSpecimens } from "./serve.mjs";

const kViews = [
    { name: "phone", width: 390, height: 844 },
    { name: "wide", width: 1280, height: 900 },
];
const kAllRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const kRulesOfColour = ["color-contrast"]; // the dark theme has the same markup
const kRead = {
    "en light wide": kAllRules, "en dark phone": kRulesOfColour, "fr light phone": kAllRules, "fr dark wide": kRulesOfColour,
};
const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const shots = option("--shots");
const only = option("--only");
const failures = [];

const site = await serveSpecimens();
const browser = await launchBrowser();
try {
    for (const name of Object.keys(pages).filter((page) => !only || page === only)) {
        await Promise.all(["en", "fr"].map((language) => checkPage(name, language)));
    }
} finally {
    await browser.close();
    site.close();
}
if (failures.length > 0) {
    console.error(failures.join("\n"));
    process.exitCode = 1;
} else {
    console.log(`specimens: ${only ?? Object.keys(pages).length + " pages"} in both languages and themes: no violation`);
}

function option(name) {
    const at = process.argv.indexOf(name);
    return at < 0 ? undefined : process.argv[at + 1];
}

async function checkPage(name, language) {
    for (const colorScheme of ["light", "dark"]) {
        const context = await browser.newContext({ colorScheme, reducedMotion: "reduce" });
        const page = await context.newPage();
        const label = `${name} ${language} ${colorScheme}`;
        page.on("console", (message) => message.type() === "error" && failures.push(`${label}: ${message.text()}`));
        page.on("pageerror", (error) => failures.push(`${label}: ${error.message}`));
        for (const view of kViews) {
            const rules = kRead[`${language} ${colorScheme} ${view.name}`];
            if (!rules && !shots) continue;
            await page.setViewportSize(view);
            await open(page, name, language);
            if (rules) await checkRules(page, `${label} ${view.name}`, rules);
            if (shots) await shoot(page, `${name}-${language}-${colorScheme}-${view.name}`);
        }
        if (colorScheme === "light") await checkNarrow(page, name, language);
        await context.close();
    }
}

async function checkNarrow(page, name, language) {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, name, language);
    const wide = await page.evaluate(elementsBeyondTheEdge);
    if (wide) failures.push(`${name} ${language}: wider than a 320 px screen: ${wide}`);
}

// Parts that scroll by themselves may hold more than they show.
function elementsBeyondTheEdge() {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return "";
    const scrolls = (element) => ["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowX);
    const contained = (element) => element && element !== document.body && (scrolls(element) || contained(element.parentElement));
    return [...document.body.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().right > edge + 1 && !contained(element.parentElement))
        .slice(0, 5).map((element) => `${element.localName}.${element.getAttribute("class")}`).join(" ") || "something";
}

async function open(page, name, language) {
    await page.goto(`${site.address}/${language}/${name}`);
    await page.evaluate(() => document.fonts.ready);
}

// axe-core goes in through the debugger, which the page's policy does not concern.
async function checkRules(page, label, runOnly) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
        (rules) => globalThis.axe.run(document, { runOnly: rules, resultTypes: ["violations"] }), runOnly);
    for (const { id, help, nodes } of violations) {
        failures.push(`${label}: ${id}: ${help}\n${nodes.slice(0, 3).map((node) => `    ${node.html.slice(0, 160)}`).join("\n")}`);
    }
}

async function shoot(page, name) {
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}.png`) });
    await page.screenshot({ path: join(shots, `${name}-full.png`), fullPage: true });
}
