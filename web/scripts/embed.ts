// embed.ts - what sites of partners load, as a classic script: it puts the sign-on form of a petition behind itself, in a
// frame that takes the height the form asks for; or the newest voices of the photo wall, on any site. It sets no cookie
// and stores nothing.
//
//     <script src="https://SITE/embed.js" data-petition="NAME" data-source="CODE" data-language="en" data-title="..." async></script>
//     <script src="https://SITE/embed.js" data-voices data-language="en" data-title="..." async></script>
import { heightOf, kAskForHeight } from "./frame_messages.ts";

const kFirstHeight = "75rem"; // until the form has told its own

const script = document.currentScript;
if (script instanceof HTMLScriptElement) putFrameBehind(script);

function putFrameBehind(place: HTMLScriptElement): void {
    const { language, title } = place.dataset;
    const path = framedPath(place.dataset);
    if (!path) return;
    const site = new URL(place.src).origin;
    const frame = document.createElement("iframe");
    frame.title = title ?? new URL(place.src).hostname;
    frame.style.cssText = `display:block;width:100%;height:${kFirstHeight};border:0`;
    window.addEventListener("message", (event) => {
        if (event.source !== frame.contentWindow || event.origin !== site) return;
        const height = heightOf(event.data);
        if (height !== undefined) frame.style.height = `${height}px`;
    });
    // Each page in the frame is asked anew; whoever has just sent the form sees the beginning of the answer.
    let pages = 0;
    frame.addEventListener("load", () => {
        frame.contentWindow?.postMessage(kAskForHeight, site);
        if (pages++ > 0 && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
    });
    frame.src = `${site}/${language === "fr" ? "fr" : "en"}/${path}`;
    place.after(frame);
}

function framedPath({ petition, source, voices }: DOMStringMap): string | undefined {
    if (voices !== undefined) return "voices/embed";
    if (!petition || !source) return undefined;
    return `petitions/${encodeURIComponent(petition)}/embed/${encodeURIComponent(source)}`;
}
