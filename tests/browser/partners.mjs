// partners.mjs - `node tests/browser/partners.mjs`: Amélie registers a partner; its own site, on another origin, shows the
// form by a script, and to whoever has none by a plain frame; Maya signs there and agrees to be passed on.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fillSignForm, openOwnSignature, person, press, send, signInStaff } from "./acts.mjs";
import { root } from "./program.mjs";
import { tell } from "./tell.mjs";
import { kPhone } from "./visitors.mjs";

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

async function expectAccessible(frameOrPage, what) {
    await frameOrPage.evaluate(axe);
    const found = await frameOrPage.evaluate(async () => {
        const { violations } = await window.axe.run(document);
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
    assert.deepEqual(found, [], what);
}

// The partner's site: whatever stands in `body`, under a name of its own.
async function startSite() {
    const site = { body: "" };
    const server = createServer((request, response) => {
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end(`<!doctype html><html lang="en"><title>Our union</title><link rel="icon" href="data:,"><h1>Our union</h1>${site.body}`);
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    site.origin = `http://localhost:${server.address().port}`;
    site.stop = () => server.close();
    return site;
}

async function register(amelie, site, { code, language }) {
    await amelie.goto(`/${language}/staff/partners`);
    await expectAccessible(amelie, "the partners");
    await amelie.locator("#code").fill(code);
    await amelie.locator("#origins").fill("example.org/our page");
    await amelie.locator("main form.form button[type=submit]").click();
    await amelie.locator("[data-error-summary]").waitFor();
    await amelie.locator("#name_en").fill("Our <union>");
    await amelie.locator("#name_fr").fill("Notre <syndicat>");
    await amelie.locator("#origins").fill(site.origin);
    await amelie.locator("#line_en").fill("Share my name with our union");
    await amelie.locator("#line_fr").fill("Transmettre mon nom à notre syndicat");
    await amelie.locator("main form.form button[type=submit]").click();
    await amelie.waitForURL(`**/staff/partners/${code}?done=saved`);
    await expectAccessible(amelie, "one partner");
    const lines = (kind) => amelie.locator(`#snippet-${kind}`).textContent();
    return { script: await lines("script"), frame: await lines("frame") };
}

async function framed(page) {
    const handle = await page.locator("iframe").elementHandle();
    return handle.contentFrame();
}

const partnerIn = (language) => async ({ visitors, program }) => {
    const site = await startSite();
    try {
        const code = `union-${language}`, who = person("Maya", language === "en" ? "Okafor" : "Bélanger");
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        const snippets = await register(amelie, site, { code, language });

        site.body = snippets.script;
        const maya = await visitors.open(kPhone);
        await maya.goto(site.origin);
        let form = await framed(maya);
        await form.locator(".sign-form").waitFor();
        await expectAccessible(form, "the form in its frame");
        const height = () => maya.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().height);
        await maya.waitForFunction(() => document.querySelector("iframe").style.height.endsWith("px"));
        const full = await height();
        assert.equal(await form.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height)), full, "as high as the form");

        assert.ok(!(await form.locator("#consent_partner").isChecked()), "never ticked beforehand");
        await send(form);
        await form.locator("[data-error-summary]").waitFor();
        await fillSignForm(form, who);
        await form.locator("#consent_partner").check();
        await send(form);
        await maya.waitForFunction((before) => document.querySelector("iframe").getBoundingClientRect().height < before, full);
        form = await framed(maya);
        await form.locator(".sign-frame__message").waitFor();
        await expectAccessible(form, "the thanks in the frame");
        assert.deepEqual(await maya.context().cookies(), [], "no cookies");
        assert.equal(await maya.evaluate(() => localStorage.length + sessionStorage.length), 0, "nothing is stored");

        const mail = await visitors.open();
        await openOwnSignature(mail, who, { language });
        const own = mail.url();
        await press(mail, "confirmation");
        await mail.waitForURL("**/confirmed");
        await amelie.goto(`/${language}/staff/partners/${code}`);
        assert.match(await amelie.locator("table").first().textContent(), /1[^0-9]*1/, "one signed, one agreed");
        const [download] = await Promise.all([
            amelie.waitForEvent("download"), amelie.locator("form[action$='/exports'] button").click()]);
        assert.match(readFileSync(await download.path(), "utf8"), new RegExp(`Maya,.*${who.email}`));

        await mail.goto(own);
        await press(mail, "sharing");
        await mail.locator("form[action$='/sharing']").waitFor({ state: "detached" });
        await amelie.goto(`/${language}/staff/partners/${code}`);
        assert.match(await amelie.locator("table").first().textContent(), /1[^0-9]*0/, "the signature stays");
        await lookWithoutScript({ visitors, program }, site, { snippets, language, code });
    } finally {
        site.stop();
    }
};

async function lookWithoutScript({ visitors, program }, site, { snippets, language, code }) {
    site.body = snippets.frame;
    const joan = await visitors.open({ javaScriptEnabled: false });
    await joan.goto(site.origin);
    const frame = joan.frameLocator("iframe");
    await frame.locator(".sign-form").waitFor();
    await fillSignForm(frame, person("Joan", language === "en" ? "Pike" : "Haché"));
    await frame.locator(".sign-form button[type=submit]").press("Enter");
    await frame.locator(".sign-frame__message").waitFor();
    const policy = async (path) => (await fetch(program.address + path)).headers.get("content-security-policy");
    assert.match(await policy(`/${language}/petitions/equality-pledge/embed/${code}`),
        new RegExp(`frame-ancestors 'self' ${site.origin};`), "this site may, and no other");
    assert.match(await policy(`/${language}/petitions/equality-pledge`), /frame-ancestors 'none'/);
    const counter = await fetch(`${program.address}/counters/equality-pledge.json`);
    assert.equal(counter.headers.get("access-control-allow-origin"), "*");
    assert.equal((await counter.json()).open, true);
}

await tell({
    "Maya signs on her union's site and is passed on to it, and takes that back": partnerIn("en"),
    "The same in French": partnerIn("fr"),
}, { signatures: 0 });
