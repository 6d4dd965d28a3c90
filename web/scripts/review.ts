// review.ts - the keys of queues that staff work off: J and K go down and up, U takes the choice back, and every box or
// button with data-review-key answers to that key: inside an item for the item in focus, else for the whole page. Without
// a script the boxes are ticked by hand.
import { elementsWith } from "./elements.ts";

const kSteps = new Map([["j", 1], ["k", -1]]);

export function reviewByKeys(): void {
    const forms = elementsWith("data-review");
    if (forms.length === 0) return;
    const items = forms.flatMap((form) => [...form.querySelectorAll<HTMLElement>("[data-review-item]")]);
    for (const hint of elementsWith("data-review-keys")) hint.removeAttribute("hidden");
    document.addEventListener("keydown", (event) => act(items, event));
}

function act(items: HTMLElement[], event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const step = kSteps.get(key);
    if (step !== undefined) return go(items, at + step, event);
    if (!/^[a-z0-9]$/.test(key)) return;
    const item = items[at];
    const box = item?.querySelector<HTMLInputElement>(`input[data-review-key="${key}"]`);
    if (item && box) return choose(items, item, box, event);
    if (item && key === "u") return takeBack(item);
    document.querySelector<HTMLButtonElement>(`button[data-review-key="${key}"]`)?.click();
}

function choose(items: HTMLElement[], item: HTMLElement, box: HTMLInputElement, event: KeyboardEvent): void {
    box.checked = box.type === "radio" || !box.checked;
    go(items, items.indexOf(item) + 1, event);
}

function takeBack(item: HTMLElement): void {
    for (const box of item.querySelectorAll<HTMLInputElement>("input[type=radio], input[type=checkbox]")) box.checked = false;
}

// Radio buttons and boxes take no letters; fields and menus do.
function isTyping(target: EventTarget | null): boolean {
    if (target instanceof HTMLInputElement) return target.type !== "radio" && target.type !== "checkbox";
    return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function go(items: HTMLElement[], to: number, event: KeyboardEvent): void {
    event.preventDefault();
    items[Math.min(Math.max(to, 0), items.length - 1)]?.focus();
}
