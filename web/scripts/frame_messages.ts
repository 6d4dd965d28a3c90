// frame_messages.ts - what the page of a partner and the form in its frame say to each other: how high the form is.

export const kAskForHeight = "alltogether: how high are you?";
const kTold = "alltogether: height";
const kHighest = 20_000; // pixels

export interface Told {
    told: typeof kTold;
    height: number;
}

export function told(height: number): Told {
    return { told: kTold, height: Math.ceil(height) };
}

// Nothing but a sensible number of pixels.
export function heightOf(data: unknown): number | undefined {
    const { told: what, height } = (typeof data === "object" && data !== null ? data : {}) as Partial<Told>;
    if (what !== kTold || !Number.isSafeInteger(height)) return undefined;
    return height! > 0 && height! <= kHighest ? height : undefined;
}

// Whether the origin is one of the list; "https://*.example.org" stands for everything below it, "*" for everybody.
export function isAmong(origin: string, list: string): boolean {
    return list.split(" ").some((allowed) => {
        if (allowed === "*") return true;
        if (!allowed.startsWith("https://*.")) return allowed !== "" && allowed === origin;
        return origin.startsWith("https://") && origin.endsWith(allowed.slice("https://*".length));
    });
}
