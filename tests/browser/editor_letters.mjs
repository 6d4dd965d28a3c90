// editor_letters.mjs - `node tests/browser/editor_letters.mjs`: staff write what to write about and take in papers; Odile
// and Sam find theirs, write, confirm by mail and are printed; without script, on a phone, in both languages, and over a
// real mail server.
import assert from "node:assert/strict";
import { signInStaff } from "./acts.mjs";
import { startMailServer } from "./mail_server.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kMostLooks = 1_200;
const mails = await startMailServer();

const kWords = {
    en: "I drive the last bus, and when I lock it up the library is the only lit window on Main Street. My daughter does " +
        "her homework there, because our flat has one table.",
    fr: "Je conduis le dernier autobus, et quand je le gare, la bibliothèque est la seule fenêtre éclairée de la rue. Ma " +
        "fille y fait ses devoirs, parce que notre logement n’a qu’une seule table.",
};

await tell({
    "staff take in a list of papers once they saw what it would change": async ({ visitors, program }) => {
        const staff = await visitors.open({ viewport: kDesk, javaScriptEnabled: false });
        await signInStaff(staff, program);
        await staff.goto("/en/staff/newspapers");
        await staff.getByText("1 newspaper was last looked at more than a year ago.").waitFor();
        await staff.getByRole("link", { name: "Take in a list" }).click();
        const head = "name,language,place,province,reach,email,word_limit,source,as_of\n";
        await staff.locator("#rows").fill(`${head}Cold Lake Sun,en,Cold Lake Flats,SK,town,nobody,,page,2026-11-01`);
        await staff.getByRole("button", { name: "See what would change" }).click();
        await staff.getByText("line 2: email Please enter the address to which it takes letters.").waitFor();
        await staff.locator("#rows").fill(`${head}Cold Lake Sun,en,Cold Lake Flats,SK,town,letters@sun.example.org,,page,2026-11-01`);
        await staff.getByRole("button", { name: "See what would change" }).click();
        await staff.getByText("1 would be added, 0 changed, 0 stay as they are.").waitFor();
        await staff.getByRole("button", { name: "Take them in" }).click();
        await staff.getByRole("link", { name: "Cold Lake Sun" }).waitFor();
    },
    "staff write what to write about, in both languages, and publish it": async ({ visitors, program }) => {
        const staff = await visitors.open({ viewport: kDesk });
        await signInStaff(staff, program);
        await staff.goto("/en/staff/editor-letters/new");
        await staff.locator("#title_en").fill("The night bus stays");
        await staff.getByRole("button", { name: "Save" }).click();
        await staff.locator("[data-error-summary]").waitFor();
        assert.equal(await staff.locator("#title_en").inputValue(), "The night bus stays", "what was typed stays");
        await staff.locator("#level").selectOption({ index: 0 });
        for (const [field, words] of Object.entries({
            title_fr: "L’autobus de nuit reste", happened_en: "The council votes in March.",
            happened_fr: "Le conseil vote en mars.", points_en: "Who rides it.", points_fr: "Qui le prend." }))
            await staff.locator(`#${field}`).fill(words);
        await staff.getByRole("button", { name: "Save" }).click();
        await staff.getByRole("button", { name: "Publish it" }).click();
        await staff.getByRole("link", { name: "See it as the public does" }).click();
        await staff.getByRole("heading", { name: "The night bus stays" }).waitFor();
    },
    "Sam finds his paper, writes, confirms, and the paper gets the letter in his name": async ({ visitors, program }) => {
        await writes(visitors, program, { language: "en", place: "Larch River", province: "NB", name: "Sam Poole",
            email: "sam.poole@example.org", paper: "Larch River Herald", address: "letters@larch-river-herald.example.org" });
    },
    "Odile fait de même en français": async ({ visitors, program }) => {
        await writes(visitors, program, { language: "fr", place: "Val-Clair", province: "QC", name: "Odile Roy",
            email: "odile.roy@example.org", paper: "Le Clairon de Val-Clair", address: "courrier@clairon-val-clair.example.org" });
    },
    "who writes sees the words counted, and is told what nobody prints": async ({ visitors }) => {
        const page = await visitors.open({ viewport: kPhone });
        await openForm(page, { language: "en", place: "Larch River", province: "NB", paper: "Larch River Herald" });
        await fill(page, { name: "Copy Cat", place: "Larch River", email: "copy@example.org", words: `${kWords.en} More.` });
        await page.getByText("34 words").waitFor();
        await page.getByRole("button", { name: "See it as the paper gets it" }).click();
        await page.getByText("1 other letter says nearly the same.").waitFor();
        const link = await page.getByRole("link", { name: "Open in my mail program" }).getAttribute("href");
        assert.match(link, /^mailto:letters@larch-river-herald\.example\.org\?subject=After%20six&body=I%20drive/);
        await page.getByRole("link", { name: "Change it" }).click();
        await page.locator("#text").fill("Look at https://win.example.com");
        await page.getByRole("button", { name: "See it as the paper gets it" }).click();
        await page.locator("[data-error-summary]").getByText("Papers print no links.").waitFor();
        assert.equal(await page.locator("#text").inputValue(), "Look at https://win.example.com", "what was typed stays");
    },
}, {
    sets: ['mail.transport="smtp"', 'mail.smtp.host="127.0.0.1"', `mail.smtp.port=${mails.port}`, 'mail.smtp.starttls="none"',
        'limits.trusted_networks=["127.0.0.0/8"]'],
}).finally(() => mails.stop());

async function openForm(page, { language, place, province, paper }) {
    await page.goto(`/${language}/editor-letters`);
    await page.locator(".editor-item__title a").last().click();
    await page.locator("#place").fill(place);
    await page.locator("#province").selectOption(province);
    await page.locator(".editor-find button").click();
    await page.locator(".editor-paper").filter({ hasText: paper }).locator(".button").click();
    await page.locator("#text").waitFor();
}

async function fill(page, { name, place, email, words }) {
    await page.locator("#subject").fill("After six");
    await page.locator("#text").fill(words);
    await page.locator("#name").fill(name);
    await page.locator("#place").fill(place);
    await page.locator("#telephone").fill("506 555-0142");
    await page.locator("#email").fill(email);
}

async function writes(visitors, program, { language, place, province, name, email, paper, address }) {
    const page = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
    await openForm(page, { language, place, province, paper });
    await page.locator("main form .button--primary").click();
    assert.equal(await page.locator("[data-error-summary] a").count() >= 6, true, "all problems at once");
    await fill(page, { name, place, email, words: kWords[language] });
    await page.locator("main form .button--primary").click();
    await page.locator(".editor-sheet").getByText(name).waitFor();
    await page.locator('form[action$="/sending"] button').click();
    await comesTrue(() => mails.to(email).length === 1, "the mail that confirms");
    assert.equal(mails.to(address).length, 0, "nothing leaves before");
    const link = mails.to(email)[0].links.find((each) => each.includes("/editor-letters/letters/"));
    await page.goto(link);
    await page.locator('form[action$="/confirmation"] button').waitFor();
    assert.equal(mails.to(address).length, 0, "looking at the page sends nothing");
    await page.locator('form[action$="/confirmation"] button').click();
    await page.locator("#on").waitFor();
    await comesTrue(() => mails.to(address).length === 1, "the letter at the paper");
    const letter = mails.to(address)[0];
    assert.match(letter.from, new RegExp(name));
    assert.match(letter.replyTo, new RegExp(email.replaceAll(".", "\\.")));
    for (const part of [name, place, "506 555-0142", kWords[language].slice(0, 60)])
        assert.ok(letter.text.replace(/\s+/g, " ").includes(part), part);
    await tellsPrinted(visitors, program, { page, language, paper });
}

async function tellsPrinted(visitors, program, { page, language, paper }) {
    await page.locator("#url").fill("https://paper.example.org/letters/1");
    await page.locator("#on").fill("2026-11-20");
    await page.locator("#headline").fill(`In print ${language}`);
    await page.locator('form[action$="/printing"] button').click();
    const staff = await visitors.open({ viewport: kDesk });
    await signInStaff(staff, program);
    await staff.goto("/en/staff/editor-letters");
    const told = staff.locator(".editor-held").filter({ hasText: paper });
    await told.getByRole("button", { name: "I saw it" }).click();
    await page.goto(`/${language}/editor-letters/printed`);
    await until(page, async () => await page.getByRole("link", { name: `In print ${language}` }).count() > 0);
}

async function comesTrue(condition, what) {
    for (let look = 0; look < 600; look++) {
        if (await condition()) return;
        await new Promise((again) => setTimeout(again, 50));
    }
    assert.fail(what);
}

// Public pages are kept for about a second: looks again until it holds.
async function until(page, holds) {
    for (let look = 0; !(await holds()); ++look) {
        assert.ok(look < kMostLooks, `${page.url()} never shows it`);
        await page.reload();
    }
}
