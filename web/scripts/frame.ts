// frame.ts - in the form that stands in a frame on the site of a partner: the same small help as on our own pages, and
// the height, told to the site around it when that asks and is one of those that may.
import { countCharacters } from "./character_count.ts";
import { focusErrorSummary, preventDoubleSubmit, spacePostalCodes } from "./forms.ts";
import { isAmong, kAskForHeight, told } from "./frame_messages.ts";
import { followLiveCounts } from "./live_count.ts";
import { solvePuzzles } from "./proof.ts";

document.documentElement.classList.add("has-script");
focusErrorSummary();
preventDoubleSubmit();
spacePostalCodes();
solvePuzzles();
countCharacters();
followLiveCounts();
tellHeight();

function tellHeight(): void {
    const origins = `${document.body.dataset["frameOrigins"] ?? ""} ${location.origin}`;
    window.addEventListener("message", (event) => {
        if (event.source !== window.parent || event.data !== kAskForHeight || !isAmong(event.origin, origins)) return;
        const tell = (): void => window.parent.postMessage(told(document.body.getBoundingClientRect().height), event.origin);
        new ResizeObserver(tell).observe(document.body);
        tell();
    });
}
