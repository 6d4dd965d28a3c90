// visitors.mjs - people in front of a browser. Whatever their pages complain about is kept, and fails the story.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

export const kPhone = { width: 390, height: 844 };
export const kDesk = { width: 1280, height: 900 };
const kPatience = 60_000; // milliseconds until a condition that never comes true is given up

// The shell without windows shows a page for little more than half of the processor's time.
export function browserPath() {
    return process.env.CHROMIUM ?? ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((path) => existsSync(path));
}

export function launchBrowser() {
    return chromium.launch({
        executablePath: browserPath(),
        args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
            // Pages are short-lived: to translate their scripts twice, the second time well, costs a fifth of all that they take.
            "--js-flags=--no-opt --no-maglev"],
    });
}

// The people of one story: open(options of the browser's context) -> page; leave() -> what the pages complained about.
export class Visitors {
    #browser;
    #address;
    #contexts = [];
    #complaints = [];

    constructor(browser, address) {
        this.#browser = browser;
        this.#address = address;
    }

    async open(options = {}) {
        const context = await this.#browser.newContext(
            { baseURL: this.#address, viewport: kDesk, reducedMotion: "reduce", ...options });
        context.setDefaultTimeout(kPatience);
        context.on("page", (page) => this.#listen(page));
        this.#contexts.push(context);
        return context.newPage();
    }

    async leave() {
        for (const context of this.#contexts) await context.close();
        return this.#complaints;
    }

    // The browser calls a page that was refused (404, 409, 410, 422) an error too, and what a script
    // sent and was refused (422); the story itself decides about those.
    #listen(page) {
        const refused = new Set();
        const pageOf = (address) => address.split("#")[0];
        page.on("response", (response) => {
            const allowed = response.request().isNavigationRequest() ? [404, 409, 410, 422] : response.request().resourceType() === "fetch" ? [422] : [];
            if (allowed.includes(response.status())) refused.add(pageOf(response.url()));
        });
        page.on("console", (message) => {
            const isRefusal = message.text().startsWith("Failed to load resource") && refused.has(pageOf(message.location().url));
            if (message.type() === "error" && !isRefusal) this.#complain(page, message.text());
        });
        page.on("pageerror", (error) => this.#complain(page, error.stack));
    }

    #complain(page, words) {
        this.#complaints.push(`${page.url()}: ${words}`);
    }
}
