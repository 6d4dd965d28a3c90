// print.ts - buttons that print the page; hidden in the markup, since they need this script.
import { elementsWith } from "./elements.ts";

export function enablePrinting(): void {
    for (const button of elementsWith("data-print")) {
        button.hidden = false;
        button.addEventListener("click", () => window.print());
    }
}
