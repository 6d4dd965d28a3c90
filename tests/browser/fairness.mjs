// fairness.mjs - `node tests/browser/fairness.mjs`: people put budgets to the test, and make one of their own.
import assert from "node:assert/strict";
import { hasFocus, signInStaff, tabTo } from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kPhone } from "./visitors.mjs";

const kTest = "/en/fairness-test";

await tell({
    async "Maya finds her province on her phone and reads the verdict first"({ visitors }) {
        const maya = await visitors.open({ viewport: kPhone, hasTouch: true, isMobile: true });
        await maya.goto("/en/");
        await maya.getByRole("link", { name: "Take the Fairness Test" }).first().tap();
        await maya.getByRole("heading", { level: 1, name: "Does a budget narrow the gap, or widen it?" }).waitFor();
        await maya.getByRole("link", { name: "Alberta, 2008–2023" }).tap();
        await maya.locator(".fair-verdict__word").waitFor();
        const reasons = await maya.locator(".fair-verdict__reason").allTextContents();
        assert.ok(reasons.some((reason) => /Education:\s*12\.6% less per person/.test(reason)), reasons.join("\n"));
        assert.equal(await maya.locator(".fair-finding").count(), 9);
    },

    async "Tomasz switches the baseline without JavaScript, and the link keeps it"({ visitors }) {
        const tomasz = await visitors.open({ javaScriptEnabled: false });
        await tomasz.goto(`${kTest}/british-columbia`);
        await tomasz.getByLabel("Compared with").selectOption("2021");
        await tomasz.getByLabel("Inflation measured by").selectOption("consumer");
        await tomasz.getByRole("button", { name: "Judge against this year" }).click();
        await tomasz.waitForURL("**since=2021&prices=consumer");
        assert.match(await tomasz.locator("#share-url").inputValue(), /since=2021&prices=consumer$/);
        await tomasz.getByText("income tax and benefits of 2021, in prices of 2023").waitFor();
        assert.equal(await tomasz.locator(".fair-finding--unknown").count(), 1);
    },

    async "Léa makes a budget in French without JavaScript"({ visitors }) {
        const lea = await visitors.open({ javaScriptEnabled: false, locale: "fr-CA" });
        await lea.goto("/fr/fairness-test/yours");
        await lea.locator("#health").fill("-4 000");
        await lea.getByRole("button", { name: "Mettre à l’épreuve" }).click();
        await lea.waitForURL("**health=*");
        await lea.locator(".fair-verdict__reason", { hasText: "Santé" }).waitFor();
        assert.match(await lea.locator(".fair-finding--not_met").first().textContent(), /de moins par personne/);
    },

    async "Priya moves a control by keyboard, the verdict moves, and her link gives it again"({ visitors }) {
        const priya = await visitors.open();
        await priya.goto(`${kTest}/yours?place=ON`);
        const slider = priya.locator('[data-fairness-lever]:has([name="education"]) [data-fairness-slider]');
        await tabTo(priya, slider);
        assert.ok(await hasFocus(slider));
        for (let presses = 0; presses < 30; ++presses) await priya.keyboard.press("ArrowLeft");
        await priya.waitForURL("**education=-3000*");
        await priya.locator(".fair-verdict__reason", { hasText: "Education" }).getByText("Not met").waitFor();
        const points = await priya.locator(".fair-verdict__sentence").textContent();
        const link = await priya.locator("#share-url").inputValue();
        const again = await visitors.open({ javaScriptEnabled: false });
        await again.goto(new URL(link).pathname + new URL(link).search);
        assert.equal(await again.locator(".fair-verdict__sentence").textContent(), points);
    },

    async "Ben types nonsense, and is told what to put right"({ visitors }) {
        const ben = await visitors.open({ javaScriptEnabled: false });
        await ben.goto(`${kTest}/yours`);
        await ben.locator("#top").fill("a lot");
        await ben.getByRole("button", { name: "Put it to the test" }).click();
        await ben.locator("[data-error-summary]").getByText("Please write a number.").waitFor();
        assert.equal(await ben.locator("#top").inputValue(), "a lot");
        const figures = await ben.request.get(`${kTest}/yours/figures.csv?top=a+lot`);
        assert.equal(figures.status(), 422);
        assert.match(await figures.text(), /Please write a number/);
        assert.equal((await ben.request.get(`${kTest}/yours/embed?top=a+lot`)).status(), 422);
    },

    async "Noor's slip is marked while she types, and another government has other controls"({ visitors }) {
        const noor = await visitors.open();
        await noor.goto(`${kTest}/yours?place=ON`);
        await noor.locator("#top").fill("x");
        await noor.locator("#top-error").waitFor();
        assert.equal(await noor.locator("#top").getAttribute("aria-invalid"), "true");
        await noor.locator("#top").fill("1");
        await noor.locator("#top-error").waitFor({ state: "detached" });
        assert.equal(await noor.locator("#health").count(), 1);
        await noor.locator("#place").focus();
        await noor.locator("#place").selectOption("NT");
        await noor.locator("#health").waitFor({ state: "detached" });
        assert.ok(await hasFocus(noor.locator("#place")));
        assert.equal(await noor.locator("#top").inputValue(), "1");
    },

    async "Amélie enters a measure in fields; Odile's words, saved meanwhile, are shown to her and not lost"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto("/en/staff/fairness-test/new");
        await amelie.locator("#slug").fill("clinics-first");
        await amelie.locator("#year").fill("soon");
        await amelie.getByRole("button", { name: "Save" }).click();
        await amelie.locator("[data-error-summary] a[href='#year']").waitFor();
        await amelie.locator("#year").fill("2025");
        await amelie.locator("#kind").selectOption("proposal");
        await amelie.getByRole("button", { name: "Save" }).click();
        await amelie.waitForURL("**/staff/fairness-test/clinics-first");
        const odile = await amelie.context().newPage();
        await odile.goto("/en/staff/fairness-test/clinics-first");
        const spare = odile.locator("main details[open]").first();
        await spare.getByLabel("What changes (English)").fill("More clinics");
        await spare.getByLabel("What changes (Français)").fill("Plus de cliniques");
        await spare.getByLabel("Or a public service").selectOption("health");
        await spare.getByLabel("Million dollars a year").fill("120");
        await spare.getByLabel("Source").fill("https://example.org/clinics");
        await odile.locator("#title_en").fill("Clinics first");
        await odile.getByRole("button", { name: "Save" }).click();
        await odile.locator("summary", { hasText: "More clinics" }).waitFor();
        await amelie.locator("#title_en").fill("Health first");
        await amelie.locator("#title_fr").fill("La santé d’abord");
        const answer = amelie.waitForResponse((each) => each.request().method() === "POST");
        await amelie.getByRole("button", { name: "Save" }).click();
        assert.equal((await answer).status(), 409);
        await amelie.getByText("Clinics first").first().waitFor();
        assert.equal(await amelie.locator("#title_en").inputValue(), "Health first");
        await amelie.getByRole("button", { name: "Save" }).click();
        await amelie.locator("summary", { hasText: "More clinics" }).waitFor();
        assert.equal(await amelie.locator("#title_en").inputValue(), "Health first");
        assert.equal(await amelie.locator("#title_fr").inputValue(), "La santé d’abord");
    },

    async "Amélie enters a budget, reads which line is wrong, publishes it, and withdraws it"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto("/en/staff/fairness-test/new?view=text");
        const text = await amelie.getByLabel("Text").inputValue();
        await amelie.getByLabel("Text").fill(text.replace(/^slug = .*$/m, 'slug = "our-proposal"').replace(/^year = .*$/m, "year = 99999"));
        await amelie.getByRole("button", { name: "Save" }).click();
        await amelie.locator(".fair-lines").getByText("year").waitFor();
        await amelie.getByLabel("Text").fill(text.replace(/^slug = .*$/m, 'slug = "our-proposal"'));
        await amelie.getByRole("button", { name: "Save" }).click();
        await amelie.waitForURL("**/staff/fairness-test/our-proposal");
        await amelie.getByRole("button", { name: "Publish" }).click();
        await amelie.getByRole("link", { name: "Public page" }).click();
        await amelie.locator(".fair-verdict__word").waitFor();
        await amelie.goto("/en/staff/fairness-test/our-proposal");
        await amelie.getByRole("button", { name: "Withdraw" }).click();
        await amelie.getByText("Withdrawn").first().waitFor();
        assert.equal((await amelie.request.get(`${kTest}/our-proposal`)).status(), 404);
    },
});
