// proof.ts - under pressure the sign form carries a puzzle (the ALTCHA protocol, version 1), which is solved while people
// type. Without this script, and where it fails, the form goes as it is.
import { elementsWith } from "./elements.ts";
import { sha256 } from "./sha256.ts";

export interface Puzzle {
    algorithm: string;
    challenge: string;
    maxnumber: number;
    salt: string;
    signature: string;
}

const kWorkMilliseconds = 12; // at a stretch: typing stays smooth
const kGoodMilliseconds = 25 * 60 * 1000; // a puzzle holds for 30 minutes

export function solvePuzzles(): void {
    for (const element of elementsWith("data-proof")) prepare(element);
}

function prepare(element: HTMLElement): void {
    const form = element.closest("form");
    const field = element.querySelector<HTMLInputElement>("input[name='proof']");
    const status = element.querySelector<HTMLElement>("[data-proof-status]");
    const address = element.dataset["proof"];
    if (!form || !field || !status || !address) return;

    let solvedAt = 0;
    let work: Promise<void> | undefined;
    const solve = async (): Promise<void> => {
        status.textContent = element.dataset["solving"] ?? "";
        try {
            field.value = payloadOf(...(await answerOf(await fetchPuzzle(address))));
            status.textContent = element.dataset["solved"] ?? "";
        } catch {
            status.textContent = element.dataset["failed"] ?? "";
        }
        solvedAt = performance.now();
        work = undefined;
    };
    const begin = (): Promise<void> => (work ??= solve());

    // Who sends the form before the puzzle is solved, or long after, waits for it; then it goes by itself.
    form.addEventListener("submit", (event) => {
        if (!work && performance.now() - solvedAt < kGoodMilliseconds) return;
        event.preventDefault();
        event.stopPropagation();
        const { submitter } = event;
        void begin().then(() => form.requestSubmit(submitter));
    });
    // Back from the next page: the answer was used.
    window.addEventListener("pageshow", (event) => {
        if (event.persisted) void begin();
    });
    void begin();
}

async function fetchPuzzle(address: string): Promise<Puzzle> {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return (await response.json()) as Puzzle;
}

async function answerOf(puzzle: Puzzle): Promise<[Puzzle, number]> {
    let number = 0;
    while (number <= puzzle.maxnumber) {
        const end = performance.now() + kWorkMilliseconds;
        while (number <= puzzle.maxnumber && performance.now() < end) {
            if (sha256(puzzle.salt + number) === puzzle.challenge) return [puzzle, number];
            number += 1;
        }
        await new Promise((resolve) => setTimeout(resolve));
    }
    throw new Error("no answer");
}

export function payloadOf(puzzle: Puzzle, number: number): string {
    const { algorithm, challenge, salt, signature } = puzzle;
    return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
}
