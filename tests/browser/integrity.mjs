// integrity.mjs - `node tests/browser/integrity.mjs [--shots FOLDER]`: staff look at odd signatures, take some out of the
// count in the open, and undo it; the public and the signers read what happened.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { countNow, openOwnSignature, person, press, sign, signAndConfirm, signInStaff } from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kMostLooks = 1_200;
const shots = process.argv.includes("--shots") ? process.argv[process.argv.indexOf("--shots") + 1] : undefined;
const kStaffPledge = "staff/petitions/equality-pledge";

async function keep(page, name) {
    if (!shots) return;
    mkdirSync(shots, { recursive: true });
    for (const [screen, size] of [["phone", kPhone], ["desk", kDesk]]) {
        await page.setViewportSize(size);
        await page.screenshot({ path: join(shots, `${name}_${screen}.png`), fullPage: true });
    }
}

// Waits for what a job in the background does.
async function until(isSo, wanted) {
    for (let look = 0; !(await isSo()); ++look) {
        assert.ok(look < kMostLooks, `never: ${wanted}`);
        await new Promise((again) => setTimeout(again, 100));
    }
}

// Odd for certain: what the guard thinks of a sign-on is its own story.
function makeOdd(program, email, score = 85) {
    program.query(`update signature set score = ${score}, reasons = 3 where email = '${email}'`);
}

async function takeOut(page, language, conditions, reasons) {
    const query = new URLSearchParams(conditions);
    await page.goto(`/${language}/${kStaffPledge}/invalidations/new?${query}`);
    await page.locator("#reason_en").fill(reasons.en);
    await page.locator("#reason_fr").fill(reasons.fr);
    await page.locator(`form[action$="/invalidations"] button[type=submit]`).click();
    await page.waitForURL(/invalidations\/\d+$/);
}

const kReasons = { en: "These names were sent by a script.", fr: "Ces noms ont été envoyés par un robot." };

await tell({
    async "Inès works through odd signatures with the keyboard, and what she decided does not come back"({ visitors, program }) {
        const odd = ["Xavier", "Yusuf", "Zelda"].map((name) => person(name, "Petrov"));
        const public_ = await visitors.open();
        for (const who of odd) {
            await signAndConfirm(public_, who);
            makeOdd(program, who.email);
        }
        const ines = await visitors.open();
        await signInStaff(ines, program, "ines");
        await ines.goto("/en/staff/review");
        const items = ines.locator("[data-review-item]");
        assert.equal(await items.count(), 3);
        await keep(ines, "review");
        await ines.keyboard.press("j");
        await ines.keyboard.press("a");
        await ines.keyboard.press("x");
        await ines.keyboard.press("k");
        await ines.keyboard.press("u");
        assert.equal(await ines.locator('input[value="fine"]:checked').count(), 1);
        assert.equal(await ines.locator('input[value="mark"]:checked').count(), 0, "taken back");
        await ines.keyboard.press("x");
        await ines.getByRole("button", { name: "Save the decisions" }).click();
        await ines.getByText("2 signatures decided.").waitFor();
        assert.equal(await items.count(), 1);
        await ines.goto("/fr/staff/petitions/equality-pledge/review");
        assert.equal(await items.count(), 1, "what was decided stays decided");
        await ines.locator('a[href*="invalidations/new?marked=1"]').waitFor();
        await ines.locator('button[name="all"][value="fine"]').click();
        await ines.waitForURL("**decided=1");
        assert.equal(await items.count(), 0);
        await keep(ines, "review_empty_fr");
    },

    async "Without a script the same decisions are boxes and a button"({ visitors, program }) {
        const public_ = await visitors.open();
        const who = person("Quentin", "Petrov");
        await signAndConfirm(public_, who);
        makeOdd(program, who.email);
        const ines = await visitors.open({ javaScriptEnabled: false });
        await signInStaff(ines, program, "ines");
        await ines.goto("/en/staff/petitions/equality-pledge/review");
        const item = ines.locator("[data-review-item]", { hasText: "Quentin" });
        await item.getByLabel("Fine").check();
        await ines.getByRole("button", { name: "Save the decisions" }).click();
        await ines.getByText("1 signature decided.").waitFor();
        assert.equal(await item.count(), 0);
    },

    async "Amélie takes a script's names out in the open, everybody reads why, and she undoes it"({ visitors, program }) {
        const bots = ["Ada", "Bela", "Cora"].map((name) => person(name, "Robotka"));
        const public_ = await visitors.open();
        const first = await countNow(public_);
        await sign(public_, bots[0]);
        await openOwnSignature(public_, bots[0]);
        const own = new URL(public_.url()).pathname;
        await press(public_, "confirmation");
        for (const who of bots.slice(1)) await signAndConfirm(public_, who);
        const before = first + bots.length;
        await until(async () => await countNow(public_) === before, "all three count");

        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto(`/en/${kStaffPledge}`);
        await amelie.getByRole("link", { name: "Invalidations" }).click();
        await keep(amelie, "invalidations_empty");
        await amelie.getByRole("link", { name: "New invalidation" }).click();
        await amelie.getByLabel("Name", { exact: true }).fill("* robotka");
        await amelie.getByRole("button", { name: "Count and show some of them" }).click();
        await amelie.getByRole("heading", { name: "3 signatures meet the conditions" }).waitFor();
        await keep(amelie, "invalidation_preview");
        await amelie.getByRole("button", { name: "Take 3 signatures out of the count" }).click();
        await amelie.locator("[data-error-summary]").waitFor();
        await keep(amelie, "invalidation_without_reason");
        await amelie.locator("#reason_en").fill(kReasons.en);
        await amelie.locator("#reason_fr").fill(kReasons.fr);
        await amelie.getByRole("button", { name: "Take 3 signatures out of the count" }).click();
        await amelie.waitForURL(/invalidations\/\d+$/);
        await until(async () => {
            await amelie.goto(amelie.url());
            return await amelie.getByRole("button", { name: "Undo all of it" }).count() > 0;
        }, "the batch is done");
        await keep(amelie, "invalidation_done");
        await until(async () => await countNow(public_) === before - 3, "the count is three less");

        for (const [language, reason, title] of [
            ["en", kReasons.en, "3 signatures were taken out of the count."],
            ["fr", kReasons.fr, "3 signatures ont été retirées du compte."],
        ]) {
            await public_.goto(`/${language}/petitions/equality-pledge/corrections`);
            await public_.getByText(title).waitFor();
            await public_.getByText(reason).waitFor();
            await keep(public_, `corrections_${language}`);
            await public_.goto(own.replace(/^\/../, `/${language}`));
            assert.match(await public_.locator(".moment").textContent(), new RegExp(reason.slice(0, -1)));
            assert.equal(await public_.locator('.moment a[href^="mailto:"]').count(), 1, "whom to write to");
            await keep(public_, `own_invalidated_${language}`);
        }
        await public_.goto("/en/petitions/equality-pledge?fresh");
        await public_.locator(".correction").first().waitFor();
        await keep(public_, "petition_with_correction");

        await amelie.getByRole("button", { name: "Undo all of it" }).click();
        await until(async () => await countNow(public_) === before, "the count is what it was");
        const log = await (await public_.request.get("/api/v1/petitions/equality-pledge/corrections")).json();
        assert.equal(log.corrections[0].signatures, 3);
        assert.equal(log.corrections[0].counted_again, 3);
        assert.equal(log.corrections[0].reason_fr, kReasons.fr);
        await until(async () => {
            await public_.goto("/en/petitions/equality-pledge/corrections");
            return await public_.locator(".correction__undone").count() > 0;
        }, "the public reads that it was undone");
        await keep(public_, "corrections_undone");
        await public_.goto(own);
        await public_.getByRole("button", { name: "Withdraw my signature" }).waitFor();
        await amelie.goto("/en/staff/audit");
        await amelie.locator(".audit__entry", { hasText: "equality-pledge" }).first().waitFor();
    },

    async "One signer was right, and is put back alone"({ visitors, program }) {
        const twins = ["Ida", "Iva"].map((name) => person(name, "Zwilling"));
        const public_ = await visitors.open();
        for (const who of twins) await signAndConfirm(public_, who);
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await takeOut(amelie, "fr", { name: "* zwilling" }, kReasons);
        await until(async () => {
            await amelie.goto(amelie.url());
            return await amelie.locator("#address").count() > 0;
        }, "the batch is done");
        await amelie.locator("#address").fill("nobody@example.org");
        await press(amelie, "restoration").catch(() => amelie.locator('form[action$="/restoration"] button').click());
        await amelie.locator("[data-error-summary]").waitFor();
        await amelie.locator("#address").fill(twins[0].email);
        await press(amelie, "restoration");
        await amelie.waitForURL(/invalidations\/\d+$/);
        const states = program.query(`select state from signature where family_name = 'Zwilling' order by id`);
        assert.equal(states.trim(), "1\n3");
    },
}, { sets: ["jobs.workers=1"] });
