// share.ts - a share button: the device's own sheet where there is one, else the link is copied.
import { copyText } from "./copy.ts";
import { elementsWith } from "./elements.ts";

export function enableSharing(): void {
    for (const button of elementsWith("data-share")) {
        button.hidden = false;
        button.addEventListener("click", () => void share(button));
    }
}

async function share(button: HTMLElement): Promise<void> {
    const { shareTitle = document.title, shareText = "", shareUrl = location.href } = button.dataset;
    if ("share" in navigator) {
        try {
            await navigator.share({ title: shareTitle, text: shareText, url: shareUrl });
            return;
        } catch (error) {
            if (error instanceof DOMException && error.name === "AbortError") return;
        }
    }
    if (await copyText(shareUrl)) say(button, button.dataset["shareCopied"] ?? shareUrl);
}

function say(button: HTMLElement, words: string): void {
    const status = button.closest(".share")?.querySelector<HTMLElement>("[data-share-status]");
    if (!status) return;
    status.classList.remove("visually-hidden");
    status.textContent = words;
}
