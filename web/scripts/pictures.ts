// pictures.ts - draws the part of a picture that is shown with a pointer, and looks again while one is being prepared.
// Without a script the part is typed in percent, and the page is opened again by hand.
import { elementsWith } from "./elements.ts";

const kLookAgainMilliseconds = 1500;
const kSmallestPercent = 1;
const kSvg = "http://www.w3.org/2000/svg";

interface Part {
    left: number;
    top: number;
    width: number;
    height: number;
}
const kNames = ["left", "top", "width", "height"] as const;

export function cropWithAPointer(): void {
    for (const form of elementsWith("data-crop")) {
        const ground = form.querySelector<HTMLElement>(".crop");
        if (form instanceof HTMLFormElement && ground) new Cropper(form, ground);
    }
}

class Cropper {
    private readonly form: HTMLFormElement;
    private readonly ground: HTMLElement;
    private readonly shade: SVGPathElement;
    private readonly edge: SVGRectElement;
    private start: { x: number; y: number } | null = null;

    constructor(form: HTMLFormElement, ground: HTMLElement) {
        this.form = form;
        this.ground = ground;
        const frame = document.createElementNS(kSvg, "svg");
        frame.setAttribute("class", "crop__frame");
        frame.setAttribute("viewBox", "0 0 100 100");
        frame.setAttribute("preserveAspectRatio", "none");
        frame.setAttribute("aria-hidden", "true");
        this.shade = document.createElementNS(kSvg, "path");
        this.shade.setAttribute("class", "crop__shade");
        this.edge = document.createElementNS(kSvg, "rect");
        this.edge.setAttribute("class", "crop__edge");
        frame.append(this.shade, this.edge);
        ground.append(frame);
        ground.addEventListener("pointerdown", (event) => this.begin(event));
        ground.addEventListener("pointermove", (event) => this.stretch(event));
        ground.addEventListener("pointerup", () => (this.start = null));
        form.addEventListener("input", () => this.show());
        this.show();
    }

    private begin(event: PointerEvent): void {
        event.preventDefault();
        this.ground.setPointerCapture(event.pointerId);
        this.start = this.place(event);
    }

    private stretch(event: PointerEvent): void {
        if (!this.start) return;
        const end = this.place(event);
        const part = {
            left: Math.min(this.start.x, end.x),
            top: Math.min(this.start.y, end.y),
            width: Math.abs(end.x - this.start.x),
            height: Math.abs(end.y - this.start.y),
        };
        if (part.width < kSmallestPercent || part.height < kSmallestPercent) return;
        for (const name of kNames) this.field(name).value = String(Math.round(part[name] * 10) / 10);
        this.show();
    }

    // In percent of the picture, inside it.
    private place(event: PointerEvent): { x: number; y: number } {
        const box = this.ground.getBoundingClientRect();
        const within = (share: number): number => Math.min(100, Math.max(0, share * 100));
        return { x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) };
    }

    private show(): void {
        const part = this.part();
        for (const [attribute, value] of Object.entries({ x: part.left, y: part.top, width: part.width, height: part.height }))
            this.edge.setAttribute(attribute, String(value));
        const [right, bottom] = [part.left + part.width, part.top + part.height];
        this.shade.setAttribute(
            "d",
            `M0 0H100V100H0ZM${part.left} ${part.top}H${right}V${bottom}H${part.left}Z`,
        );
    }

    private part(): Part {
        const number = (name: keyof Part): number => Number(this.field(name).value.replace(",", ".")) || 0;
        return { left: number("left"), top: number("top"), width: number("width"), height: number("height") };
    }

    private field(name: keyof Part): HTMLInputElement {
        return this.form.elements.namedItem(name) as HTMLInputElement;
    }
}

// Not while somebody types or has typed: the page would forget it.
export function lookAgainWhilePreparing(): void {
    if (elementsWith("data-waiting").length === 0) return;
    let isTouched = false;
    document.addEventListener("input", () => (isTouched = true));
    window.setInterval(() => {
        if (!isTouched && !document.hidden) window.location.reload();
    }, kLookAgainMilliseconds);
}
