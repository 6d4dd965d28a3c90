// pictures_library.mjs - `node tests/browser/pictures_library.mjs`: Mireille, on her phone, uploads a photo, puts it on a
// hub, crops it, and takes it away; with a script and without.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { signInStaff } from "./acts.mjs";
import { madePictures } from "./made_pictures.mjs";
import { root } from "./program.mjs";
import { tell } from "./tell.mjs";
import { kPhone } from "./visitors.mjs";

const kFiles = madePictures();
const kMostLooks = 1_200;
const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const kRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function expectAccessible(page) {
    const session = await page.context().newCDPSession(page);
    await session.send("Page.setBypassCSP", { enabled: true });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
        (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] }), kRules);
    assert.deepEqual(violations.map((each) => `${each.id}: ${each.nodes[0].html}`), [], page.url());
}

async function chooseAndDescribe(page, file, english) {
    await page.locator("#file").setInputFiles(join(kFiles, file));
    await page.locator("#alt_en").fill(english);
    await page.locator("#alt_fr").fill("Un pont");
    await page.locator("#credit").fill("Photo: Noor Haddad");
    await page.getByRole("button", { name: "Upload the picture" }).click();
}

// A worker makes it within a moment; until then the page says so.
async function openUntilShown(page, path, selector) {
    for (let look = 0; look < kMostLooks; ++look) {
        await page.goto(path);
        if (await page.locator(selector).count() > 0) return;
        await page.waitForTimeout(250);
    }
    assert.fail(`${path} never shows ${selector}`);
}

async function uploadOnAHub(page, program, level) {
    await signInStaff(page, program);
    await page.goto(`/en/staff/hubs/${level}`);
    await page.locator("#kind").selectOption("picture");
    await page.getByRole("button", { name: "Add the block" }).click();
    await page.locator("#note_en").fill("On Friday at noon");
    await page.locator("#note_fr").fill("Vendredi à midi");
    await page.getByRole("button", { name: "Save, then search or upload a picture" }).click();
    await page.getByRole("link", { name: "Back without choosing" }).waitFor();
    await chooseAndDescribe(page, "phone.jpg", `A bridge in ${level}`);
    await page.waitForURL(new RegExp(`/staff/hubs/${level}/blocks/\\d+\\?picture=\\d+`));
    assert.equal(await page.locator("#note_en").inputValue(), "On Friday at noon", "what was typed is kept");
    assert.ok(await page.locator(".picture-choice__input:checked").inputValue(), "the new picture is chosen");
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.waitForURL(`**/staff/hubs/${level}`);
}

async function publishAndSee(page, visitors, level) {
    await openUntilShown(page, `/en/staff/hubs/${level}/preview`, ".photo__image");
    await page.goto(`/en/staff/hubs/${level}`);
    await page.getByRole("button", { name: "Publish this hub" }).click();
    const reader = await visitors.open({ viewport: kPhone });
    await openUntilShown(reader, `/en/levels/${level}`, `.photo__image[alt="A bridge in ${level}"]`);
    const image = reader.locator(".photo__image").first();
    await image.scrollIntoViewIfNeeded();
    await reader.waitForFunction(() => document.querySelector(".photo__image").naturalWidth > 0);
    assert.match(await image.evaluate((shown) => shown.currentSrc), /\/pictures\/[0-9a-f]{64}-\d+\.webp$/);
    await reader.getByText("Photo: Noor Haddad").waitFor();
    await expectAccessible(reader);
}

const stories = {};
for (const [how, javaScriptEnabled, level] of [["with a script", true, "sk"], ["without a script", false, "mb"]])
    stories[`On her phone ${how}, Mireille uploads a photo from a hub's editor, and the hub shows it`] = async ({ visitors, program }) => {
        const mireille = await visitors.open({ viewport: kPhone, javaScriptEnabled });
        await uploadOnAHub(mireille, program, level);
        await publishAndSee(mireille, visitors, level);
    };

await tell({
    ...stories,

    async "A file that is no picture is refused, and what was typed stays"({ visitors, program }) {
        const mireille = await visitors.open({ viewport: kPhone });
        await signInStaff(mireille, program);
        await mireille.goto("/en/staff/pictures");
        await chooseAndDescribe(mireille, "drawing_called.png", "A drawing");
        await mireille.locator("[data-error-summary]").getByText("Please send JPEG, PNG, WebP, HEIC or AVIF").waitFor();
        assert.equal(await mireille.locator("#alt_en").inputValue(), "A drawing");
        await expectAccessible(mireille);
    },

    async "Mireille draws the part that is shown, replaces the photo, and removes it"({ visitors, program }) {
        const mireille = await visitors.open();
        await signInStaff(mireille, program);
        await mireille.goto("/en/staff/pictures");
        await chooseAndDescribe(mireille, "poster.png", "Red and blue");
        await mireille.waitForURL(/\/staff\/pictures\/\d+$/);
        const path = new URL(mireille.url()).pathname;
        await openUntilShown(mireille, path, ".crop__frame");
        await expectAccessible(mireille);
        const ground = mireille.locator(".crop");
        await ground.scrollIntoViewIfNeeded();
        const box = await ground.boundingBox();
        await mireille.mouse.move(box.x + box.width / 2, box.y + 2);
        await mireille.mouse.down();
        await mireille.mouse.move(box.x + box.width - 1, box.y + box.height - 2, { steps: 4 });
        await mireille.mouse.up();
        assert.ok(Math.abs(Number(await mireille.locator("#left").inputValue()) - 50) < 2);
        await mireille.getByRole("button", { name: "Show this part" }).click();
        await openUntilShown(mireille, path, `.photo__image[width^="5"], .photo__image[width^="6"]`);
        await mireille.getByRole("button", { name: "Remove the picture" }).click();
        await mireille.waitForURL("**/staff/pictures");
        assert.equal((await mireille.goto(path)).status(), 404);
    },

    async "The library is accessible in both languages, with the demo's posters in it"({ visitors, program }) {
        const mireille = await visitors.open();
        await signInStaff(mireille, program);
        for (const language of ["en", "fr"]) {
            await openUntilShown(mireille, `/${language}/staff/pictures`, ".picture-card__image");
            await expectAccessible(mireille);
        }
    },
});
