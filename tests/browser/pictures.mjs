// pictures.mjs - `node tests/browser/pictures.mjs` takes the pictures of docs/pictures/ from the running demo.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, startProgram } from "./program.mjs";
import { launchBrowser, Visitors } from "./visitors.mjs";

const kFolder = join(root, "docs/pictures");
const kMostBytes = 300_000; // each: they are loaded with the README
const kPictures = [
    { file: "campaign.png", path: "/en/", viewport: { width: 1280, height: 940 }, scale: 1 },
    { file: "petition-phone.png", path: "/fr/petitions/equality-pledge", viewport: { width: 390, height: 844 }, scale: 2 },
];

mkdirSync(kFolder, { recursive: true });
const program = await startProgram({ signatures: 15_000 });
const browser = await launchBrowser();
const visitors = new Visitors(browser, program.address);
try {
    for (const picture of kPictures) await take(picture);
} finally {
    await visitors.leave();
    await browser.close();
    await program.stop();
}

async function take({ file, path, viewport, scale }) {
    const page = await visitors.open({ viewport, deviceScaleFactor: scale });
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const target = join(kFolder, file);
    await page.screenshot({ path: target });
    const { size } = statSync(target);
    console.log(`${file}: ${Math.round(size / 1000)} kB`);
    if (size > kMostBytes) process.exitCode = 1;
}
