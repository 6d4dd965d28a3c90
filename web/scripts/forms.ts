// forms.ts - small help around forms; the server checks everything again.
import { elementsWith } from "./elements.ts";

// After a refused form the reader starts at the list of errors, not at the top of the page.
export function focusErrorSummary(): void {
    const summary = document.querySelector<HTMLElement>("[data-error-summary]");
    if (!summary) return;
    summary.focus();
    summary.addEventListener("click", focusFieldOfLink);
}

function focusFieldOfLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href^='#']") : null;
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    // The label belongs to what must be seen; a centred field shows it.
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
}

// The second press of an impatient finger does nothing. The button is not disabled: its name and value must be sent.
export function preventDoubleSubmit(): void {
    const sent = new Set<HTMLFormElement>();
    document.addEventListener("submit", (event) => {
        const form = event.target;
        if (!(form instanceof HTMLFormElement) || form.method !== "post" || "resubmit" in form.dataset) return;
        if (sent.has(form)) return event.preventDefault();
        sent.add(form);
        event.submitter?.setAttribute("aria-busy", "true");
    });
    // Back from the next page, the browser may show this one as it was left.
    window.addEventListener("pageshow", () => {
        sent.clear();
        document.querySelectorAll("button[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
    });
}

export function spacePostalCodes(): void {
    for (const field of elementsWith("data-postal-code")) {
        if (!(field instanceof HTMLInputElement)) continue;
        field.addEventListener("change", () => (field.value = spacedPostalCode(field.value)));
    }
}

// "h2x1y4" -> "H2X 1Y4". What is no Canadian postal code stays as it was typed.
export function spacedPostalCode(typed: string): string {
    const parts = /^\s*([a-z]\d[a-z])[\s-]*(\d[a-z]\d)\s*$/i.exec(typed);
    return parts ? `${parts[1]} ${parts[2]}`.toUpperCase() : typed;
}
