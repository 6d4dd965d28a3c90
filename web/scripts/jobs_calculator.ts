// jobs_calculator.ts - the jobs-lost calculator answers while its controls move. Without this script the form does.
//
// While a control moves, figures and sentences come as JSON and take their places; once it rests, the address is kept in
// step and the parts of the page that show the answer are fetched as the server writes them. Nothing else is drawn anew,
// so nothing flickers and the focus stays where it is.
import { enableCopying } from "./copy.ts";
import { elementsWith, pageLocale } from "./elements.ts";
import { amountOfSlider, sliderOfAmount, type SliderUnit } from "./jobs_calculator_slider.ts";
import { enablePrinting } from "./print.ts";
import { enableSharing } from "./share.ts";

const kMoveMilliseconds = 60; // between two questions while a control moves
const kRestMilliseconds = 450; // after which the whole answer is fetched and read out

interface Words {
    headline: string;
    cut: string;
    unit: string;
    range: string;
    split: string;
    figures: Record<string, string>;
}

interface Problem {
    field: string;
    message: string;
}

export function answerWhileControlsMove(): void {
    const form = document.querySelector<HTMLFormElement>("form[data-jobs-form]");
    if (form) new Calculator(form).start();
}

class Calculator {
    #form: HTMLFormElement;
    #moving = 0;
    #resting = 0;
    #asked = ""; // the question that was sent last: answers to earlier ones are late
    #shown = "";

    constructor(form: HTMLFormElement) {
        this.#form = form;
        // A link of earlier data shows its own figure; the form asks with today's.
        this.#shown = new URLSearchParams(location.search).has("data") ? "" : this.#query();
    }

    start(): void {
        showSlider(this.#form);
        followHero();
        this.#form.addEventListener("input", () => this.#changed());
        this.#form.addEventListener("change", () => this.#changed());
        this.#form.addEventListener("submit", (event) => {
            event.preventDefault();
            window.clearTimeout(this.#resting);
            void this.#rest();
        });
        window.addEventListener("popstate", () => location.reload());
    }

    // Empty fields are left out, so that addresses stay short.
    #query(): string {
        const fields = new URLSearchParams();
        for (const [name, value] of new FormData(this.#form)) if (typeof value === "string" && value) fields.set(name, value);
        return fields.toString();
    }

    #changed(): void {
        window.clearTimeout(this.#resting);
        this.#resting = window.setTimeout(() => void this.#rest(), kRestMilliseconds);
        if (this.#moving) return;
        this.#moving = window.setTimeout(() => {
            this.#moving = 0;
            void this.#move();
        }, kMoveMilliseconds);
    }

    async #move(): Promise<void> {
        const query = this.#query();
        if (query === this.#asked || this.#ownProblems().length > 0) return;
        this.#asked = query;
        const answer = await this.#ask(query);
        if (!answer || query !== this.#asked) return;
        if ("problems" in answer) return; // perhaps still being typed: said once it rests
        showWords(answer);
        this.#sayProblems([]);
    }

    // undefined: no connection; the next movement asks again.
    async #ask(query: string): Promise<Words | { problems: Problem[] } | undefined> {
        const language = document.documentElement.lang.startsWith("fr") ? "fr" : "en";
        try {
            const response = await fetch(`${this.#form.dataset["jobsApi"]}?${query}&language=${language}`);
            const body = (await response.json()) as { words?: Words; errors?: Problem[] };
            return body.words ?? { problems: body.errors ?? [] };
        } catch {
            return undefined;
        }
    }

    async #rest(): Promise<void> {
        const query = this.#query();
        const own = this.#ownProblems();
        if (own.length > 0) return this.#sayProblems(own);
        const answer = await this.#ask(query);
        if (!answer || query !== this.#query()) return;
        if ("problems" in answer) return this.#sayProblems(answer.problems);
        this.#asked = query;
        showWords(answer);
        this.#sayProblems([]);
        if (query === this.#shown) return;
        this.#shown = query;
        const address = `${this.#form.getAttribute("action")}?${query}`;
        if (!(await renewParts(address))) return;
        history.replaceState(null, "", address);
        fitSlider(this.#form);
        say(`${answer.headline}. ${answer.cut}. ${answer.range}`);
    }

    // What needs no question: an amount that is none. The words come with the page; everything else the server says.
    #ownProblems(): Problem[] {
        const amount = this.#form.querySelector<HTMLInputElement>("#amount")?.value ?? "";
        const digits = amount.replace(/[\s$%\u00a0\u202f\u2009]/g, "");
        if (!/^\d*([.,]\d+)*$/.test(digits) || digits === "")
            return [{ field: "amount", message: this.#form.dataset["jobsUnreadable"] ?? "" }];
        if (/^[0.,]*$/.test(digits)) return [{ field: "amount", message: this.#form.dataset["jobsZero"] ?? "" }];
        return [];
    }

    #sayProblems(problems: Problem[]): void {
        const place = this.#form.querySelector<HTMLElement>("[data-jobs-problem]");
        if (place) {
            place.textContent = problems.map((problem) => problem.message).join(" ");
            place.hidden = problems.length === 0;
        }
        for (const field of this.#form.elements) {
            if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
            const isWrong = problems.some((problem) => problem.field === field.name);
            if (isWrong) field.setAttribute("aria-invalid", "true");
            else field.removeAttribute("aria-invalid");
        }
        if (problems.length > 0) say(problems.map((problem) => problem.message).join(" "));
    }
}

function showWords(words: Words): void {
    for (const place of elementsWith("data-live-words")) {
        const name = place.dataset["liveWords"];
        if (name === "cut" || name === "unit" || name === "range" || name === "split") place.textContent = words[name];
    }
    for (const place of elementsWith("data-live-figure")) {
        const figure = words.figures[place.dataset["liveFigure"] ?? ""];
        if (figure !== undefined) place.textContent = figure;
    }
}

// A polite announcement: it waits until the reader pauses.
function say(words: string): void {
    const status = document.querySelector<HTMLElement>("[data-jobs-status]");
    if (status) status.textContent = words;
}

// The parts of this page as the page at that address has them. Disclosures that were open stay open.
async function renewParts(address: string): Promise<boolean> {
    try {
        const response = await fetch(address);
        if (!response.ok) return false;
        const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
        for (const part of document.querySelectorAll<HTMLElement>("[data-jobs-part]")) {
            const other = fresh.querySelector(`[data-jobs-part="${part.dataset["jobsPart"]}"]`);
            if (!other) continue;
            const open = [...part.querySelectorAll("details")].map((details) => details.open);
            part.replaceChildren(...other.childNodes);
            part.querySelectorAll("details").forEach((details, index) => (details.open = open[index] ?? false));
        }
        const spending = document.querySelector('[data-live-words="spending"]');
        if (spending) spending.textContent = fresh.querySelector('[data-live-words="spending"]')?.textContent ?? "";
        document.title = fresh.title;
        renewLanguageSwitch(fresh);
        enableSharing();
        enableCopying();
        enablePrinting();
        return true;
    } catch {
        return false;
    }
}

function renewLanguageSwitch(fresh: Document): void {
    const here = document.querySelector(".language-switch");
    const there = fresh.querySelector(".language-switch")?.getAttribute("href");
    if (here && there) here.setAttribute("href", there);
}

// The slider beside the amount; it moves the text field, which is what is sent.
function showSlider(form: HTMLFormElement): void {
    const place = form.querySelector<HTMLElement>("[data-jobs-slider]");
    const slider = place?.querySelector("input");
    const amount = form.querySelector<HTMLInputElement>("#amount");
    const unit = form.querySelector<HTMLSelectElement>("#unit");
    if (!place || !slider || !amount || !unit) return;
    place.hidden = false;
    fitSlider(form);
    const describe = (): void => {
        slider.setAttribute("aria-valuetext", `${amount.value} ${unit.selectedOptions[0]?.textContent ?? ""}`);
    };
    describe();
    slider.addEventListener("input", () => {
        const value = amountOfSlider(Number(slider.value), unit.value as SliderUnit);
        amount.value = new Intl.NumberFormat(pageLocale(), { useGrouping: false, maximumFractionDigits: 2 }).format(value);
        describe();
    });
    amount.addEventListener("input", () => fitSlider(form));
    unit.addEventListener("change", () => {
        fitSlider(form);
        describe();
    });
}

function fitSlider(form: HTMLFormElement): void {
    const slider = form.querySelector<HTMLInputElement>("[data-jobs-slider] input");
    const amount = form.querySelector<HTMLInputElement>("#amount");
    const unit = form.querySelector<HTMLSelectElement>("#unit");
    if (!slider || !amount || !unit || document.activeElement === slider) return;
    const value = Number(amount.value.replace(/[\s$%\u00a0\u202f]/g, "").replace(",", "."));
    if (value > 0) slider.value = String(sliderOfAmount(value, unit.value as SliderUnit));
}

// On phones: the figure at the foot of the screen while the hero's own is out of view and the form is in view.
function followHero(): void {
    const follower = document.querySelector<HTMLElement>("[data-jobs-follower]");
    const figures = document.querySelector('[data-jobs-part="hero"]');
    const form = document.querySelector("[data-jobs-form]");
    if (!follower || !figures || !form) return;
    const inView = new Set<Element>();
    const observer = new IntersectionObserver((entries) => {
        for (const entry of entries) {
            if (entry.isIntersecting) inView.add(entry.target);
            else inView.delete(entry.target);
        }
        follower.hidden = inView.has(figures) || !inView.has(form);
    });
    observer.observe(figures);
    observer.observe(form);
}
