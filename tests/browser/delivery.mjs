// delivery.mjs - `node tests/browser/delivery.mjs`: Amélie makes the document, records the delivery, counts paper and looks
// which rules the text breaks; a reader finds all of it, in both languages.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signInStaff } from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kPhone } from "./visitors.mjs";

const kFolder = mkdtempSync(join(tmpdir(), "alltogether-delivery-"));
const kMostLooks = 1_200;
const kWords = {
    en: {
        record: "Record a delivery", save: "Record the delivery", publish: "Publish", make: "Make the document", download: "Download",
        enter: "Enter the bundle", count: "37 people have signed on paper", standing: "has no standing in parliament",
        broken: "broken", waiting: "No response so far.", onCover: "people have signed on this campaign’s site",
    },
    fr: {
        record: "Consigner une remise", save: "Consigner la remise", publish: "Publier", make: "Préparer le document", download: "Télécharger",
        enter: "Saisir la liasse", count: "200 personnes ont signé sur papier", standing: "n’a pas de valeur officielle au Parlement",
        broken: "enfreinte", waiting: "Pas de réponse jusqu’ici.", onCover: "personnes ont signé sur le site de cette campagne",
    },
};

// Public pages are kept for about a second; documents are made in a moment.
async function openUntil(page, path, isThere) {
    for (let look = 0; look < kMostLooks; ++look) {
        await page.goto(path);
        if (await isThere()) return;
        await page.waitForTimeout(250);
    }
    assert.fail(`${path} never shows it`);
}

async function makeDocument(page, room, words) {
    await page.goto(room);
    await page.locator("#recipient").fill("The Honourable Ada Trent");
    await page.getByRole("button", { name: words.make }).click();
    const link = page.getByRole("link", { name: words.download });
    await openUntil(page, room, async () => await link.count() > 0);
    const [file] = await Promise.all([page.waitForEvent("download"), link.first().click()]);
    const path = join(kFolder, "delivery.pdf");
    writeFileSync(path, await (await file.createReadStream()).toArray().then(Buffer.concat));
    const text = execFileSync("pdftotext", [path, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
    assert.ok(text.includes("The Honourable Ada Trent") && text.includes(words.onCover), text.slice(0, 600));
    assert.match(text, /[0-9a-f]{32} [0-9a-f]{32}/, "the hash of the text");
}

async function recordDelivery(page, room, words) {
    await page.goto(room);
    await page.getByRole("link", { name: words.record }).click();
    await page.locator("#recipient").fill("Ada Trent");
    await page.locator("#delivered_on").fill("2099-01-01");
    await page.getByRole("button", { name: words.save }).click();
    await page.locator("[data-error-summary]").waitFor();
    assert.equal(await page.locator("#recipient").inputValue(), "Ada Trent", "what was typed stays");
    await page.locator("#delivered_on").fill("2026-01-12");
    await page.getByRole("button", { name: words.save }).click();
    await page.getByRole("button", { name: words.publish, exact: true }).click();
    await page.waitForLoadState();
}

async function countPaper(page, room, words) {
    await page.goto(`${room}/paper/new`);
    for (const [field, value] of [["received_on", "2026-01-10"], ["sheets", "3"], ["valid", "37"], ["refused", "2"]])
        await page.locator(`#${field}`).fill(value);
    await page.getByRole("button", { name: words.enter }).click();
    await page.waitForURL(/\/paper\/\d+$/);
    await page.locator("#file").setInputFiles({ name: "sheet.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 sheet %%EOF") });
    await page.locator("form[action$='/scans'] button").click();
    await page.getByRole("link", { name: "sheet.pdf" }).waitFor();
}

const journey = (language, petition) => async ({ visitors, program }) => {
    const words = kWords[language];
    const amelie = await visitors.open();
    await signInStaff(amelie, program);
    const room = `/${language}/staff/petitions/${petition}/delivery`;
    await makeDocument(amelie, room, words);
    await recordDelivery(amelie, room, words);
    await countPaper(amelie, room, words);
    await amelie.goto(`${room}/parliaments/ontario`);
    assert.ok(await amelie.getByText(words.broken, { exact: true }).count() > 0, "the text was not written for Ontario");
    const reader = await visitors.open({ viewport: kPhone });
    const path = `/${language}/petitions/${petition}`;
    await openUntil(reader, `${path}/delivery`, async () => await reader.getByText("Ada Trent").count() > 0);
    await reader.getByText(words.waiting).first().waitFor();
    assert.ok(await reader.getByText(words.count).count() > 0, "paper is counted apart");
    await reader.goto(`${path}/parliament`);
    assert.ok(await reader.getByText(words.standing).count() > 0);
    await openUntil(reader, path, async () => await reader.locator("#delivery").getByText("Ada Trent").count() > 0);
};

await tell({
    "Amélie delivers the pledge, counts paper, and a reader finds it": journey("en", "equality-pledge"),
    "Amélie remet la proclamation, compte le papier, et une lectrice le trouve": journey("fr", "proclamation"),
}, { signatures: 0 });
