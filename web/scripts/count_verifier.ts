// count_verifier.ts - checks receipts of the verifiable count in the browser, as docs/methods/verifiable_count.md says,
// while they are pasted. Nothing is sent; the button below does the same on the server.
import { elementsWith } from "./elements.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type Verdict = "holds" | "promise" | "fails" | "unsigned" | "unknown";

interface Step {
    type: string;
    index: number;
    path: string[];
}
interface Receipt {
    format: string;
    petition: string;
    signer_class: string;
    signature: string;
    counted_at: string;
    salt: string;
    steps: Step[];
    note: string;
}

const kClasses = ["individual", "elected_official", "candidate", "organisation", "municipality"];
const kTypes = ["", "confirmed", "withdrawn", "invalidated", "restored"];
const kPrefix = "#receipt=";
const kShortHead = 74;

export function verifyReceiptsHere(): void {
    for (const form of elementsWith("data-count-verifier")) {
        const area = form.querySelector("textarea");
        if (!area || !globalThis.crypto?.subtle) continue;
        area.addEventListener("input", () => void show(form, area.value));
        form.querySelector<HTMLInputElement>("input[type=file]")?.addEventListener("change", (event) => {
            void takeFile(event.target as HTMLInputElement, area);
        });
        if (location.hash.startsWith(kPrefix)) {
            area.value = location.hash.slice(kPrefix.length);
            area.scrollIntoView({ block: "center" });
            void show(form, area.value);
        }
    }
}

async function takeFile(input: HTMLInputElement, area: HTMLTextAreaElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    area.value = await file.text();
    input.value = "";
    area.dispatchEvent(new Event("input"));
}

async function show(form: HTMLElement, text: string): Promise<void> {
    const place = form.querySelector<HTMLElement>("[data-count-verdict]");
    if (!place) return;
    const verdict = await verdictOn(text.trim(), form.dataset["countKey"] ?? "").catch((): Verdict => "fails");
    const words: Record<Verdict, string | undefined> = {
        holds: form.dataset["countHolds"],
        promise: form.dataset["countPromise"],
        fails: form.dataset["countFails"],
        unsigned: form.dataset["countUnsigned"],
        unknown: undefined,
    };
    place.textContent = words[verdict] ?? "";
    place.hidden = !words[verdict];
    place.className = `notice notice--${verdict === "fails" ? "danger" : verdict === "holds" ? "success" : "information"}`;
}

async function verdictOn(text: string, key: string): Promise<Verdict> {
    const receipt = text.startsWith("{") ? (JSON.parse(text) as Receipt) : await readShort(text);
    if (!receipt) return "unknown";
    if (receipt.format !== "alltogether-count-receipt/1") return "fails";
    const split = receipt.note.lastIndexOf("\n\n");
    const signed = await isSigned(receipt.note.slice(0, split + 1), receipt.note.slice(split + 2), key);
    if (signed === false) return "fails";
    const lines = receipt.note.split("\n");
    if (receipt.steps.length === 0) return lines[2] === hexOf(await entryOf(receipt, "confirmed")) && signed ? "promise" : "fails";
    const size = Number(lines[1]);
    const root = hexOf(fromBase64(lines[2] ?? ""));
    if (!alternates(receipt.steps)) return "fails";
    for (const step of receipt.steps) {
        const leaf = await hash([Uint8Array.of(0), await entryOf(receipt, step.type)]);
        if (hexOf(await rootOf(leaf, step.index, size, step.path.map(fromHex))) !== root) return "fails";
    }
    return signed === undefined ? "unsigned" : "holds";
}

function alternates(steps: Step[]): boolean {
    return steps.every((step, i) => {
        if (!Number.isSafeInteger(step.index)) return false;
        const up = step.type === "confirmed" || step.type === "restored";
        return up === (i % 2 === 0) && (i > 0 || step.type === "confirmed") && step.index > (steps[i - 1]?.index ?? -1);
    });
}

// The short form names its head by the size; the head is public.
async function readShort(text: string): Promise<Receipt | undefined> {
    if (!/^[A-Za-z0-9_-]{99,}$/.test(text)) return undefined;
    const bytes = fromBase64(text.replaceAll("-", "+").replaceAll("_", "/") + "=".repeat((4 - (text.length % 4)) % 4));
    const view = new DataView(bytes.buffer);
    const number = (at: number) => view.getBigUint64(at).toString();
    const answer = await fetch(`/api/v1/count-proof/heads/${number(66)}`);
    if (!answer.ok) throw new Error("no such head");
    const path: string[] = [];
    for (let at = kShortHead; at < bytes.length; at += 32) path.push(hexOf(bytes.slice(at, at + 32)));
    return {
        format: "alltogether-count-receipt/1",
        petition: number(2), signature: number(10), counted_at: number(18),
        signer_class: kClasses[view.getUint8(1)] ?? "",
        salt: hexOf(bytes.slice(26, 58)),
        steps: [{ type: "confirmed", index: Number(number(58)), path }],
        note: await answer.text(),
    };
}

// undefined: this browser does not know Ed25519, or the note was signed by an earlier key.
async function isSigned(text: string, signatures: string, key: string): Promise<boolean | undefined> {
    const [name, number, encoded] = key.split("+", 2).concat(key.slice(key.indexOf("+", key.indexOf("+") + 1) + 1));
    const line = signatures.split("\n").map((each) => each.split(" ")).find((each) =>
        each[1] === name && hexOf(fromBase64(each[2] ?? "").slice(0, 4)) === number);
    if (!line) return undefined;
    try {
        const imported = await crypto.subtle.importKey("raw", fromBase64(encoded ?? "").slice(1), "Ed25519", false, ["verify"]);
        return await crypto.subtle.verify("Ed25519", imported, fromBase64(line[2] ?? "").slice(4), bytesOf(text));
    } catch {
        return undefined;
    }
}

async function entryOf(receipt: Receipt, type: string): Promise<Bytes> {
    const signerClass = Uint8Array.of(kClasses.indexOf(receipt.signer_class));
    const commitment = await hash([
        bytesOf("alltogether count commitment 1\n"), fromHex(receipt.salt), u64(receipt.petition), signerClass,
        u64(receipt.signature), u64(receipt.counted_at),
    ]);
    return joined([Uint8Array.of(1, kTypes.indexOf(type)), signerClass, u64(receipt.petition), commitment]);
}

// RFC 9162, 2.1.3.2, by the definition of the tree.
async function rootOf(leaf: Bytes, index: number, size: number, path: Bytes[]): Promise<Bytes> {
    const last = path.at(-1);
    if (size === 1 && !last && index === 0) return leaf;
    if (!last || size <= 1 || index < 0 || index >= size) throw new Error("wrong path");
    let split = 1;
    while (split * 2 < size) split *= 2;
    const rest = path.slice(0, -1);
    return index < split
        ? hash([Uint8Array.of(1), await rootOf(leaf, index, split, rest), last])
        : hash([Uint8Array.of(1), last, await rootOf(leaf, index - split, size - split, rest)]);
}

async function hash(parts: Bytes[]): Promise<Bytes> {
    return new Uint8Array(await crypto.subtle.digest("SHA-256", joined(parts)));
}

function joined(parts: Bytes[]): Bytes {
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
    }
    return bytes;
}

function u64(text: string): Bytes {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(text));
    return bytes;
}

function bytesOf(text: string): Bytes {
    return new Uint8Array(new TextEncoder().encode(text));
}

function fromBase64(text: string): Bytes {
    return Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
}

function fromHex(text: string): Bytes {
    if (!/^([0-9a-f]{2})*$/i.test(text)) throw new Error("not hexadecimal");
    return Uint8Array.from(text.match(/../g) ?? [], (each) => parseInt(each, 16));
}

function hexOf(bytes: Uint8Array): string {
    return [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
}
