// guide_words.ts - words that work: one of two wordings is shown by chance, an answer is copied or inserted with one tap,
// and words that have better ones are marked while one types. What is counted is a wording and a day, never a person.
import { elementsWith } from "./elements.ts";

const kRestMilliseconds = 700;
const kLongestText = 20_000; // bytes that the server takes

interface WordHint {
    words: string;
    better: string;
    why: string;
}

export function showWordsThatWork(): void {
    for (const pair of elementsWith("data-guide-pair")) prepare(pair);
    for (const panel of elementsWith("data-word-panel")) hintWhileTyping(panel);
    for (const link of elementsWith("data-jump")) link.focus();
}

function prepare(pair: HTMLElement): void {
    const wordings = [...pair.querySelectorAll<HTMLElement>("[data-wording]")];
    const chosen = wordings.length > 1 && Math.random() < 0.5 ? 1 : 0;
    wordings.forEach((wording, number) => (wording.hidden = number !== chosen));
    if (wordings.length > 1) whenSeen(pair, () => tell(pair, chosen, "shown"));
    const copy = pair.querySelector<HTMLElement>("[data-copy]");
    const shown = wordings[chosen];
    if (copy && shown?.id) copy.dataset["copy"] = `#${shown.id}`;
    copy?.addEventListener("click", () => tell(pair, chosen, "copied"));
    for (const button of pair.querySelectorAll<HTMLElement>("[data-insert]")) prepareInsert(pair, button);
}

function whenSeen(element: HTMLElement, seen: () => void): void {
    const observer = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        seen();
    });
    observer.observe(element);
}

function prepareInsert(pair: HTMLElement, button: HTMLElement): void {
    const wording = button.closest<HTMLElement>("[data-wording]");
    const words = wording?.querySelector<HTMLElement>("[data-words]")?.textContent ?? "";
    button.hidden = false;
    button.addEventListener("click", () => {
        const field = fieldOf(pair.closest<HTMLElement>("[data-word-panel]"));
        if (!field) return;
        insert(field, words);
        tell(pair, Number(wording?.dataset["wording"] ?? 0), "inserted");
    });
}

function fieldOf(panel: HTMLElement | null): HTMLTextAreaElement | null {
    const field = document.getElementById(panel?.dataset["wordPanel"] ?? "");
    return field instanceof HTMLTextAreaElement ? field : null;
}

// Where the cursor stands, parted from the words around it.
function insert(field: HTMLTextAreaElement, words: string): void {
    const before = field.value.slice(0, field.selectionStart);
    const after = field.value.slice(field.selectionEnd);
    const head = before === "" || /\s$/.test(before) ? "" : " ";
    const tail = after === "" || /^\s/.test(after) ? "" : " ";
    field.setRangeText(head + words + tail, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
}

function tell(pair: HTMLElement, wording: number, kind: string): void {
    const url = pair.dataset["uses"];
    if (!url) return;
    const body = JSON.stringify({ pair: pair.dataset["guidePair"], wording, kind });
    const headers = { "Content-Type": "application/json" };
    void fetch(url, { method: "POST", body, headers, keepalive: true }).catch(() => undefined);
}

function hintWhileTyping(panel: HTMLElement): void {
    const field = fieldOf(panel);
    const hints = panel.querySelector<HTMLElement>("[data-word-hints]");
    if (!field || !hints) return;
    let resting = 0;
    let newest = 0;
    field.addEventListener("input", () => {
        window.clearTimeout(resting);
        resting = window.setTimeout(() => void look(++newest), kRestMilliseconds);
    });
    const look = async (asked: number): Promise<void> => {
        const found = await hintsFor(panel, field.value);
        if (found && asked === newest) show(hints, found);
    };
}

async function hintsFor(panel: HTMLElement, text: string): Promise<WordHint[] | undefined> {
    const url = panel.dataset["check"];
    if (!url || new TextEncoder().encode(text).length > kLongestText) return undefined;
    const body = JSON.stringify({ language: panel.dataset["language"], text });
    try {
        const answer = await fetch(url, { method: "POST", body, headers: { "Content-Type": "application/json" } });
        return answer.ok ? ((await answer.json()) as { hints: WordHint[] }).hints : undefined;
    } catch {
        return undefined; // no connection: the next pause in typing tries again
    }
}

function show(hints: HTMLElement, found: WordHint[]): void {
    const list = hints.querySelector("ul");
    const language = hints.closest<HTMLElement>("[data-word-panel]")?.dataset["language"] ?? "";
    list?.replaceChildren(...found.map((hint) => line(hint, language)));
    hints.hidden = found.length === 0;
}

function line(hint: WordHint, language: string): HTMLElement {
    const item = document.createElement("li");
    item.className = "word-panel__hint";
    item.lang = language;
    const words = document.createElement("q");
    words.textContent = hint.words;
    const better = document.createElement("strong");
    better.textContent = hint.better;
    item.append(words, " → ", better, `. ${hint.why}`);
    return item;
}
