// letters.mjs - `node tests/browser/letters.mjs`: Wanda finds who represents her, writes in her own words, looks at the
// letter, confirms it by mail, and it reaches the office's server; Marcel does the same in French and without a script; and
// what goes wrong is said. The mail server is one of this machine.
import assert from "node:assert/strict";
import { signInStaff } from "./acts.mjs";
import { startMailServer } from "./mail_server.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kWaitMilliseconds = 60_000;
const server = await startMailServer();
const sets = [
    'mail.transport="smtp"', 'mail.smtp.host="127.0.0.1"', `mail.smtp.port=${server.port}`, 'mail.smtp.starttls="none"',
    "letters.per_hour_to_office=100000", 'limits.trusted_networks=["127.0.0.0/8"]', // all of them come from one address here
];

try {
    await tell({
        "Wanda's letter leaves when she has confirmed it, and arrives in her name": async ({ visitors, program }) => {
            const office = anOffice(program);
            const page = await visitors.open({ viewport: kPhone });
            await start(page, "en", office);
            await page.locator(".letter-to").getByText(office.name).waitFor();
            await page.locator("#block-1").check();
            await fill(page, { words: "The counter in our village closes at noon. I get off work at five.", given_name: "Wanda",
                family_name: "Kowalchuk", email: "wanda@example.org", street: "12 Mill Lane", place: "Larch River" });
            await page.locator('button[value="preview"]').click();
            await page.getByText("Wanda Kowalchuk via").waitFor();
            await page.getByText("closes at noon").first().waitFor();
            assert.equal(server.to("wanda@example.org").length, 0, "looking sends nothing");
            await page.locator('button[value="send"]').click();
            await page.waitForURL("**/letters/post-office/sent");

            const link = await mailedLink("wanda@example.org");
            await page.goto(link);
            assert.equal(server.to(office.email).length, 0, "opening the link sends nothing");
            await page.getByRole("button", { name: "Send my letter" }).click();
            await page.getByText("Your letter is on its way").waitFor();
            const [letter] = await comesTo(office.email);
            assert.match(letter.text, /closes at noon/);
            assert.match(letter.text, /12 Mill Lane/);
            await until(page, async () => await page.getByText("delivered to the office").count() > 0);
            assert.equal(server.to(office.email).length, 1);
            const copies = await comesTo("wanda@example.org", 2);
            assert.match(copies[1].text, /closes at noon/);

            const staff = await visitors.open({ viewport: kDesk });
            await signInStaff(staff, program);
            await staff.goto("/en/staff/letters/post-office");
            await staff.getByRole("link", { name: office.name }).first().waitFor();
        },
        "Marcel écrit en français, sans script": async ({ visitors, program }) => {
            const office = anOffice(program);
            const page = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
            const before = server.to(office.email).length;
            await start(page, "fr", office);
            await fill(page, { words: "Ma mère reçoit ses médicaments par la poste.", given_name: "Marcel", family_name: "Doucet",
                email: "marcel@example.org", street: "3, rue du Quai", place: "Val-Clair" });
            await page.locator('button[value="preview"]').click();
            await page.getByText("Bonjour").first().waitFor();
            await page.locator('button[value="edit"]').click();
            assert.equal(await page.locator("#words").inputValue(), "Ma mère reçoit ses médicaments par la poste.");
            await page.locator('button[value="preview"]').click();
            await page.locator('button[value="send"]').click();
            await page.waitForURL("**/fr/letters/post-office/sent");
            await page.goto(await mailedLink("marcel@example.org"));
            await page.locator('form[action$="/confirmation"] button').click();
            const letters = await comesTo(office.email, before + 1);
            assert.match(letters.at(-1).text, /Ma mère reçoit/);
        },
        "what goes wrong is said, and what was typed stays": async ({ visitors, program }) => {
            const office = anOffice(program);
            const page = await visitors.open({ viewport: kPhone });
            await page.goto("/en/letters/post-office");
            await page.locator("#postal_code").fill("90210");
            await page.locator(".letter-start button").click();
            await page.locator("[data-error-summary]").waitFor();
            assert.equal(await page.locator("#postal_code").inputValue(), "90210");
            await start(page, "en", office);
            await fill(page, { words: "Look at www.win.example, you parasites", given_name: "Otto" });
            await page.locator('button[value="preview"]').click();
            await page.locator("[data-error-summary]").getByText("web addresses").waitFor();
            await page.locator("[data-error-summary]").getByText("insults or threats").waitFor();
            assert.equal(await page.locator("#words").inputValue(), "Look at www.win.example, you parasites");
            await page.goto(`/en/letters/post-office/call?postal_code=${office.code.replace(" ", "")}`);
            await page.getByRole("button", { name: "I left a message" }).first().click();
            await page.getByText("Your call is counted").waitFor();
        },
    }, { sets });
} finally {
    server.stop();
}

// The member of the demo's House whom this postal code of the demo leads to.
function anOffice(program) {
    const [name, email] = program.query(`
        select name || '|' || email from representative where office = 'mp' and seat = 0
        and riding_id = (select id from riding where set_slug = 'federal-2023' and code = '12010')`).trim().split("|");
    return { code: "B0J 1A0", name, email };
}

async function start(page, language, office) {
    await page.goto(`/${language}/letters/post-office`);
    await page.locator("#postal_code").fill(office.code);
    await page.locator(".letter-start button").click();
    await page.locator("#words").waitFor();
}

async function fill(page, texts) {
    for (const [name, text] of Object.entries(texts)) await page.locator(`#${name}`).fill(text);
}

// The mails to an address, once there are so many.
async function comesTo(address, count = 1) {
    const limit = Date.now() + kWaitMilliseconds;
    while (server.to(address).length < count) {
        assert.ok(Date.now() < limit, `no mail reaches ${address}`);
        await new Promise((again) => setTimeout(again, 100));
    }
    return server.to(address);
}

async function mailedLink(address) {
    const [mail] = await comesTo(address);
    return new URL(mail.links.find((link) => link.includes("/letters/own/"))).pathname;
}

async function until(page, holds) {
    const limit = Date.now() + kWaitMilliseconds;
    while (!(await holds())) {
        assert.ok(Date.now() < limit, `${page.url()} never shows it`);
        await page.reload();
    }
}
