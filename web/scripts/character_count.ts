// character_count.ts - says how many characters are left under a text area that has a limit.
import { elementsWith, pageLocale } from "./elements.ts";

const kFew = 20; // from here on the counter warns
const kQuietMilliseconds = 1000; // a screen reader hears the count only after a pause in typing

export function countCharacters(): void {
    for (const element of elementsWith("data-character-count")) {
        if (element instanceof HTMLTextAreaElement && element.maxLength > 0) countIn(element);
    }
}

function countIn(area: HTMLTextAreaElement): void {
    const seen = document.createElement("p");
    seen.className = "field__left";
    seen.setAttribute("aria-hidden", "true");
    const heard = document.createElement("p");
    heard.className = "visually-hidden";
    heard.setAttribute("role", "status");
    area.after(seen, heard);
    let timer = 0;
    const update = (): void => {
        const left = area.maxLength - area.value.length;
        seen.textContent = textFor(area, left);
        seen.classList.toggle("field__left--few", left <= kFew);
    };
    area.addEventListener("input", () => {
        update();
        window.clearTimeout(timer);
        timer = window.setTimeout(() => (heard.textContent = seen.textContent), kQuietMilliseconds);
    });
    update();
}

// The words come with the page, so that they are translated where all words are.
function textFor(area: HTMLTextAreaElement, left: number): string {
    const isOne = new Intl.PluralRules(pageLocale()).select(left) === "one";
    const many = area.dataset["characterCountText"] ?? "{count}";
    const text = (isOne ? area.dataset["characterCountOne"] : undefined) ?? many;
    return text.replace("{count}", new Intl.NumberFormat(pageLocale()).format(left));
}
