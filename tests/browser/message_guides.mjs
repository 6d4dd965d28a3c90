// message_guides.mjs - `node tests/browser/message_guides.mjs`: a reader finds an answer on a phone and copies it, a member
// gets her link, staff write a guide without script and a second person approves it, two write at once, and words are at
// hand where somebody writes; in both languages.
import assert from "node:assert/strict";
import { openMail, openOwnSignature, person, press, sign, signAndConfirm, signInStaff } from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kMostLooks = 1_200;
const kSecond = "tom"; // who gives the second pair of eyes

await tell({
    "a reader finds an answer, copies it and takes the leaflet": async ({ visitors, program }) => {
        for (const [language, title, copy, answer] of [
            ["en", "Taxes that are fair", "Copy", "Most have their business"],
            ["fr", "Des impôts justes", "Copier", "La plupart ont ici leur entreprise"],
        ]) {
            const page = await visitors.open({ viewport: kPhone, permissions: ["clipboard-read", "clipboard-write"] });
            await page.goto(`/${language}/words`);
            await page.getByRole("link", { name: title }).click();
            const pair = page.locator(".guide-pair").filter({ hasText: answer });
            await pair.getByRole("button", { name: copy }).click();
            assert.match(await page.evaluate(() => navigator.clipboard.readText()), new RegExp(answer));
            await page.locator(".guide-filter__link").last().click();
            assert.equal(await page.getByText(answer).count(), 0, "that one is for neighbours");
            const leaflet = await page.request.get(`/${language}/words/tax-fairness/leaflet.pdf`);
            assert.equal(leaflet.headers()["content-type"], "application/pdf");
            await page.goto(`/${language}/words/tax-fairness`);
            await page.locator(".guide-pair__share").first().click();
            await page.locator(".guide-answer").waitFor();
            const picture = await page.locator('meta[property="og:image"]').getAttribute("content");
            assert.equal((await page.request.get(new URL(picture).pathname)).headers()["content-type"], "image/png");
        }
        await until(async () => Number(program.query("select coalesce(sum(uses), 0) from message_guide_use where kind = 1 and day = unixepoch() / 86400")) >= 2);
    },
    "without script every answer is there to read": async ({ visitors }) => {
        const page = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
        await page.goto("/fr/words/public-services");
        await page.getByText("Vous en avez bu un ce matin.").waitFor();
        assert.equal(await page.locator("[data-copy]:visible").count(), 0, "no button that does nothing");
    },
    "a supporter asks for the link of members, and nobody else learns of her": async ({ visitors }) => {
        const page = await visitors.open({ viewport: kPhone });
        const ruth = person("Ruth", "Okimaw", { consent_mail: true });
        await signAndConfirm(page, ruth);
        await page.goto("/en/words");
        await page.getByRole("button", { name: "Send me the link" }).click();
        await page.locator("[data-error-summary]").waitFor();
        await page.getByLabel("Email").fill(ruth.email);
        await page.getByRole("button", { name: "Send me the link" }).click();
        await page.getByText("If we know this address").waitFor();
        const mail = await openMail(page, ruth.email);
        const link = await mail.getByRole("link", { name: "Open the guides" }).first().getAttribute("href");
        await page.goto(new URL(link).pathname);
        await page.getByRole("link", { name: "In defence of public workers" }).click();
        await page.getByText("Tell me which line was too short.").waitFor();
        assert.equal((await page.goto("/en/words/members/cut-in-two")).status(), 404);
    },
    "staff write a guide without script, and a second person approves it": async ({ visitors, program }) => {
        const odile = await visitors.open({ viewport: kDesk, javaScriptEnabled: false });
        await signInStaff(odile, program);
        await odile.goto("/en/staff/words/new");
        await odile.getByLabel("Address").fill("water");
        await odile.getByLabel("Level").selectOption("canada");
        await odile.getByRole("button", { name: "Begin to write" }).click();
        await odile.getByRole("button", { name: "Add a pair" }).click();
        await odile.getByRole("button", { name: "Add a rule" }).click();
        const fill = async (name, text) => odile.locator(`[name$="${name}"]`).last().fill(text);
        for (const [name, text] of Object.entries({
            title_en: "Water is ours", lead_en: "Keep it public.", story_en: "It rains on all of us.", heard_en: "Sell it.",
            say_en: "Not ours to sell.", title_fr: "L’eau est à nous", lead_fr: "Gardons-la publique.", story_fr: "Il pleut sur tout le monde.",
            heard_fr: "Vendons-la.", reason_en: "People drink it.",
        })) await fill(name, text);
        await odile.getByRole("button", { name: "Save", exact: true }).last().click();
        await odile.getByText("Please write what one can say.").first().waitFor();
        assert.equal(await odile.locator('[name$="say_en"]').inputValue(), "Not ours to sell.", "what was typed stays");
        for (const [name, text] of Object.entries({
            say_fr: "Elle n’est pas à vendre.", words_en: "Say ours", words_fr: "Dites nôtre", reason_fr: "Les gens la boivent.", review_on: "2027-04-01",
        })) await fill(name, text);
        await odile.locator('[name="visibility"]').selectOption("everybody");
        await odile.getByRole("button", { name: "Preview in French" }).click();
        await odile.locator(".guide-preview").getByText("Elle n’est pas à vendre.").waitFor();
        await odile.getByRole("button", { name: "Save", exact: true }).last().click();
        await odile.getByRole("button", { name: "Ask for approval" }).click();
        await odile.getByText("somebody else has to approve it").waitFor();
        assert.equal((await odile.request.get("/en/words/water")).status(), 404);

        const second = await visitors.open({ viewport: kPhone });
        await signInStaff(second, program, kSecond);
        await second.goto("/fr/staff/words/water");
        await second.getByRole("button", { name: "Approuver et publier" }).click();
        await second.getByText("a été approuvée par").waitFor();
        await second.goto("/fr/words/water");
        await second.getByText("Elle n’est pas à vendre.").waitFor();
    },
    "two who write at one guide lose nothing, and an older version comes back": async ({ visitors, program }) => {
        const odile = await visitors.open({ viewport: kDesk });
        const marc = await visitors.open({ viewport: kDesk });
        await signInStaff(odile, program);
        await signInStaff(marc, program, kSecond);
        for (const page of [odile, marc]) await page.goto("/en/staff/words/tax-fairness/text");
        const save = (page) => page.getByRole("button", { name: "Save", exact: true }).last().click();
        await odile.locator('[name="title_en"]').fill("Taxes, fairly");
        await save(odile);
        await odile.getByText("is a draft").waitFor();
        await marc.locator('[name="title_en"]').fill("Fair shares");
        await marc.locator('[name="lead_fr"]').fill("Qui paie quoi.");
        await save(marc);
        await marc.locator(".theirs").getByText("Taxes, fairly").waitFor();
        await save(marc);
        await marc.getByRole("link", { name: "Version 3" }).click();
        await marc.locator("ins").getByText("shares").first().waitFor();
        await marc.goto("/en/staff/words/tax-fairness/versions/1");
        await marc.getByRole("button", { name: "Write on from this version" }).click();
        await marc.getByText("restored from version 1").waitFor();
    },
    "words are at hand in the mail editor, and one that has a better one is marked": async ({ visitors, program }) => {
        const page = await visitors.open({ viewport: kDesk });
        await signInStaff(page, program);
        await page.goto("/en/staff/mailings");
        await page.locator("tbody th a").first().click();
        const panel = page.locator('[data-word-panel="body_en"]');
        await panel.getByText("What public services are worth").click();
        const item = panel.locator(".word-panel__item").filter({ hasText: "We simply cannot afford it." });
        await item.getByRole("button", { name: "Insert" }).click();
        assert.match(await page.locator("#body_en").inputValue(), /We pay either way/);
        await page.locator("#body_en").press("End");
        await page.locator("#body_en").pressSequentially(" The tax burdens of taxpayers.");
        await panel.getByText("what we chip in").waitFor();
        await panel.getByText("people, neighbours").waitFor();
    },
    "in a comment the same, and without script the hint stands on the next page": async ({ visitors }) => {
        const page = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
        const bill = person("Bill", "Nolin");
        await sign(page, bill, { petition: "proclamation" });
        await openOwnSignature(page, bill);
        const own = page.url();
        await press(page, "confirmation");
        await page.goto(own);
        await page.locator("#words").fill("Taxpayers first. www.win.example");
        await page.getByRole("button", { name: "Send it" }).click();
        await page.locator(".word-panel__hint").getByText("people, neighbours").waitFor();
    },
});

async function until(holds) {
    for (let look = 0; !(await holds()); ++look) {
        assert.ok(look < kMostLooks, "it never holds");
        await new Promise((again) => setTimeout(again, 50));
    }
}
