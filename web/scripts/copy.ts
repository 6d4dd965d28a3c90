// copy.ts - buttons that copy a text: data-copy holds it, or "#id" of the element that does.
import { elementsWith } from "./elements.ts";

const kSaidMilliseconds = 3000;

export function enableCopying(): void {
    for (const button of elementsWith("data-copy")) {
        button.hidden = false;
        button.addEventListener("click", () => void copyFrom(button));
    }
}

async function copyFrom(button: HTMLElement): Promise<void> {
    if (!(await copyText(textOf(button.dataset["copy"] ?? "")))) return;
    const label = button.querySelector<HTMLElement>("[data-copy-label]") ?? button;
    const before = label.textContent;
    label.textContent = button.dataset["copied"] ?? before;
    window.setTimeout(() => (label.textContent = before), kSaidMilliseconds);
}

function textOf(source: string): string {
    if (!source.startsWith("#")) return source;
    const element = document.getElementById(source.slice(1));
    return element instanceof HTMLInputElement ? element.value : (element?.textContent ?? "");
}

// The clipboard needs HTTPS (or localhost) and leave; without either the old way still works.
export async function copyText(text: string): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return copyBySelection(text);
    }
}

function copyBySelection(text: string): boolean {
    const area = document.createElement("textarea");
    area.className = "visually-hidden";
    area.value = text;
    const focused = document.activeElement;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return copied;
}
