// sha256.ts - SHA-256 (FIPS 180-4) of short texts. Ours, since the browser's own is there on secure pages only, and its
// promise for each of many thousand texts takes longer than the hash.

const kConstants = roundConstants();
const kStart = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

// 64 hexadecimal digits.
export function sha256(text: string): string {
    const words = padded(new TextEncoder().encode(text));
    const state = new Int32Array(kStart);
    const schedule = new Int32Array(64);
    for (let block = 0; block < words.length; block += 16) {
        schedule.set(words.subarray(block, block + 16));
        expand(schedule);
        compress(state, schedule);
    }
    return [...state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

// The fractional parts of the cube roots of the first 64 primes.
function roundConstants(): Int32Array {
    const constants = new Int32Array(64);
    for (let number = 2, found = 0; found < 64; number += 1) {
        if (!isPrime(number)) continue;
        const root = Math.cbrt(number);
        constants[found] = Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
        found += 1;
    }
    return constants;
}

function isPrime(number: number): boolean {
    for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false;
    return true;
}

// The bytes, a one bit, zeros, and the length in bits, as big-endian words in blocks of 16.
function padded(bytes: Uint8Array): Int32Array {
    const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
    for (let i = 0; i < bytes.length; i += 1) words[i >> 2]! |= bytes[i]! << (24 - (i & 3) * 8);
    words[bytes.length >> 2]! |= 0x80 << (24 - (bytes.length & 3) * 8);
    words[words.length - 1] = bytes.length * 8;
    return words;
}

function expand(w: Int32Array): void {
    for (let i = 16; i < 64; i += 1) {
        const early = w[i - 15]!;
        const late = w[i - 2]!;
        const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
        const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
        w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
    }
}

function compress(state: Int32Array, w: Int32Array): void {
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i += 1) {
        const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + kConstants[i]! + w[i]!) | 0;
        const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i]! += value));
}

function turn(word: number, by: number): number {
    return (word >>> by) | (word << (32 - by));
}
