// behaviour.mjs - `node web/specimen/behaviour.mjs` tries each browser enhancement in Chromium, as a visitor meets it.
import assert from "node:assert/strict";
import { launchBrowser, serveSpecimens } from "./serve.mjs";

const kPhone = { width: 390, height: 844 };
const site = await serveSpecimens();
const browser = await launchBrowser();

const stories = {
    async "the count moves on the open page, with its bar and its share of the goal, in the page's language"(page) {
        await page.goto(`${site.address}/fr/petition`);
        await page.waitForFunction(() => document.querySelector(".petition-hero__count").textContent === "48\u00a0213");
        site.push(60000);
        await page.waitForFunction(() => document.querySelector(".petition-hero__count").textContent === "60\u00a0000");
        assert.equal(await page.locator("progress").evaluate((bar) => bar.value), 60000);
        assert.equal(await page.locator("[data-live-percent]").textContent(), "80\u00a0%");
    },
    async "a count that is no count leaves the number alone"(page) {
        await page.goto(`${site.address}/en/petition`);
        await page.waitForFunction(() => document.querySelector("progress").textContent === "64%");
        site.push(-5);
        site.push("many");
        site.push(48214);
        await page.waitForFunction(() => document.querySelector(".petition-hero__count").textContent === "48,214");
    },
    async "seven digits are set smaller"(page) {
        await page.goto(`${site.address}/en/closed`);
        await page.waitForFunction(() => document.querySelector(".petition-hero__count--long")?.textContent === "1,248,213");
    },
    async "after a refused form the list of errors has the focus, and its links lead into the fields"(page) {
        await page.goto(`${site.address}/en/errors`);
        await page.waitForFunction(() => document.activeElement.matches("[data-error-summary]"));
        await page.locator(".error-summary__link").first().click();
        assert.equal(await page.evaluate(() => document.activeElement.id), "email");
    },
    async "a Canadian postal code gets its space, another code stays as typed"(page) {
        await page.goto(`${site.address}/en/petition`);
        const field = page.locator("#postal_code");
        await field.fill("h2x1y4");
        await field.blur();
        assert.equal(await field.inputValue(), "H2X 1Y4");
        await field.fill("75011");
        await field.blur();
        assert.equal(await field.inputValue(), "75011");
    },
    async "the comment says how much room is left, with the plural of the language"(page) {
        await page.goto(`${site.address}/fr/petition`);
        await page.locator("#comment").fill("x".repeat(499));
        assert.equal(await page.locator(".field__left").textContent(), "Il reste 1 caractère");
    },
    async "a second press on the button sends nothing"(page) {
        await page.goto(`${site.address}/en/petition`);
        const sent = await page.evaluate(() => {
            let count = 0;
            window.addEventListener("submit", (event) => {
                if (!event.defaultPrevented) count += 1;
                event.preventDefault();
            });
            const button = document.querySelector(".sign-form button");
            button.click();
            button.click();
            return count;
        });
        assert.equal(sent, 1);
    },
    async "on a phone the sign action stays at hand and goes away where the form is"(page) {
        await page.setViewportSize(kPhone);
        await page.goto(`${site.address}/fr/petition`);
        const away = (state) => page.waitForFunction(
            (wanted) => document.querySelector(".petition-sticky").matches(".petition-sticky--away") === wanted, state);
        await away(true);
        await page.locator(".petition-text li:first-child").evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
        await away(false);
        await page.locator(".petition-sticky a").click();
        await away(true);
    },
    async "where the device cannot share, the link is copied and the page says so"(page) {
        await page.addInitScript(() => delete Navigator.prototype.share);
        await page.goto(`${site.address}/fr/thanks`);
        await page.locator("[data-share]").click();
        await page.waitForFunction(() => document.querySelector("[data-share-status]").textContent === "Lien copié");
    },
};

try {
    for (const [story, tell] of Object.entries(stories)) {
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
        const page = await context.newPage();
        await tell(page).catch((error) => {
            console.error(`FAILED: ${story}\n${error.stack}`);
            process.exitCode = 1;
        });
        await context.close();
    }
} finally {
    await browser.close();
    site.close();
}
if (!process.exitCode) console.log(`behaviour: ${Object.keys(stories).length} stories hold`);
