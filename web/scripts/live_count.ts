// live_count.ts - the live count: server-sent events move every element that shows the same stream.
import { elementsWith, pageLocale, prefersReducedMotion } from "./elements.ts";

export interface Count {
    confirmed: number;
    pending: number;
}

const kMoveMilliseconds = 700;
const kRetryMilliseconds = 30_000;
const kLongCount = 1_000_000; // from seven digits on, the hero's number is set smaller
const numbers = new Intl.NumberFormat(pageLocale());
const percents = new Intl.NumberFormat(pageLocale(), { style: "percent", maximumFractionDigits: 0 });

export function followLiveCounts(): void {
    for (const [stream, elements] of groupedByStream()) {
        follow(stream, elements.map(showCountIn));
    }
}

function groupedByStream(): Map<string, HTMLElement[]> {
    const groups = new Map<string, HTMLElement[]>();
    for (const element of elementsWith("data-live-count")) {
        const stream = element.dataset["liveCount"];
        if (!stream) continue;
        groups.set(stream, [...(groups.get(stream) ?? []), element]);
    }
    return groups;
}

// One connection per stream, and none while the page is hidden: a phone in a pocket costs the server nothing.
function follow(stream: string, shows: ((confirmed: number) => void)[]): void {
    let source: EventSource | undefined;
    const open = (): void => {
        if (source && source.readyState !== EventSource.CLOSED) return;
        source = new EventSource(stream);
        // Refused: the server is busy and leaves live counts out for a while.
        source.onerror = () => {
            if (source?.readyState === EventSource.CLOSED) setTimeout(followVisibility, kRetryMilliseconds);
        };
        source.onmessage = (event) => {
            const count = parseCount(event.data);
            if (count) shows.forEach((show) => show(count.confirmed));
        };
    };
    const close = (): void => {
        source?.close();
        source = undefined;
    };
    const followVisibility = (): void => (document.hidden ? close() : open());
    document.addEventListener("visibilitychange", followVisibility);
    window.addEventListener("pagehide", close);
    window.addEventListener("pageshow", followVisibility);
    followVisibility();
}

// Nothing but whole counts from zero; anything else is ignored and the last number stays.
export function parseCount(text: unknown): Count | undefined {
    try {
        const { confirmed, pending = 0 } = JSON.parse(String(text)) as Partial<Count>;
        if (!isCount(confirmed) || !isCount(pending)) return undefined;
        return { confirmed, pending };
    } catch {
        return undefined;
    }
}

function isCount(value: unknown): value is number {
    return Number.isSafeInteger(value) && (value as number) >= 0;
}

// The number of the last frame is remembered, so that a second message continues from what is on the screen.
function showCountIn(element: HTMLElement): (confirmed: number) => void {
    let shown: number | undefined;
    let frame = 0;
    const show = (confirmed: number): void => {
        shown = confirmed;
        element.textContent = numbers.format(confirmed);
        element.classList.toggle("petition-hero__count--long",
            confirmed >= kLongCount && element.classList.contains("petition-hero__count"));
    };
    return (confirmed) => {
        cancelAnimationFrame(frame);
        showProgress(element, confirmed);
        const from = shown;
        if (from === undefined || from === confirmed || prefersReducedMotion()) return show(confirmed);
        const start = performance.now();
        const step = (now: number): void => {
            const part = Math.min(1, Math.max(0, (now - start) / kMoveMilliseconds));
            const eased = 1 - (1 - part) ** 3;
            show(Math.round(from + (confirmed - from) * eased));
            if (part < 1) frame = requestAnimationFrame(step);
        };
        frame = requestAnimationFrame(step);
    };
}

function showProgress(element: HTMLElement, confirmed: number): void {
    const group = element.closest("[data-live-group]");
    const bar = group?.querySelector<HTMLProgressElement>("progress[data-live-progress]");
    if (!group || !bar) return;
    bar.value = Math.min(confirmed, bar.max);
    // Rounded down: 100 % is said only when the goal is reached.
    const percent = percents.format(Math.min(100, Math.floor((100 * confirmed) / bar.max)) / 100);
    bar.textContent = percent;
    group.querySelectorAll("[data-live-percent]").forEach((part) => (part.textContent = percent));
}
