// reading.mjs - reads pages with axe-core, and what it has read already only once.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./program.mjs";

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

// The same page, each of whose documents can call axe-core. It comes in through the debugger, which the page's policy does
// not concern, and once: to send it for each document costs as much as to show the document.
export async function withAxe(page) {
    await page.addInitScript({ content: `globalThis.loadAxe = () => { globalThis.axe ?? (() => { ${axe} })(); };` });
    return page;
}

// -> what violates `rules` (tags of axe-core) on the page that is open, and `rulesOfParts` (names of its rules) in those of
// its parts that are not among the `seen` ones, to which they are added. A part is an element with all that it stands in, by
// their names, classes and states, which is what its colours and its size follow from.
export async function readPage(page, { rules, rulesOfParts, seen }) {
    await page.evaluate(allIsAtRest);
    const fresh = [];
    (await page.evaluate(partsOfThePage)).forEach((part, index) => {
        if (seen.has(part)) return;
        seen.add(part);
        fresh.push(index);
    });
    return page.evaluate(violations, { rules, rulesOfParts, fresh });
}

// Fonts are there, a resized page has settled, and no colour is on its way to another.
async function allIsAtRest() {
    await document.fonts.ready;
    await new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(settled)));
    await Promise.allSettled(document.getAnimations().map((each) => each.finished));
}

// A number for each element of the body, in their order: the same for the same part.
function partsOfThePage() {
    const kLooks = new RegExp("^(class|style|role|type|rel|open|hidden|disabled|readonly|checked|"
        + "aria-(current|busy|disabled|sort|selected|pressed|expanded|invalid|hidden))$");
    const looksOf = ({ name, value }) => kLooks.test(name) ? [`${name}=${value}`] : name.startsWith("data-") ? [name] : [];
    const paths = new Map();
    const numberOf = (text) => {
        let [low, high] = [0xdeadbeef, 0x41c6ce57];
        for (let i = 0; i < text.length; ++i) {
            low = Math.imul(low ^ text.charCodeAt(i), 2654435761);
            high = Math.imul(high ^ text.charCodeAt(i), 1597334677);
        }
        return 4294967296 * (2097151 & high) + (low >>> 0);
    };
    return [...document.body.querySelectorAll("*")].map((element) => {
        const value = element.localName === "button" ? element.value : "";
        const own = [element.localName, value, ...[...element.attributes].flatMap(looksOf)].join(" ");
        const path = numberOf(`${paths.get(element.parentElement) ?? document.body.className} ${own}`);
        paths.set(element, path);
        return path;
    });
}

async function violations({ rules, rulesOfParts, fresh }) {
    globalThis.loadAxe();
    const asked = { resultTypes: ["violations"], iframes: false, preload: false };
    const without = Object.fromEntries(rulesOfParts.map((rule) => [rule, { enabled: false }]));
    const all = document.body.querySelectorAll("*");
    // What stands in a new part is new itself, and is read with it.
    const parts = fresh.map((index) => all[index]), inside = new Set(parts);
    const outermost = parts.filter((part) => !inside.has(part.parentElement));
    const found = [];
    const read = async (what, how) => found.push(...(await globalThis.axe.run(what, { ...asked, ...how })).violations);
    if (rules.length > 0) await read(document, { runOnly: rules, rules: without });
    if (outermost.length > 0) await read({ include: outermost }, { runOnly: rulesOfParts });
    return found.map(({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.slice(0, 3).map((node) => `    ${node.html.slice(0, 200)}`).join("\n")}`);
}
