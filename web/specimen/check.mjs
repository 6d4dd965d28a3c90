// check.mjs - `node web/specimen/check.mjs [--shots DIR] [--only NAME]` serves the specimens under the strict policy of
// the real site, and fails on an axe-core violation, a refused resource, or a page wider than a 320 px screen.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { tools } from "./parts.mjs";
import { publicPages } from "./public_pages.mjs";
import { staffPages } from "./staff_pages.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const kPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
const kTypes = { ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const kBrowser = {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"],
};
const kViews = [
    { name: "phone", width: 390, height: 844 },
    { name: "wide", width: 1280, height: 900 },
];
const pages = { ...publicPages, ...staffPages };
const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const shots = option("--shots");
const only = option("--only");
const failures = [];

const folder = mkdtempSync(join(tmpdir(), "specimen-"));
execFileSync(process.execPath, [join(root, "web/build.mjs"), "--out", folder]);
const assets = JSON.parse(readFileSync(join(folder, "assets.json"), "utf8"));
const server = createServer(answer).listen(0, "127.0.0.1");
await new Promise((done) => server.once("listening", done));
const browser = await chromium.launch(kBrowser);
try {
    for (const name of Object.keys(pages).filter((page) => !only || page === only)) {
        await Promise.all(["en", "fr"].map((language) => checkPage(name, language)));
    }
} finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
}
if (failures.length > 0) {
    console.error(failures.join("\n"));
    process.exitCode = 1;
} else {
    console.log(`specimens: ${Object.keys(pages).length} pages in both languages and both themes have no violation`);
}

function option(name) {
    const at = process.argv.indexOf(name);
    return at < 0 ? undefined : process.argv[at + 1];
}

function answer(request, response) {
    const path = new URL(request.url, "http://localhost").pathname;
    response.setHeader("Content-Security-Policy", kPolicy);
    if (path.startsWith("/stream")) {
        response.writeHead(200, { "Content-Type": "text/event-stream" });
        response.write(`data: {"confirmed":${path === "/stream" ? 48213 : 1248213},"pending":4}\n\n`);
        return;
    }
    if (path.startsWith("/assets/")) {
        response.setHeader("Content-Type", kTypes[extname(path)] ?? "application/octet-stream");
        response.end(readFileSync(join(folder, path.slice("/assets/".length))));
        return;
    }
    const [, language, name] = path.split("/");
    if (!pages[name]) return response.writeHead(404).end();
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(pages[name](tools(language, assets)));
}

async function checkPage(name, language) {
    for (const colorScheme of ["light", "dark"]) {
        const context = await browser.newContext({ colorScheme, reducedMotion: "reduce", bypassCSP: false });
        const page = await context.newPage();
        const label = `${name} ${language} ${colorScheme}`;
        page.on("console", (message) => message.type() === "error" && failures.push(`${label}: ${message.text()}`));
        page.on("pageerror", (error) => failures.push(`${label}: ${error.message}`));
        for (const view of kViews) {
            await page.setViewportSize(view);
            await open(page, name, language);
            await checkRules(page, `${label} ${view.name}`);
            if (shots) await shoot(page, `${name}-${language}-${colorScheme}-${view.name}`);
        }
        await page.setViewportSize({ width: 320, height: 640 });
        await open(page, name, language);
        const wide = await page.evaluate(elementsBeyondTheEdge);
        if (wide) failures.push(`${label}: wider than a 320 px screen: ${wide}`);
        await context.close();
    }
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
    await page.goto(`http://127.0.0.1:${server.address().port}/${language}/${name}`);
    await page.evaluate(() => document.fonts.ready);
}

// axe-core goes in through the debugger, which the page's policy does not concern.
async function checkRules(page, label) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
        globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    for (const { id, help, nodes } of violations) {
        failures.push(`${label}: ${id}: ${help}\n${nodes.slice(0, 3).map((node) => `    ${node.html.slice(0, 160)}`).join("\n")}`);
    }
}

async function shoot(page, name) {
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}.png`) });
    await page.screenshot({ path: join(shots, `${name}-full.png`), fullPage: true });
}
