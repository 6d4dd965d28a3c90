// sending.ts - a mail to the list on its way: server-sent events move the bar and the figures of its page. When it
// begins, pauses or ends, the page is read anew, since its buttons are others then.
import { elementsWith, pageLocale } from "./elements.ts";

export interface Sending {
    stage: string;
    done: number;
    total: number;
    [figure: string]: number | string;
}

const numbers = new Intl.NumberFormat(pageLocale());

export function followSendings(): void {
    for (const element of elementsWith("data-sending")) {
        const stream = element.dataset["sending"];
        if (stream) follow(stream, element);
    }
}

function follow(stream: string, element: HTMLElement): void {
    const source = new EventSource(stream);
    source.onmessage = (event) => {
        const sending = parseSending(event.data);
        if (!sending) return;
        show(element, sending);
        if (sending.stage === element.dataset["stage"]) return;
        source.close();
        window.location.reload();
    };
    window.addEventListener("pagehide", () => source.close());
}

// Anything but a stage and whole counts is ignored, and the last figures stay.
export function parseSending(text: unknown): Sending | undefined {
    try {
        const sending = JSON.parse(String(text)) as Sending;
        const counts = Object.entries(sending).filter(([name]) => name !== "stage");
        const sound = typeof sending.stage === "string" && counts.every(([, count]) => Number.isSafeInteger(count));
        return sound ? sending : undefined;
    } catch {
        return undefined;
    }
}

function show(element: HTMLElement, sending: Sending): void {
    const bar = element.querySelector("progress");
    if (bar) {
        bar.max = Math.max(1, bar.max, sending.total);
        bar.value = sending.done;
    }
    for (const figure of element.querySelectorAll<HTMLElement>("[data-sending-figure]")) {
        const count = sending[figure.dataset["sendingFigure"] ?? ""];
        if (typeof count === "number") figure.textContent = numbers.format(count);
    }
}
