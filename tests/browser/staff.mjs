// staff.mjs - `node tests/browser/staff.mjs`: Amélie and her team write, publish, read and export.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { hasFocus, person, sign, signAndConfirm, signInStaff, tabTo } from "./acts.mjs";
import { tell } from "./tell.mjs";

async function beginPetition(page, { slug, kind = "petition", goal = "" }) {
    await page.goto("/en/staff/petitions/new");
    await page.getByLabel("Name in the address").fill(slug);
    await page.locator("#kind").selectOption(kind);
    await page.getByLabel("Goal").fill(goal);
    await page.getByRole("button", { name: "Begin the petition" }).click();
    await page.waitForURL(`**/staff/petitions/${slug}/text`);
}

async function write(page, language, { title, lead = "", body }) {
    await page.locator(`#title_${language}`).fill(title);
    await page.locator(`#lead_${language}`).fill(lead);
    await page.locator(`#body_${language}`).fill(body);
}

async function save(page, slug) {
    await page.getByRole("button", { name: "Save and preview" }).click();
    await page.waitForURL(`**/staff/petitions/${slug}/preview`);
}

const kEnglish = {
    title: "Keep the night bus", lead: "The last bus leaves at midnight. The last shift ends at one.",
    body: "We ask the council to keep **route 9** running until two in the morning.\n\n- Nurses need it.\n- So do cooks.",
};
const kFrench = {
    title: "Gardons l’autobus de nuit", lead: "Le dernier autobus part à minuit. Le dernier quart finit à une heure.",
    body: "Nous demandons au conseil de maintenir **la ligne 9** jusqu’à deux heures du matin.",
};

await tell({
    async "Amélie begins a petition, writes it in both languages, previews and publishes it, and the public signs"({ visitors, program }) {
        const amelie = await visitors.open();
        const public_ = await visitors.open();
        await signInStaff(amelie, program);
        await beginPetition(amelie, { slug: "night-bus", goal: "500" });
        await write(amelie, "en", kEnglish);
        await write(amelie, "fr", kFrench);
        await save(amelie, "night-bus");
        await amelie.getByRole("heading", { name: kEnglish.title }).waitFor();
        await amelie.getByRole("heading", { name: kFrench.title }).waitFor();
        assert.equal(await amelie.locator(".preview strong").count(), 2, "Markdown is drawn");
        assert.equal((await public_.goto("/en/petitions/night-bus")).status(), 404, "nothing is public before publishing");

        await amelie.getByRole("link", { name: "To publishing" }).click();
        await amelie.getByRole("button", { name: "Publish" }).click();
        await amelie.getByText("Published", { exact: true }).waitFor();
        for (const [language, words] of [["en", kEnglish], ["fr", kFrench]]) {
            await public_.goto(`/${language}/petitions/night-bus`);
            await public_.getByRole("heading", { level: 1, name: words.title }).waitFor();
        }
        await signAndConfirm(public_, person("Ravi", "Sandhu"), { petition: "night-bus" });
        await amelie.goto("/en/staff/petitions/night-bus/signatures");
        await amelie.getByRole("row", { name: "Ravi Sandhu" }).getByText("Confirmed").waitFor();
    },

    async "Amélie publishes without French only after she decides so, and the decision is in the log"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await beginPetition(amelie, { slug: "open-library" });
        await write(amelie, "en", { title: "Keep the library open", body: "On Sundays too." });
        await save(amelie, "open-library");
        await amelie.getByRole("link", { name: "To publishing" }).click();
        await amelie.getByRole("button", { name: "Publish" }).click();
        const summary = amelie.locator("[data-error-summary]");
        await summary.getByText("One language is missing").waitFor();
        await amelie.waitForFunction(() => document.activeElement.matches("[data-error-summary]"));
        assert.equal((await amelie.request.get("/en/petitions/open-library")).status(), 404);

        await amelie.getByLabel("Publish without the other language").check();
        await amelie.getByRole("button", { name: "Publish" }).click();
        await amelie.getByText("Published", { exact: true }).waitFor();
        await amelie.goto("/fr/petitions/open-library");
        assert.equal(await amelie.locator(".petition-text").getAttribute("lang"), "en", "the English text says that it is English");
        await amelie.goto("/en/staff/audit");
        const entry = amelie.locator(".audit__entry").filter({ hasText: "open-library" }).first();
        assert.match(await entry.textContent(), /Amélie/);
    },

    async "Amélie and Tom write at the same text: nothing is lost, and both versions meet on one page"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await beginPetition(amelie, { slug: "harbour" });
        await write(amelie, "en", { title: "Keep the harbour", body: "It is ours." });
        await save(amelie, "harbour");
        const tom = await visitors.open();
        await signInStaff(tom, program, "tom");
        for (const page of [amelie, tom]) await page.goto("/en/staff/petitions/harbour/text");

        await tom.locator("#body_en").fill("It belongs to all of us.");
        await save(tom, "harbour");
        await write(amelie, "fr", { title: "Gardons le port", body: "Il est à nous." });
        await amelie.locator("#body_en").fill("It was always ours.");
        await amelie.getByRole("button", { name: "Save and preview" }).click();

        await amelie.getByText("Tom Okafor saved this on").waitFor();
        await amelie.waitForFunction(() => document.activeElement.matches("[data-error-summary]"));
        assert.equal(await amelie.locator("#body_en").inputValue(), "It was always ours.");
        assert.equal(await amelie.locator("#title_fr").inputValue(), "Gardons le port");
        assert.equal(await amelie.locator(".theirs__words").textContent(), "It belongs to all of us.");
        await amelie.locator("#body_en").fill("It was always ours, and belongs to all of us.");
        await save(amelie, "harbour");
        await amelie.getByText("It was always ours, and belongs to all of us.").waitFor();
    },

    async "The first page tells Amélie what waits: a text without French, and where to write it"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await beginPetition(amelie, { slug: "ferry" });
        await write(amelie, "en", { title: "Keep the ferry", body: "It is our road." });
        await save(amelie, "ferry");
        await amelie.goto("/en/staff");
        await amelie.locator(".stat", { hasText: "The Equality Pledge" }).getByText(/pending/).waitFor();
        const task = amelie.locator(".tasks__item", { hasText: "“Keep the ferry” has no French text yet." });
        await task.getByRole("link", { name: "Write it" }).click();
        await amelie.waitForURL("**/staff/petitions/ferry/text");
    },

    async "Amélie renames a local, and its old address leads to the new one"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto("/en/staff/levels");
        await amelie.getByRole("link", { name: "Port Ellery" }).click();
        await amelie.getByLabel("Name in English").fill("Ellery Bay");
        await amelie.getByLabel("Name in the address").fill("ellery-bay");
        await amelie.getByRole("button", { name: "Save the level" }).click();
        await amelie.getByRole("link", { name: "Ellery Bay" }).waitFor();
        const public_ = await visitors.open();
        await public_.goto("/fr/levels/port-ellery");
        await public_.waitForURL("**/fr/levels/ellery-bay");
    },

    async "Amélie changes her own name, and scans the key of her one-time codes"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto("/en/staff/account");
        await amelie.getByLabel("Name", { exact: true }).fill("Amélie Roy-Gagnon");
        await amelie.getByRole("button", { name: "Save", exact: true }).click();
        await amelie.getByText("Saved.").waitFor();
        await amelie.getByText("Amélie Roy-Gagnon").first().waitFor();
        await amelie.getByLabel("Name", { exact: true }).fill("Amélie Roy");
        await amelie.getByRole("button", { name: "Save", exact: true }).click();
        await amelie.getByRole("button", { name: "Set up one-time codes" }).click();
        const picture = amelie.getByRole("img", { name: "QR code with the key of your account" });
        await picture.waitFor();
        const { width, height } = await picture.boundingBox();
        assert.ok(width > 150 && Math.abs(width - height) < 1, "large enough for a phone");
    },

    async "A petition without a name in its address is refused, and what was typed stays"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto("/en/staff/petitions/new");
        await amelie.getByLabel("Name in the address").fill("Night Bus!");
        await amelie.getByLabel("Goal").fill("many");
        await amelie.getByRole("button", { name: "Begin the petition" }).click();
        await amelie.waitForFunction(() => document.activeElement.matches("[data-error-summary]"));
        assert.equal(await amelie.locator("[data-error-summary] li").count(), 2);
        assert.equal(await amelie.getByLabel("Name in the address").inputValue(), "Night Bus!");
        assert.equal(await amelie.getByLabel("Goal").inputValue(), "many");
    },

    async "Amélie reads the signatures page by page, finds one, and exports them all as a file"({ visitors, program }) {
        const zoe = await visitors.open();
        await sign(zoe, person("Zoé", "Vandermeer", { place: "Port Hollis" }));
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto("/en/staff/petitions/equality-pledge");
        await amelie.getByRole("link", { name: "Signatures" }).click();
        const names = () => amelie.locator("tbody tr").allTextContents();
        const newest = await names();
        assert.match(newest[0], /Zoé Vandermeer/);
        await amelie.getByRole("link", { name: "Older" }).click();
        await amelie.waitForURL("**/signatures?before=*");
        const older = await names();
        assert.equal(new Set([...newest, ...older]).size, newest.length + older.length, "no page repeats a row");

        await amelie.goto("/en/staff/petitions/equality-pledge/signatures");
        for (const words of ["vandermeer", "zoe.vandermeer@example.org"]) {
            await amelie.locator("#words").fill(words);
            await amelie.getByRole("button", { name: "Search" }).click();
            await amelie.waitForURL("**words=*");
            assert.equal((await names()).length, 1, words);
        }
        await amelie.locator("#words").fill("nobody-of-this-name");
        await amelie.getByRole("button", { name: "Search" }).click();
        await amelie.getByRole("heading", { name: "No signatures here" }).waitFor();

        await amelie.goto("/en/staff/petitions/equality-pledge/signatures");
        const [download] = await Promise.all(
            [amelie.waitForEvent("download"), amelie.getByRole("button", { name: "Export all as a file" }).click()]);
        assert.equal(download.suggestedFilename(), "equality-pledge-signatures.csv");
        const rows = readFileSync(await download.path(), "utf8").trimEnd().split("\r\n");
        const row = rows.find((each) => each.includes("zoe.vandermeer@example.org"));
        assert.match(row, /pending/);
        assert.match(row, /Zoé/);
        assert.equal(rows.length - 1, Number(program.run("export", "signatures", "--petition", "equality-pledge", "--format", "csv")
            .trimEnd().split("\n").length) - 1, "as many as the command writes");
    },

    async "Tom edits but exports nothing, Ravi counts but reads no name, and the team is for owners"({ visitors, program }) {
        const refused = async (page, path) => assert.equal((await page.request.get(path)).status(), 403, path);
        const tom = await visitors.open();
        await signInStaff(tom, program, "tom");
        await refused(tom, "/en/staff/team");
        const ravi = await visitors.open();
        await signInStaff(ravi, program, "ravi");
        await refused(ravi, "/en/staff/petitions/equality-pledge/signatures");
        await refused(ravi, "/en/staff/petitions/new");
    },

    async "A wrong password opens nothing, says nothing about who exists, and keeps the address"({ visitors }) {
        const stranger = await visitors.open();
        const answers = [];
        for (const email of ["amelie@alltogether.example", "nobody@alltogether.example"]) {
            await stranger.goto("/en/staff/sign-in");
            await stranger.getByLabel("Email").fill(email);
            await stranger.getByLabel("Password").fill("not her password");
            await stranger.getByRole("button", { name: "Sign in" }).click();
            await stranger.waitForFunction(() => document.activeElement.matches("[data-error-summary]"));
            assert.equal(await stranger.getByLabel("Email").inputValue(), email);
            assert.equal(await stranger.getByLabel("Password").inputValue(), "");
            answers.push(await stranger.locator("[data-error-summary]").textContent());
        }
        assert.equal(answers[0], answers[1]);
    },

    async "Amélie comes to a staff page by its address, signs in by keyboard, lands there, and signs out"({ visitors, program }) {
        const amelie = await visitors.open();
        await amelie.goto("/en/staff/petitions");
        await amelie.waitForURL("**/staff/sign-in?*");
        await tabTo(amelie, amelie.getByLabel("Email"));
        await amelie.keyboard.type("amelie@alltogether.example");
        await amelie.keyboard.press("Tab");
        await amelie.keyboard.type(program.staffPassword);
        await amelie.keyboard.press("Enter");
        await amelie.waitForURL("**/en/staff/petitions");
        await tabTo(amelie, amelie.getByRole("link", { name: "New petition" }));
        await amelie.keyboard.press("Enter");
        await amelie.waitForURL("**/en/staff/petitions/new");
        await tabTo(amelie, amelie.getByRole("button", { name: "Sign out" }));
        assert.ok(await hasFocus(amelie.getByRole("button", { name: "Sign out" })));
        await amelie.keyboard.press("Enter");
        await amelie.waitForURL((address) => !address.pathname.endsWith("/new"));
        await amelie.goto("/en/staff/petitions");
        await amelie.waitForURL("**/staff/sign-in?*");
    },

    async "Amélie writes a petition in a browser without JavaScript"({ visitors, program }) {
        const amelie = await visitors.open({ javaScriptEnabled: false });
        await signInStaff(amelie, program);
        await beginPetition(amelie, { slug: "warm-rink", kind: "pledge" });
        await write(amelie, "en", { title: "Keep the rink warm", body: "We skate together." });
        await write(amelie, "fr", { title: "Gardons l’aréna au chaud", body: "Nous patinons ensemble." });
        await save(amelie, "warm-rink");
        await amelie.getByRole("link", { name: "To publishing" }).click();
        await amelie.getByRole("button", { name: "Publish" }).click();
        await amelie.goto("/en/petitions/warm-rink");
        await amelie.getByRole("button", { name: "Take the pledge" }).waitFor();
    },
});
