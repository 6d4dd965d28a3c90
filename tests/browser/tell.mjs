// tell.mjs - tells stories against the running program: `tell(stories)` in a file that node runs.
// --only WORDS: the stories whose name holds them. Ends with 1 when a story does not hold.
import assert from "node:assert/strict";
import { startProgram } from "./program.mjs";
import { launchBrowser, Visitors } from "./visitors.mjs";

// Each story is a function of ({ visitors, program }) under its name.
export async function tell(stories, options = {}) {
    const chosen = Object.entries(stories).filter(([name]) => name.includes(wantedWords()));
    const program = await startProgram(options);
    const browser = await launchBrowser();
    let failed = 0;
    try {
        for (const [name, story] of chosen) failed += await holds(name, story, { browser, program }) ? 0 : 1;
    } finally {
        await browser.close();
        await program.stop();
    }
    console.log(`${chosen.length - failed} of ${chosen.length} stories hold`);
    if (failed > 0 || chosen.length === 0) process.exitCode = 1;
}

function wantedWords() {
    const at = process.argv.indexOf("--only");
    return at < 0 ? "" : process.argv[at + 1];
}

async function holds(name, story, { browser, program }) {
    const visitors = new Visitors(browser, program.address);
    const begun = Date.now();
    let fault;
    await story({ visitors, program }).catch((error) => { fault = error; });
    const complaints = await visitors.leave();
    if (!fault && complaints.length > 0) fault = new assert.AssertionError({ message: complaints.join("\n") });
    console.log(`${fault ? "FAILED" : "ok"}: ${name} (${Date.now() - begun} ms)`);
    if (fault) console.error(fault.stack, complaints.length > 0 ? `\n${complaints.join("\n")}` : "");
    return !fault;
}
