// counts_up.ts - a figure that counts up to itself once it is seen. Whoever asked for less motion sees it stand.
import { elementsWith, pageLocale, prefersReducedMotion } from "./elements.ts";

const kMilliseconds = 900;
const kFrom = 0.6; // of the figure: the beginning is not worth watching

export function countUp(): void {
    if (prefersReducedMotion() || !("IntersectionObserver" in window)) return;
    const numbers = new Intl.NumberFormat(pageLocale());
    const seen = new IntersectionObserver((entries) => {
        for (const entry of entries) {
            if (!entry.isIntersecting) continue;
            seen.unobserve(entry.target);
            move(entry.target as HTMLElement, numbers);
        }
    });
    for (const element of elementsWith("data-counts-up")) seen.observe(element);
}

function move(element: HTMLElement, numbers: Intl.NumberFormat): void {
    const to = Number(element.dataset["countsUp"]);
    if (!Number.isSafeInteger(to) || to < 10) return;
    const last = element.textContent;
    const start = performance.now();
    const step = (now: number): void => {
        const part = Math.min(1, Math.max(0, (now - start) / kMilliseconds));
        const eased = kFrom + (1 - kFrom) * (1 - (1 - part) ** 3);
        element.textContent = part < 1 ? numbers.format(Math.round(to * eased)) : last;
        if (part < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
}
