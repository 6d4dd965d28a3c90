// letter_likeness.ts - says while one writes how alike the letter is to earlier ones. Nothing of it is kept; without a
// script the page before sending says the same.
import { elementsWith, pageLocale } from "./elements.ts";

const kRestMilliseconds = 900;
const kLongestText = 12_000; // characters that the server takes

interface Likeness {
    sentence: string;
    advice: string;
}

export function compareLettersWhileWriting(): void {
    for (const place of elementsWith("data-letter-likeness")) follow(place);
}

function follow(place: HTMLElement): void {
    const form = place.closest("form");
    const field = document.getElementById("words");
    if (!form || !(field instanceof HTMLTextAreaElement)) return;
    let timer = 0;
    let asked = 0;
    const ask = async (): Promise<void> => {
        const number = ++asked;
        const text = choiceOf(form, field).slice(0, kLongestText);
        const body = JSON.stringify({ campaign: Number(place.dataset["letterLikeness"]), text, language: pageLocale() });
        const headers = { "Content-Type": "application/json" };
        const answer = await fetch("/api/v1/letter-likeness", { method: "POST", body, headers }).catch(() => undefined);
        if (!answer?.ok || number !== asked) return;
        show(place, (await answer.json()) as Likeness);
    };
    form.addEventListener("input", () => {
        window.clearTimeout(timer);
        timer = window.setTimeout(() => void ask(), kRestMilliseconds);
    });
}

// What the person chose and wrote, in the order of the letter.
function choiceOf(form: HTMLFormElement, field: HTMLTextAreaElement): string {
    const blocks = [...form.querySelectorAll<HTMLInputElement>("[data-letter-block]:checked")];
    const words = blocks.map((block) => block.labels?.[0]?.textContent ?? "");
    return [...words, field.value].filter((part) => part.trim() !== "").join("\n\n");
}

function show(place: HTMLElement, likeness: Likeness): void {
    place.replaceChildren();
    if (likeness.sentence === "") return;
    const notice = document.createElement("div");
    notice.className = "notice notice--warning";
    const body = document.createElement("div");
    body.className = "notice__body";
    const words = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = likeness.sentence;
    words.append(strong, " ", likeness.advice);
    body.append(words);
    notice.append(body);
    place.append(notice);
}
