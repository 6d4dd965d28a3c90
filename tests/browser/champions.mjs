// champions.mjs - `node tests/browser/champions.mjs`: somebody becomes a champion: applies, confirms, is trained, says when
// they have time, gives a calendar, and is found in the directory with times that are free; in both languages, without
// scripts where champions are.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { openMail, signInStaff } from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kMostLooks = 1_200;
const kWords = {
    en: { given: "Mairead", family: "Power", place: "Port Ellery", about: "I fix boats and budgets.", free: "Next free times" },
    fr: { given: "Gaétan", family: "Dugas", place: "Cap-aux-Oies", about: "Je répare des bateaux et des budgets.", free: "Prochaines plages libres" },
};

await tell(Object.fromEntries(["en", "fr"].map((language) => [
    `a champion is made and found in ${language}`, (stage) => becomeChampion(stage, language)])),
    { sets: ['webhooks.private_networks=["127.0.0.0/8"]'] });

async function becomeChampion({ visitors, program }, language) {
    const who = kWords[language];
    const email = `${who.family.toLowerCase()}@example.org`;
    const page = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
    await apply(page, language, { ...who, email });
    const staff = await visitors.open({ viewport: kDesk });
    await signInStaff(staff, program);
    for (const state of ["in_training", "trained", "active"]) await step(staff, `${who.given} ${who.family}`, state);

    await enter(page, language, email);
    await sayWhen(page, language);
    await describe(page, language, who);
    const calendar = await lendCalendar();
    try {
        await page.goto(`/${language}/champions/own/calendar`);
        await page.locator("#address").fill(calendar.address);
        await page.locator("form[action$='/own/calendar'] button").click();
        await until(page, async () => (await page.locator("#foreign + p + p").count()) > 0 && calendar.asked() > 0);
    } finally {
        calendar.close();
    }
    await page.goto(`/${language}/champions/own`);
    const feed = await page.locator(".own-champion__url code").textContent();
    const answer = await page.request.get(new URL(feed).pathname);
    assert.match(answer.headers()["content-type"], /text\/calendar/);
    assert.match(await answer.text(), /^BEGIN:VCALENDAR\r\n/);
    const again = await page.request.get(new URL(feed).pathname, { headers: { "If-None-Match": answer.headers().etag } });
    assert.equal(again.status(), 304);
    await page.locator("form[action$='/own/showing'] button").click();
    await page.waitForURL("**/own?done=saved");

    const visitor = await visitors.open({ viewport: kPhone });
    await visitor.goto(`/${language}/champions`);
    const entry = visitor.getByRole("link", { name: `${who.given} ${who.family}` });
    await until(visitor, async () => await entry.count() > 0);
    await entry.click();
    await visitor.getByRole("heading", { name: who.free }).waitFor();
    await visitor.getByText(who.about).waitFor();
    assert.ok(await visitor.locator(".slot").count() > 0, "there are free times");
}

async function apply(page, language, who) {
    await page.goto(`/${language}/champions/apply`);
    await page.locator("#email").fill("not an address");
    await page.locator("main form button").click();
    await page.locator("[data-error-summary]").waitFor();
    await page.locator("#given_name").fill(who.given);
    await page.locator("#family_name").fill(who.family);
    await page.locator("#email").fill(who.email);
    await page.locator("#place").fill(who.place);
    await page.locator("#level").selectOption({ index: 1 });
    await page.locator("#in_person").check();
    await page.locator("#online").check();
    await page.locator("#motivation").fill(who.about);
    await page.locator("main form button").click();
    await page.waitForURL("**/champions/apply/sent");
    await follow(page, language, who.email, "confirm");
    await page.locator(".moment__form button").click();
    await page.waitForURL("**/champions/apply/confirmed");
}

// The link of the newest mail, opened in this very window; mails stand in frames, which need no script.
async function follow(page, language, email, kind) {
    const mail = await openMail(page, email, { language });
    await page.goto(await mail.locator(`a[href*="/${kind}/"]`).first().getAttribute("href"));
}

async function enter(page, language, email) {
    await page.goto(`/${language}/champions/sign-in`);
    await page.locator("#email").fill(email);
    await page.locator("main form button").click();
    await page.waitForURL("**/sign-in/sent");
    await follow(page, language, email, "sign-in");
    const link = page.url();
    await page.locator(".moment__form button").click();
    await page.waitForURL("**/champions/own");
    const replayed = await page.request.get(link);
    assert.equal(replayed.status(), 404, "the link works once");
}

async function step(staff, name, state) {
    await staff.goto("/en/staff/champions");
    await staff.getByRole("link", { name }).click();
    await staff.locator("#state").selectOption(state);
    await staff.locator("form[action$='/steps'] button").click();
    await staff.waitForURL("**?done=saved");
}

async function sayWhen(page, language) {
    await page.goto(`/${language}/champions/own/times`);
    await page.locator("#from_1_0").fill("18:00");
    await page.locator("#until_1_0").fill("17:00");
    await page.locator("form[action$='/own/times'] button").click();
    await page.locator(".day-hours__stretch--invalid").waitFor();
    await page.locator("#until_1_0").fill("21:00");
    await page.locator("#from_5_0").fill("10:00");
    await page.locator("#until_5_0").fill("15:00");
    await page.locator("form[action$='/own/times'] button").click();
    await page.waitForURL("**/times?done=saved");
    await page.locator("#first_day").fill("2020-01-01");
    await page.locator("form[action$='/own/exceptions'] button").click();
    await page.locator("[data-error-summary]").waitFor();
    await page.locator("#first_day").fill(new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10));
    await page.locator("form[action$='/own/exceptions'] button").click();
    await page.locator(".exception-list__one").waitFor();
}

async function describe(page, language, who) {
    await page.goto(`/${language}/champions/own/profile`);
    await page.locator(`#biography_${language}`).fill(who.about);
    await page.locator("form[action$='/own/profile'] button").click();
    await page.waitForURL("**/profile?done=saved");
}

// A calendar on another server, busy on New Year's Day.
async function lendCalendar() {
    let asked = 0;
    const server = createServer((request, response) => {
        ++asked;
        response.writeHead(200, { "Content-Type": "text/calendar" });
        const year = new Date().getUTCFullYear() + 1;
        response.end(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:${year}0101\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`);
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    return { address: `http://127.0.0.1:${server.address().port}/mine.ics`, asked: () => asked, close: () => server.close() };
}

async function until(page, isThere) {
    for (let look = 0; !(await isThere()); ++look) {
        assert.ok(look < kMostLooks, `${page.url()} never shows it`);
        await page.waitForTimeout(20);
        await page.reload();
    }
}
