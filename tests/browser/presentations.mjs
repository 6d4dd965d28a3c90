// presentations.mjs - `node tests/browser/presentations.mjs`: somebody applies, is trained and says when they have time; a
// group asks for a presentation, they say yes, both are reminded, it is held, told and on the map; a free time is booked
// by one of two; an evening that anybody may come to. On a phone, in both languages.
import assert from "node:assert/strict";
import { openMail, press, signInStaff } from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kMostLooks = 1_200;
const kHour = 3_600_000_000; // microseconds

const words = {
    en: {
        group: "Gull Island Fishers", town: "Gull Island", province: "NU", level: "Nunavut", email: "edna@gull-island.example.org",
        given: "Mairead", family: "Noonan", champion: "mairead.noonan@example.org", guest: "maya.power@example.org",
        past: "This date is over.", asking: "We are asking champions", booked: "It is booked", yours: "It is yours",
        soon: "Soon", told: "How was it", thanks: "Thank you for having us", listed: "You are on the list", said: "Thank you for telling us.",
        report: "Your report",
    },
    fr: {
        group: "Cercle des fermières du Vent", town: "Saint-Rémi-du-Vent", province: "YT", level: "Yukon", email: "ginette@fermieres.example.org",
        given: "Gaétan", family: "Boisvert", champion: "gaetan.boisvert@example.org", guest: "luc.ouellet@example.org",
        past: "Cette date est passée.", asking: "Nous demandons à des personnes formées", booked: "C’est réservé", yours: "C’est vous",
        soon: "Bientôt", told: "Comment était-ce", thanks: "Merci de nous avoir reçus", listed: "Vous êtes sur la liste",
        said: "Merci de nous l’avoir dit.", report: "Votre compte rendu",
    },
};

await tell({
    "Mairead becomes a champion, fishers ask, she comes, and their island is on the map": async (stage) => holdOne(stage, "en"),
    "Gaétan devient champion, des fermières demandent, il vient, et leur village est sur la carte": async (stage) => holdOne(stage, "fr"),
    "of two who want one free time one has it, and the other keeps what they typed": async ({ visitors }) => {
        const first = await visitors.open({ viewport: kPhone });
        await first.goto("/en/champions");
        await first.getByRole("link", { name: /Joyce MacLellan/ }).first().click();
        const slot = first.locator("a[href*='/presentations/ask?'][href*='start=']").first();
        const path = await slot.getAttribute("href");
        const second = await visitors.open({ viewport: kPhone });
        for (const [page, group, email] of [[first, "Night Readers", "a@readers.example.org"], [second, "Day Readers", "b@readers.example.org"]]) {
            await page.goto(path);
            await fill(page, { group, email, town: "Port Ellery", province: "NS" });
            assert.equal(await page.locator("#start").inputValue(), new URL(path, "http://x").searchParams.get("start"));
        }
        await submit(first);
        await first.waitForURL("**/presentations/thank-you");
        await submit(second);
        await second.getByText("Somebody else has just taken this time").first().waitFor();
        assert.equal(await second.locator("#host_group").inputValue(), "Day Readers");
        await openOwn(first, "a@readers.example.org", "en");
        await press(first, "confirmation");
        await first.getByRole("heading", { name: "It is booked" }).waitFor();
        const own = first.url();
        await first.locator("#reason").fill("The hall is wet.");
        await press(first, "cancellation");
        await first.getByRole("heading", { name: "It is cancelled" }).waitFor();
        await first.goto(own);
        await first.getByText("The hall is wet.").waitFor();
        await second.locator("#start").selectOption({ index: 1 });
        await submit(second);
        await second.waitForURL("**/presentations/thank-you");
    },
    "a group names a champion, who is asked before all others": async ({ visitors }) => {
        const page = await visitors.open({ viewport: kPhone });
        await page.goto("/fr/champions");
        await page.getByRole("link", { name: /Joyce MacLellan/ }).first().click();
        await page.getByRole("link", { name: /Demandez une présentation/ }).last().click();
        await fill(page, { group: "Chorale du quai", email: "chorale@exemple.example.org", town: "Port Ellery", province: "NS" });
        await page.locator("#language").selectOption("en");
        await page.locator("#date_1").fill(saturday(60));
        await submit(page);
        await page.waitForURL("**/presentations/thank-you");
        await openOwn(page, "chorale@exemple.example.org", "fr");
        await press(page, "confirmation");
        await page.getByText("Nous avons d’abord demandé à Joyce MacLellan.").waitFor();
        const offer = await openMail(page, "joyce.maclellan@champions.example", { language: "en" });
        await offer.getByText("asked for you by name").waitFor();
    },
    "an evening that a champion gives takes her time, so that nobody books it twice": async ({ visitors, program }) => {
        const staff = await visitors.open({ viewport: kDesk });
        await signInStaff(staff, program);
        for (let i = 0; i < 2; ++i) {
            await staff.goto("/en/staff/events/new");
            for (const [id, value] of [["title_en", "Taxes"], ["title_fr", "Les taxes"], ["text_en", "Come."], ["text_fr", "Venez."],
                ["place", "The quay"], ["town", "Port Ellery"], ["starts_at", saturday(67)]]) await staff.locator(`#${id}`).fill(value);
            await staff.locator("#province").selectOption("NS");
            await staff.locator("#champion").selectOption({ label: "Joyce MacLellan" });
            await submit(staff);
            if (i === 0) await staff.waitForURL(/staff\/events\/\d+$/);
        }
        await staff.getByText("They have something else at this time.").first().waitFor();
        assert.equal(await staff.locator("#title_en").inputValue(), "Taxes");
    },
    "a request without a champion is brought to a coordinator, who chooses one": async ({ visitors, program }) => {
        const staff = await visitors.open({ viewport: kDesk });
        await signInStaff(staff, program);
        await staff.goto("/en/staff/presentations?state=waiting");
        await staff.getByRole("link", { name: "Aurora Friendship Centre" }).click();
        await staff.locator("#champion").selectOption({ label: "Kyle Fehr" });
        await staff.locator("#start").selectOption({ index: 1 });
        await staff.getByRole("button", { name: "Book with this champion" }).click();
        await staff.getByText("Booking sent to the host").waitFor();
        await staff.goto("/en/staff/presentations/totals");
        await staff.getByRole("cell", { name: /→/ }).first().waitFor();
        const calendar = await staff.locator("tbody th a").first().getAttribute("href");
        const feed = await staff.request.get(calendar);
        assert.match((await feed.text()).replaceAll("\r\n ", ""), /SUMMARY[^:]*:Presentation: Aurora Friendship Centre/);
    },
    "an evening that anybody may come to: one comes, one waits, one seat moves on": async ({ visitors, program }) => {
        const page = await visitors.open({ viewport: kPhone });
        program.query("update event set capacity = taken + 1 where id = (select id from event where state = 1 order by starts_at desc limit 1)");
        await page.goto("/fr/events");
        await page.getByRole("link", { name: "Les impôts" }).click();
        const event = page.url();
        const owns = [];
        for (const email of ["un@exemple.example.org", "deux@exemple.example.org"]) {
            await page.goto(event);
            await page.locator("#name").fill("Paule Roy");
            await page.locator("#email").fill(email);
            await submit(page);
            await page.waitForURL("**/thank-you");
            const mail = await openMail(page, email, { language: "fr" });
            await mail.locator("a").first().click();
            await page.waitForURL("**/events/guests/*");
            owns.push(page.url());
            await press(page, "confirmation");
        }
        await page.getByRole("heading", { name: "Vous êtes dans la file d’attente" }).waitFor();
        await page.goto(owns[0]);
        await press(page, "withdrawal");
        await page.goto(owns[1]);
        await page.getByRole("heading", { name: "À bientôt" }).waitFor();
        const feed = await page.request.get("/fr/events/feeds/calendar.ics");
        assert.match(await feed.text(), /BEGIN:VEVENT/);
    },
});

async function holdOne({ visitors, program }, language) {
    const say = words[language];
    await makeChampion({ visitors, program }, language);
    const host = await visitors.open({ viewport: kPhone });
    await host.goto(`/${language}/presentations`);
    await host.locator("main a[href$='/presentations/ask']").first().click();
    await fill(host, say);
    await host.locator("#date_1").fill("2020-01-04T11:00");
    await submit(host);
    await host.getByText(say.past).first().waitFor();
    assert.equal(await host.locator("#host_group").inputValue(), say.group, "what was typed stays");
    await host.locator("#date_1").fill(saturday(50));
    await submit(host);
    await host.waitForURL("**/presentations/thank-you");

    await openOwn(host, say.email, language);
    assert.equal(state(program, say.email), "0", "opening the link changes nothing");
    await press(host, "confirmation");
    await host.getByRole("heading", { name: say.asking }).waitFor();
    const own = host.url();

    const champion = await visitors.open({ viewport: kPhone });
    const offer = await openMail(champion, say.champion, { language });
    await offer.locator("a").first().click();
    await champion.waitForURL("**/presentations/offers/*");
    await champion.locator("input[name=start]").first().check();
    await press(champion, "acceptance");
    await champion.getByRole("heading", { name: say.yours }).waitFor();
    await host.goto(own);
    await host.getByRole("heading", { name: say.booked }).waitFor();

    move(program, say.email, 24);
    await mailed(host, say.email, language, say.soon);
    move(program, say.email, -4);
    await mailed(champion, say.champion, language, say.told);
    const due = await openMail(champion, say.champion, { language });
    await due.locator("a").first().click();
    await champion.waitForURL("**/presentations/champion/*");
    await champion.getByRole("link", { name: say.group }).click();
    await champion.locator("#attendance").fill("27");
    await champion.locator("#feeling_before").selectOption("2");
    await champion.locator("#feeling_after").selectOption("5");
    await champion.locator("#questions").fill("?");
    await champion.locator("#names").fill(`Maya Power, ${say.guest}`);
    await press(champion, "report");
    await champion.getByRole("heading", { name: say.report }).waitFor();
    assert.equal(await champion.locator("#attendance").inputValue(), "27");

    const name = await openMail(host, say.guest, { language });
    await name.locator("a").first().click();
    await host.waitForURL("**/presentations/names/*");
    await press(host, "confirmation");
    await host.getByRole("heading", { name: say.listed }).waitFor();

    await mailed(host, say.email, language, say.thanks);
    await host.goto(own);
    await host.locator("#rating").check();
    await host.locator("#feedback_words").fill("Bravo");
    await press(host, "feedback");
    await host.getByText(say.said).waitFor();

    await until(host, `/${language}/presentations`, async () => await host.getByRole("rowheader", { name: say.town }).count() > 0);
    const staff = await visitors.open({ viewport: kDesk });
    await signInStaff(staff, program);
    await staff.goto("/en/staff/presentations?state=held");
    await staff.getByRole("link", { name: say.group }).click();
    await staff.getByText("Bravo").waitFor();
    await staff.getByText("1 put down, 1 confirmed it themselves").waitFor();
}

// Applies, confirms, is trained by staff, and has time on Saturdays.
async function makeChampion({ visitors, program }, language) {
    const say = words[language];
    const page = await visitors.open({ viewport: kPhone });
    await page.goto(`/${language}/champions/apply`);
    await page.locator("#given_name").fill(say.given);
    await page.locator("#family_name").fill(say.family);
    await page.locator("#email").fill(say.champion);
    await page.locator("#place").fill(say.town);
    const level = page.locator("#level option").filter({ hasText: say.level });
    await page.locator("#level").selectOption(await level.getAttribute("value"));
    for (const format of ["in_person", "online"]) await page.locator(`#${format}`).check();
    await page.locator("#motivation").fill(say.group);
    await page.locator("main form button").click();
    await page.waitForURL("**/champions/apply/sent");
    await follow(page, say.champion, language, "confirm");
    await page.locator(".moment__form button").click();
    await page.waitForURL("**/champions/apply/confirmed");
    const staff = await visitors.open({ viewport: kDesk });
    await signInStaff(staff, program);
    for (const state of ["in_training", "trained", "active"]) {
        await staff.goto("/en/staff/champions");
        await staff.getByRole("link", { name: `${say.given} ${say.family}` }).click();
        await staff.locator("#state").selectOption(state);
        await staff.locator("form[action$='/steps'] button").click();
        await staff.waitForURL("**?done=saved");
    }
    await page.goto(`/${language}/champions/sign-in`);
    await page.locator("#email").fill(say.champion);
    await page.locator("main form button").click();
    await page.waitForURL("**/sign-in/sent");
    await follow(page, say.champion, language, "sign-in");
    await page.locator(".moment__form button").click();
    await page.waitForURL("**/champions/own");
    await page.goto(`/${language}/champions/own/times`);
    await page.locator("#from_5_0").fill("10:00");
    await page.locator("#until_5_0").fill("15:00");
    await page.locator("form[action$='/own/times'] button").click();
    await page.waitForURL("**/times?done=saved");
}

async function follow(page, email, language, kind) {
    const mail = await openMail(page, email, { language });
    await page.goto(await mail.locator(`a[href*="/${kind}/"]`).first().getAttribute("href"));
}

async function fill(page, { group, email, town, province }) {
    await page.locator("#host_group").fill(group);
    await page.locator("#audience").selectOption("community");
    await page.locator("#expected_size").fill("25");
    await page.locator("#format").check();
    await page.locator("#place").fill("Hall");
    await page.locator("#town").fill(town);
    await page.locator("#province").selectOption(province);
    await page.locator("#contact_name").fill("Edna Ouellet");
    await page.locator("#email").fill(email);
}

async function submit(page) {
    await page.locator("main form[method=post] button[type=submit]").last().click();
}

async function openOwn(page, email, language) {
    const mail = await openMail(page, email, { language });
    await mail.locator("a").first().click();
    await page.waitForURL("**/presentations/own/*");
}

function state(program, email) {
    return program.query(`select state from presentation where email = '${email}'`).trim();
}

// The first Saturday so many days from now, at eleven: when the champions of the demo have time.
function saturday(days) {
    const day = new Date(Date.now() + days * 86_400_000);
    day.setUTCDate(day.getUTCDate() + (6 - day.getUTCDay()));
    return `${day.toISOString().slice(0, 10)}T11:00`;
}

// Nothing waits for days here: the presentation is so many hours from now, and whatever is due by then is done.
function move(program, email, hours) {
    program.query(`update presentation set starts_at = ${Date.now() * 1000 + hours * kHour} where email = '${email}';
                   update job_schedule set due_at = 1 where kind = 'presentations.reminders'`);
}

// Until the subject of the newest mail to somebody begins so.
async function mailed(page, to, language, subject) {
    await until(page, `/${language}/demo/mailbox?to=${encodeURIComponent(to)}`,
        async () => (await page.locator(".mail-list__subject").first().textContent()).trim().startsWith(subject));
}

async function until(page, path, holds) {
    await page.goto(path);
    for (let look = 0; !(await holds()); ++look) {
        assert.ok(look < kMostLooks, `${path} never shows it`);
        await page.waitForTimeout(50);
        await page.goto(path);
    }
}
