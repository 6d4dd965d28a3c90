// news_reading.mjs - `node tests/browser/news_reading.mjs`: people read the news on paper-white pages, in their feed
// readers, and years later from a folder without a server.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import FeedMe from "feedme";
import RssParser from "rss-parser";
import { tell } from "./tell.mjs";
import { kPhone } from "./visitors.mjs";

const kSection = { en: "/en/news/solidarity", fr: "/fr/news/solidarite" };

await tell({
    async "Noor reads from the front page into a section, an item, and the one before it, on her phone"({ visitors }) {
        const noor = await visitors.open({ viewport: kPhone, hasTouch: true, isMobile: true });
        await noor.goto("/en/news");
        await noor.getByRole("heading", { level: 1, name: "News" }).waitFor();
        await noor.locator("main").getByRole("link", { name: "International Solidarity" }).first().tap();
        await noor.getByRole("heading", { level: 1, name: "International Solidarity" }).waitFor();
        const headline = noor.locator(".story__title a").first();
        const title = await headline.innerText();
        await headline.tap();
        await noor.getByRole("heading", { level: 1, name: title }).waitFor();
        const data = JSON.parse(await noor.locator('script[type="application/ld+json"]').textContent());
        assert.equal(data["@type"], "NewsArticle");
        assert.equal(data.headline, title);
        assert.equal(data.inLanguage, "en-CA");
        await noor.locator(".neighbour--older").first().tap();
        await noor.waitForFunction((before) => document.querySelector("h1").innerText !== before, title);
    },

    async "the newest items are in the other language, or say that they are not"({ visitors }) {
        const page = await visitors.open();
        await page.goto(kSection.fr);
        for (const path of (await paths(page, ".story__title a")).slice(0, 4)) {
            await page.goto(path);
            assert.equal(await page.locator("html").getAttribute("lang"), "fr");
            await page.getByRole("link", { name: "English" }).first().click();
            assert.equal(await page.locator("html").getAttribute("lang"), "en");
            const isThere = await page.locator('link[rel="alternate"][hreflang="fr"]').count() === 1;
            const isTold = await page.getByText("This item has not been translated into English.").count() === 1;
            assert.ok(isThere !== isTold, path);
        }
    },

    async "three feed readers and a browser read the same items in every format, in both languages"({ program, visitors }) {
        for (const language of ["en", "fr"]) {
            const page = await visitors.open();
            await page.goto(kSection[language]);
            const feeds = await page.locator('head link[rel="alternate"][title]').evaluateAll((links) => links.map((link) => [link.type, new URL(link.href).pathname]));
            assert.deepEqual(feeds.map(([type]) => type), ["application/rss+xml", "application/atom+xml", "application/feed+json"]);
            const shown = await titlesOnPage(page);
            const [rss, atom, json] = await Promise.all(feeds.map(([, path]) => fetch(program.address + path).then((answer) => answer.text())));
            for (const xml of [rss, atom]) {
                expectWellFormed(xml);
                expectItems(await readByRssParser(xml), shown);
                expectItems(readByFeedparser(xml, language), shown);
                expectItems(readByFeedMe(xml), shown);
            }
            expectItems(readByFeedMe(json), shown);
            expectJsonFeed(JSON.parse(json), language);
            await expectEnclosures(program, rss, JSON.parse(json));
        }
    },

    async "an identity in a feed stays when the address of the item changes"({ program }) {
        const path = `${kSection.en}/feeds/feed.json`;
        const before = (await fetch(program.address + path).then((answer) => answer.json())).items[0];
        const id = before.id.match(/news\/(\d+)\//)[1];
        program.query(`update news_text set slug = 'renamed-for-good' where item_id = ${id} and locale = 'en';
            insert into news_item_address (locale, slug, item_id, since, given_by) values ('en', 'renamed-for-good', ${id}, 1, 'test')`);
        const after = await eventually(async () => {
            const item = (await fetch(program.address + path).then((answer) => answer.json())).items[0];
            return item.url.endsWith("/en/articles/renamed-for-good") ? item : undefined;
        });
        assert.equal(after.id, before.id);
        const old = await fetch(program.address + new URL(before.url).pathname, { redirect: "manual" });
        assert.equal(old.status, 301);
        assert.equal(old.headers.get("location"), "/en/articles/renamed-for-good");
    },

    async "tags and levels have pages and feeds of their own"({ program, visitors }) {
        const page = await visitors.open();
        await page.goto("/en/news");
        const [topic] = await paths(page, ".topics .topic");
        for (const list of [topic, "/en/news/levels/qc", "/fr/news/levels/qc", "/en/news/all"]) {
            await page.goto(list);
            assert.ok(await page.locator(".story").count() > 0, list);
            const items = readByFeedMe(await fetch(`${program.address}${list}/feeds/atom.xml`).then((answer) => answer.text()));
            assert.ok(items.length > 0, list);
        }
    },

    async "a section becomes a folder that opens without a server, a script or the Internet"({ program, visitors }) {
        const folder = mkdtempSync(join(tmpdir(), "alltogether-archive-"));
        try {
            program.run("export", "site", "--section", "solidarity", "--to", folder);
            const files = readdirSync(folder, { recursive: true });
            const pages = files.filter((file) => file.endsWith(".html"));
            assert.ok(pages.some((file) => file.startsWith("en/articles/")) && pages.some((file) => file.startsWith("fr/articles/")));
            const reader = await visitors.open({ offline: true });
            const walked = await walk(reader, pathToFileURL(join(folder, "index.html")).href);
            assert.equal(walked.size, pages.length, "every page is reached by a link");
            assert.ok(!files.some((file) => file.endsWith(".js")));
            for (const file of pages) assert.doesNotMatch(readFileSync(join(folder, file), "utf8"), /type="module"|(?:href|src)="\//, file);
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    },

    async "search engines are told of every item, in both languages"({ program }) {
        const index = await fetch(`${program.address}/sitemap.xml`).then((answer) => answer.text());
        expectWellFormed(index);
        const part = await fetch(`${program.address}/sitemaps/1.xml`).then((answer) => answer.text());
        expectWellFormed(part);
        const feed = await fetch(`${program.address}${kSection.en}/feeds/feed.json`).then((answer) => answer.json());
        for (const item of feed.items) assert.ok(part.includes(`<loc>${item.url}</loc>`), item.url);
        const translated = part.split("<url>").find((entry) => entry.includes(`<loc>${feed.items[0].url}</loc>`));
        assert.match(translated, /hreflang="en"[^>]*>.*hreflang="fr"|hreflang="fr"[^>]*>.*hreflang="en"/s);
    },
}, { signatures: 0 });

async function paths(page, selector) {
    return page.locator(selector).evaluateAll((links) => [...new Set(links.map((link) => link.pathname))]);
}

// What the page shows, by address; an item without a title has none in a feed either.
async function titlesOnPage(page) {
    const titles = await page.locator(".story").evaluateAll((stories) => stories.map((story) =>
        [story.querySelector(".story__more a, .story__link").pathname, story.querySelector(".story__title")?.textContent]));
    return new Map(titles);
}

// What each reader makes of a feed: [{ title, url, date, html }].
async function readByRssParser(xml) {
    const feed = await new RssParser().parseString(xml);
    return feed.items.map((item) => ({ title: item.title, url: item.link, date: item.isoDate, html: item["content:encoded"] ?? item.content }));
}

function readByFeedMe(text) {
    const parser = new FeedMe(true);
    parser.write(text);
    parser.end();
    const one = (value) => [value].flat()[0];
    return parser.done().items.map((item) => ({
        title: one(item.title)?.text ?? one(item.title),
        url: item.url ?? one(item.link)?.href ?? one(item.link),
        date: item.date_published ?? item.pubdate ?? item.published,
        html: item.content_html ?? item["content:encoded"] ?? one(item.content)?.text ?? one(item.content),
    }));
}

// Debian's python3-feedparser; it also says when something about the feed is odd.
function readByFeedparser(xml, language) {
    const program = `
import feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read())
if feed.bozo: sys.exit(repr(feed.bozo_exception))
print(json.dumps({"language": feed.feed.language, "items": [{"title": e.get("title"), "url": e.link, "id": e.id,
    "date": "%04d-%02d-%02dT%02d:%02d:%02dZ" % e.published_parsed[:6], "html": e.content[0].value} for e in feed.entries]}))`;
    const feed = JSON.parse(execFileSync("/usr/bin/python3", ["-c", program], { input: xml, encoding: "utf8" }));
    assert.equal(feed.language, `${language}-CA`);
    assert.equal(new Set(feed.items.map((item) => item.id)).size, feed.items.length);
    return feed.items;
}

function expectItems(items, shown) {
    assert.ok(items.length > 0);
    for (const { title, url, date, html } of items) {
        const path = new URL(url).pathname;
        if (shown.get(path)) assert.equal(title, shown.get(path));
        assert.ok(!Number.isNaN(Date.parse(date)), `${date} of ${path}`);
        assert.match(html, /<p>/);
        assert.doesNotMatch(html, /(?:href|src)="\//, "addresses in feeds are absolute");
    }
    const inFeed = new Set(items.map((item) => new URL(item.url).pathname));
    for (const path of shown.keys()) assert.ok(inFeed.has(path), path);
}

// https://www.jsonfeed.org/version/1.1/
function expectJsonFeed(feed, language) {
    assert.equal(feed.version, "https://jsonfeed.org/version/1.1");
    assert.equal(feed.language, `${language}-CA`);
    assert.equal(new Set(feed.items.map((item) => item.id)).size, feed.items.length);
    for (const item of feed.items) {
        assert.equal(typeof item.id, "string");
        assert.match(item.date_published, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        assert.ok(item.content_html);
    }
}

// What goes with an entry is as long as it says, in every format.
async function expectEnclosures(program, rss, feed) {
    const lengths = [...rss.matchAll(/<enclosure url="([^"]+)" length="(\d+)"/g)].map(([, url, length]) => [url, Number(length)]);
    const sizes = feed.items.flatMap((item) => item.attachments ?? []).map((each) => [each.url, each.size_in_bytes]);
    assert.ok(lengths.length > 0 && sizes.length >= lengths.length);
    for (const [url, size] of [...lengths, ...sizes]) {
        const bytes = await fetch(program.address + new URL(url).pathname).then((answer) => answer.arrayBuffer());
        assert.equal(size, bytes.byteLength, url);
    }
}

// A third, strict reader.
function expectWellFormed(xml) {
    execFileSync("python3", ["-c", "import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.stdin.buffer)"], { input: xml });
}

async function eventually(ask) {
    const limit = Date.now() + 60_000;
    for (;;) {
        const answer = await ask();
        if (answer !== undefined) return answer;
        assert.ok(Date.now() < limit, "it never came true");
        await new Promise((again) => setTimeout(again, 100));
    }
}

// Opens every page that links between files lead to; nothing may be missing, and nothing is asked of a server. What was
// still loading when the next page opened is given up by the browser.
async function walk(page, start) {
    const walked = new Set();
    const waiting = [start];
    const broken = [];
    page.on("requestfailed", (request) => { if (request.failure().errorText !== "net::ERR_ABORTED") broken.push(request.url()); });
    page.on("request", (request) => { if (!request.url().startsWith("file:")) broken.push(request.url()); });
    while (waiting.length > 0) {
        const url = waiting.pop();
        if (walked.has(url)) continue;
        walked.add(url);
        await page.goto(url);
        const { links, isStyled } = await page.evaluate(() => ({
            links: [...document.querySelectorAll("a[href]")].map((link) => link.href.split("#")[0]).filter((href) => href.startsWith("file:")),
            isStyled: getComputedStyle(document.body).fontFamily.includes("Archivo"),
        }));
        assert.ok(isStyled, `${url} has its stylesheet`);
        waiting.push(...links);
    }
    assert.deepEqual(broken, []);
    return walked;
}
