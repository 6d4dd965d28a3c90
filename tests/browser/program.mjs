// program.mjs - starts the program with the demo in a folder of its own, and stops it again.
import { execFileSync, spawn } from "node:child_process";
import { closeSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const kStartLimit = 240_000; // milliseconds; a sanitized build on a busy machine takes some
const kMostOutput = 256 * 1024 * 1024; // bytes that a command may print
const kSignatures = 4_812; // enough for figures of four digits, and quick

// The program that the environment names, else the development build.
export function programPath() {
    return process.env.ALLTOGETHER ?? join(root, "build/dev/alltogether");
}

// -> { address, staffPassword, run(...arguments), query(sql), stop() }
// signatures: made-up ones on the pledge; sets: keys of the configuration, as for serve --set; host: the name in its
// address, since browsers make passkeys for names only.
export async function startProgram({ signatures = kSignatures, sets = [], host = "127.0.0.1" } = {}) {
    const folder = mkdtempSync(join(tmpdir(), "alltogether-browser-"));
    const data = ["--data", join(folder, "data")];
    const run = runner(folder);
    try {
        const prepared = preparedDemo(signatures);
        if (prepared) cpSync(prepared, folder, { recursive: true });
        else seedDemo(folder, signatures);
        const staffPassword = readFileSync(join(folder, "password"), "utf8");
        const server = await serve(folder, data, { sets, host });
        // A statement on the running program's database, to make what is old: nothing waits for days here.
        const query = (sql) => execFileSync("sqlite3", ["-cmd", ".timeout 10000", join(folder, "data", "alltogether.db"), sql], { encoding: "utf8" });
        return { address: server.address, staffPassword, run, query, stop: () => stop(server, folder) };
    } catch (fault) {
        rmSync(folder, { recursive: true, force: true });
        throw fault;
    }
}

// Fills FOLDER/data with the demo and made-up signatures, and keeps the password of its staff beside it.
function seedDemo(folder, signatures) {
    mkdirSync(folder, { recursive: true });
    const password = runner(folder)("seed", "demo").match(/password (\S+)/)[1];
    writeFileSync(join(folder, "password"), password);
    addSignatures(folder, signatures);
}

function addSignatures(folder, signatures) {
    if (signatures === 0) return;
    runner(folder)("seed", "load", "--petition", "equality-pledge", "--signatures", String(signatures));
}

// Makes the two demos that the journeys of one run begin with: FOLDER, and beside it one that nobody has signed.
// ALLTOGETHER_DEMO names FOLDER; each journey goes on in a copy.
export function prepareDemos(folder) {
    for (const old of [folder, unsigned(folder)]) rmSync(old, { recursive: true, force: true });
    seedDemo(unsigned(folder), 0);
    cpSync(unsigned(folder), folder, { recursive: true });
    addSignatures(folder, kSignatures);
}

const unsigned = (folder) => `${folder}_unsigned`;

// Where the demo with so many signatures stands already; undefined when it does not.
function preparedDemo(signatures) {
    const folder = process.env.ALLTOGETHER_DEMO;
    if (!folder || ![0, kSignatures].includes(signatures)) return undefined;
    const prepared = signatures === 0 ? unsigned(folder) : folder;
    return existsSync(join(prepared, "password")) ? prepared : undefined;
}

// Runs a command of the program on FOLDER/data and gives what it prints.
function runner(folder) {
    return (...words) => execFileSync(programPath(), [...words, "--data", join(folder, "data")],
        { encoding: "utf8", maxBuffer: kMostOutput });
}

async function serve(folder, data, { sets, host }) {
    const port = await freePort();
    const address = `http://${host}:${port}`;
    const log = openSync(join(folder, "log"), "w");
    const process = spawn(
        programPath(), ["serve", ...data, "--listen", `127.0.0.1:${port}`,
            ...[`server.public_url="${address}"`, ...sets].flatMap((set) => ["--set", set])],
        { stdio: ["ignore", log, log] });
    closeSync(log);
    const server = { process, address, log: () => readFileSync(join(folder, "log"), "utf8") };
    const limit = Date.now() + kStartLimit;
    while (!(await isReady(address))) {
        if (process.exitCode !== null || Date.now() > limit) {
            process.kill("SIGKILL");
            throw new Error(`the program did not get ready:\n${server.log()}`);
        }
        await new Promise((again) => setTimeout(again, 50));
    }
    return server;
}

async function isReady(address) {
    return fetch(`${address}/readyz`).then((answer) => answer.ok, () => false);
}

function freePort() {
    return new Promise((found) => {
        const server = createServer().listen(0, "127.0.0.1", () => {
            const { port } = server.address();
            server.close(() => found(port));
        });
    });
}

// A program that ends in another way than by its own decision has something to say: sanitizers report so.
async function stop({ process, log }, folder) {
    if (process.exitCode === null && process.signalCode === null) {
        const ended = new Promise((done) => process.once("exit", done));
        process.kill("SIGTERM");
        await ended;
    }
    const said = log();
    rmSync(folder, { recursive: true, force: true });
    if (process.exitCode !== 0) throw new Error(`the program ended with ${process.exitCode}:\n${said}`);
}
