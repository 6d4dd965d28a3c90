// elements.ts - finding elements by a data attribute, and the language of the page.

export function elementsWith(attribute: string): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(`[${attribute}]`)];
}

// Canadian conventions for both languages: 48,213 and 48 213.
export function pageLocale(): string {
    return document.documentElement.lang.startsWith("fr") ? "fr-CA" : "en-CA";
}

export function prefersReducedMotion(): boolean {
    return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
