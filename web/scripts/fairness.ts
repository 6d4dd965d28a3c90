// fairness.ts - a budget of one's own is put to the test while its controls move. Without this script the form does.
//
// A first answer is asked from a sample and takes its place; then the whole population is asked, and the address is kept
// in step, so that it can be copied at any time. The server writes all words and pictures: its page is fetched and its
// parts change places, so the focus stays where it is.
import { enableCopying } from "./copy.ts";
import { enablePrinting } from "./print.ts";
import { enableSharing } from "./share.ts";

const kRestMilliseconds = 180; // after which a moved control asks

const kTurnMilliseconds = 800; // between two questions to a busy server
const kMostTurns = 8;

export function testBudgetsWhileControlsMove(): void {
    const form = document.querySelector<HTMLFormElement>("form[data-fairness-form]");
    if (form) new Workbench(form).start();
}

class Workbench {
    #form: HTMLFormElement;
    #article: HTMLElement;
    #resting = 0;
    #running: AbortController | undefined;
    #shown: string;

    constructor(form: HTMLFormElement) {
        this.#form = form;
        this.#article = form.closest<HTMLElement>("[data-fairness]") ?? form;
        this.#shown = this.#query();
    }

    start(): void {
        tieSliders(this.#form);
        this.#form.addEventListener("input", () => this.#changed());
        this.#form.addEventListener("submit", (event) => {
            event.preventDefault();
            void this.#ask();
        });
        window.addEventListener("popstate", () => location.reload());
    }

    // Controls left alone are left out, so that addresses stay short.
    #query(): string {
        const fields = new URLSearchParams();
        for (const [name, value] of new FormData(this.#form))
            if (typeof value === "string" && value.trim() && value.trim() !== "0") fields.set(name, value.trim());
        return fields.toString();
    }

    #changed(): void {
        window.clearTimeout(this.#resting);
        this.#resting = window.setTimeout(() => void this.#ask(), kRestMilliseconds);
    }

    async #ask(): Promise<void> {
        window.clearTimeout(this.#resting);
        const query = this.#query();
        if (query === this.#shown) return;
        this.#shown = query;
        this.#running?.abort();
        const running = new AbortController();
        this.#running = running;
        this.#article.setAttribute("aria-busy", "true");
        try {
            const quick = await fetchPage(`${this.#form.action}?${query}`, running.signal);
            this.#show(quick);
            history.replaceState(null, "", `?${query}`);
            if (quick.querySelector("[data-fairness-sample]")) await this.#refine(query, running.signal);
        } catch (fault) {
            if (!running.signal.aborted) location.assign(`?${query}`);
        } finally {
            if (this.#running === running) this.#article.removeAttribute("aria-busy");
        }
    }

    // A busy server answers from the sample again: a little later there is more room.
    async #refine(query: string, signal: AbortSignal): Promise<void> {
        for (let turn = 0; turn < kMostTurns; ++turn) {
            const page = await fetchPage(`${this.#form.action}?${query}&depth=full`, signal);
            if (!page.querySelector("[data-fairness-sample]")) return this.#show(page);
            await new Promise((again) => window.setTimeout(again, kTurnMilliseconds));
            if (signal.aborted) return;
        }
    }

    #show(page: Document): void {
        for (const part of ["verdict", "details"]) {
            const fresh = page.querySelector(`[data-fairness-part="${part}"]`);
            const old = document.querySelector(`[data-fairness-part="${part}"]`);
            if (fresh && old) old.replaceWith(document.adoptNode(fresh));
        }
        enableCopying();
        enablePrinting();
        enableSharing();
        this.#showFields(page);
        const status = document.querySelector("[data-fairness-status]");
        const words = page.querySelector(".field__error") ?? document.querySelector(".fair-verdict__sentence");
        if (status && words) status.textContent = words.textContent;
    }

    // Which fields there are for this government, and what is wrong with them. Nobody's control is taken from their
    // hand: a field that stays is only marked.
    #showFields(page: Document): void {
        if (!page.querySelector("[data-error-summary]")) this.#form.querySelector("[data-error-summary]")?.remove();
        const fresh = page.querySelector(".fair-form__levers");
        const old = this.#form.querySelector(".fair-form__levers");
        if (!fresh || !old) return;
        if (namesIn(fresh) !== namesIn(old)) {
            old.replaceWith(document.adoptNode(fresh));
            tieSliders(this.#form);
            return;
        }
        for (const field of fresh.querySelectorAll<HTMLElement>(".field")) markField(this.#form, field);
    }
}

async function fetchPage(address: string, signal: AbortSignal): Promise<Document> {
    const answer = await fetch(address, { signal, headers: { Accept: "text/html" } });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function namesIn(levers: Element): string {
    return Array.from(levers.querySelectorAll<HTMLInputElement>("input[name]"), (input) => input.name).join();
}

// Says of the field of the same name in the form what the server says of this one.
function markField(form: HTMLFormElement, said: HTMLElement): void {
    const name = said.querySelector<HTMLInputElement>("input[name]")?.name ?? "";
    const input = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    const field = input?.closest(".field");
    if (!input || !field) return;
    field.className = said.className;
    field.querySelector(".field__error")?.remove();
    const error = said.querySelector(".field__error");
    if (error) input.before(document.adoptNode(error));
    for (const attribute of ["aria-invalid", "aria-describedby"]) {
        const value = said.querySelector("input[name]")?.getAttribute(attribute);
        if (value) input.setAttribute(attribute, value);
        else input.removeAttribute(attribute);
    }
}

function tieSliders(form: HTMLFormElement): void {
    for (const lever of form.querySelectorAll("[data-fairness-lever]")) tieSlider(lever);
}

// The number and the slider beside it say the same.
function tieSlider(lever: Element): void {
    const slider = lever.querySelector<HTMLInputElement>("[data-fairness-slider]");
    const field = lever.querySelector<HTMLInputElement>("input[name]");
    if (!slider || !field) return;
    slider.hidden = false;
    slider.addEventListener("input", () => {
        field.value = slider.value === "0" ? "" : slider.value;
    });
    field.addEventListener("input", () => {
        slider.value = field.value.replace(",", ".") || "0";
    });
}
