// acts.mjs - what people do on the pages, in the words of the stories.
import assert from "node:assert/strict";

const kMostLooks = 1_200;

// A person as the sign form asks for them. Each story has people of its own, so that none meets another's signature.
export function person(given_name, family_name, more = {}) {
    const plain = (name) => name.normalize("NFD").replace(/[^A-Za-z]/g, "").toLowerCase();
    return {
        given_name, family_name, email: `${plain(given_name)}.${plain(family_name)}@example.org`, postal_code: "K1A 0A1",
        place: "Lakefield Junction", ...more,
    };
}

export async function fillSignForm(page, who) {
    for (const name of ["given_name", "family_name", "email", "postal_code", "place", "comment"])
        if (who[name] !== undefined) await page.locator(`#${name}`).fill(who[name]);
    for (const name of ["show_name", "consent_mail"]) if (who[name]) await page.locator(`#${name}`).check();
}

export async function send(page) {
    await page.locator(".sign-form button[type=submit]").click();
}

// Signs and arrives at the thank-you page.
export async function sign(page, who, { petition = "equality-pledge", language = "en" } = {}) {
    await page.goto(`/${language}/petitions/${petition}`);
    await fillSignForm(page, who);
    await send(page);
    await page.waitForURL(`**/${language}/petitions/${petition}/thank-you`);
}

// Opens the newest mail to somebody in the demo mailbox; the mail itself stands in a frame.
export async function openMail(page, to, { language = "en" } = {}) {
    await page.goto(`/${language}/demo/mailbox?to=${encodeURIComponent(to)}`);
    await page.locator(".mail-list__link").first().click();
    const mail = page.frameLocator(".mail-message__body iframe");
    await mail.locator("h1").waitFor();
    return mail;
}

// From the thank-you page to the page with the buttons about the own signature.
export async function openOwnSignature(page, who, { language = "en" } = {}) {
    const mail = await openMail(page, who.email, { language });
    await mail.locator("a").first().click();
    await page.waitForURL("**/signatures/*");
}

export async function press(page, act) {
    await page.locator(`form[action$="/${act}"] button`).click();
}

export async function signAndConfirm(page, who, options = {}) {
    await sign(page, who, options);
    await openOwnSignature(page, who, options);
    await press(page, "confirmation");
    await page.waitForURL("**/confirmed");
}

// What the server counts now; pages may show it a second later.
export async function countNow(page, petition = "equality-pledge") {
    const answer = await page.request.get(`/api/v1/petitions/${petition}/count`);
    return (await answer.json()).confirmed;
}

async function shownCount(page) {
    const text = await page.locator(".petition-hero__count").textContent();
    return Number(text.replace(/\D/g, ""));
}

// Public pages are kept for about a second: these open the page again until it shows what happened.
export async function countOnFreshPage(page, path, wanted) {
    await openUntil(page, path, async () => await shownCount(page) === wanted, `the count ${wanted}`);
}

export async function nameOnFreshPage(page, path, name) {
    const names = page.locator(".name-list b").getByText(name, { exact: true });
    await openUntil(page, path, async () => await names.count() > 0, `the name ${name}`);
}

async function openUntil(page, path, isThere, wanted) {
    await page.goto(path);
    for (let look = 0; !(await isThere()); ++look) {
        assert.ok(look < kMostLooks, `${path} never shows ${wanted}`);
        await page.goto(path);
    }
}

export async function signInStaff(page, program, name = "amelie") {
    await page.goto("/en/staff/sign-in");
    await page.getByLabel("Email").fill(`${name}@alltogether.example`);
    await page.getByLabel("Password").fill(program.staffPassword);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Hello" }).waitFor();
}

// within: the frame of the part, when it is not the page itself.
export async function hasFocus(part, within = part.page()) {
    return await part.and(within.locator(":focus")).count() > 0;
}

// Goes on with the Tab key until the part has the focus, as somebody without a mouse does.
export async function tabTo(page, part, { within = page, limit = 120 } = {}) {
    for (let presses = 0; presses < limit; ++presses) {
        await page.keyboard.press("Tab");
        if (await hasFocus(part, within)) return;
    }
    assert.fail(`the Tab key does not reach ${part}`);
}
