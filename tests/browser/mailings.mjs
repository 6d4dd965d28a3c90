// mailings.mjs - `node tests/browser/mailings.mjs`: a mail is written in both languages, looked at as a phone and in the
// dark, put right where the check says so, and tested; in both languages.
import assert from "node:assert/strict";
import { signInStaff } from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kWords = {
    en: { name: "Bridge week", begin: "Begin writing", save: "Save and look at it", phone: "Phone", dark: "Dark", test: "Send me this mail" },
    fr: { name: "Semaine du pont", begin: "Commencer à écrire", save: "Enregistrer et regarder", phone: "Téléphone", dark: "Sombre", test: "M’envoyer ce courriel" },
};

await tell({
    "staff write, look, put right and test a mail": async ({ visitors, program }) => {
        await writeAMail(visitors, program, "en");
    },
    "le personnel écrit, regarde, corrige et essaie un courriel": async ({ visitors, program }) => {
        await writeAMail(visitors, program, "fr");
    },
    "a reader finds a sent mail in both languages": async ({ visitors }) => {
        const page = await visitors.open({ viewport: kPhone });
        await page.goto("/en/mails");
        await page.getByRole("link", { name: "A figure for the kitchen table" }).click();
        await page.getByRole("heading", { level: 1, name: "A figure for the kitchen table" }).waitFor();
        assert.equal(await page.getByText("Hello there,").count(), 1, "no name, but its fallback");
        await page.getByRole("link", { name: "Français", exact: true }).first().click();
        await page.getByRole("heading", { level: 1, name: "Un chiffre à partager à table" }).waitFor();
    },
});

async function writeAMail(visitors, program, language) {
    const words = kWords[language];
    const page = await visitors.open({ viewport: kDesk });
    await signInStaff(page, program);
    await page.goto(`/${language}/staff/mailings/new`);
    await page.getByRole("button", { name: words.begin }).click();
    await page.locator("[data-error-summary]").waitFor();
    await page.locator("#name").fill(words.name);
    await page.getByRole("button", { name: words.begin }).click();
    await page.locator("#subject_en").fill("The bridge stays open");
    await page.locator("#subject_fr").fill("Le pont reste ouvert");
    await page.locator("#preheader_en").fill("What the council said last night.");
    await page.locator("#preheader_fr").fill("Ce que le conseil a dit hier soir.");
    await page.locator("#body_en").fill("Dear {{given_name}},\n\nthe bridge stays open, because all of you came and stood there for two hours in the rain.\n\n{{button: Sign | /en/petitions/equality-pledge}}");
    await page.locator("#body_fr").fill("Bonjour {{given_name|à vous}},\n\nle pont reste ouvert, parce que vous étiez toutes et tous là, debout deux heures sous la pluie, hier soir.\n\n{{petition: equality-pledge}}");
    await page.getByRole("button", { name: words.save }).click();
    await page.waitForURL("**/preview/0-*-desktop/sample");
    const problem = page.locator(".mail-findings__item", { hasText: "{{given_name}}" });
    await problem.waitFor();
    await page.goBack();
    const event = (await page.locator("code", { hasText: /^\{\{event: \d+\}\}$/ }).nth(1).textContent()).trim(); // the first is the example
    await page.locator("#body_en").fill("Dear {{given_name|friend}},\n\nthe bridge stays open, because all of you came and stood there for two hours in the rain.\n\n{{button: Sign | /en/petitions/equality-pledge}}\n" + event);
    const french = await page.locator("#body_fr").inputValue();
    await page.locator("#body_fr").fill(`${french}\n${event}`);
    await page.getByRole("button", { name: words.save }).click();
    await page.waitForURL("**/preview/0-*-desktop/sample");
    assert.equal(await problem.count(), 0);

    const mail = page.frameLocator(".mail-preview__frame iframe");
    await mail.getByText(language === "en" ? "Dear Ruth," : "Bonjour Maya,").waitFor();
    await mail.getByRole("link", { name: language === "en" ? "Say that you are coming" : "Dites que vous venez" }).waitFor();
    await page.getByRole("link", { name: words.phone, exact: true }).click();
    await page.waitForURL("**-phone/sample");
    assert.equal(await page.locator(".mail-preview__frame iframe").getAttribute("width"), "360");
    await page.getByRole("link", { name: words.dark, exact: true }).click();
    await page.waitForURL("**-dark/sample");
    const ground = await mail.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    assert.equal(ground, "rgb(20, 18, 15)", "the dark mail is dark");
    await page.getByRole("button", { name: words.test }).click();
    await page.waitForURL("**-dark/sample");
}
