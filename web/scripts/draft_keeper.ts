// draft_keeper.ts - what is typed into a long form is sent to the server while one types, so that a closed window or an
// empty battery loses nothing. It is offered when the page is opened again. Saving stays a matter of the button.

const kRestMilliseconds = 1500;

export function keepDrafts(): void {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-keep-draft]")) keep(form);
}

function keep(form: HTMLFormElement): void {
    const url = form.dataset["keepDraft"];
    if (!url) return;
    const status = form.querySelector<HTMLElement>("[data-kept]");
    let resting = 0;
    let isSaving = false;
    const send = async (): Promise<void> => {
        const isKept = await sendDraft(form, url);
        if (status && !isSaving) status.textContent = isKept ? (form.dataset["keptWord"] ?? "") : "";
    };
    form.addEventListener("input", () => {
        if (status) status.textContent = "";
        window.clearTimeout(resting);
        resting = window.setTimeout(() => void send(), kRestMilliseconds);
    });
    form.addEventListener("submit", () => {
        isSaving = true;
        window.clearTimeout(resting);
    });
    // A window that goes away sends what was typed in the last second, too.
    window.addEventListener("pagehide", () => {
        if (resting && !isSaving) navigator.sendBeacon(url, fieldsOf(form));
    });
}

async function sendDraft(form: HTMLFormElement, url: string): Promise<boolean> {
    try {
        return (await fetch(url, { method: "POST", body: fieldsOf(form) })).ok;
    } catch {
        return false; // no connection: the next pause in typing tries again
    }
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    return fields;
}
