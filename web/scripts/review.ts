// review.ts - the keys of the review queue: J and K go down and up, A and X choose, U takes the choice back. Without a
// script the boxes are ticked by hand.
import { elementsWith } from "./elements.ts";

const kChoices = new Map([["a", "fine"], ["x", "mark"]]);
const kSteps = new Map([["j", 1], ["k", -1]]);

export function reviewByKeys(): void {
    for (const form of elementsWith("data-review")) {
        const items = [...form.querySelectorAll<HTMLElement>("[data-review-item]")];
        form.querySelector<HTMLElement>("[data-review-keys]")?.removeAttribute("hidden");
        document.addEventListener("keydown", (event) => act(items, event));
    }
}

function act(items: HTMLElement[], event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const step = kSteps.get(key);
    if (step !== undefined) return go(items, at + step, event);
    const item = items[at];
    if (!item) return;
    const choice = kChoices.get(key);
    if (choice) {
        item.querySelector<HTMLInputElement>(`input[value="${choice}"]`)!.checked = true;
        go(items, at + 1, event);
    } else if (key === "u") {
        for (const box of item.querySelectorAll<HTMLInputElement>("input[type=radio]")) box.checked = false;
    }
}

// Radio buttons take no letters; fields and menus do.
function isTyping(target: EventTarget | null): boolean {
    if (target instanceof HTMLInputElement) return target.type !== "radio";
    return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function go(items: HTMLElement[], to: number, event: KeyboardEvent): void {
    event.preventDefault();
    items[Math.min(Math.max(to, 0), items.length - 1)]?.focus();
}
