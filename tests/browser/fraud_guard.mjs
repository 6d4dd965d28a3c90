// fraud_guard.mjs - `node tests/browser/fraud_guard.mjs`: pressure, puzzles, lists, and a server that leaves things out.
import assert from "node:assert/strict";
import { createChallenge, verifySolution } from "altcha-lib/v1";
import { fillSignForm, person, send, sign, signInStaff } from "./acts.mjs";
import { tell } from "./tell.mjs";

const kPledge = "/en/petitions/equality-pledge";
const kNoScriptBit = 1 << 24;
const kQuickBits = (1 << 1) | (1 << 2);

async function setPressure(page, mode, step = "0") {
    await page.goto("/en/staff/fraud");
    await page.locator(`input[name=pressure][value="${mode}"]`).check();
    await page.locator("#least_load_step").selectOption(step);
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL("**/staff/fraud");
}

// What staff set reaches the guard within a second, and cached pages a second later.
async function openUntil(page, path, holds) {
    for (let looks = 0; looks < 1_200; looks += 1) {
        const answer = await page.goto(path);
        if (await holds(answer)) return;
        await page.waitForTimeout(50);
    }
    assert.fail(`${path} did not become as wanted`);
}

// Without a page: browsers call a 503 an error of the page.
async function askUntil(page, path, status) {
    for (let looks = 0; looks < 1_200; looks += 1) {
        if ((await page.request.get(path)).status() === status) return;
        await page.waitForTimeout(100);
    }
    assert.fail(`${path} did not answer ${status}`);
}

// Somebody new signs until one is not taken: what staff decide reaches the guard within a second.
async function firstRefused(sign) {
    for (let looks = 0; looks < 600; looks += 1) {
        const name = `anna${looks}`;
        const answer = await sign(name);
        if (answer.status() !== 303) return { name, answer };
        await new Promise((again) => setTimeout(again, 400));
    }
    return assert.fail("everybody is taken");
}

const hasPuzzle = (page) => async () => (await page.locator("[data-proof]").count()) === 1;
const hasNone = (page) => async () => (await page.locator("[data-proof]").count()) === 0;

function signatureOf(program, { email }) {
    const [score, reasons] = program.query(`select score, reasons from signature where email = '${email}'`).trim().split("|");
    return { score: Number(score), reasons: Number(reasons) };
}

await tell({
    async "under pressure the browser solves a puzzle while Maya types, and she notices nothing else"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await setPressure(amelie, 1);
        const maya = await visitors.open();
        await openUntil(maya, kPledge, hasPuzzle(maya));
        const who = person("Maya", "Lindqvist");
        await fillSignForm(maya, who);
        await maya.getByText("The puzzle is solved.").waitFor();
        await send(maya);
        await maya.waitForURL("**/thank-you");
        assert.equal(signatureOf(program, who).reasons & ~kQuickBits, 0, "only that this test types fast");
    },
    async "who presses the button before the puzzle is solved waits for it, and the form goes by itself"({ visitors, program }) {
        const omar = await visitors.open();
        await omar.route("**/api/v1/sign-on-puzzle", async (route) => {
            await new Promise((later) => setTimeout(later, 1_500));
            await route.continue();
        });
        const who = person("Omar", "Benali");
        await sign(omar, who);
        assert.equal(signatureOf(program, who).reasons & kNoScriptBit, 0);
    },
    async "the solver answers puzzles of the protocol's own library"({ visitors }) {
        const hmacKey = "a key of this story";
        const challenge = await createChallenge({ hmacKey, maxnumber: 20_000, expires: new Date(Date.now() + 600_000) });
        const lea = await visitors.open();
        await lea.route("**/api/v1/sign-on-puzzle", (route) => route.fulfill({ json: challenge }));
        await lea.goto("/fr/petitions/equality-pledge");
        await lea.getByText("L’énigme est résolue.").waitFor();
        assert.ok(await verifySolution(await lea.locator("input[name=proof]").inputValue(), hmacKey));
    },
    async "Tomasz signs without JavaScript all the same, and somebody will look at it"({ visitors, program }) {
        const tomasz = await visitors.open({ javaScriptEnabled: false });
        const who = person("Tomasz", "Wrona");
        await sign(tomasz, who);
        const signature = signatureOf(program, who);
        assert.ok(signature.reasons & kNoScriptBit);
        assert.ok(signature.score >= 40);
    },
    async "when it is over, forms carry no puzzle any more"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await setPressure(amelie, 2);
        const maya = await visitors.open();
        await openUntil(maya, kPledge, hasNone(maya));
        await amelie.goto("/fr/staff/fraud");
        await amelie.getByText("Demander une preuve de travail").first().waitFor();
        assert.ok(await amelie.getByText("Amélie", { exact: false }).count() > 0, "the log names who did it");
    },
    async "Amélie blocks a domain with a reason, whoever uses it is told whom to ask, and she ends it again"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto("/en/staff/fraud/lists");
        await amelie.locator("input[name=list][value=block]").check();
        await amelie.getByLabel("Network, address, domain or country").fill("*");
        await amelie.getByRole("button", { name: "Put on the list" }).click();
        await amelie.getByRole("link", { name: "This would match everybody. Please say it more closely." }).waitFor();
        assert.ok(await amelie.locator("input[name=list][value=block]").isChecked(), "what was chosen is kept");
        await amelie.getByLabel("Network, address, domain or country").fill("*@Pushy.example");
        await amelie.getByLabel("Reason").fill("Four hundred made-up names in an hour");
        await amelie.getByLabel("For how many days").fill("7");
        await amelie.getByRole("button", { name: "Put on the list" }).click();
        await amelie.getByRole("rowheader", { name: "*@pushy.example" }).waitFor();

        const pushy = await visitors.open();
        const refused = await firstRefused(async (name) => {
            const form = { ...person("Anna", "Pushy"), email: `${name}@pushy.example`, country: "CA" };
            return pushy.request.post(`${kPledge}/signatures`, { form, headers: { Origin: program.address }, maxRedirects: 0 });
        });
        assert.equal(refused.answer.status(), 403);
        assert.match(await refused.answer.text(), /Your signature could not be taken/);
        assert.equal(program.query(`select count(*) from signature where email = '${refused.name}@pushy.example'`).trim(), "0");

        await amelie.getByRole("row", { name: /pushy/ }).getByRole("button", { name: "End it" }).click();
        await amelie.getByRole("heading", { level: 1, name: "Lists" }).waitFor();
        await amelie.getByText("Ended", { exact: true }).waitFor();
    },
    async "a busy server leaves out the search, says so in French, and goes on taking names"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await setPressure(amelie, 0, "1");
        const lea = await visitors.open();
        await askUntil(lea, "/fr/search?q=paix", 503);
        const busy = await lea.request.get("/fr/search?q=paix");
        assert.equal(busy.headers()["retry-after"], "30");
        assert.match(await busy.text(), /<html lang="fr/);
        await sign(lea, person("Léa", "Morneau"), { language: "fr" });
        await setPressure(amelie, 0, "0");
        await askUntil(lea, "/fr/search?q=paix", 200);
        await amelie.goto("/en/staff/fraud");
        await amelie.getByText("Everything is served").first().waitFor();
    },
    async "Amélie makes a rule milder, and sees how it was shipped"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto("/en/staff/fraud/rules");
        await amelie.locator("[id='weight.plus_tag']").fill("101");
        await amelie.getByRole("button", { name: "Save" }).click();
        await amelie.getByRole("link", { name: "Points are a whole number from 0 to 100." }).waitFor();
        assert.equal(await amelie.locator("[id='weight.plus_tag']").inputValue(), "101");
        await amelie.locator("[id='weight.plus_tag']").fill("0");
        await amelie.getByRole("button", { name: "Save" }).click();
        await amelie.getByText("shipped: 5").waitFor();
        await amelie.goto("/en/staff/fraud");
        await amelie.getByRole("row", { name: /Points of “Address with a tag behind a plus sign” 5 0 Amélie/ }).waitFor();
    },
});
