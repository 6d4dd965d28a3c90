// sending.mjs - `node tests/browser/sending.mjs`: Amélie plans a mail to the list, types the number, watches it go to a
// real mail server of this machine, pauses it, goes on, stops it, and looks who got it; then once more in French.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { signInStaff } from "./acts.mjs";
import { startMailServer } from "./mail_server.mjs";
import { root } from "./program.mjs";
import { tell } from "./tell.mjs";

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const kPeople = 400;

async function expectAccessible(page, what) {
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
        const { violations } = await window.axe.run(document);
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
    assert.deepEqual(found, [], what);
}

// Supporters who consented, as an import would leave them.
function joinList(program) {
    const now = Date.now() * 1000;
    program.query(`
        with recursive reader (i) as (select 0 union all select i + 1 from reader where i + 1 < ${kPeople})
        insert into person (id, address_hash, email, given_name, family_name, locale, country, postal_code, place,
            first_seen_at, changed_at)
        select 1600 + i * 16, 900000 + i, 'list' || i || '@example.org', 'List', 'Reader',
            case when i % 2 then 'fr' else 'en' end, 'CA', '', '', ${now}, ${now} from reader;
        insert into mail_standing (person_id, allowed_until, joined_at, locale)
        select id, 9223372036854775807, ${now}, locale from person where address_hash between 900000 and 900000 + ${kPeople}`);
}

async function figure(page, name) {
    return Number((await page.locator(`[data-sending-figure=${name}]`).textContent()).replace(/\D/g, ""));
}

async function comesTrue(condition, what) {
    for (let look = 0; look < 600; look++) {
        if (await condition()) return;
        await new Promise((again) => setTimeout(again, 100));
    }
    assert.fail(what);
}

const server = await startMailServer();

async function sends({ visitors, program }) {
    joinList(program);
    const before = server.takenForList();
    const amelie = await visitors.open();
    await signInStaff(amelie, program);
    await amelie.goto("/en/staff/sending");
    await expectAccessible(amelie, "the list");
    await amelie.locator("main a[href*='/staff/sending/new?mailing=']").first().click();
    await amelie.locator("#per_hour").fill("-3");
    await amelie.locator("main form.form button[type=submit]").click();
    await amelie.locator("[data-error-summary]").waitFor();
    await expectAccessible(amelie, "a wrong plan");
    await amelie.locator("#per_hour").fill("14400");
    await amelie.locator("main form.form button[type=submit]").click();

    await amelie.locator("#number").waitFor();
    await expectAccessible(amelie, "before it is sent");
    const shown = await amelie.locator("form[action$='/confirmation']").locator("xpath=..").locator("strong").first().textContent();
    const number = shown.replace(/\D/g, "");
    assert.ok(Number(number) >= kPeople, shown);
    const confirm = amelie.locator("form[action$='/confirmation'] button[type=submit]");
    await amelie.locator("#number").fill("1");
    await confirm.click();
    await amelie.locator("[data-error-summary]").waitFor();
    assert.equal(server.takenForList(), before, "nothing left for the list");
    await amelie.locator("#number").fill(number);
    await confirm.click();

    await amelie.locator("[data-sending]").waitFor();
    await comesTrue(async () => await figure(amelie, "delivered") >= 5, "the page moves by itself");
    await expectAccessible(amelie, "on its way");
    await amelie.locator("form[action$='/pause'] button").click();
    await amelie.locator("form[action$='/resumption'] button").waitFor();
    await amelie.locator("form[action$='/resumption'] button").click();
    const paused = server.takenForList();
    await comesTrue(() => server.takenForList() > paused, "it goes on");
    await amelie.locator("form[action$='/stop'] button").click();
    await amelie.locator("[data-sending][data-stage=stopped]").waitFor();

    await amelie.locator("main a[href$='/recipients']").click();
    await amelie.locator("tbody th a").first().waitFor();
    await expectAccessible(amelie, "who got it");
    await amelie.locator("tbody th a").first().click();
    await amelie.locator("tbody th a").first().waitFor();
    await expectAccessible(amelie, "the mails of one person");
    await amelie.goto("/en/staff/sending/limits");
    await expectAccessible(amelie, "speed and domains");
}

async function looksInFrench({ visitors, program }) {
    const amelie = await visitors.open();
    await signInStaff(amelie, program);
    await amelie.goto("/fr/staff/sending/limits");
    await expectAccessible(amelie, "rythme et domaines");
    await amelie.goto("/fr/staff/sending");
    await expectAccessible(amelie, "la liste");
    await amelie.locator("tbody th a").first().click();
    await amelie.getByText("Arrêté").first().waitFor();
    await expectAccessible(amelie, "un envoi");
    await amelie.locator("main a[href$='/recipients']").click();
    await amelie.locator("tbody .badge--success").first().waitFor();
    await expectAccessible(amelie, "qui l'a reçu");
}

try {
    await tell({
        "A mail to the list is planned, confirmed, watched, paused, gone on with and stopped": sends,
        "It is looked at in French": looksInFrench,
    }, {
        signatures: 0,
        sets: ['mail.transport="smtp"', 'mail.smtp.host="127.0.0.1"', `mail.smtp.port=${server.port}`, 'mail.smtp.starttls="none"',
            "mail.undo_minutes=0"],
    });
} finally {
    server.stop();
}
