// mosaic.mjs - `node tests/browser/mosaic.mjs`: on a phone, Zoé looks closely at the picture that is made of everybody,
// by touch and by keyboard, in both languages and without a script; Amélie makes another one and takes the photos home;
// who withdraws is gone from it.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openMail, press, signInStaff } from "./acts.mjs";
import { madePictures } from "./made_pictures.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kFiles = madePictures();
const kMostLooks = 1_200;
const shots = process.argv.includes("--shots") ? process.argv[process.argv.indexOf("--shots") + 1] : undefined;

await tell({
    "Zoé finds a face by touch and by keyboard, and opens its voice": async ({ visitors }) => {
        const page = await visitors.open({ viewport: kPhone, hasTouch: true });
        for (const language of ["fr", "en"]) {
            await page.goto(`/${language}/mosaic`);
            await page.locator(".mosaic__stage--open").waitFor();
            await keep(page, `phone_${language}`);
            const viewer = page.getByRole("application");
            await viewer.focus();
            await page.keyboard.press("ArrowRight");
            const status = page.locator("[data-mosaic-status]");
            await until(page, async () => (await status.textContent()) !== "");
            assert.match(await status.textContent(), language === "fr" ? /^Rangée \d+, colonne \d+/ : /^Row \d+, column \d+/);
            const name = await firstFilled(page);
            assert.equal(await page.locator("[data-mosaic-name]").textContent(), name);
            await keep(page, `card_${language}`);
            await viewer.focus();
            await page.keyboard.press("Enter");
            await page.waitForURL(`**/${language}/voices/*`);
            assert.ok((await page.locator("main").textContent()).includes(name));
        }
        await page.goto("/fr/mosaic");
        await page.locator(".mosaic__stage--open").waitFor();
        const closer = page.getByRole("button", { name: "Zoom avant" });
        for (let i = 0; i < 4; ++i) await closer.tap();
        await page.getByRole("button", { name: "L’image entière" }).tap();
        await page.locator(".mosaic__viewer").tap({ position: { x: 60, y: 60 } });
        await until(page, async () => (await page.locator("[data-mosaic-status]").textContent()) !== "");
    },

    "without a script the picture stands there, and the list says the same": async ({ visitors, program }) => {
        const page = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
        await page.goto("/fr/mosaic");
        const picture = page.locator(".mosaic__whole");
        assert.ok(await picture.isVisible());
        assert.ok(await picture.getAttribute("alt"));
        assert.equal(await page.locator(".mosaic__tools").isVisible(), false);
        const people = Number(program.query("select count(*) from mosaic_cell").trim());
        assert.equal((await page.locator(".mosaic-count__figure").textContent()).replace(/\D/g, ""), String(people));
        await page.getByRole("link", { name: "Tout le monde dans l’image, en liste" }).click();
        let listed = 0;
        for (;;) {
            listed += await page.locator(".mosaic-entry").count();
            const more = page.locator('a[rel="next"]');
            if (await more.count() === 0) break;
            await more.click();
        }
        assert.equal(listed, people);
        await keep(page, "list_fr");
        await page.locator(".mosaic-entry a").first().click();
        await page.waitForURL("**/fr/voices/*");
        const poster = await page.request.get("/fr/mosaic/poster.pdf?paper=a2");
        assert.equal(poster.headers()["content-type"], "application/pdf");
        assert.ok((await poster.body()).subarray(0, 5).equals(Buffer.from("%PDF-")));
    },

    "Amélie makes another mosaic, and takes the photos home": async ({ visitors, program }) => {
        const staff = await visitors.open({ viewport: kDesk });
        await signInStaff(staff, program, "amelie");
        await staff.goto("/en/staff/mosaic");
        await keep(staff, "staff_en");
        await staff.getByRole("button", { name: "Make the mosaic" }).click();
        await staff.locator("[data-error-summary]").waitFor();
        await staff.locator("#title_en").fill("Everybody at the library");
        await staff.locator("#title_fr").fill("Tout le monde à la bibliothèque");
        await staff.locator(".picture-choice__label").nth(1).click();
        await staff.locator("#across").fill("9");
        await staff.getByRole("button", { name: "Make the mosaic" }).click();
        const badge = staff.locator(".panel", { hasText: "Everybody at the library" }).locator(".badge");
        await until(staff, async () => {
            await staff.goto("/en/staff/mosaic");
            return (await badge.textContent()) === "On the site";
        });
        assert.equal(program.query("select count(*) from mosaic").trim(), "1");
        await keep(staff, "staff_made_en");
        await staff.goto("/en/mosaic");
        assert.equal(await staff.locator("h1").textContent(), "Everybody at the library");
        const archive = await staff.request.get("/en/staff/mosaic/photos.zip");
        assert.ok((await archive.body()).subarray(0, 2).equals(Buffer.from("PK")));
    },

    "Odile joins the picture once she is approved, and is gone from it the moment she withdraws": async ({ visitors, program }) => {
        const page = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
        await page.goto("/en/voices/new");
        await page.locator("#photo").setInputFiles(join(kFiles, "phone.jpg"));
        await page.locator("#message").fill("For the ferry.");
        await page.locator("#name").fill("Odile R.");
        await page.locator("#province").selectOption("NB");
        await page.locator("#email").fill("odile.mosaic@example.org");
        await page.locator("#consent").check();
        await page.getByRole("button", { name: "Send it" }).click();
        await page.waitForURL("**/en/voices/sent");
        await (await openMail(page, "odile.mosaic@example.org")).locator("a").first().click();
        await page.waitForURL("**/voices/mine/*");
        const own = page.url();
        await press(page, "confirmation");
        await until(page, async () => { // a worker makes the photo, which staff see only then
            await page.goto(own);
            return await page.locator(".own-voice__photo").count() > 0;
        });
        const staff = await visitors.open({ viewport: kDesk, javaScriptEnabled: false });
        await signInStaff(staff, program, "ines");
        await staff.goto("/en/staff/voices");
        const item = staff.locator(".review__item").filter({ hasText: "For the ferry." });
        await item.getByLabel("Tick it").check();
        await staff.getByRole("button", { name: "Show them" }).click();
        await staff.getByText("1 voice decided.").waitFor();
        await until(page, async () => {
            await page.goto("/en/mosaic/list");
            return await page.getByText("Odile R.").count() > 0;
        });
        const where = await page.locator(".mosaic-entry", { hasText: "Odile R." }).locator(".mosaic-entry__about").textContent();
        const [row, column] = where.match(/\d+/g).map(Number);
        const { id, columns } = await (await page.request.get("/api/v1/mosaic")).json();
        const cell = `/api/v1/mosaic/${id}/cells/${(row - 1) * columns + column - 1}`;
        assert.equal((await (await page.request.get(cell)).json()).name, "Odile R.");
        await page.goto(own);
        await press(page, "withdrawal");
        assert.equal((await (await page.request.get(cell)).json()).voice, 0, "the place is free at once");
        await until(page, async () => {
            await page.goto("/en/mosaic/list");
            return await page.getByText("Odile R.").count() === 0;
        });
    },
});

// Goes from photo to photo until somebody stands there; their name.
async function firstFilled(page) {
    const card = page.locator("[data-mosaic-card]");
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowLeft"]) {
        if (await card.isVisible()) break;
        const before = await page.locator("[data-mosaic-status]").textContent();
        await page.keyboard.press(key);
        await until(page, async () => (await page.locator("[data-mosaic-status]").textContent()) !== before);
    }
    assert.ok(await card.isVisible(), "somebody stands near the middle");
    return page.locator("[data-mosaic-name]").textContent();
}

async function until(page, condition) {
    for (let look = 0; look < kMostLooks; ++look) {
        if (await condition()) return;
        await page.waitForTimeout(50);
    }
    assert.fail("it never came true");
}

async function keep(page, name) {
    if (!shots) return;
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `mosaic_${name}.png`), fullPage: true });
}
