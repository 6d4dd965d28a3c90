// jobs.mjs - `node tests/browser/jobs.mjs`: people count the jobs that a cut costs, with and without JavaScript, by touch
// and by keyboard, in both languages; staff prepare a cut.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasFocus, signInStaff, tabTo } from "./acts.mjs";
import { root } from "./program.mjs";
import { tell } from "./tell.mjs";
import { kPhone } from "./visitors.mjs";

const kCalculator = "/en/jobs-lost";
const kRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

const digits = (text) => Number(text.replace(/\D/g, ""));
const total = async (page) => digits(await page.locator(".jobs-hero__count").textContent());

async function violations(page) {
    await page.evaluate(() => document.fonts.ready.then(() => true));
    await page.evaluate(axe);
    const { violations: found } = await page.evaluate(
        (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] }), kRules);
    return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`).join("\n");
}

async function ask(page, { jurisdiction, service, amount, unit }) {
    if (jurisdiction) await page.locator("#jurisdiction").selectOption(jurisdiction);
    if (service) await page.locator("#function").selectOption(service);
    if (unit) await page.locator("#unit").selectOption(unit);
    if (amount) await page.locator("#amount").fill(amount);
}

await tell({
    async "Ruth counts a cut on her phone without JavaScript, and reads it in French"({ visitors }) {
        const ruth = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
        await ruth.goto(kCalculator);
        assert.ok(await total(ruth) > 0, "an example stands there already");
        await ask(ruth, { jurisdiction: "QC", service: "schools", amount: "1,250.5", unit: "million" });
        await ruth.getByRole("button", { name: "Count the jobs" }).click();
        await ruth.waitForURL(/jurisdiction=QC/);
        const figure = await total(ruth);
        assert.ok(figure > 1000);
        await ruth.getByText("Schools, Quebec: $1.25 billion less a year").first().waitFor();
        assert.equal(await ruth.locator("#amount").inputValue(), "1,250.5", "what was typed stays");

        const link = await ruth.locator("#share-url").inputValue();
        await ruth.goto(new URL(link).pathname + new URL(link).search);
        assert.equal(await total(ruth), figure, "the link gives the figure again");
        await ruth.locator(".language-switch").click();
        await ruth.waitForURL(/\/fr\/jobs-lost\?/);
        assert.equal(await total(ruth), figure, "and so does the other language");
        await ruth.getByText("emplois de moins", { exact: true }).first().waitFor();
    },

    async "Tomasz chooses his province on the map and sees who loses the jobs there"({ visitors }) {
        const tomasz = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
        await tomasz.goto(`${kCalculator}?jurisdiction=ON&function=hospitals&amount=5&unit=percent`);
        const nova = tomasz.locator(".tile-map__tile--ns a");
        assert.match(await nova.getAttribute("href"), /amount=5&unit=percent/);
        await nova.click();
        await tomasz.waitForURL(/jurisdiction=NS/);
        await tomasz.getByText("Hospitals, Nova Scotia: 5%").first().waitFor();
        assert.equal(await tomasz.locator(".tile-map__words[aria-current]").count(), 1);
        await tomasz.getByText("All industries as a table").click();
        await tomasz.getByRole("table", { name: "Jobs lost by industry" }).getByRole("row").nth(1).waitFor();
    },

    async "a wrong question comes back with every problem and what was typed"({ visitors }) {
        const page = await visitors.open({ viewport: kPhone });
        const answer = await page.goto(`${kCalculator}?jurisdiction=ZZ&function=hospitals&amount=minus+five&unit=million`);
        assert.equal(answer.status(), 422);
        await page.waitForFunction(() => document.activeElement.matches("[data-error-summary]"));
        assert.equal(await page.locator(".error-summary__list li").count(), 2);
        assert.equal(await page.locator("#amount").inputValue(), "minus five");
        assert.equal(await violations(page), "");
        await ask(page, { jurisdiction: "ON", amount: "5" });
        await page.getByRole("button", { name: "Count the jobs" }).click();
        await page.locator(".jobs-hero__count").waitFor();
    },

    async "Priya moves the slider by keyboard: figure, address and announcement follow, the focus stays"({ visitors }) {
        const priya = await visitors.open();
        await priya.goto(kCalculator);
        const before = await total(priya);
        await priya.evaluate(() => { document.querySelector(".jobs-hero").dataset.same = "yes"; });
        const slider = priya.locator("[data-jobs-slider] input");
        await tabTo(priya, slider);
        for (let press = 0; press < 12; ++press) await priya.keyboard.press("ArrowRight");
        await priya.waitForFunction(
            (old) => Number(document.querySelector(".jobs-hero__count").textContent.replace(/\D/g, "")) > old, before);
        await priya.waitForURL(/amount=\d+/);
        await priya.waitForFunction(() => document.querySelector("[data-jobs-status]").textContent.startsWith("About "));
        assert.ok(await hasFocus(slider), "the focus stays on the slider");
        assert.equal(await priya.locator(".jobs-hero").getAttribute("data-same"), "yes", "the page was not drawn anew");
        const after = await total(priya);
        assert.equal(digits(await priya.locator('#spread [data-live-figure="total"]').textContent()), after);
        await priya.reload();
        assert.equal(await total(priya), after, "the address gives the same figure");
    },

    async "Noor changes the service in French, and the whole answer follows"({ visitors }) {
        const noor = await visitors.open({ viewport: kPhone });
        await noor.goto("/fr/jobs-lost");
        await noor.locator("#function").selectOption("child_care");
        await noor.locator("#amount").fill("1 250,5");
        await noor.waitForURL(/function=child_care/);
        await noor.locator("#industries").getByText("Institutions sans but lucratif", { exact: false }).first().waitFor();
        assert.match(await noor.locator(".language-switch").getAttribute("href"), /^\/en\/jobs-lost\?.*child_care/);
        await noor.locator("#amount").fill("beaucoup");
        await noor.locator("[data-jobs-problem]").getByText("Nous ne pouvons pas lire ce nombre.").waitFor();
        assert.equal(await noor.locator("#amount").getAttribute("aria-invalid"), "true");
        await noor.locator("#amount").fill("12,5");
        await noor.waitForFunction(() => document.querySelector("[data-jobs-problem]").hidden);
    },

    async "every page of the calculator holds for people who cannot see it, light and dark, in both languages"({ visitors }) {
        const page = await visitors.open({ viewport: kPhone });
        const found = [];
        for (const colorScheme of ["light", "dark"]) {
            await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
            for (const path of ["/en/jobs-lost?phase_in_years=3", "/fr/jobs-lost/method", "/fr/jobs-lost/night-shift", "/en/jobs-lost/embed"]) {
                await page.goto(path);
                await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
                const problems = await violations(page);
                if (problems) found.push(`${path} ${colorScheme}: ${problems}`);
                const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
                if (isWide) found.push(`${path}: wider than the phone`);
            }
        }
        assert.equal(found.join("\n"), "");
    },

    async "a neighbour's site shows the figure in a frame"({ visitors, program }) {
        const page = await visitors.open();
        const neighbour = createServer((request, response) => {
            response.setHeader("Content-Type", "text/html");
            response.end(`<!doctype html><link rel="icon" href="data:,"><title>N</title>
                <iframe src="${program.address}/en/jobs-lost/embed?amount=50" width="400" height="600"></iframe>`);
        });
        await new Promise((listening) => neighbour.listen(0, "127.0.0.1", listening));
        try {
            await page.goto(`http://127.0.0.1:${neighbour.address().port}/`);
            const frame = page.frameLocator("iframe");
            await frame.getByText("Hospitals, Ontario: $50 million less a year").waitFor();
            assert.equal(await frame.locator("script").count(), 0, "it runs nothing there");
        } finally {
            neighbour.close();
        }
    },

    async "Amélie prepares a cut, and publishes it in one language only after she decides so"({ visitors, program }) {
        const amelie = await visitors.open();
        const public_ = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto("/en/staff/jobs-lost/new");
        await amelie.getByLabel("Name in the address").fill("ferry");
        await amelie.getByRole("button", { name: "Begin" }).click();
        await amelie.waitForURL("**/staff/jobs-lost/ferry/text");
        await amelie.locator("#headline_en").fill("They cancel the ferry");
        await ask(amelie, { jurisdiction: "BC", service: "transit_roads", amount: "-3", unit: "percent" });
        await amelie.getByRole("button", { name: "Save and preview" }).click();
        await amelie.locator("[data-error-summary]").getByText("Please give an amount above zero").waitFor();
        await amelie.locator("#amount").fill("3");
        await amelie.getByRole("button", { name: "Save and preview" }).click();
        await amelie.waitForURL("**/preview");
        await amelie.getByRole("heading", { name: "They cancel the ferry" }).waitFor();
        assert.equal((await public_.goto("/en/jobs-lost/ferry")).status(), 404, "nothing is public before publishing");

        await amelie.getByRole("link", { name: "To publishing" }).click();
        await amelie.getByRole("button", { name: "Publish" }).click();
        await amelie.locator("[data-error-summary]").getByText("One language is missing").waitFor();
        await amelie.getByLabel("Publish without the other language").check();
        await amelie.getByRole("button", { name: "Publish" }).click();
        await amelie.getByText("Published", { exact: true }).waitFor();
        await public_.goto("/fr/jobs-lost/ferry");
        assert.equal(await public_.getByRole("heading", { level: 1 }).getAttribute("lang"), "en", "it says that it is English");
        assert.ok(await total(public_) > 0);
        await amelie.goto("/en/staff/audit");
        await amelie.locator(".audit__entry").filter({ hasText: "ferry" }).getByText("Published without the other language").first().waitFor();
    },

    async "Ruth counts what it means in her town, without JavaScript, and shares that"({ visitors }) {
        const ruth = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
        await ruth.goto(`${kCalculator}?jurisdiction=ON&function=hospitals&amount=1&unit=billion`);
        const province = await total(ruth);
        await ruth.locator("#community_public_jobs").fill("many");
        await ruth.getByRole("button", { name: "Count for my community" }).click();
        await ruth.locator(".error-summary__list a[href='#community_public_jobs']").waitFor();
        assert.equal(await ruth.locator("#community_public_jobs").inputValue(), "many");
        await ruth.locator("#community_public_jobs").fill("10%");
        await ruth.locator("#community_labour_force").fill("90,000");
        await ruth.locator("#community_unemployed").fill("5400");
        await ruth.getByRole("button", { name: "Count for my community" }).click();
        const facts = ruth.locator("#community .jobs-facts__figure");
        const here = digits(await facts.first().textContent());
        assert.ok(Math.abs(here / province - 0.1) < 0.01, "a tenth of the province");
        assert.equal(await facts.nth(2).textContent(), `${(((5400 + here) / 90000) * 100).toFixed(1)}%`);
        assert.equal(await total(ruth), province);
        const link = new URL(await ruth.locator("#share-url").inputValue());
        await ruth.goto(link.pathname.replace("/en/", "/fr/") + link.search);
        assert.equal(digits(await facts.first().textContent()), here);
        assert.equal(await violations(await visitors.open().then(async (page) => (await page.goto(link.pathname + link.search), page))), "");
    },

    async "Amélie puts a prepared cut on a hub"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto("/en/staff/hubs/yt");
        await amelie.locator("#kind").selectOption("jobs_calculator.scenario");
        await amelie.getByRole("button", { name: "Add the block" }).click();
        await amelie.locator("#settings").fill('{"scenario": "night-shift"}');
        await amelie.getByRole("button", { name: "Save the draft" }).click();
        await amelie.waitForURL("**/staff/hubs/yt");
        await amelie.getByRole("button", { name: "Publish", exact: false }).first().click();
        const public_ = await visitors.open();
        await public_.goto("/fr/levels/yt");
        const block = public_.locator(".jobs-block");
        await block.getByRole("heading", { name: "la nuit reste sans relève", exact: false }).waitFor();
        const figure = digits(await block.locator(".jobs-block__count").textContent());
        await block.getByRole("link").click();
        await public_.waitForURL("**/fr/jobs-lost/night-shift");
        assert.equal(await total(public_), figure, "the block and its page say the same");
    },

    async "Amélie sets a prepared cut beside an item of the news"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto("/en/staff/jobs-lost/night-shift");
        await amelie.locator("#listed").check();
        await amelie.locator('form[action$="/listing"]').getByRole("button", { name: "Save" }).click();
        await amelie.waitForURL("**/staff/jobs-lost/night-shift");
        await amelie.goto("/en/news");
        const item = await amelie.locator('a[href^="/en/articles/"]').first().getAttribute("href");
        await amelie.goto(item);
        await amelie.getByRole("link", { name: "Edit this page" }).click();
        await amelie.locator("#actions-jobs-scenario-night-shift").check();
        await amelie.getByRole("button", { name: "Save", exact: true }).click();
        await amelie.waitForLoadState();
        const reader = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
        const cut = reader.getByRole("link", { name: "Two percent off the hospitals", exact: false });
        do await reader.goto(item); while ((await cut.count()) === 0); // public pages are kept for about a second
        await cut.first().click();
        await reader.waitForURL("**/en/jobs-lost/night-shift");
    },

    async "Ruth's link keeps its figure after Inès imported newer tables, and leads to today's"({ visitors, program }) {
        const question = "jurisdiction=ON&function=hospitals&amount=100&unit=million&year=2022";
        const now = async () => (await (await fetch(`${program.address}/api/v1/jobs-lost?${question}`)).json()).total;
        const ruth = await visitors.open({ viewport: kPhone });
        await ruth.goto(`${kCalculator}?${question}`);
        const shared = await total(ruth);
        const link = new URL(await ruth.locator("#share-url").inputValue());
        const before = await now();

        const folder = mkdtempSync(join(tmpdir(), "alltogether-tables-"));
        try {
            const newer = readFileSync(join(root, "tests/official_tables/36100113.csv"), "utf8").replaceAll(/^2022,/gm, "2023,");
            writeFileSync(join(folder, "36100113.csv"), newer);
            program.run("import", "statcan", join(folder, "36100113.csv"));
            while ((await now()) === before) await new Promise((again) => setTimeout(again, 50));
            await ruth.goto(link.pathname + link.search);
            assert.equal(await total(ruth), shared);
            await ruth.getByText("This link was made with the data in use until", { exact: false }).waitFor();
            assert.equal(await violations(ruth), "");
            await ruth.goto(link.pathname.replace("/en/", "/fr/") + link.search);
            assert.equal(await total(ruth), shared);
            await ruth.getByRole("link", { name: "Voir le chiffre avec les données d’aujourd’hui" }).click();
            await ruth.waitForURL((url) => !url.searchParams.has("data"));
            assert.equal(await ruth.getByText("Ce lien a été fait", { exact: false }).count(), 0);

            program.run("import", "remove", "36-10-0113", "--forget");
            while ((await now()) !== before) await new Promise((again) => setTimeout(again, 50));
            await ruth.goto(link.pathname + link.search);
            assert.equal(await total(ruth), shared, "what shipped is not forgotten with it");
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    },
});
