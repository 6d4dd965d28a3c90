// mail_server.mjs - tests/support/smtp_server.py beside a story, and the mails that it took.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./program.mjs";

function decoded(text) {
    const bytes = text.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
    return Buffer.from(bytes, "latin1").toString("utf8");
}

// The first header of this name, unfolded.
function header(head, name) {
    const found = head.replace(/\r\n[ \t]+/g, " ").match(new RegExp(`^${name}: (.*)$`, "mi"));
    return found?.[1].trim() ?? "";
}

function read(path) {
    const whole = readFileSync(path, "latin1");
    const head = whole.slice(0, whole.indexOf("\r\n\r\n"));
    const text = decoded(whole.slice(head.length));
    return {
        sender: header(head, "X-Sender"), recipient: header(head, "X-Recipient"), text,
        from: header(head, "From"), replyTo: header(head, "Reply-To"),
        oneClick: header(head, "List-Unsubscribe-Post") ? header(head, "List-Unsubscribe").match(/<(http[^>]+)>/)?.[1] : undefined,
        links: [...text.matchAll(/https?:\/\/[^\s"<>)]+/g)].map(([link]) => link.replaceAll("&amp;", "&")),
    };
}

// -> { port, to(address) -> mails in the order in which they came, takenForList() -> how many of those to the list, stop() }
export async function startMailServer() {
    const folder = mkdtempSync(join(tmpdir(), "alltogether-mails-"));
    const server = spawn("python3", [join(root, "tests/support/smtp_server.py"), folder], { stdio: ["pipe", "pipe", "inherit"] });
    const port = await new Promise((told) => server.stdout.once("data", (line) => told(Number(String(line)))));
    const files = () => readdirSync(folder).filter((name) => name.endsWith(".eml")).sort();
    return {
        port,
        takenForList: () => files().filter((name) => /^List-Unsubscribe-Post:/mi.test(readFileSync(join(folder, name), "latin1"))).length,
        to: (address) => files().map((name) => read(join(folder, name))).filter((mail) => mail.recipient === address),
        stop: () => { server.stdin.end(); rmSync(folder, { recursive: true, force: true }); },
    };
}
