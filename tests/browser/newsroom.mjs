// newsroom.mjs - `node tests/browser/newsroom.mjs`: Amélie writes the news in both languages, Tom reads and publishes it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { signInStaff, tabTo } from "./acts.mjs";
import { root } from "./program.mjs";
import { tell } from "./tell.mjs";
import { kPhone } from "./visitors.mjs";

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const kRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function expectNoBarrier(page) {
    const session = await page.context().newCDPSession(page);
    await session.send("Page.setBypassCSP", { enabled: true });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
        (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] }), kRules);
    assert.deepEqual(violations.map((each) => `${each.id}: ${each.nodes[0].html}`), [], page.url());
}

// Begins an item and stands in its editor; its path.
async function begin(page, { section = "International Solidarity", day = "2026-11-02" } = {}) {
    await page.goto("/en/staff/news/new");
    await page.locator("#section").selectOption({ label: section });
    await page.locator("#event_day").fill(day);
    await page.getByRole("button", { name: "Begin writing" }).click();
    await page.waitForURL("**/staff/news/items/*");
    return new URL(page.url()).pathname;
}

async function write(page, language, { title, body }) {
    await page.locator(`#title_${language}`).fill(title);
    await page.locator(`#body_${language}`).fill(body);
}

async function save(page) {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.waitForLoadState();
}

async function takeStep(page, item, step, button) {
    await page.goto(`${item}/steps`);
    await page.locator(`form[action$="/${step}"]`).getByRole("button", { name: button }).click();
    await page.waitForURL(`**${item}/steps`);
}

// Public pages are kept for about a second.
async function statusBecomes(page, path, wanted) {
    let status = 0;
    for (let look = 0; look < 600 && status !== wanted; ++look) {
        status = (await page.request.get(path, { maxRedirects: 0 })).status();
        if (status !== wanted) await page.waitForTimeout(100);
    }
    assert.equal(status, wanted, path);
}

const kEnglish = { title: "Harbour pilots keep their watch", body: "The port wanted **one pilot** fewer by night.\n\nIt will not have it." };
const kFrench = { title: "Les pilotes du port gardent leur quart", body: "Le port voulait **un pilote** de moins la nuit.\n\nIl ne l’aura pas." };

await tell({
    async "Amélie writes in both languages and sends it to review; Tom publishes it, renames it, and the old address leads on"({ visitors, program }) {
        const amelie = await visitors.open(), tom = await visitors.open(), reader = await visitors.open();
        await signInStaff(amelie, program);
        const item = await begin(amelie);
        await write(amelie, "en", kEnglish);
        await amelie.locator(".markdown-preview strong").first().waitFor();
        await save(amelie);
        await amelie.getByText("to be written").waitFor();
        await write(amelie, "fr", kFrench);
        await save(amelie);
        await expectNoBarrier(amelie);
        await amelie.goto(`${item}/preview`);
        assert.equal(await amelie.locator(".preview strong").count(), 2, "Markdown is drawn");
        await amelie.goto(`${item}/steps`);
        await amelie.getByLabel("A word to the reviewer").fill("Please check the name of the port.");
        await amelie.getByRole("button", { name: "Send to review" }).click();
        await amelie.getByText("In review").first().waitFor();

        const path = "/en/articles/2026-11-02-harbour-pilots-keep-their-watch";
        assert.equal((await reader.goto(path)).status(), 404, "nobody sees a draft");
        await signInStaff(tom, program, "tom");
        await tom.getByText("1 news item waits for review.").waitFor();
        await tom.goto(`${item}/steps`);
        await tom.getByText("Please check the name of the port.").waitFor();
        await expectNoBarrier(tom);
        await takeStep(tom, item, "publication", "Publish");
        await statusBecomes(reader, path, 200);
        await reader.goto(path);
        await reader.getByRole("heading", { level: 1, name: kEnglish.title }).waitFor();
        await reader.goto("/fr/articles/2026-11-02-les-pilotes-du-port-gardent-leur-quart");
        await reader.getByRole("heading", { level: 1, name: kFrench.title }).waitFor();

        await tom.goto(`${item}/steps`);
        await tom.getByLabel("Address in English").fill("harbour-pilots");
        await tom.getByRole("button", { name: "Change the addresses" }).click();
        await tom.getByRole("link", { name: "/en/articles/harbour-pilots", exact: true }).waitFor();
        await statusBecomes(reader, "/en/articles/harbour-pilots", 200);
        await statusBecomes(reader, path, 301); // a public page may be a second old
        // What the browser is sent is kept apart from what was asked above, and may be a second older.
        for (let look = 0; look < 50 && !reader.url().endsWith("/en/articles/harbour-pilots"); ++look) await reader.goto(path);
        assert.match(reader.url(), /\/en\/articles\/harbour-pilots$/);
    },

    async "Two write at once: other fields are merged, the same one is shown to who comes second"({ visitors, program }) {
        const amelie = await visitors.open(), tom = await visitors.open();
        await signInStaff(amelie, program);
        await signInStaff(tom, program, "tom");
        const item = await begin(amelie);
        await write(amelie, "en", { title: "Ferry", body: "It runs." });
        await save(amelie);
        for (const page of [amelie, tom]) await page.goto(item);
        await tom.locator("#body_en").fill("It runs again.");
        await save(tom);
        await write(amelie, "fr", { title: "Le traversier", body: "Il navigue." });
        await amelie.locator("#body_en").fill("It sails.");
        await amelie.getByRole("button", { name: "Save", exact: true }).click();
        await amelie.getByText("Tom Okafor saved this on").waitFor();
        await amelie.waitForFunction(() => document.activeElement.matches("[data-error-summary]"));
        assert.equal(await amelie.locator("#body_en").inputValue(), "It sails.");
        assert.equal(await amelie.locator("#title_fr").inputValue(), "Le traversier");
        assert.equal(await amelie.locator(".theirs__words").textContent(), "It runs again.");
        await save(amelie);
        await amelie.goto(`${item}/revisions`);
        await amelie.getByRole("link", { name: "Revision 3" }).click();
        await amelie.locator(".difference del", { hasText: "runs again" }).waitFor();
        await amelie.locator(".difference ins", { hasText: "sails" }).waitFor();
        await expectNoBarrier(amelie);
        await amelie.goto(`${item}/revisions`);
        await amelie.getByRole("link", { name: "Revision 1" }).first().click();
        await amelie.getByRole("button", { name: "Take these words back" }).click();
        await amelie.waitForURL(`**${item}`);
        assert.equal(await amelie.locator("#body_en").inputValue(), "It runs.");
    },

    async "What Amélie types is kept when her window goes away, and offered when she comes back"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        const item = await begin(amelie);
        await amelie.locator("#body_en").pressSequentially("Half a thought");
        await amelie.getByText("What you typed is kept.").waitFor();
        await amelie.goto("/en/staff");
        await amelie.goto(item);
        await amelie.getByText("You typed something here and did not save it.").waitFor();
        await expectNoBarrier(amelie);
        await amelie.getByRole("link", { name: "Take it up again" }).click();
        assert.equal(await amelie.locator("#body_en").inputValue(), "Half a thought");
        await save(amelie);
        await amelie.goto(item);
        assert.equal(await amelie.getByText("You typed something here").count(), 0);
    },

    async "A paste from a word processor becomes Markdown, and a button makes a word bold"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await begin(amelie);
        await amelie.locator("#body_en").focus();
        await amelie.evaluate(() => {
            const data = new DataTransfer();
            data.setData("text/html", `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body>
<!--StartFragment--><h1 style="mso-style-name:x">Title</h1><p class=MsoNormal><b style="mso-bidi-font-weight:normal">Bold</b> and
<i>soft</i><o:p>&nbsp;</o:p> <a href="https://example.org/">link</a> <a href="javascript:alert(1)">trap</a></p>
<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>one</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>two<span class=MsoCommentReference>[JT1]</span></p>
<table><tr><td>Lima</td><td>43</td></tr></table>
<p>« Jamais&nbsp;! », dit-elle &nbsp;à <span style="font-weight:700">tous</span><del> les patrons</del>.</p>
<div style='mso-element:comment-list'><p class=MsoCommentText>Not for readers</p></div><script>alert(2)</script><!--EndFragment--></body></html>`);
            data.setData("text/plain", "unused");
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        });
        assert.equal(await amelie.locator("#body_en").inputValue(),
            "## Title\n\n**Bold** and *soft* [link](https://example.org/) trap\n\n- one\n- two\n\nLima 43\n\n" +
            "« Jamais\u00a0! », dit-elle à **tous**.");
        await amelie.locator("#body_fr").fill("gras");
        await amelie.locator("#body_fr").selectText();
        await amelie.getByRole("button", { name: "Bold" }).nth(1).click();
        assert.equal(await amelie.locator("#body_fr").inputValue(), "**gras**");
    },

    async "Amélie attaches a document; nobody takes it away before the item is public, then its size stands beside it"({ visitors, program }) {
        const amelie = await visitors.open(), reader = await visitors.open();
        await signInStaff(amelie, program);
        const item = await begin(amelie);
        await write(amelie, "en", { title: "A brief on water", body: "Eleven pages." });
        await write(amelie, "fr", { title: "Un mémoire sur l’eau", body: "Onze pages." });
        await save(amelie);
        await amelie.getByRole("link", { name: "Documents", exact: true }).click();
        await amelie.getByText("No document yet").waitFor();
        const attach = async (name, buffer) => {
            await amelie.getByLabel("File").setInputFiles({ name, mimeType: "application/pdf", buffer });
            await amelie.getByLabel("What it is, in English").fill("The brief");
            await amelie.getByRole("button", { name: "Attach the document" }).click();
        };
        await attach("brief.pdf", Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0]));
        await amelie.locator("[data-error-summary]").waitFor();
        await expectNoBarrier(amelie);
        const pdf = Buffer.from(`%PDF-1.4\n%${"x".repeat(12_000)}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
        await attach("Mémoire.pdf", pdf);
        const link = amelie.locator(".attached__link");
        await link.waitFor();
        const path = await link.getAttribute("href");
        await expectNoBarrier(amelie);
        assert.equal((await reader.request.get(path)).status(), 404);
        await takeStep(amelie, item, "publication", "Publish");
        const answer = await reader.request.get(path);
        assert.equal(answer.status(), 200);
        assert.deepEqual(Buffer.from(await answer.body()), pdf);
        assert.match(answer.headers()["content-disposition"], /^attachment/);
        await statusBecomes(reader, "/en/articles/2026-11-02-a-brief-on-water", 200);
        await reader.goto("/fr/articles/2026-11-02-un-memoire-sur-l-eau");
        await reader.getByRole("link", { name: "The brief (PDF, 12 ko)" }).waitFor();
        const feed = await (await reader.request.get("/en/news/solidarity/feeds/feed.json")).json();
        const entry = feed.items.find((each) => each.title === "A brief on water");
        assert.equal(entry.attachments[0].size_in_bytes, pdf.length);
    },

    async "Where a section asks for it, Amélie publishes nothing of her own before Tom has approved it"({ visitors, program }) {
        const amelie = await visitors.open(), tom = await visitors.open();
        await signInStaff(amelie, program);
        await signInStaff(tom, program, "tom");
        await amelie.goto("/en/staff/news/sections");
        await amelie.getByRole("link", { name: "Tax Fairness" }).click();
        await amelie.getByLabel("Somebody other than the writer approves each item").check();
        await save(amelie);
        const item = await begin(amelie, { section: "Tax Fairness" });
        await write(amelie, "en", { title: "Who pays", body: "We asked." });
        await write(amelie, "fr", { title: "Qui paie", body: "Nous avons demandé." });
        await save(amelie);
        await amelie.goto(`${item}/steps`);
        assert.equal(await amelie.locator('form[action$="/publication"]').count(), 0);
        await takeStep(amelie, item, "review", "Send to review");
        await amelie.getByText("You wrote the newest words yourself").waitFor();
        await expectNoBarrier(amelie);
        await takeStep(tom, item, "approval", "Approve it as it stands");
        await tom.getByText("Tom Okafor approved it on").waitFor();
        await takeStep(amelie, item, "publication", "Publish");
        await statusBecomes(amelie, "/en/articles/2026-11-02-who-pays", 200);
    },

    async "Tom schedules an item; when its time comes it is public"({ visitors, program }) {
        const tom = await visitors.open();
        await signInStaff(tom, program, "tom");
        const item = await begin(tom, { day: "2026-10-01" });
        await write(tom, "en", { title: "Embargo", body: "Until noon." });
        await save(tom);
        await tom.goto(`${item}/steps`);
        await tom.getByLabel("Day and time").fill("2001-01-01T09:00");
        await tom.locator("#one_language_later").check();
        await tom.getByRole("button", { name: "Schedule" }).click();
        await tom.locator("[data-error-summary]").getByText("This time has passed").waitFor();
        await tom.getByLabel("Day and time").fill("2199-01-01T09:00");
        await tom.locator("#one_language_later").check();
        await tom.getByRole("button", { name: "Schedule" }).click();
        await tom.getByText("It becomes public on January 1, 2199 at 9:00 a.m.").waitFor();
        // The clock cannot be turned: the row is, and the job that waits for it.
        program.query(`update news_item set due_at = 1 where stage = 2; update job set due_at = 1 where kind = 'newsroom.publish_due'`);
        await statusBecomes(tom, "/en/articles/2026-10-01-embargo", 200);
    },

    async "Without a script and by keyboard alone an item is written, previewed and published"({ visitors, program }) {
        const amelie = await visitors.open({ javaScriptEnabled: false, viewport: kPhone });
        await signInStaff(amelie, program);
        const item = await begin(amelie);
        await tabTo(amelie, amelie.locator("#title_en"));
        await amelie.keyboard.type("By hand");
        await tabTo(amelie, amelie.locator("#body_en"));
        await amelie.keyboard.type("Every *word* of it.");
        await tabTo(amelie, amelie.getByRole("button", { name: "Save and preview" }));
        await amelie.keyboard.press("Enter");
        await amelie.waitForURL(`**${item}/preview`);
        await amelie.locator(".preview em").waitFor();
        await amelie.goto(`${item}/steps`);
        await tabTo(amelie, amelie.locator("#one_language"));
        await amelie.keyboard.press("Space");
        await amelie.keyboard.press("Tab");
        await amelie.keyboard.press("Enter");
        await amelie.getByText("Public, as it stands.").waitFor();
        await statusBecomes(amelie, "/en/articles/2026-11-02-by-hand", 200);
    },

    async "The list is narrowed down, sections are kept, and links that lead nowhere are reported"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto("/en/staff/news");
        await expectNoBarrier(amelie);
        await amelie.locator("#words").fill("bolletin that is not there");
        await amelie.getByRole("button", { name: "Show" }).click();
        await amelie.getByText("Nothing fits").waitFor();
        await amelie.goto("/en/staff/news/sections");
        await amelie.getByLabel("Title in English").fill("From the archive");
        await amelie.getByLabel("Address in English").fill("archive");
        await amelie.getByRole("button", { name: "Make the section" }).click();
        await amelie.locator("[data-error-summary]").getByText("used by the site itself").waitFor();
        await amelie.getByLabel("Address in English").fill("old-days");
        await amelie.getByRole("button", { name: "Make the section" }).click();
        await amelie.waitForURL("**/staff/news/sections/*");
        await expectNoBarrier(amelie);
        await amelie.getByLabel("Publish without the other language").check();
        await amelie.getByRole("button", { name: "Publish the section" }).click();
        await statusBecomes(amelie, "/en/news/old-days", 200);
        const item = await begin(amelie, { section: "From the archive" });
        await write(amelie, "en", { title: "Links", body: "[gone](/en/articles/gone)" });
        await save(amelie);
        await amelie.goto(`${item}/steps`);
        await amelie.locator("#one_language").check();
        await amelie.getByRole("button", { name: "Publish", exact: true }).click();
        await amelie.goto("/en/staff/news/links");
        await amelie.getByText("/en/articles/gone").waitFor();
        await expectNoBarrier(amelie);
    },
});
