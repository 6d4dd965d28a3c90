// voices.mjs - `node tests/browser/voices.mjs`: Odette, on her phone, sends a photo that she turns, forgets to agree and
// loses nothing, is looked at by a moderator with the keyboard alone, stands on the wall, and takes everything back; a
// child without a script sends a sentence, and needs a guardian.
import assert from "node:assert/strict";
import { join } from "node:path";
import { openMail, press, signInStaff } from "./acts.mjs";
import { madePictures } from "./made_pictures.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kFiles = madePictures();
const kMostLooks = 1_200;
const queue = "/en/staff/voices";

await tell({
    "Odette sends a photo, is shown, found, reported, and withdraws": async ({ visitors, program }) => {
        const page = await visitors.open({ viewport: kPhone });
        await page.goto("/fr/voices");
        await page.getByRole("link", { name: "Ajoutez votre voix" }).first().click();
        await page.locator("#photo").setInputFiles(join(kFiles, "phone.jpg"));
        await page.getByText("La photo est arrivée.").waitFor();
        await page.getByRole("button", { name: "Tourner à droite" }).click();
        assert.equal(await page.locator("input[name=turns]").inputValue(), "1");
        await page.locator("[data-photo-slider=size]").fill("40");
        assert.match(await page.locator("input[name=crop]").inputValue(), /^\d+ \d+ \d+ \d+$/);
        await page.locator("#message").fill("Pour l’école du village 👩‍👩‍👧‍👦");
        await page.getByText("255 caractères restants").waitFor();
        await page.locator("#name").fill("Odette G.");
        await page.locator("#place").fill("Saint-Amable");
        await page.locator("#province").selectOption("QC");
        await page.locator("#email").fill("odette.voix@example.org");
        await page.getByRole("button", { name: "Envoyer" }).click();
        await page.locator("[data-error-summary]").waitFor();
        assert.equal(await page.locator("#name").inputValue(), "Odette G.");
        assert.match(await page.locator("input[name=upload]").inputValue(), /^[0-9a-f]{64}$/, "the picture is kept");
        assert.equal(await page.locator("input[name=turns]").inputValue(), "1");
        await page.locator("#consent").check();
        await page.getByRole("button", { name: "Envoyer" }).click();
        await page.waitForURL("**/fr/voices/sent");
        await (await openMail(page, "odette.voix@example.org", { language: "fr" })).locator("a").first().click();
        await page.waitForURL("**/voices/mine/*");
        const own = page.url();
        await press(page, "confirmation");
        await until(page, async () => await page.locator(".own-voice__photo").count() > 0);
        await page.goto("/fr/voices");
        assert.equal(await page.getByText("Pour l’école du village").count(), 0, "nobody has looked at it yet");

        const staff = await visitors.open({ viewport: kDesk });
        await signInStaff(staff, program, "ines");
        await staff.goto(queue);
        const item = staff.locator(".review__item").filter({ hasText: "Pour l’école du village" });
        await item.focus();
        await staff.keyboard.press("6");
        await staff.keyboard.press("s");
        await staff.getByText("1 voice decided.").waitFor();
        await staff.keyboard.press("z");
        await item.waitFor();
        await item.focus();
        await staff.keyboard.press("a");
        await staff.keyboard.press("s");
        await staff.getByText("1 voice decided.").waitFor();

        await page.goto("/fr/voices");
        await until(page, async () => await page.getByText("Pour l’école du village").count() > 0);
        await page.getByRole("link", { name: "Odette G." }).click();
        await page.locator("h1").getByText("Odette G.").waitFor();
        const shared = await page.locator("meta[property='og:image']").getAttribute("content");
        const picture = new URL(await page.locator(".voice-photo img").last().getAttribute("src"), page.url()).href;
        assert.equal((await page.request.get(new URL(shared, page.url()).href)).status(), 200, "the shared picture");
        assert.equal((await page.request.get(picture)).status(), 200);
        const voice = page.url();
        await page.getByRole("button", { name: "Signaler cette voix" }).click();
        await page.getByText("Merci.").waitFor();
        await staff.goto(`${queue}?view=reported`);
        await staff.getByText("1 reader reported it").waitFor();

        await page.goto(own);
        await press(page, "withdrawal");
        await page.getByText("C’est supprimé").waitFor();
        assert.equal((await page.request.get(picture)).status(), 404, "its files are gone at once");
        await until(page, async () => (await page.goto(voice)).status() === 410);
        await page.goto("/fr/voices?view=list");
        assert.equal(await page.getByText("Pour l’école du village").count(), 0);
    },
    "Billie, who is fifteen, needs her mother's word, without a script": async ({ visitors, program }) => {
        const page = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
        await page.goto("/en/voices/new");
        await page.locator("#message").fill("My school bus is public transit.");
        await page.locator("#name").fill("Billie");
        await page.locator("#province").selectOption("MB");
        await page.locator("#email").fill("billie.voice@example.org");
        await page.locator("#minor").check();
        await page.locator("#consent").check();
        await page.locator("#photo").setInputFiles(join(kFiles, "drawing_called.png"));
        await page.getByRole("button", { name: "Send it" }).click();
        await page.getByText("Please give the name of a parent or guardian.").first().waitFor();
        await page.locator("#photo-error").getByText("Please send JPEG, PNG, WebP, HEIC or AVIF.").waitFor();
        await page.locator("#guardian_name").fill("Ann Sawchuk");
        await page.locator("#guardian_email").fill("ann.voice@example.org");
        await page.locator("#guardian_consent").check();
        await page.getByRole("button", { name: "Send it" }).click();
        await page.waitForURL("**/en/voices/sent");
        await (await openMail(page, "billie.voice@example.org")).locator("a").first().click();
        await press(page, "confirmation");
        await page.getByText("Now your parent or guardian has to agree.").waitFor();
        await (await openMail(page, "ann.voice@example.org")).locator("a").first().click();
        await press(page, "confirmation");
        await page.getByText("It waits to be looked at").waitFor();

        const staff = await visitors.open({ viewport: kDesk, javaScriptEnabled: false });
        await signInStaff(staff, program, "ines");
        await staff.goto(queue);
        const item = staff.locator(".review__item").filter({ hasText: "My school bus" });
        await item.getByLabel("Tick it").check();
        await staff.getByRole("button", { name: "Show them" }).click();
        await staff.getByText("1 voice decided.").waitFor();
        await page.goto("/en/voices?province=MB&view=list");
        await page.getByText("My school bus is public transit.").waitFor();
        assert.equal(await page.locator(".voice").first().locator(".voice-initials").textContent(), "B");
        const json = await (await page.request.get("/api/v1/voices?province=MB")).json();
        assert.ok(json.voices.some((each) => each.name === "Billie" && each.jpeg.length === 0));
    },
});

// Public pages are kept for about a second, and pictures are made by a worker: looks again until it holds.
async function until(page, holds) {
    for (let look = 0; !(await holds()); ++look) {
        assert.ok(look < kMostLooks, `${page.url()} never shows it`);
        await page.waitForTimeout(50);
        await page.reload();
    }
}
