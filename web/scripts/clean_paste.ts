// clean_paste.ts - markup from a word processor or a web page as Markdown: paragraphs, headings, bold, italic, links
// and lists stay; fonts, colours, styles and everything else go, and with them what its authors did not mean to be read:
// remarks in the margin, hidden and struck-out words.

const kLeftOut = new Set(["STYLE", "SCRIPT", "META", "LINK", "TITLE", "HEAD", "XML", "TEMPLATE", "OBJECT", "IFRAME", "DEL"]);
const kRemark = /\bmso-?com/i; // of Word: the classes of its comments
const kHidden = /mso-element:\s*comment|mso-hide:\s*all|(^|;)\s*display:\s*none/i;
const kListed = /mso-list:\s*l\d/i;
const kBullet = /mso-list:\s*ignore/i;
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
    if (node.nodeType === Node.TEXT_NODE) return escaped(withPlainBlanks(node.textContent ?? ""));
    if (!(node instanceof Element) && node.nodeType !== Node.ELEMENT_NODE) return "";
    const element = node as HTMLElement;
    const style = styleOf(element);
    if (kLeftOut.has(element.tagName) || element.tagName.includes(":")) return "";
    if (kRemark.test(element.className) || kHidden.test(style) || kBullet.test(style)) return "";
    return elementText(element, list);
}

function styleOf(element: HTMLElement): string {
    return element.dataset["style"] ?? "";
}

// One plain blank for every run of them, but for the no-break blanks of French: within guillemets, before : ; ! ? and
// units, between the digits of a number.
function withPlainBlanks(text: string): string {
    return text.replace(/\s+/g, (blanks: string, at: number, whole: string) => {
        const kept = /[\u00a0\u202f]/.exec(blanks)?.[0];
        const before = whole[at - 1] ?? "", behind = whole[at + blanks.length] ?? "";
        const isFrench = before === "«" || /[:;!?»%$€]/.test(behind) || (/\d/.test(before) && /\d/.test(behind));
        return kept !== undefined && isFrench ? kept : " ";
    });
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
        case "SPAN":
            return ofSpan(inside(), element);
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
            return listed(list || "- ", inside());
        case "P":
            return kListed.test(styleOf(element)) ? listed(bulletOf(element), inside()) : `\n\n${inside()}\n\n`;
        case "TD":
        case "TH":
            return `${inside()} `;
        case "BLOCKQUOTE":
            return `\n\n> ${inside().trim().replace(/\n+/g, "\n> ")}\n\n`;
        default:
            return kBlocks.has(element.tagName) ? `\n\n${inside()}\n\n` : inside();
    }
}

function listed(bullet: string, text: string): string {
    return `\n${bullet}${text.trim().replace(/\n+/g, " ")}`;
}

// Word writes lists as paragraphs, with what stands in front of each as words that it tells others to ignore.
function bulletOf(paragraph: HTMLElement): string {
    const bullets = [...paragraph.querySelectorAll<HTMLElement>("[data-style]")].filter((each) => kBullet.test(styleOf(each)));
    return /\d/.test(bullets[0]?.textContent ?? "") ? "1. " : "- ";
}

// Some write bold and italic as styles.
function ofSpan(text: string, element: HTMLElement): string {
    const style = styleOf(element);
    const isItalic = /(^|;)\s*font-style:\s*italic/i.test(style);
    const isBold = /(^|;)\s*font-weight:\s*(bold|[6-9]00)/i.test(style);
    const soft = isItalic ? marked("*", text, element) : text;
    return isBold ? marked("**", soft, element) : soft;
}

// Word processors wrap whole texts in bold that is none: <b style="font-weight:normal">.
function marked(mark: string, text: string, element: HTMLElement): string {
    const words = text.trim();
    const isNone = element.tagName === "B" && /(^|;)\s*font-weight:\s*(normal|400)/i.test(styleOf(element));
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
        .replace(/[ \t]+\n/g, "\n")
        .replace(/\n[ \t]+/g, "\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim();
}
