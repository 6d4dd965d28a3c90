// photo_field.ts - the photo of the form for the wall: it travels while the rest is typed, turned and cut with three
// sliders or a finger. Without a script the file goes with the form, whole. Messages are counted as people count: an
// emoji of a family is one character.
import { elementsWith, pageLocale } from "./elements.ts";

const kWhole = 10_000; // ten-thousandths of a side, as the server counts
const kStage = 640; // pixels
const kShade = "rgb(0 0 0 / 55%)";
const kCreated = 201;
const kFew = 20; // characters left from which on the counter warns

export function enhancePhotoFields(): void {
    for (const field of elementsWith("data-photo-field")) new PhotoField(field);
}

class PhotoField {
    private readonly file: HTMLInputElement;
    private readonly said: HTMLElement;
    private readonly progress: HTMLElement;
    private readonly cutter: Cutter;
    private request: XMLHttpRequest | null = null;

    constructor(private readonly field: HTMLElement) {
        this.file = part(field, "input[type=file]");
        this.said = part(field, "[data-photo-said]");
        this.progress = part(field, "[data-photo-progress]");
        this.cutter = new Cutter(field);
        this.file.addEventListener("change", () => void this.take());
        // Whoever is quicker than the picture sends it with the form.
        this.file.form?.addEventListener("submit", () => this.request?.abort());
    }

    private async take(): Promise<void> {
        const picture = this.file.files?.[0];
        this.request?.abort();
        this.hidden("upload").value = "";
        if (!picture) return this.cutter.close();
        this.send(picture);
        if (!(await this.cutter.open(picture))) this.say("unseen");
    }

    private send(picture: File): void {
        const request = new XMLHttpRequest();
        this.request = request;
        const bar = part<HTMLProgressElement>(this.progress, "progress");
        request.upload.addEventListener("progress", (event) => {
            if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
        });
        request.addEventListener("loadend", () => this.end(request));
        request.open("POST", this.field.dataset["uploads"] ?? "");
        const form = new FormData();
        form.append("photo", picture);
        this.progress.hidden = false;
        this.say("sending");
        request.send(form);
    }

    private end(request: XMLHttpRequest): void {
        if (request !== this.request) return;
        this.request = null;
        this.progress.hidden = true;
        const answer = parsed(request.responseText);
        if (request.status === kCreated && typeof answer["upload"] === "string") {
            this.hidden("upload").value = answer["upload"];
            this.file.value = "";
            return this.say("sent");
        }
        const problem = problemIn(answer);
        if (!problem) return this.say("failed");
        this.said.textContent = problem;
        this.file.value = "";
        this.cutter.close();
    }

    private say(word: string): void {
        this.said.textContent = this.field.getAttribute(`data-word-${word}`) ?? "";
    }

    private hidden(name: string): HTMLInputElement {
        return part(this.field, `input[name="${name}"]`);
    }
}

// Shows the turned picture and a bright square in it, whose place and size go into the form.
class Cutter {
    private readonly tool: HTMLElement;
    private readonly stage: HTMLCanvasElement;
    private picture: ImageBitmap | null = null;
    private turns = 0;

    constructor(private readonly field: HTMLElement) {
        this.tool = part(field, "[data-photo-tool]");
        this.stage = part(field, "[data-photo-stage]");
        for (const button of field.querySelectorAll<HTMLElement>("[data-photo-turn]"))
            button.addEventListener("click", () => this.turn(Number(button.dataset["photoTurn"])));
        for (const name of ["size", "x", "y"]) this.slider(name).addEventListener("input", () => this.show());
        this.stage.addEventListener("pointerdown", (event) => this.stage.setPointerCapture(event.pointerId));
        this.stage.addEventListener("pointermove", (event) => this.drag(event));
    }

    // Whether the browser can show it.
    async open(file: Blob): Promise<boolean> {
        this.close();
        try {
            this.picture = await createImageBitmap(file);
        } catch {
            return false;
        }
        this.tool.hidden = false;
        this.show();
        return true;
    }

    close(): void {
        this.picture?.close();
        this.picture = null;
        this.turns = 0;
        this.tool.hidden = true;
        for (const [name, value] of [["size", "100"], ["x", "50"], ["y", "50"]] as const) this.slider(name).value = value;
        this.field.querySelector<HTMLInputElement>('input[name="turns"]')!.value = "";
        this.field.querySelector<HTMLInputElement>('input[name="crop"]')!.value = "";
    }

    private turn(by: number): void {
        this.turns = (this.turns + by) % 4;
        this.show();
    }

    private drag(event: PointerEvent): void {
        if (!this.stage.hasPointerCapture(event.pointerId)) return;
        const box = this.stage.getBoundingClientRect();
        const { width, height, side } = this.measures();
        const place = (at: number, length: number, whole: number): number =>
            whole === side ? 50 : (100 * ((at / length) * whole - side / 2)) / (whole - side);
        this.slider("x").value = String(place(event.clientX - box.left, box.width, width));
        this.slider("y").value = String(place(event.clientY - box.top, box.height, height));
        this.show();
    }

    // Of the turned picture, and of the square in it.
    private measures(): { width: number; height: number; side: number } {
        const { width, height } = this.picture!;
        const [w, h] = this.turns % 2 === 0 ? [width, height] : [height, width];
        const share = 0.25 + (0.75 * Number(this.slider("size").value)) / 100;
        return { width: w, height: h, side: Math.min(w, h) * share };
    }

    private show(): void {
        if (!this.picture) return;
        const { width, height, side } = this.measures();
        const left = ((width - side) * Number(this.slider("x").value)) / 100;
        const top = ((height - side) * Number(this.slider("y").value)) / 100;
        this.draw({ width, height, left, top, side });
        const share = (length: number, whole: number): number => Math.floor((kWhole * length) / whole);
        const numbers = [share(left, width), share(top, height), share(side, width), share(side, height)];
        this.field.querySelector<HTMLInputElement>('input[name="crop"]')!.value = numbers.join(" ");
        this.field.querySelector<HTMLInputElement>('input[name="turns"]')!.value = String(this.turns);
    }

    private draw({ width, height, left, top, side }: Record<"width" | "height" | "left" | "top" | "side", number>): void {
        const scale = kStage / Math.max(width, height);
        this.stage.width = Math.round(width * scale);
        this.stage.height = Math.round(height * scale);
        const pen = this.stage.getContext("2d");
        if (!pen || !this.picture) return;
        pen.save();
        pen.translate(this.stage.width / 2, this.stage.height / 2);
        pen.rotate((this.turns * Math.PI) / 2);
        pen.scale(scale, scale);
        pen.drawImage(this.picture, -this.picture.width / 2, -this.picture.height / 2);
        pen.restore();
        pen.fillStyle = kShade;
        pen.beginPath();
        pen.rect(0, 0, this.stage.width, this.stage.height);
        pen.rect(left * scale, top * scale, side * scale, side * scale);
        pen.fill("evenodd");
    }

    private slider(name: string): HTMLInputElement {
        return part(this.field, `[data-photo-slider="${name}"]`);
    }
}

// How many characters are left of a message, as people count them.
export function countMessages(): void {
    for (const field of elementsWith("data-message-limit")) countIn(field);
}

function countIn(field: HTMLElement): void {
    const area = field.querySelector("textarea");
    if (!area) return;
    const limit = Number(field.dataset["messageLimit"]);
    const shown = document.createElement("p");
    shown.className = "field__left";
    shown.setAttribute("role", "status");
    area.after(shown);
    const update = (): void => {
        const left = limit - lengthOf(area.value);
        const isOne = new Intl.PluralRules(pageLocale()).select(Math.abs(left)) === "one";
        const words = field.getAttribute(isOne ? "data-word-left-one" : "data-word-left-other") ?? "{count}";
        shown.textContent = words.replace("{count}", new Intl.NumberFormat(pageLocale()).format(left));
        shown.classList.toggle("field__left--few", left <= kFew);
    };
    area.addEventListener("input", update);
    update();
}

// Blanks at the ends do not count: the server takes them away.
export function lengthOf(text: string): number {
    const tidy = text.trim();
    if (!("Segmenter" in Intl)) return [...tidy].length;
    return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(tidy)].length;
}

function part<T extends HTMLElement>(of: HTMLElement, selector: string): T {
    const found = of.querySelector<T>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
}

function parsed(text: string): Record<string, unknown> {
    try {
        const value: unknown = JSON.parse(text);
        return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
    } catch {
        return {};
    }
}

// The first sentence of problem+json (RFC 9457).
function problemIn(answer: Record<string, unknown>): string | undefined {
    const problems = answer["problems"] ?? answer["errors"];
    if (!Array.isArray(problems)) return undefined;
    const first: unknown = problems[0];
    const message = typeof first === "object" && first !== null ? (first as Record<string, unknown>)["message"] : undefined;
    return typeof message === "string" ? message : undefined;
}
