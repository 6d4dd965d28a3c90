// word_count.ts - counts the words of a text area while somebody writes, against the limit of a paper. The server counts
// the same way (count_words): what stands between blanks and holds a letter or a digit.
import { elementsWith, pageLocale } from "./elements.ts";

export function countWords(): void {
    for (const line of elementsWith("data-word-count")) {
        const area = document.getElementById(line.dataset["wordCount"] ?? "");
        if (area instanceof HTMLTextAreaElement) countIn(area, line);
    }
}

export function wordsOf(text: string): number {
    return text.split(/[ \t\r\n\u00A0\u202F]+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
}

function countIn(area: HTMLTextAreaElement, line: HTMLElement): void {
    const shown = line.querySelector("[data-word-count-shown]");
    const limit = Number(line.dataset["wordLimit"] ?? "0");
    if (shown === null) return;
    const update = (): void => {
        const words = wordsOf(area.value);
        shown.textContent = textFor(line, words);
        line.classList.toggle("editor-count--over", limit > 0 && words > limit);
    };
    area.addEventListener("input", update);
    update();
}

// The words come with the page, so that they are translated where all words are.
function textFor(line: HTMLElement, words: number): string {
    const isOne = new Intl.PluralRules(pageLocale()).select(words) === "one";
    const text = (isOne ? line.dataset["wordCountOne"] : undefined) ?? line.dataset["wordCountText"] ?? "{count}";
    return text.replace("{count}", new Intl.NumberFormat(pageLocale()).format(words));
}
