// representatives.mjs - `node tests/browser/representatives.mjs`: supporters find who speaks for them by their postal code,
// are asked where a code spans two ridings, and learn of a vacant seat; staff take in a file and see its pages change at
// once; in both languages, without script.
import assert from "node:assert/strict";
import { signInStaff } from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kWords = {
    en: { code: "Your postal code", find: "Find them", mine: "This is mine", vacant: "Nobody holds this seat", foreign: "another country", none: "no such postal code", harbour: "Ward 1, Harbour", asOf: "November 2, 2026" },
    fr: { code: "Votre code postal", find: "Trouver", mine: "C’est la mienne", vacant: "Personne n’occupe ce siège", foreign: "autre pays", none: "n’existe pas", harbour: "Quartier 1, Port", asOf: "2 novembre 2026" },
};

// Names of representatives in the house whose section has this id.
const namesIn = (page, house) => page.locator(`section[aria-labelledby="house-${house}"] .representative__name`).allTextContents();

async function find(page, language, code) {
    await page.goto(`/${language}/representatives`);
    await page.getByLabel(kWords[language].code).fill(code);
    await page.getByRole("button", { name: kWords[language].find }).click();
}

await tell({
    "a supporter finds her members at all three levels and writes to one, without script": async ({ visitors }) => {
        for (const language of ["en", "fr"]) {
            const page = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
            await find(page, language, "b0j 1a0");
            await page.getByText("B0J 1A0").waitFor();
            assert.deepEqual(await namesIn(page, "federal"), ["Harold Pike"]);
            assert.equal((await namesIn(page, "provincial")).length, 1);
            assert.equal((await namesIn(page, "municipal")).length, 2, "the mayor, and the councillor of her ward");
            await page.getByText(kWords[language].harbour).first().waitFor();
            await page.getByRole("link", { name: "Harold Pike" }).click();
            await page.locator("h1", { hasText: "Harold Pike" }).waitFor();
            await page.locator('a[href="mailto:harold.pike@parl.example.org"]').first().waitFor();
            await page.getByText(kWords[language].asOf).first().waitFor();
        }
    },
    "a code that spans two ridings asks which, and the answer holds": async ({ visitors }) => {
        for (const language of ["en", "fr"]) {
            const page = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
            await find(page, language, "M5V 2T6");
            assert.deepEqual(await namesIn(page, "federal"), [], "nobody is guessed");
            assert.equal((await namesIn(page, "provincial")).length, 1, "the other house is clear");
            await page.getByLabel("University—Rosedale").check();
            await page.getByRole("button", { name: kWords[language].mine }).click();
            assert.equal((await namesIn(page, "federal")).length, 1);
            await page.locator(".found-house__riding", { hasText: "University—Rosedale" }).waitFor();
        }
    },
    "a vacant seat, a foreign code, an invented one and an unknown one each get a plain word": async ({ visitors }) => {
        for (const language of ["en", "fr"]) {
            const page = await visitors.open({ viewport: kPhone });
            await find(page, language, "S7K 0J5");
            await page.getByText(kWords[language].vacant).waitFor();
            await find(page, language, "90210");
            await page.getByText(kWords[language].foreign).first().waitFor();
            assert.equal(await page.getByLabel(kWords[language].code).inputValue(), "90210", "what was typed stays");
            await find(page, language, "Z1Z 1Z1");
            await page.getByText(kWords[language].none).first().waitFor();
            await find(page, language, "X0A 0A0");
            await page.locator(".found-place", { hasText: "Nunavut" }).waitFor();
            await page.locator('main a[href$="/representatives/list?province=NU"]').first().click();
            await page.getByText("Alice Tootoo").waitFor();
            assert.equal((await page.request.get(`/api/v1/representatives?postal_code=90210`)).status(), 422);
        }
    },
    "staff look at a file, put it right, take it in, and its page changes at once": async ({ visitors, program }) => {
        const page = await visitors.open({ viewport: kDesk, javaScriptEnabled: false });
        await signInStaff(page, program);
        await page.goto("/en/staff/representatives/imports");
        const upload = async (name, text, day) => {
            await page.goto("/en/staff/representatives/imports");
            await page.locator("#file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
            await page.locator("#set").selectOption("federal-2023");
            await page.locator("#source").fill("parl.example.org");
            await page.locator("#as_of").fill(day);
            await page.locator("main button[type=submit]").click();
        };
        await upload("members.csv", "office,code,name\nmp,47011,Nadia Roy\nmp,99999,Nobody\n", "2026-11-20");
        await page.getByText("Line 3").waitFor();
        assert.equal(await page.getByRole("button", { name: "Take it in" }).count(), 0, "all of it, or nothing");
        await upload("members.csv", "office,code,name\nmp,47011,Nadia Roy\n", "2026-11-20");
        await page.getByText("Nadia Roy, Saskatoon West").waitFor();
        await page.getByText("1 added, 0 changed, 1 gone").waitFor();
        await page.getByRole("button", { name: "Take it in" }).click();
        await page.getByText("Taken in").first().waitFor();
        await find(page, "fr", "S7K 0J5");
        assert.deepEqual(await namesIn(page, "federal"), ["Nadia Roy"]);

        await upload("older.csv", "office,code,name\nmp,47011,Old Member\n", "2026-11-01");
        await page.getByText("This file is older than what is there").waitFor();
        await page.getByRole("button", { name: "Take it in" }).click();
        await page.getByText("What is there is newer than this file").first().waitFor();
        await page.getByRole("button", { name: "Leave it" }).click();
        await page.getByText("Left", { exact: true }).waitFor();

        const member = await page.request.get("/api/v1/representatives?postal_code=S7K0J5").then((answer) => answer.json());
        await page.goto(`/en/staff/representatives/${member.houses[0].representatives[0].id}`);
        await page.getByRole("button", { name: "Left, and the seat is vacant" }).click();
        await find(page, "en", "S7K 0J5");
        await page.getByText(kWords.en.vacant).waitFor();
    },
});
