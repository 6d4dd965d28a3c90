// endorsements.mjs - `node tests/browser/endorsements.mjs`: a council stands behind the pledge, a supporter asks her member
// of parliament to sign, and near an election nobody is named; on a phone and in both languages.
import assert from "node:assert/strict";
import { openMail, signInStaff } from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kMostLooks = 1_200;

await tell({
    "a clerk tells of a resolution, staff show it, the town takes it back": async ({ visitors, program }) => {
        await councilEndorses(visitors, program, { language: "en", town: "Town of Salt Meadow", email: "clerk@salt-meadow.example.org" });
    },
    "la greffière d'une ville fait de même en français": async ({ visitors, program }) => {
        await councilEndorses(visitors, program, { language: "fr", town: "Ville de Rivière-aux-Loups", email: "greffe@rivaloups.example.org" });
    },
    "a supporter asks her member of parliament": async ({ visitors }) => {
        const page = await visitors.open({ viewport: kPhone });
        await page.goto("/en/petitions/equality-pledge");
        await page.getByRole("link", { name: "See who signed, and ask yours" }).click();
        await page.getByLabel("Level").selectOption("federal");
        await page.getByRole("button", { name: "Show", exact: true }).click();
        assert.equal(await page.getByText("Réjean Doucet").count(), 0, "only federal politicians are left");
        await page.getByRole("link", { name: "Susan Okafor" }).click();
        const letter = await page.getByRole("link", { name: "Write an email" }).getAttribute("href");
        assert.match(letter, /^mailto:susan\.okafor@parl\.example\.org\?subject=/);
        await page.getByRole("button", { name: "I have asked" }).click();
        await until(page, async () => await page.getByText("1 supporter has asked.").count() > 0);
    },
    "staff take in a list of politicians once they saw what it would change": async ({ visitors, program }) => {
        const staff = await visitors.open({ viewport: kDesk });
        await signInStaff(staff, program);
        await staff.goto("/en/staff/politicians");
        await staff.getByLabel("Rows of a file (CSV)").fill("name,office,region,place\nNadia Roy,mayor,QC,Baie-Neuve\nNobody,king,,");
        await staff.getByRole("button", { name: "See what would change" }).click();
        await staff.getByText("line 3: office Please choose the office.").waitFor();
        await staff.getByLabel("Rows of a file (CSV)").fill("name,office,region,place\nNadia Roy,mayor,QC,Baie-Neuve");
        await staff.getByRole("button", { name: "See what would change" }).click();
        await staff.getByText("1 would be added, 0 changed, 0 stay as they are.").waitFor();
        await staff.getByRole("button", { name: "Take them in" }).click();
        await staff.waitForURL("**/staff/politicians");
        assert.equal(await staff.getByText("Nadia Roy").count(), 1);
    },
    "near an election federal politicians are not named, and every petition says who is behind it": async ({ visitors, program }) => {
        const staff = await visitors.open({ viewport: kDesk });
        await signInStaff(staff, program);
        await staff.goto("/en/staff/election-periods");
        await staff.getByRole("button", { name: "Switch it on" }).click();
        await staff.locator("[data-error-summary]").waitFor();
        await staff.getByLabel("The line in English").fill("Paid for by the Example Union, 1 Main Street, 555-0100.");
        await staff.getByLabel("The line in French").fill("Payé par le Syndicat exemple, 1, rue Principale, 555-0100.");
        await staff.getByRole("button", { name: "Switch it on" }).click();
        await staff.getByText("3 politicians were no longer named").waitFor();
        const reader = await visitors.open({ viewport: kPhone });
        await reader.goto("/fr/petitions/proclamation");
        await until(reader, async () => await reader.getByText("Payé par le Syndicat exemple").count() > 0);
        await reader.goto("/fr/petitions/equality-pledge/politicians");
        await until(reader, async () => await reader.getByText("Susan Okafor").count() === 0);
        assert.equal(await reader.getByText("Réjean Doucet").count(), 1, "his election is another one");
        await staff.getByRole("button", { name: "Switch it off" }).click();
        await staff.getByText("over", { exact: true }).waitFor();
        await reader.goto("/fr/petitions/equality-pledge/politicians");
        await until(reader, async () => await reader.getByText("Susan Okafor").count() > 0);
    },
});

async function councilEndorses(visitors, program, { language, town, email }) {
    const page = await visitors.open({ viewport: kPhone });
    const form = `/${language}/petitions/equality-pledge/endorsements/municipality`;
    await page.goto(form);
    await page.locator("#name").fill(town);
    await page.locator("main form button[type=submit]").click();
    await page.locator("[data-error-summary]").waitFor();
    assert.equal(await page.locator("#name").inputValue(), town, "what was typed stays");
    await page.locator("#region").selectOption("QC");
    await page.locator('input[name=act][value=resolution]').check();
    await page.locator("#act_date").fill("2026-11-03");
    await page.locator("#votes_for").fill("5");
    await page.locator("#votes_against").fill("1");
    await page.locator("#signatory_name").fill("Aline Roy");
    await page.locator("#signatory_role").fill("Clerk");
    await page.locator("#email").fill(email);
    await page.locator("#authorised").check();
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL(`**${form}/thank-you`);
    const mail = await openMail(page, email, { language });
    await mail.locator("a").first().click();
    await page.waitForURL("**/endorsements/*");
    const own = page.url();
    await page.locator('form[action$="/confirmation"] button').click();
    await page.locator('form[action$="/withdrawal"] button').waitFor();

    const staff = await visitors.open({ viewport: kDesk });
    await signInStaff(staff, program, "ines");
    await staff.goto("/en/staff/petitions/equality-pledge/endorsements");
    await staff.getByRole("link", { name: town }).click();
    await staff.setInputFiles("#file", { name: "minutes.pdf", mimeType: "text/html", buffer: Buffer.from("<script>") });
    await staff.getByRole("button", { name: "Add the document" }).click();
    await staff.getByText("This kind of file is not taken. PDF, JPEG and PNG are.").first().waitFor();
    await staff.setInputFiles("#file", { name: "minutes.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 41 %%EOF") });
    await staff.getByRole("button", { name: "Add the document" }).click();
    await staff.getByRole("link", { name: "minutes.pdf" }).waitFor();
    await staff.getByRole("button", { name: "Show and count it" }).click();
    await staff.waitForURL("**/staff/petitions/equality-pledge/endorsements");

    const list = `/${language}/petitions/equality-pledge/endorsements`;
    await page.goto(list);
    await until(page, async () => await page.getByText(town).count() > 0);
    assert.equal(await page.getByText("Aline Roy").count(), 0, "who signed for it is not shown");
    const entry = page.locator(".endorser").filter({ hasText: town });
    const file = await page.request.get(await entry.locator('a[href*="/documents/"]').getAttribute("href"));
    assert.equal(await file.text(), "%PDF-1.4 41 %%EOF");
    assert.match(file.headers()["content-security-policy"], /sandbox/);
    await page.goto(own);
    await page.locator('form[action$="/withdrawal"] button').click();
    await page.goto(list);
    await until(page, async () => await page.getByText(town).count() === 0);
}

// Public pages are kept for about a second: looks again until it holds.
async function until(page, holds) {
    for (let look = 0; !(await holds()); ++look) {
        assert.ok(look < kMostLooks, `${page.url()} never shows it`);
        await page.reload();
    }
}
