// search.mjs - `node tests/browser/search.mjs`: Aïcha, a journalist, finds what the campaign has said.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./program.mjs";
import { tell } from "./tell.mjs";
import { kPhone } from "./visitors.mjs";

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const kRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function expectAccessible(page) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
        (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] }), kRules);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
}

async function search(page, words) {
    await page.getByRole("searchbox", { name: /Que cherchez-vous|What are you looking for/ }).fill(words);
    await page.locator(".search-form").getByRole("button").click();
}

const hits = (page) => page.locator(".search-hit");
const marked = (page) => page.locator(".search-hit mark").allTextContents();

await tell({
    async "Aïcha finds French pages with and without accents, articles and endings"({ visitors }) {
        const aicha = await visitors.open();
        await aicha.goto("/fr/search");
        await aicha.getByRole("heading", { name: "Un mot suffit" }).waitFor();
        await expectAccessible(aicha);
        for (const words of ["équité fiscale", "equite fiscale", "l'impot", "services publics"]) {
            await search(aicha, words);
            await hits(aicha).first().waitFor();
        }
        assert.ok((await marked(aicha)).some((word) => /^services?$/i.test(word)));
        await expectAccessible(aicha);
    },

    async "A typing error is put right, and the filters narrow down"({ visitors }) {
        const aicha = await visitors.open();
        await aicha.goto("/en/search?q=Solidarty");
        await aicha.getByText("so we looked for “solidarity”").waitFor();
        assert.ok((await marked(aicha)).some((word) => /solidarity/i.test(word)));
        await aicha.goto("/en/search?q=public");
        const all = await hits(aicha).count();
        assert.ok(all > 1);
        await aicha.getByRole("link", { name: /^Petitions and pledges/ }).click();
        await hits(aicha).first().waitFor();
        assert.match(aicha.url(), /kind=petitions/);
        for (const facts of await aicha.locator(".search-hit__kind").allTextContents()) assert.equal(facts, "Petitions and pledges");
    },

    async "The field in the header works with the keyboard alone"({ visitors }) {
        const aicha = await visitors.open();
        await aicha.goto("/en/pages/about");
        await aicha.getByRole("searchbox", { name: "Search this site for" }).focus();
        await aicha.keyboard.type("pledge");
        await aicha.keyboard.press("Enter");
        await hits(aicha).first().waitFor();
        await hits(aicha).first().getByRole("link").focus();
        await aicha.keyboard.press("Enter");
        await aicha.waitForURL((url) => !url.pathname.endsWith("/search"));
    },

    async "On a phone without JavaScript the button leads to the page of the search, which says when it finds nothing"({ visitors }) {
        const aicha = await visitors.open({ viewport: { ...kPhone, width: 360 }, javaScriptEnabled: false });
        await aicha.goto("/fr/");
        await aicha.locator(".site-search__button").click();
        await aicha.getByRole("heading", { level: 1, name: "Chercher" }).waitFor();
        await search(aicha, "zzzyyyxxx");
        await aicha.getByRole("heading", { name: "Nous n’avons rien trouvé pour « zzzyyyxxx »" }).waitFor();
    },

    async "A phone shows the first result before the filters, and a filter in use can be let go above the results"({ visitors }) {
        const aicha = await visitors.open({ viewport: { width: 360, height: 740 } });
        for (const path of ["/en/search?q=public", "/fr/search?q=services+publics"]) {
            await aicha.goto(path);
            const first = await hits(aicha).first().boundingBox();
            assert.ok(first.y + 60 < 740, `${path}: the first result begins at ${first.y} of a screen of 740 px`);
        }
        await aicha.goto("/en/search?q=public");
        await aicha.getByRole("link", { name: "Narrow down" }).click();
        await aicha.getByRole("link", { name: /^Petitions and pledges/ }).click();
        await expectAccessible(aicha);
        await aicha.getByRole("link", { name: "Search without the filter “Petitions and pledges”" }).click();
        await hits(aicha).first().waitFor();
        assert.doesNotMatch(aicha.url(), /kind=/);
    },

    async "An index that was damaged is found by the check, and made anew by a command"({ program, visitors }) {
        program.query("delete from search_document where kind = 'petitions'; update search_total set documents = documents + 7");
        assert.throws(() => program.run("check"), /status|failed|Command/);
        assert.match(program.run("search", "rebuild"), /documents are indexed/);
        program.run("check");
        const aicha = await visitors.open();
        await aicha.goto("/en/search?q=pledge&kind=petitions");
        await hits(aicha).first().waitFor();
    },

    async "What has changed is found within seconds"({ visitors, program }) {
        const aicha = await visitors.open();
        program.query("update petition_text set title = title || ' zanzibar' where locale = 'en' and frozen_at is not null");
        program.query("insert into job (id, kind, payload, created_at, due_at) values (42, 'search.follow', '', 0, 0)");
        const limit = Date.now() + 60_000;
        do {
            await aicha.goto("/en/search?q=zanzibar");
        } while ((await hits(aicha).count()) === 0 && Date.now() < limit);
        assert.ok(await hits(aicha).count() > 0);
    },
});
