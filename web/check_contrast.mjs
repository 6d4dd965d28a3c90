// check_contrast.mjs - computes the contrast of every pair of colours that meet on a page, in both themes and all
// accents, from styles/tokens.css itself. Fails below WCAG 2.2 AA: 4.5 for text, 3 for large text, controls and focus.
import { readFileSync } from "node:fs";

const kText = 4.5;
const kPart = 3; // borders of controls, icons, focus rings, large text
const kAccents = ["accent-1", "accent-2", "accent-3", "accent-4", "accent-5", "accent-6"];
const kGrounds = ["paper", "tint", "raised"];
const kMeanings = ["success", "warning", "danger", "information"];

const pairs = [
    ...kGrounds.flatMap((ground) => [
        ["ink", ground, kText],
        ["ink-soft", ground, kText],
        ["accent-ink", ground, kText],
        ["control-line", ground, kPart],
        ["focus", ground, kPart],
        ...kMeanings.map((meaning) => [meaning, ground, kText]),
    ]),
    ...kMeanings.flatMap((meaning) => [
        [meaning, `${meaning}-wash`, kText],
        ["ink", `${meaning}-wash`, kText],
        ["focus", `${meaning}-wash`, kPart],
    ]),
    ["accent-on", "accent-ground", kText],
    ["accent-on", "accent-strong", kText],
    ["ink", "accent-wash", kText],
    ["accent-ink", "accent-wash", kText],
    ["on-inverse", "inverse", kText],
    ["on-inverse-soft", "inverse", kText],
    ["paper", "ink", kText],
    ["paper", "danger", kText],
];

const css = readFileSync(new URL("styles/tokens.css", import.meta.url), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
const darkAt = css.indexOf("@media (prefers-color-scheme: dark)");
const light = colours(css.slice(0, darkAt));
const dark = merged(light, colours(css.slice(darkAt)));

const failures = [];
let lowest = { ratio: 21 };
for (const [theme, table] of [["light", light], ["dark", dark]]) {
    for (const accent of kAccents) {
        for (const pair of pairs) check(theme, accent, { ...table[":root"], ...table[`.${accent}`] }, pair);
    }
}
if (failures.length > 0) {
    console.error(failures.join("\n"));
    process.exit(1);
}
console.log(`contrast: ${pairs.length * kAccents.length * 2} pairs pass; the lowest text is ${lowest.text}`);

function check(theme, accent, tokens, [front, back, needed]) {
    const ratio = contrast(colour(tokens, front), colour(tokens, back));
    const text = `${ratio.toFixed(2)} (${theme}, ${accent}: ${front} on ${back}, needs ${needed})`;
    if (ratio < needed) failures.push(`contrast: ${text}`);
    if (needed === kText && ratio < lowest.ratio) lowest = { ratio, text };
}

function colour(tokens, name) {
    if (tokens[name]) return tokens[name];
    throw new Error(`tokens.css has no colour --${name}`);
}

// selector -> { token: "#rrggbb" }
function colours(text) {
    const table = {};
    for (const [, selectors, body] of text.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
        for (const selector of selectors.split(",").map((part) => part.trim())) {
            table[selector] ??= {};
            for (const [, name, value] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)) table[selector][name] = value;
        }
    }
    return table;
}

function merged(below, above) {
    const names = new Set([...Object.keys(below), ...Object.keys(above)]);
    return Object.fromEntries([...names].map((name) => [name, { ...below[name], ...above[name] }]));
}

// WCAG 2.2, "contrast ratio" and "relative luminance".
function contrast(first, second) {
    const [high, low] = [luminance(first), luminance(second)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
}

function luminance(hex) {
    const [red, green, blue] = [1, 3, 5].map((at) => {
        const value = parseInt(hex.slice(at, at + 2), 16) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
