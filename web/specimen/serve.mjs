// serve.mjs - builds the assets and serves the specimens on a free local port, under the strict policy of the real site.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { browserPath } from "../../tests/browser/visitors.mjs";
import { tools } from "./parts.mjs";
import { publicPages } from "./public_pages.mjs";
import { staffPages } from "./staff_pages.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const pages = { ...publicPages, ...staffPages };
const kPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
const kTypes = { ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const kCounts = { "/stream": 48213, "/stream/long": 1248213 };

// -> { address, push(count), close() }; push sends a count to every open /stream.
export async function serveSpecimens() {
    const folder = mkdtempSync(join(tmpdir(), "specimen-"));
    execFileSync(process.execPath, [join(root, "web/build.mjs"), "--out", folder]);
    const assets = JSON.parse(readFileSync(join(folder, "assets.json"), "utf8"));
    const streams = new Set();
    const server = createServer((request, response) => answer(request, response, { folder, assets, streams }));
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    return {
        address: `http://127.0.0.1:${server.address().port}`,
        push: (confirmed) => streams.forEach((stream) => sendCount(stream, confirmed)),
        close: () => {
            server.closeAllConnections();
            server.close();
            rmSync(folder, { recursive: true });
        },
    };
}

export function launchBrowser() {
    return chromium.launch({
        executablePath: browserPath(),
        args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"],
    });
}

function answer(request, response, { folder, assets, streams }) {
    const path = new URL(request.url, "http://localhost").pathname;
    response.setHeader("Content-Security-Policy", kPolicy);
    if (path in kCounts) {
        response.writeHead(200, { "Content-Type": "text/event-stream" });
        sendCount(response, kCounts[path]);
        if (path === "/stream") streams.add(response);
        response.on("close", () => streams.delete(response));
        return;
    }
    if (path.startsWith("/assets/")) {
        response.setHeader("Content-Type", kTypes[extname(path)] ?? "application/octet-stream");
        response.end(readFileSync(join(folder, path.slice("/assets/".length))));
        return;
    }
    const [, language, name] = path.split("/");
    if (!pages[name]) return response.writeHead(404).end();
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(pages[name](tools(language, assets)));
}

function sendCount(response, confirmed) {
    response.write(`data: ${JSON.stringify({ confirmed, pending: 4 })}\n\n`);
}
