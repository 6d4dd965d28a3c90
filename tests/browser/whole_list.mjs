// whole_list.mjs - `node tests/browser/whole_list.mjs`: the whole life of a mail to the list, with a real mail server on
// this machine: join, confirm, segment, blast, bounce, unsubscribe, prove, erase. In both languages.
import assert from "node:assert/strict";
import { createServer, connect } from "node:net";
import { signInStaff } from "./acts.mjs";
import { startMailServer } from "./mail_server.mjs";
import { tell } from "./tell.mjs";
import { kPhone } from "./visitors.mjs";

const kWords = {
    en: { staying: "Nadia", leaving: "Ikaika", code: "m5v 2t6", segment: "English readers", mail: "Bridge", suppressed: "is left alone since" },
    fr: { staying: "Luc", leaving: "Maëlle", code: "h2x 1y4", segment: "Lecteurs français", mail: "Pont", suppressed: "est écartée depuis le" },
};

async function comesTrue(condition, what) {
    for (let look = 0; look < 600; look++) {
        const found = await condition();
        if (found) return found;
        await new Promise((again) => setTimeout(again, 100));
    }
    assert.fail(what);
}

async function joinAndConfirm(page, mails, { email, name, code, language }) {
    await page.goto(`/${language}/join`);
    await page.locator("#email").fill(email);
    await page.locator("#given_name").fill(name);
    await page.locator("#postal_code").fill(code);
    await page.locator(".join__form button[type=submit]").click();
    while (!page.url().endsWith("/joined")) { // the form asks hasty hands to press again
        await page.locator(".error-summary").waitFor();
        await page.locator(".join__form button[type=submit]").click();
        await page.waitForLoadState();
    }
    const mail = await comesTrue(() => mails.to(email).at(-1), `a mail to ${email}`);
    await page.goto(mail.links.find((link) => link.includes("/sign-ups/")));
    await page.locator('form[action$="/confirmation"] button').click();
    await page.locator("main h1").waitFor();
}

async function makeSegment(staff, language, name) {
    await staff.goto(`/${language}/staff/segments/new`);
    await staff.locator("main form.form button[type=submit]").click();
    await staff.locator("[data-error-summary]").waitFor();
    await staff.locator("#name").fill(name);
    await staff.locator("#language").selectOption(language);
    await staff.locator("#joined_within_days").fill("1");
    await staff.locator("main form.form button[type=submit]").click();
    await staff.getByRole("heading", { level: 1, name }).waitFor();
}

async function writeMail(staff, language, name) {
    await staff.goto(`/${language}/staff/mailings/new`);
    await staff.locator("#name").fill(name);
    await staff.locator("main form.form button[type=submit]").first().click();
    const words = {
        subject_en: "The bridge stays open", subject_fr: "Le pont reste ouvert",
        preheader_en: "What the council said last night.", preheader_fr: "Ce que le conseil a dit hier soir.",
        body_en: "Dear {{given_name|friend}},\n\nthe bridge stays open, because all of you came and stood there in the rain.",
        body_fr: "Bonjour {{given_name|à vous}},\n\nle pont reste ouvert, parce que vous étiez là, debout sous la pluie.",
    };
    for (const [field, text] of Object.entries(words)) await staff.locator(`#${field}`).fill(text);
    await staff.locator("button[name=then][value=stay]").click();
    await staff.waitForLoadState();
}

async function sendToSegment(staff, language, mail, name) {
    await staff.goto(`/${language}/staff/sending`);
    await staff.locator("main li", { hasText: mail }).locator("a[href*='/staff/sending/new?mailing=']").click();
    await staff.locator("#segment").selectOption({ label: name });
    await staff.locator("main form.form button[type=submit]").click();
    await staff.locator("form[action$='/confirmation']").waitFor();
    if (await staff.locator("#number").count() > 0) {
        const shown = await staff.locator("form[action$='/confirmation']").locator("xpath=..").locator("strong").first().textContent();
        await staff.locator("#number").fill(shown.replace(/\D/g, ""));
    }
    await staff.locator("form[action$='/confirmation'] button[type=submit]").click();
    await staff.locator("[data-sending]").waitFor();
}

// What the server of the address says about a mail that it could not deliver, to whoever sent it.
async function bounce(port, mail) {
    const report = ["From: MAILER-DAEMON@mx.example.net", "Subject: Undelivered Mail Returned to Sender", "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b",
        "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.example.net", "",
        `Final-Recipient: rfc822; ${mail.recipient}`, "Action: failed", "Status: 5.1.1",
        "Diagnostic-Code: smtp; 550 5.1.1 no such user", "--b--", "."];
    const talk = ["LHLO mx.example.net", "MAIL FROM:<>", `RCPT TO:<${mail.sender}>`, "DATA", ...report, "QUIT", ""].join("\r\n");
    const answers = await new Promise((told, failed) => {
        let said = "";
        const server = connect(port, "127.0.0.1", () => server.write(talk));
        server.on("data", (bytes) => { said += bytes; }).on("end", () => told(said)).on("error", failed);
    });
    assert.match(answers, /250 2\.0\.0 Taken/, answers);
}

const wholeLife = (mails, returnsPort, language) => async ({ visitors, program }) => {
    const say = kWords[language];
    const address = (name) => `${name.normalize("NFD").replace(/[^A-Za-z]/g, "").toLowerCase()}.${language}@example.net`;
    const [staying, leaving] = [address(say.staying), address(say.leaving)];
    const page = await visitors.open({ viewport: kPhone });
    await joinAndConfirm(page, mails, { email: staying, name: say.staying, code: say.code, language });
    await joinAndConfirm(page, mails, { email: leaving, name: say.leaving, code: say.code, language });

    const staff = await visitors.open();
    await signInStaff(staff, program);
    await makeSegment(staff, language, say.segment);
    for (const email of [staying, leaving]) await staff.getByText(email).waitFor();
    await writeMail(staff, language, say.mail);
    await sendToSegment(staff, language, say.mail, say.segment);
    const listMail = (email) => mails.to(email).find((mail) => mail.oneClick);
    const [kept, left] = [await comesTrue(() => listMail(staying), "the first copy"), await comesTrue(() => listMail(leaving), "the second")];
    assert.match(kept.text, new RegExp(say.staying), "a copy of one's own");
    assert.notEqual(kept.sender, left.sender, "each copy has a return address of its own");

    await bounce(returnsPort, kept);
    await comesTrue(async () => {
        await staff.goto(`/${language}/staff/returns?address=${encodeURIComponent(staying)}`);
        return (await staff.locator("main").textContent()).includes(say.suppressed);
    }, "the address is left alone");

    const answer = await fetch(left.oneClick, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }), redirect: "manual" });
    assert.equal(answer.status, 200, "one click, no redirect");
    await staff.goto(`/${language}/staff/segments`);
    await staff.getByRole("link", { name: say.segment }).click();
    await staff.getByRole("heading", { level: 1, name: say.segment }).waitFor();
    for (const email of [staying, leaving]) assert.equal(await staff.getByText(email).count(), 0, `${email} is not meant any more`);

    await staff.goto(`/${language}/staff/mailing-list?email=${encodeURIComponent(leaving)}`);
    await staff.waitForURL("**/staff/consent/*");
    const proof = await staff.locator("main").textContent();
    for (const trace of [`/${language}/join/news`, "List-Unsubscribe=One-Click"]) assert.ok(proof.includes(trace), `the proof names ${trace}`);

    await page.goto(`/${language}/my-data`);
    await page.locator("#email").fill(leaving);
    await page.locator("main form button[type=submit]").click();
    const own = await comesTrue(() => mails.to(leaving).flatMap((mail) => mail.links).find((link) => link.includes("/my-data/")), "the own page");
    await page.goto(own);
    await page.locator('a[href$="/erasure"]').click();
    await page.locator("#confirm").check();
    await page.locator("main form button[type=submit]").click();
    await page.locator("main h1").waitFor();
    assert.equal(program.query(`select count(*) from person where email = '${leaving}'`).trim(), "0");
    assert.equal(program.query(`select count(*) from person_address where email = '${leaving}'`).trim(), "0");
};

const freePort = () => new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
        const { port } = server.address();
        server.close(() => found(port));
    });
});

const mails = await startMailServer();
const returnsPort = await freePort();
try {
    await tell({
        "Nadia's mail comes back, Ikaika leaves with one click, and everything can be proven and erased": wholeLife(mails, returnsPort, "en"),
        "The same for Luc and Maëlle in French": wholeLife(mails, returnsPort, "fr"),
    }, {
        sets: ['mail.transport="smtp"', 'mail.smtp.host="127.0.0.1"', `mail.smtp.port=${mails.port}`, 'mail.smtp.starttls="none"',
            "mail.undo_minutes=0", 'limits.trusted_networks=["127.0.0.0/8"]', 'mail.returns_domain="returns.example.org"', `mail.returns_listen="127.0.0.1:${returnsPort}"`],
    });
} finally {
    mails.stop();
}
