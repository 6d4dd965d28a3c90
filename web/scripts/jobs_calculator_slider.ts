// jobs_calculator_slider.ts - where an amount stands on the slider, and back. Amounts of money grow by ratios, so that
// a million and a billion are both within reach; percentages grow evenly.

export type SliderUnit = "million" | "billion" | "dollars" | "percent";

const kSteps = 1000;
const kMostPercent = 50;

interface Ends {
    least: number;
    most: number;
}
const kEnds: Record<Exclude<SliderUnit, "percent">, Ends> = {
    million: { least: 1, most: 20_000 },
    billion: { least: 0.01, most: 20 },
    dollars: { least: 10_000, most: 20_000_000_000 },
};

// position: 0 to 1000.
export function amountOfSlider(position: number, unit: SliderUnit): number {
    const share = Math.min(1, Math.max(0, position / kSteps));
    if (unit === "percent") return Math.max(0.1, Math.round(share * kMostPercent * 10) / 10);
    const { least, most } = kEnds[unit];
    return twoDigits(least * (most / least) ** share);
}

export function sliderOfAmount(amount: number, unit: SliderUnit): number {
    if (unit === "percent") return Math.round(Math.min(1, amount / kMostPercent) * kSteps);
    const { least, most } = kEnds[unit];
    const share = Math.log(amount / least) / Math.log(most / least);
    return Math.round(Math.min(1, Math.max(0, share)) * kSteps);
}

// 1,234 -> 1,200: nobody means the third digit of a slider.
function twoDigits(value: number): number {
    const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
    return Number((Math.round(value / unit) * unit).toPrecision(2));
}
