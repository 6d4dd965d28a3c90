// markdown_editor.ts - a text area for Markdown gets buttons, takes paste from a word processor as Markdown, and shows
// below how it will read. Without this script it is a text area, and a button on the page shows the preview.
import { markdownOf } from "./clean_paste.ts";
import { elementsWith } from "./elements.ts";

const kRestMilliseconds = 400; // after which what was typed is drawn

// A button: the words around what is selected, or in front of each line of it.
interface Tool {
    before: string;
    after: string;
    placing: "around" | "lines";
}

interface Options {
    url: string; // draws Markdown
    words: string[]; // of the buttons, then of the preview
    language: string; // in which the text is written
}

// In the order of the words that come with the page; the last word names the preview.
const kTools: Tool[] = [
    { before: "**", after: "**", placing: "around" },
    { before: "*", after: "*", placing: "around" },
    { before: "## ", after: "", placing: "lines" },
    { before: "[", after: "](https://)", placing: "around" },
    { before: "- ", after: "", placing: "lines" },
    { before: "> ", after: "", placing: "lines" },
];

export function enhanceMarkdownEditors(): void {
    for (const element of elementsWith("data-markdown")) {
        const area = element.querySelector("textarea");
        const url = element.dataset["markdown"];
        const words = (element.dataset["markdownWords"] ?? "").split("|");
        const language = element.dataset["markdownLanguage"] ?? "";
        if (area && url && words.length > kTools.length) enhance(area, { url, words, language });
    }
}

function enhance(area: HTMLTextAreaElement, options: Options): void {
    area.lang = options.language; // of the words in it: for spelling, and for who hears them read
    area.before(toolbarOf(area, options.words));
    area.addEventListener("paste", (event) => pasteClean(area, event));
    showPreview(area, options);
}

function toolbarOf(area: HTMLTextAreaElement, words: string[]): HTMLElement {
    const bar = document.createElement("div");
    bar.className = "markdown-tools";
    kTools.forEach((tool, index) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button button--quiet button--small";
        button.textContent = words[index] ?? "";
        button.addEventListener("click", () => apply(area, tool));
        bar.append(button);
    });
    return bar;
}

function apply(area: HTMLTextAreaElement, tool: Tool): void {
    const { selectionStart: start, selectionEnd: end, value } = area;
    const selected = value.slice(start, end);
    area.focus();
    if (tool.placing === "around") {
        insert(area, tool.before + selected + tool.after);
        area.setSelectionRange(start + tool.before.length, start + tool.before.length + selected.length);
        return;
    }
    const lineStart = value.lastIndexOf("\n", start - 1) + 1;
    area.setSelectionRange(lineStart, end);
    const lines = value.slice(lineStart, end).split("\n");
    insert(area, lines.map((line) => tool.before + line).join("\n"));
}

// As if typed, so that it can be undone.
function insert(area: HTMLTextAreaElement, text: string): void {
    if (document.execCommand("insertText", false, text)) return;
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
}

function pasteClean(area: HTMLTextAreaElement, event: ClipboardEvent): void {
    const html = event.clipboardData?.getData("text/html") ?? "";
    const text = html ? markdownOf(html) : "";
    if (!text) return;
    event.preventDefault();
    insert(area, text);
}

function showPreview(area: HTMLTextAreaElement, options: Options): void {
    const box = document.createElement("details");
    box.className = "markdown-preview";
    box.open = window.matchMedia("(min-width: 56rem)").matches;
    const name = document.createElement("summary");
    name.textContent = options.words[kTools.length] ?? "";
    const drawn = document.createElement("div");
    drawn.className = "prose";
    drawn.lang = options.language;
    box.append(name, drawn);
    (area.closest(".field") ?? area).after(box);
    let resting = 0;
    const draw = (): void => void drawInto(drawn, area.value, options.url);
    area.addEventListener("input", () => {
        window.clearTimeout(resting);
        resting = window.setTimeout(draw, kRestMilliseconds);
    });
    draw();
}

// The server draws, as it will on the page: what comes back is markup that it made.
async function drawInto(target: HTMLElement, text: string, url: string): Promise<void> {
    try {
        const answer = await fetch(url, { method: "POST", body: new URLSearchParams({ text }) });
        if (answer.ok) target.innerHTML = await answer.text();
    } catch {
        // Without a connection the preview stays as it was; the words are in the field.
    }
}
