// passkeys.ts - asks the browser for a passkey. The forms are there without it, hidden: what needs a script is shown by
// one, and the words that stand in its place go away.
import { elementsWith } from "./elements.ts";

export function offerPasskeys(): void {
    const forms = [...elementsWith("data-passkey-get"), ...elementsWith("data-passkey-create")];
    if (forms.length === 0) return;
    const isOffered = "PublicKeyCredential" in window;
    for (const words of elementsWith("data-passkey-missing")) {
        words.hidden = isOffered;
        words.textContent = words.dataset["passkeyUnknown"] ?? words.textContent;
    }
    for (const form of forms) if (isOffered && form instanceof HTMLFormElement) offerIn(form);
}

function offerIn(form: HTMLFormElement): void {
    form.hidden = false;
    // Stays clear of the guard against a second press: a ceremony that failed may be tried again.
    form.dataset["resubmit"] = "";
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        void askAndSend(form);
    });
}

async function askAndSend(form: HTMLFormElement): Promise<void> {
    if (form.hasAttribute("aria-busy")) return;
    form.setAttribute("aria-busy", "true");
    say(form, undefined);
    try {
        if (form.dataset["passkeyCreate"] === undefined) await signInWith(form);
        else await makeWith(form, form.dataset["passkeyCreate"]);
        form.submit();
    } catch (fault) {
        const isHeld = fault instanceof DOMException && fault.name === "InvalidStateError";
        say(form, (isHeld ? form.dataset["passkeyHeld"] : undefined) ?? form.dataset["passkeyFailed"]);
        form.removeAttribute("aria-busy");
    }
}

function say(form: HTMLFormElement, words: string | undefined): void {
    const place = form.querySelector<HTMLElement>("[data-passkey-words]");
    if (!place) return;
    place.hidden = words === undefined;
    place.textContent = words ?? "";
}

// Making one -----------------------------------------------------------------------------------------------------------

interface Descriptor { type: "public-key"; id: string }

interface CreationOptions {
    rp: PublicKeyCredentialRpEntity;
    user: { id: string; name: string; displayName: string };
    challenge: string;
    pubKeyCredParams: PublicKeyCredentialParameters[];
    timeout: number;
    excludeCredentials: Descriptor[];
    authenticatorSelection: AuthenticatorSelectionCriteria;
    attestation: AttestationConveyancePreference;
}

async function makeWith(form: HTMLFormElement, json: string): Promise<void> {
    const options = JSON.parse(json) as CreationOptions;
    const credential = await navigator.credentials.create({
        publicKey: {
            ...options,
            user: { ...options.user, id: bytesOf(options.user.id) },
            challenge: bytesOf(options.challenge),
            excludeCredentials: options.excludeCredentials.map(descriptorOf),
        },
    });
    if (!(credential instanceof PublicKeyCredential)) throw new Error("no passkey was made");
    const response = credential.response as AuthenticatorAttestationResponse;
    fill(form, { client_data: response.clientDataJSON, attestation_object: response.attestationObject });
}

// Signing in -----------------------------------------------------------------------------------------------------------

interface RequestOptions {
    rpId: string;
    challenge: string;
    timeout: number;
    userVerification: UserVerificationRequirement;
    allowCredentials: Descriptor[];
}

async function signInWith(form: HTMLFormElement): Promise<void> {
    const answer = await fetch(form.dataset["passkeyGet"] ?? "", { method: "POST" });
    if (!answer.ok) throw new Error(`no challenge: ${answer.status}`);
    const options = await answer.json() as RequestOptions;
    const credential = await navigator.credentials.get({
        publicKey: {
            ...options,
            challenge: bytesOf(options.challenge),
            allowCredentials: options.allowCredentials.map(descriptorOf),
        },
    });
    if (!(credential instanceof PublicKeyCredential)) throw new Error("no passkey was given");
    const response = credential.response as AuthenticatorAssertionResponse;
    fill(form, {
        credential: credential.rawId,
        client_data: response.clientDataJSON,
        authenticator_data: response.authenticatorData,
        signature: response.signature,
        user_handle: response.userHandle ?? new ArrayBuffer(0),
    });
}

// base64url ------------------------------------------------------------------------------------------------------------

function descriptorOf({ type, id }: Descriptor): PublicKeyCredentialDescriptor {
    return { type, id: bytesOf(id) };
}

function fill(form: HTMLFormElement, values: Record<string, ArrayBuffer>): void {
    for (const [name, bytes] of Object.entries(values)) {
        const field = form.elements.namedItem(name);
        if (field instanceof HTMLInputElement) field.value = textOf(bytes);
    }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

function textOf(bytes: ArrayBuffer): string {
    const letters = String.fromCharCode(...new Uint8Array(bytes));
    return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
