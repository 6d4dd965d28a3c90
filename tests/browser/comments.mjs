// comments.mjs - `node tests/browser/comments.mjs`: a supporter says why she signed, a moderator works off the queue with
// the keyboard alone and takes a save back, a reader reports, and the words go with the signature; on a phone, in both
// languages.
import assert from "node:assert/strict";
import { openOwnSignature, person, press, sign, signAndConfirm, signInStaff } from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kMostLooks = 1_200;
const queue = "/en/staff/petitions/proclamation/comments";

await tell({
    "what Odette writes is read, shown, reported and taken down": async ({ visitors, program }) => {
        const page = await visitors.open({ viewport: kPhone });
        const odette = person("Odette", "Gagnon", { show_name: true, comment: "Pour l’école du <b>village</b>." });
        const list = "/fr/petitions/proclamation/comments";
        await signAndConfirm(page, odette, { petition: "proclamation", language: "fr" });
        await page.goto(list);
        assert.equal(await page.getByText("Pour l’école").count(), 0, "nobody has read it yet");

        const staff = await visitors.open({ viewport: kDesk });
        await signInStaff(staff, program, "ines");
        await staff.goto(queue);
        await staff.getByText("Pour l’école du <b>village</b>.").waitFor();
        await keys(staff, ["j", "1", "s"]);
        await staff.getByText("1 comment decided.").waitFor();
        assert.equal(await staff.getByText("Pour l’école").count(), 0, "refused");
        await keys(staff, ["z"]);
        await staff.getByText("Pour l’école").waitFor();
        await keys(staff, ["j", "a", "s"]);
        await staff.getByText("1 comment decided.").waitFor();

        await until(page, async () => await page.getByText("Pour l’école du <b>village</b>.").count() > 0);
        assert.equal(await page.locator(".comment__words").first().getAttribute("lang"), "fr");
        await page.locator(".comment__report button").first().click();
        await page.getByText("Merci.").waitFor();
        await staff.goto(`${queue}?view=reported`);
        await staff.getByText("1 reader reported it").waitFor();
        await staff.getByLabel("Tick it").check();
        await staff.getByLabel("Reason").selectOption("personal_data");
        await staff.getByRole("button", { name: "Refuse them" }).click();
        await staff.getByText("1 comment decided.").waitFor();
        await page.goto(list);
        await until(page, async () => await page.getByText("Pour l’école").count() === 0);
        await page.getByText("Renseignements privés sur quelqu’un (1)").waitFor();
    },
    "Bill says why afterwards, is told when he cannot, and withdraws": async ({ visitors, program }) => {
        const page = await visitors.open({ viewport: kPhone });
        const bill = person("Bill", "Sawchuk");
        await sign(page, bill, { petition: "proclamation" });
        await openOwnSignature(page, bill);
        const own = page.url();
        await press(page, "confirmation");
        await page.goto(own);
        await page.locator("#words").fill("Read www.win.example");
        await page.getByRole("button", { name: "Send it" }).click();
        await page.locator("[data-error-summary]").waitFor();
        assert.equal(await page.locator("#words").inputValue(), "Read www.win.example", "what was typed stays");
        await page.locator("#words").fill("The water is ours.");
        await page.getByRole("button", { name: "Send it" }).click();
        await page.getByText("It waits to be read").waitFor();

        const staff = await visitors.open({ viewport: kDesk, javaScriptEnabled: false });
        await signInStaff(staff, program, "ines");
        await staff.goto(queue);
        const item = staff.locator(".review__item").filter({ hasText: "The water is ours." });
        await item.getByLabel("Show it").check();
        await staff.getByRole("button", { name: "Save the decisions" }).click();
        await staff.getByText("1 comment decided.").waitFor();
        await page.goto("/en/petitions/proclamation");
        await until(page, async () => await page.getByText("The water is ours.").count() > 0);
        await page.goto(own);
        await press(page, "withdrawal");
        await page.goto("/en/petitions/proclamation");
        await until(page, async () => await page.getByText("The water is ours.").count() === 0);
    },
});

async function keys(page, pressed) {
    for (const key of pressed) await page.keyboard.press(key);
}

// Public pages are kept for about a second: looks again until it holds.
async function until(page, holds) {
    for (let look = 0; !(await holds()); ++look) {
        assert.ok(look < kMostLooks, `${page.url()} never shows it`);
        await page.reload();
    }
}
