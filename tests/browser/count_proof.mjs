// count_proof.mjs - `node tests/browser/count_proof.mjs [--shots FOLDER]`: a signer gets a promise, then a receipt, and
// checks it: by their own browser, and without JavaScript; in both languages.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openOwnSignature, person, press, sign } from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const shots = process.argv.includes("--shots") ? process.argv[process.argv.indexOf("--shots") + 1] : undefined;
const kWords = {
    en: { receipt: "Your receipt", holds: "The receipt holds", wrong: "leads to another root", mine: "this entry is in the log",
        refused: "this receipt does not hold", promise: "our signed promise" },
    fr: { receipt: "Votre reçu", holds: "Le reçu tient", wrong: "mène à une autre racine", mine: "cette entrée est dans le registre",
        refused: "ce reçu ne tient pas", promise: "notre promesse signée" },
};

await tell(Object.fromEntries(["en", "fr"].flatMap((language) => [
    [`Odile proves in ${language} that her name is counted`, (stage) => odileProves(stage, language)],
    [`Viktor checks in ${language} without JavaScript`, (stage) => viktorChecks(stage, language)],
])));

async function odileProves({ visitors, program }, language) {
    const words = kWords[language];
    const odile = await visitors.open();
    const own = await signedBy(odile, person("Odile", language === "en" ? "Marchand" : "Delorme"), language);
    await odile.goto(own);
    await odile.getByRole("heading", { name: words.receipt }).waitFor();
    const isPromised = await odile.locator("#receipt").getByText(words.promise).count() > 0;
    if (isPromised) await shoot(odile, `promise-${language}`);
    const receipt = await receiptAfterHead(odile, program, own);
    await odile.goto(own);
    await odile.locator("#receipt details summary").first().click();
    await odile.locator(".count-proof-code svg").waitFor();
    await shoot(odile, `receipt-${language}`);

    await odile.goto(`/${language}/count-proof`);
    await shoot(odile, `page-${language}`);
    const verdict = odile.locator("[data-count-verdict]");
    await odile.locator("#proof").fill(receipt);
    await verdict.waitFor();
    await odile.waitForFunction((wanted) => document.querySelector("[data-count-verdict]").textContent.includes(wanted), words.mine);
    await odile.locator("#proof").fill(withOtherSalt(receipt));
    await odile.waitForFunction((wanted) => document.querySelector("[data-count-verdict]").textContent.includes(wanted), words.refused);
    await odile.locator("#proof").fill(receipt);
    await odile.locator("#check form button[type=submit]").click();
    await odile.getByText(words.holds).first().waitFor();
    await shoot(odile, `holds-${language}`);
}

async function viktorChecks({ visitors, program }, language) {
    const words = kWords[language];
    const viktor = await visitors.open({ javaScriptEnabled: false });
    const own = await signedBy(viktor, person("Viktor", language === "en" ? "Marchand" : "Delorme"), language);
    const receipt = await receiptAfterHead(viktor, program, own);
    const paste = async (text) => {
        await viktor.goto(`/${language}/count-proof`);
        await viktor.locator("#proof").fill(text);
        await viktor.locator("#check form button[type=submit]").click();
    };
    await paste(receipt);
    await viktor.getByText(words.holds).first().waitFor();
    await paste(withOtherSalt(receipt));
    await viktor.getByText(words.wrong).first().waitFor();
    await shoot(viktor, `refused-${language}`);
    const head = await (await viktor.request.get("/api/v1/count-proof/head")).text();
    await paste(head);
    assert.equal(await viktor.locator("#check .notice--success").count(), 1);
    const answer = await viktor.goto(`/${language}/count-proof/heads`);
    assert.equal(answer.status(), 200);
    await shoot(viktor, `heads-${language}`);
}

async function signedBy(page, who, language) {
    await sign(page, who, { language });
    await openOwnSignature(page, who, { language });
    const own = page.url();
    await press(page, "confirmation");
    await page.waitForURL("**/confirmed");
    return own;
}

// A head is signed now, as a delivery asks for it; then the file of the receipt.
async function receiptAfterHead(page, program, own) {
    program.run("count-proof", "sign");
    await page.goto(own);
    const file = await page.locator('#receipt a[href$="/file"]').getAttribute("href");
    const text = await (await page.request.get(file)).text();
    assert.ok(JSON.parse(text).steps.length === 1, "the entry is under a head");
    return text;
}

function withOtherSalt(receipt) {
    return receipt.replace(/"salt": "(.)/, (_, digit) => `"salt": "${digit === "a" ? "b" : "a"}`);
}

async function shoot(page, name) {
    if (!shots) return;
    mkdirSync(shots, { recursive: true });
    for (const [screen, size] of [["wide", kDesk], ["phone", kPhone]]) {
        await page.setViewportSize(size);
        await page.screenshot({ path: join(shots, `${name}-${screen}.png`), fullPage: true });
    }
    await page.setViewportSize(kDesk);
}
