// build.mjs - `node web/build.mjs --out DIR` writes everything the browser loads into DIR:
// one stylesheet, the scripts, one sprite of icons, the fonts, each named by its content, compressed beside itself,
// and assets.json / assets.txt, which say what the hashed names are. The same input gives the same bytes.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, parse, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const web = dirname(fileURLToPath(import.meta.url));
const packages = join(web, "..", "node_modules");
const kTargets = ["es2022", "chrome111", "firefox113", "safari16.4"];
const kCompressible = new Set([".css", ".js", ".svg", ".json", ".txt"]);

// Our names for the font files, and where npm puts them.
const kFonts = {
    "headline.woff2": "@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2",
    "headline-extended.woff2": "@fontsource-variable/archivo/files/archivo-latin-ext-wght-normal.woff2",
    "text.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
    "text-italic.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
    "text-extended.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2",
};

// url("../fonts/x.woff2") and url("../icons/y.svg") in a stylesheet become the hashed names beside it.
const hashedUrls = {
    name: "hashed-urls",
    setup(esbuild) {
        esbuild.onResolve({ filter: /^\.\.\/(fonts|icons)\// }, ({ path }) => {
            const name = path.replace("../icons/", "").replace("../", "");
            if (!manifest.has(name)) return { errors: [{ text: `${path} is not among the assets of build.mjs` }] };
            return { path: manifest.get(name), external: true };
        });
    },
};

const out = resolve(outputFolder(process.argv.slice(2)));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const manifest = new Map(); // logical name -> hashed name

for (const [name, path] of Object.entries(kFonts)) add(`fonts/${name}`, readFileSync(join(packages, path)));
add("icons.svg", sprite(iconNames()));
add("favicon.svg", oneLine(readFileSync(join(web, "icons/favicon.svg"), "utf8")));
add("tally-poster.svg", oneLine(readFileSync(join(web, "icons/tally-poster.svg"), "utf8")));
add("site.css", await bundle("styles/site.css"));
add("site.js", await bundle("scripts/site.ts"));
add("mosaic.js", await bundle("scripts/mosaic.ts"));
add("frame.js", await bundle("scripts/frame.ts"));
add("embed.js", await bundle("scripts/embed.ts", "iife"));
writeManifests();

function outputFolder(args) {
    const at = args.indexOf("--out");
    if (at >= 0 && args[at + 1] && args.length === 2) return args[at + 1];
    console.error("usage: node web/build.mjs --out DIR    (DIR is emptied first)");
    process.exit(2);
}

function add(name, content) {
    const bytes = Buffer.from(content);
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
    const { dir, name: stem, ext } = parse(name);
    const hashed = join(dir, `${stem}.${hash}${ext}`);
    manifest.set(name, hashed);
    write(hashed, bytes);
}

function write(name, bytes) {
    const path = join(out, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    if (!kCompressible.has(parse(name).ext)) return;
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}

// icons/names.txt: "our-name lucide-name" a line; "own" takes icons/NAME.svg.
function iconNames() {
    return readFileSync(join(web, "icons/names.txt"), "utf8")
        .split("\n")
        .filter((line) => line && !line.startsWith("#"))
        .map((line) => line.split(" "));
}

function sprite(names) {
    const symbols = names.map(([name, source]) => symbol(name, iconFile(name, source)));
    return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}

function iconFile(name, source) {
    const own = join(web, "icons", `${name}.svg`);
    const path = source === "own" ? own : join(packages, "lucide-static/icons", `${source}.svg`);
    if (existsSync(path)) return readFileSync(path, "utf8");
    throw new Error(`icons/names.txt: no drawing for "${name}" (${path})`);
}

// Stroke and fill of Lucide's icons come from the class "icon"; our own drawings bring theirs along.
function symbol(name, svg) {
    const [, head, body] = /<svg([^>]*)>([\s\S]*)<\/svg>/.exec(svg);
    const box = /viewBox="([^"]+)"/.exec(head)[1];
    const own = /lucide/.test(head) ? "" : (/ (fill="none"[^>]*)$/.exec(head)?.[1] ?? "");
    return `<symbol id="${name}" viewBox="${box}"${own ? ` ${own}` : ""}>${oneLine(body)}</symbol>`;
}

function oneLine(svg) {
    return svg.replace(/\s+/g, " ").replace(/> </g, "><").trim();
}

async function bundle(entry, format = "esm") {
    const result = await build({
        entryPoints: [join(web, entry)],
        bundle: true,
        minify: true,
        write: false,
        format,
        target: kTargets,
        charset: "utf8",
        legalComments: "none",
        logLevel: "warning",
        plugins: [hashedUrls],
    });
    return result.outputFiles[0].contents;
}

function writeManifests() {
    const sorted = [...manifest].sort(([a], [b]) => (a < b ? -1 : 1));
    writeFileSync(join(out, "assets.json"), `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
    writeFileSync(join(out, "assets.txt"), sorted.map(([name, hashed]) => `${name} ${hashed}\n`).join(""));
}
