// clean_paste.ts - markup from a word processor or a web page as Markdown: paragraphs, headings, bold, italic, links
// and lists stay; fonts, colours, comments, styles and everything else go.

const kLeftOut = new Set(["STYLE", "SCRIPT", "META", "LINK", "TITLE", "HEAD", "XML", "TEMPLATE", "OBJECT", "IFRAME"]);
const kBlocks = new Set(["P", "DIV", "SECTION", "ARTICLE", "TR", "TABLE", "TBODY", "FIGURE", "ADDRESS", "HEADER"]);

// "" where the markup says nothing: then plain text is pasted as ever.
export function markdownOf(html: string): string {
    // A parsed document runs no script and loads nothing.
    const parsed = new DOMParser().parseFromString(withoutStyles(html), "text/html");
    return tidy(childrenOf(parsed.body, ""));
}

// The page's policy complains of styles even in a document that is never shown: they become plain attributes.
function withoutStyles(html: string): string {
    return html
        .replace(/<style[\s\S]*?<\/style>/gi, "")
        .replace(/<[^<>]*>/g, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
}

function childrenOf(node: Node, list: string): string {
    let text = "";
    for (const child of node.childNodes) text += textOf(child, list);
    return text;
}

function textOf(node: Node, list: string): string {
    if (node.nodeType === Node.TEXT_NODE) return escaped((node.textContent ?? "").replace(/\s+/g, " "));
    if (!(node instanceof Element) && node.nodeType !== Node.ELEMENT_NODE) return "";
    const element = node as HTMLElement;
    if (kLeftOut.has(element.tagName) || element.tagName.includes(":")) return "";
    return elementText(element, list);
}

function elementText(element: HTMLElement, list: string): string {
    const inside = (): string => childrenOf(element, list);
    const heading = /^H([1-6])$/.exec(element.tagName);
    if (heading) return `\n\n${"#".repeat(Math.max(2, Number(heading[1])))} ${inside().trim()}\n\n`;
    switch (element.tagName) {
        case "BR":
            return "\n";
        case "B":
        case "STRONG":
            return marked("**", inside(), element);
        case "I":
        case "EM":
            return marked("*", inside(), element);
        case "A":
            return linkOf(element as HTMLAnchorElement, inside());
        case "UL":
            return `\n\n${childrenOf(element, "- ")}\n\n`;
        case "OL":
            return `\n\n${childrenOf(element, "1. ")}\n\n`;
        case "LI":
            return `\n${list || "- "}${inside().trim().replace(/\n+/g, " ")}`;
        case "BLOCKQUOTE":
            return `\n\n> ${inside().trim().replace(/\n+/g, "\n> ")}\n\n`;
        default:
            return kBlocks.has(element.tagName) ? `\n\n${inside()}\n\n` : inside();
    }
}

// Word processors wrap whole texts in bold that is none: <b style="font-weight:normal">.
function marked(mark: string, text: string, element: HTMLElement): string {
    const words = text.trim();
    const isNone = /(^|;)\s*font-weight:\s*(normal|400)/i.test(element.dataset["style"] ?? "");
    if (!words || isNone || words.includes("\n")) return text;
    return text.replace(words, () => `${mark}${words}${mark}`);
}

function linkOf(link: HTMLAnchorElement, text: string): string {
    const address = link.getAttribute("href") ?? "";
    const isSafe = /^(https?:\/\/|mailto:|\/)/i.test(address) && !/[\s()]/.test(address);
    return isSafe && text.trim() ? `[${text.trim()}](${address})` : text;
}

// Signs that would mean something in Markdown.
function escaped(text: string): string {
    return text.replace(/([\\*_`[\]])/g, "\\$1");
}

function tidy(text: string): string {
    return text
        .replace(/\u00a0/g, " ")
        .replace(/[ \t]+\n/g, "\n")
        .replace(/\n[ \t]+/g, "\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim();
}
