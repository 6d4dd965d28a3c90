// dossiers.mjs - `node tests/browser/dossiers.mjs`: an office answers a letter by mail; staff read it, make a promise of
// it, everybody can read that, and the sheet for the lobby day is printed. In both languages, without a script.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signInStaff } from "./acts.mjs";
import { startMailServer } from "./mail_server.mjs";
import { tell } from "./tell.mjs";
import { kPhone } from "./visitors.mjs";

const kSay = {
    en: { words: "I will vote against the cut, and say so in the House.", promise: "Open", read: "Answer of substance", telling: "What they answered" },
    fr: { words: "Je voterai contre la coupure, et je le dirai en Chambre.", promise: "Ouverte", read: "Réponse sur le fond", telling: "Ce qui a été répondu" },
};

async function comesTrue(condition, what) {
    for (let look = 0; look < 600; look++) {
        const found = await condition();
        if (found) return found;
        await new Promise((again) => setTimeout(again, 100));
    }
    assert.fail(what);
}

// What the server of the office says at our door, about one answer.
async function officeAnswers(port, to, { words, id, attachment = "" }) {
    const mail = ["From: Office <office@parl.example.org>", `Subject: Re: ${id}`, `Message-ID: <${id}@parl.example.org>`, "MIME-Version: 1.0",
        "Content-Type: multipart/mixed; boundary=cut", "", "--cut", "Content-Type: text/plain; charset=utf-8", "", words, "",
        "On Monday, somebody wrote:", "> Dear member", "--cut", "Content-Type: application/pdf",
        'Content-Disposition: attachment; filename="letter.pdf"', "Content-Transfer-Encoding: base64", "", attachment, "--cut--", "."];
    const talk = ["EHLO mx.parl.example.org", "MAIL FROM:<office@parl.example.org>", `RCPT TO:<${to}>`, "DATA", ...mail, "QUIT", ""].join("\r\n");
    return await new Promise((told, failed) => {
        let said = "";
        const server = connect(port, "127.0.0.1", () => server.write(talk));
        server.on("data", (bytes) => { said += bytes; }).on("end", () => told(said)).on("error", failed);
    });
}

// A letter of the demo that has reached the office's server: to whom, and by whom.
async function deliveredLetter(program, mails, language) {
    const row = await comesTrue(() => program.query(`
        select letter.representative_id || '|' || letter.recipient || '|' || letter_writing.email from letter
        join letter_writing on letter_writing.id = letter.writing_id
        where letter.state = 2 and letter.answered_at is null and letter_writing.locale = '${language}' order by letter.id limit 1`).trim(),
    "a letter is delivered");
    const [representative, office, writer] = row.split("|");
    const mail = await comesTrue(() => mails.to(office).find((each) => each.sender.startsWith("l-")), "it comes with an address of its own");
    return { representative, writer, address: mail.sender };
}

const season = (mails, port, language) => async ({ visitors, program }) => {
    const say = kSay[language];
    const letter = await deliveredLetter(program, mails, language);
    const id = `lobby-${language}`;
    const said = await officeAnswers(port, letter.address, { words: say.words, id, attachment: "A".repeat(76) });
    assert.match(said, /250 2\.0\.0 Taken/, said);
    const huge = Array(26_000).fill("A".repeat(76)).join("\r\n");
    assert.match(await officeAnswers(port, letter.address, { words: "See the file.", id: `huge-${language}`, attachment: huge }), /250 2\.0\.0 Taken/);
    assert.match(await officeAnswers(port, "l-none@returns.example.org", { words: "x", id: "x" }), /550 5\.1\.1/);

    const page = await visitors.open({ viewport: kPhone, javaScriptEnabled: false });
    const [handedOn] = await comesTrue(() => {
        const links = mails.to(letter.writer).filter((mail) => mail.text.includes(say.words)).flatMap((mail) => mail.links);
        return links.some((link) => link.includes("/letter-answers/")) && [links.find((link) => link.includes("/letter-answers/"))];
    }, "the answer is handed on");
    await page.goto(handedOn);
    await page.getByText(say.words).waitFor();
    await page.getByText("letter.pdf").first().waitFor();
    await page.locator("main form button[type=submit]").click();
    await page.locator(".error-summary").waitFor();
    await page.locator("#words").fill("Her aide called as well.");
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL("**told=1");

    const staff = await visitors.open({ javaScriptEnabled: false });
    await signInStaff(staff, program);
    await staff.goto(`/${language}/staff/dossiers/answers`);
    await staff.getByRole("link", { name: `Re: ${id}` }).click();
    await staff.getByText(say.words).first().waitFor();
    await staff.locator("input[name=kind][value=substance]").check();
    await staff.locator("form:has(input[name=kind]) button[type=submit]").click();
    await staff.getByText(say.read).first().waitFor();
    assert.equal(await staff.locator(`form[action$='/promise'] #words_${language}`).inputValue(), say.words);
    await staff.locator("form[action$='/promise'] button[type=submit]").click();
    await staff.waitForURL("**done=saved");

    await comesTrue(async () => {
        await page.goto(`/${language}/representatives/${letter.representative}`);
        return await page.locator(".dossier").getByText(say.words).count() > 0;
    }, "everybody can read the promise");
    assert.equal(await page.getByText(letter.writer).count(), 0);
    await staff.goto(`/${language}/staff/dossiers/${letter.representative}`);
    await staff.getByText(say.words).first().waitFor();
    const sheet = await staff.request.get(`/${language}/staff/dossiers/${letter.representative}/sheet.pdf`);
    const file = join(tmpdir(), `dossier-${process.pid}.pdf`);
    writeFileSync(file, await sheet.body());
    assert.match(execFileSync("pdfinfo", [file], { encoding: "utf8" }), /Pages: +2/);
    await staff.goto(`/${language}/staff/dossiers?progress=promised&sort=answered&order=down`);
    await staff.locator(`a[href$='/staff/dossiers/${letter.representative}']`).first().waitFor();
    await staff.goto(`/${language}/staff/dossiers?view=map`);
    await staff.locator(`.seats a[href$='/staff/dossiers/${letter.representative}']`).first().waitFor();
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
        "An office answers Wanda's letter, and everybody can read what it promised": season(mails, returnsPort, "en"),
        "The same in French": season(mails, returnsPort, "fr"),
    }, {
        sets: ['mail.transport="smtp"', 'mail.smtp.host="127.0.0.1"', `mail.smtp.port=${mails.port}`, 'mail.smtp.starttls="none"',
            'limits.trusted_networks=["127.0.0.0/8"]', 'mail.returns_domain="returns.example.org"', `mail.returns_listen="127.0.0.1:${returnsPort}"`],
    });
} finally {
    mails.stop();
}
