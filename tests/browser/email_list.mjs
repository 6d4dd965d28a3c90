// email_list.mjs - `node tests/browser/email_list.mjs`: people join, choose, pause, leave and come back; staff prove it;
// in the end everything about them is erased. In both languages.
import assert from "node:assert/strict";
import { openMail, press, signInStaff } from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kPhone } from "./visitors.mjs";

// The form asks hasty hands to press again; a person takes longer than a script.
async function join(page, { email, name, code, language }) {
    await page.goto(`/${language}/join`);
    await page.locator("#email").fill(email);
    await page.locator("#given_name").fill(name);
    await page.locator("#postal_code").fill(code);
    await page.locator(".join__form button[type=submit]").click();
    while (!page.url().endsWith("/joined")) {
        await page.locator(".error-summary").waitFor();
        await page.locator(".join__form button[type=submit]").click();
        await page.waitForLoadState();
    }
}

async function followMail(page, to, language, path) {
    const mail = await openMail(page, to, { language });
    await mail.locator("a").first().click();
    await page.waitForURL(path);
}

const words = {
    en: {
        email: "nadia.okafor@example.org", name: "Nadia", code: "m5v 2t6", welcome: "Welcome. You are on the list.",
        topic: "Water", back: "You are on the list again.", gone: "Everything about you is erased",
        expired: "This link does not work any more",
    },
    fr: {
        email: "luc.desrosiers@example.org", name: "Luc", code: "h2x1y4", welcome: "Bienvenue. Vous êtes sur la liste.",
        topic: "Eau", back: "Vous êtes de nouveau sur la liste.", gone: "Tout ce qui vous concerne est effacé",
        expired: "Ce lien ne fonctionne plus",
    },
};

async function wholeWay({ visitors, program }, language) {
    const say = words[language];
    const staff = await visitors.open();
    await signInStaff(staff, program);
    if (language === "en") {
        await staff.goto("/en/staff/mailing-list/topics");
        await staff.locator("#name_en").fill("Water");
        await staff.locator("#name_fr").fill("Eau");
        await staff.locator("#slug").fill("water");
        await staff.getByRole("button", { name: "Add the topic" }).click();
        await staff.getByRole("heading", { level: 2, name: "Water" }).waitFor();
    }

    const page = await visitors.open({ viewport: kPhone });
    await join(page, { ...say, language });
    await followMail(page, say.email, language, "**/sign-ups/*");
    await press(page, "confirmation");
    await page.getByRole("heading", { level: 1, name: say.welcome }).waitFor();

    await page.locator(".moment__actions a").click();
    await page.getByLabel(say.topic, { exact: true }).uncheck();
    await page.locator("#most_per_week").selectOption("1");
    await page.locator("#pause").selectOption("3");
    await page.locator(".preferences form.form button[type=submit]").click();
    await page.locator(".flash").waitFor();
    assert.equal(await page.getByLabel(say.topic, { exact: true }).isChecked(), false);
    assert.equal(await page.locator("#pause").inputValue(), "keep", "the pause holds");

    await press(page, "leaving");
    await press(page, "return");
    await page.locator(".flash").getByText(say.back).waitFor();

    await staff.goto(`/${language}/staff/mailing-list?email=${encodeURIComponent(say.email)}`);
    await staff.waitForURL("**/staff/consent/*");
    const proof = await staff.locator("main").textContent();
    for (const trace of [`/${language}/join/news`, "mailing_list.join", `/${language}/preferences`])
        assert.ok(proof.includes(trace), `the proof names ${trace}`);
    assert.equal((await staff.request.get(`${staff.url()}/sheet.pdf`)).headers()["content-type"], "application/pdf");

    await page.goto(`/${language}/my-data`);
    await page.locator("#email").fill(say.email);
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL("**/my-data/sent");
    await followMail(page, say.email, language, "**/my-data/*");
    const own = page.url();
    await page.locator(`a[href$="/erasure"]`).click();
    await page.locator("#confirm").check();
    await page.locator("main form button[type=submit]").click();
    await page.getByRole("heading", { level: 1, name: say.gone }).waitFor();
    assert.equal((await page.request.get(own)).status(), 404, "the link is used up");
    await staff.goto(`/${language}/staff/mailing-list?email=${encodeURIComponent(say.email)}`);
    assert.ok(staff.url().includes("/mailing-list"), "nobody has that address any more");
}

await tell({
    async "Nadia joins, confirms, chooses, pauses, leaves, comes back, and has everything erased"(house) {
        await wholeWay(house, "en");
    },
    async "Luc does the same in French"(house) {
        await wholeWay(house, "fr");
    },
}, { sets: ['limits.trusted_networks=["127.0.0.0/8"]'] }); // all of them come from one address here
