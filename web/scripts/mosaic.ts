// mosaic.ts - the mosaic up close: a deep-zoom viewer (OpenSeadragon) over the picture that the page already has, with our
// own buttons, and a card that says who stands where. Every photo can be reached by keyboard; without a script there
// is the list.
import OpenSeadragon from "openseadragon";
import { elementsWith, prefersReducedMotion } from "./elements.ts";

interface Cell {
    cell: number;
    voice: number; // 0: nobody
    column: number;
    row: number;
    name: string;
    place: string;
    language: string;
    message: string;
    description: string;
    picture: string;
    path_en: string;
    path_fr: string;
}

const kZoomStep = 1.6;
const kArrows: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
};

class Mosaic {
    private readonly columns: number;
    private readonly rows: number;
    private readonly viewer: OpenSeadragon.Viewer;
    private readonly frame = document.createElement("div");
    private readonly known = new Map<number, Cell | null>();
    private selected: [number, number] | null = null;

    constructor(private readonly stage: HTMLElement) {
        this.columns = this.number("columns");
        this.rows = this.number("rows");
        this.viewer = this.open();
        this.frame.className = "mosaic-frame";
        this.viewer.addHandler("open", () => this.beReady());
        this.viewer.addHandler("canvas-click", (event) => {
            if (!event.quick) return;
            event.preventDefaultAction = true;
            const point = this.viewer.viewport.pointFromPixel(event.position);
            this.select(Math.floor(point.x * this.columns), Math.floor(point.y * this.columns));
        });
        this.viewer.addHandler("canvas-key", (event) => {
            event.preventDefaultAction = true;
            this.answerKey(event.originalEvent as KeyboardEvent);
        });
        this.part("close").addEventListener("click", () => this.closeCard());
        this.stage.addEventListener("keydown", (event) => {
            if (event.key === "Escape") this.closeCard();
        });
    }

    private open(): OpenSeadragon.Viewer {
        keepStylesOut();
        const ground = document.createElement("div");
        ground.className = "mosaic__viewer";
        this.part("ground").append(ground);
        const mosaic = this.stage.dataset["mosaic"] ?? "";
        const [width, height] = [this.number("width"), this.number("height")];
        return OpenSeadragon({
            element: ground,
            drawer: "canvas",
            showNavigationControl: false,
            tabIndex: 0,
            visibilityRatio: 0.6,
            maxZoomPixelRatio: 2,
            animationTime: prefersReducedMotion() ? 0 : 0.8,
            immediateRender: prefersReducedMotion(),
            gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true, scrollToZoom: false },
            gestureSettingsTouch: { clickToZoom: false },
            tileSources: {
                width,
                height,
                tileSize: this.number("tile"),
                tileOverlap: 0,
                getTileUrl: (level: number, x: number, y: number) => `/mosaic/${mosaic}/${level}/${x}_${y}.jpg`,
            } as unknown as OpenSeadragon.TileSourceOptions,
        });
    }

    private beReady(): void {
        this.stage.classList.add("mosaic__stage--open");
        const canvas = this.viewer.canvas as HTMLElement;
        canvas.setAttribute("role", "application");
        const shows = (this.part("whole") as HTMLImageElement).alt;
        canvas.setAttribute("aria-label", `${shows}. ${this.stage.dataset["wordViewer"]}`);
        const tools = this.part("tools");
        tools.hidden = false;
        tools.addEventListener("click", (event) => {
            const button = (event.target as Element).closest<HTMLElement>("[data-mosaic-act]");
            if (button) this.act(button.dataset["mosaicAct"] ?? "");
        });
    }

    private act(name: string): void {
        const view = this.viewer.viewport;
        if (name === "in") view.zoomBy(kZoomStep);
        if (name === "out") view.zoomBy(1 / kZoomStep);
        if (name === "whole") view.goHome();
        if (name === "full") void (document.fullscreenElement ? document.exitFullscreen() : this.stage.requestFullscreen());
        view.applyConstraints();
    }

    private answerKey(event: KeyboardEvent): void {
        const arrow = kArrows[event.key];
        if (arrow) {
            const [column, row] = this.selected ?? this.middle();
            const first = this.selected === null;
            this.select(first ? column : column + arrow[0], first ? row : row + arrow[1]);
        } else if (event.key === "Enter") this.follow();
        else if (event.key === "+" || event.key === "=") this.act("in");
        else if (event.key === "-") this.act("out");
        else if (event.key === "0" || event.key === "Home") this.act("whole");
        else return; // Tab goes on to the buttons
        event.preventDefault();
    }

    private middle(): [number, number] {
        const centre = this.viewer.viewport.getCenter();
        return [Math.floor(centre.x * this.columns), Math.floor(centre.y * this.columns)];
    }

    private select(wantedColumn: number, wantedRow: number): void {
        const column = Math.min(this.columns - 1, Math.max(0, wantedColumn));
        const row = Math.min(this.rows - 1, Math.max(0, wantedRow));
        this.selected = [column, row];
        const side = 1 / this.columns;
        const place = new OpenSeadragon.Rect(column * side, row * side, side, side);
        this.viewer.removeOverlay(this.frame);
        this.viewer.addOverlay({ element: this.frame, location: place });
        this.bringIntoSight(place);
        void this.tell(column, row);
    }

    private bringIntoSight(place: OpenSeadragon.Rect): void {
        const view = this.viewer.viewport;
        const sight = view.getBounds();
        const centre = place.getCenter();
        if (!sight.containsPoint(centre)) view.panTo(centre);
    }

    // Says who stands there, and shows their card; whatever is asked for last wins.
    private async tell(column: number, row: number): Promise<void> {
        const cell = await this.ask(row * this.columns + column);
        if (this.selected?.[0] !== column || this.selected[1] !== row) return;
        const where = { row: String(row + 1), column: String(column + 1) };
        if (!cell) {
            this.closeCard();
            this.say(this.stage.dataset["wordFree"] ?? "", where);
            return;
        }
        const name = [cell.name, cell.place].filter(Boolean).join(", ");
        this.say(this.stage.dataset["wordCell"] ?? "", { ...where, name });
        this.showCard(cell);
    }

    private async ask(cell: number): Promise<Cell | null> {
        const known = this.known.get(cell);
        if (known !== undefined) return known;
        const answer = await fetch(`/api/v1/mosaic/${this.stage.dataset["mosaic"]}/cells/${cell}`);
        const told = answer.ok ? ((await answer.json()) as Cell) : null;
        const found = told && told.voice > 0 ? told : null;
        this.known.set(cell, found);
        return found;
    }

    private showCard(cell: Cell): void {
        const photo = this.part("photo") as HTMLImageElement;
        photo.src = cell.picture;
        const unsaid = (this.stage.dataset["wordPhoto"] ?? "").replace("{name}", cell.name);
        photo.alt = cell.description || unsaid;
        photo.lang = cell.description ? cell.language : (this.stage.dataset["language"] ?? "");
        this.part("name").textContent = cell.name;
        this.part("place").textContent = cell.place;
        const message = this.part("message");
        message.textContent = cell.message;
        message.lang = cell.language;
        (this.part("link") as HTMLAnchorElement).href = this.path(cell);
        this.part("card").hidden = false;
    }

    private follow(): void {
        if (!this.selected) return this.select(...this.middle());
        const cell = this.known.get(this.selected[1] * this.columns + this.selected[0]);
        if (cell) window.location.assign(this.path(cell));
    }

    private path(cell: Cell): string {
        return this.stage.dataset["language"] === "fr" ? cell.path_fr : cell.path_en;
    }

    private closeCard(): void {
        this.part("card").hidden = true;
    }

    private say(sentence: string, words: Record<string, string>): void {
        this.part("status").textContent = sentence.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
    }

    private part(name: string): HTMLElement {
        return this.stage.querySelector<HTMLElement>(`[data-mosaic-${name}]`)!;
    }

    private number(name: string): number {
        return Number(this.stage.dataset[name]);
    }
}

// OpenSeadragon adds a style element unless there is one, which our policy refuses. This one is none: it only has the name.
function keepStylesOut(): void {
    const stand = document.createElementNS("urn:alltogether", "style");
    stand.setAttribute("data-openseadragon-mobile-css", "true");
    document.head.append(stand);
}

for (const stage of elementsWith("data-mosaic")) new Mosaic(stage);
