// passkeys.mjs - `node tests/browser/passkeys.mjs`: staff make passkeys and sign in with them, on a virtual authenticator
// of Chromium (Chrome DevTools Protocol, domain WebAuthn); by its own button, after the password, and without JavaScript.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { signInStaff } from "./acts.mjs";
import { root } from "./program.mjs";
import { tell } from "./tell.mjs";

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const kWords = {
    en: { begin: "Go on", make: "Make the passkey", ready: "Your passkey is ready", touch: "Sign in with a passkey",
        home: "Hello", remove: "Remove the passkey", removed: "The passkey is removed", failed: "That did not work",
        second: "One more step: your passkey" },
    fr: { begin: "Continuer", make: "Créer la clé d’accès", ready: "Votre clé d’accès est prête",
        touch: "Se connecter avec une clé d’accès", home: "Bonjour", remove: "Retirer la clé d’accès",
        removed: "La clé d’accès est retirée", failed: "Cela n’a pas fonctionné", second: "Encore une étape : votre clé d’accès" },
};

// A phone that holds passkeys and knows its owner's finger, in this page's browser.
async function giveAuthenticator(page) {
    const session = await page.context().newCDPSession(page);
    await session.send("WebAuthn.enable");
    const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
        options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    });
    return {
        passkeys: async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
        knowsFinger: (isUserVerified) => session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    };
}

async function expectAccessible(page, what) {
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
        const { violations } = await window.axe.run(document);
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
    assert.deepEqual(found, [], what);
}

async function begin(page, program, language, name) {
    await page.goto(`/${language}/staff/account/passkeys`);
    await page.locator("#name").fill(name);
    await page.locator("#password").fill(program.staffPassword);
    await page.getByRole("button", { name: kWords[language].begin }).click();
    await page.waitForURL("**/account/passkeys/new");
}

async function signOut(page) {
    await page.locator("form[action$='/staff/sign-out'] button").first().click();
    await page.waitForURL("**/sign-in?done=signed-out");
}

const whole = (language, colleague) => async ({ visitors, program }) => {
    const words = kWords[language];
    const page = await visitors.open();
    const phone = await giveAuthenticator(page);
    await signInStaff(page, program, colleague);
    await begin(page, program, language, "Phone <b>");
    await expectAccessible(page, "the last step");
    await page.getByRole("button", { name: words.make }).click();
    await page.getByRole("heading", { level: 1, name: words.ready }).waitFor();
    assert.equal(await page.locator("code.secret").count(), 10, "recovery codes are shown once");
    const [made] = await phone.passkeys();
    assert.ok(made.isResidentCredential);
    assert.equal(made.rpId, "localhost");

    await signOut(page);
    await page.goto(`/${language}/staff/sign-in`);
    await expectAccessible(page, "the sign-in page with its passkey button");
    await page.getByRole("button", { name: words.touch }).click();
    await page.getByRole("heading", { level: 1, name: words.home }).waitFor();

    await signOut(page);
    await page.goto(`/${language}/staff/sign-in`);
    await page.locator("#email").fill(`${colleague}@alltogether.example`);
    await page.locator("#password").fill(program.staffPassword);
    await page.locator("form[action$='/staff/sign-in'] button").click();
    await page.getByRole("heading", { level: 1, name: words.second }).waitFor();
    await expectAccessible(page, "the second step");
    await page.getByRole("button", { name: words.touch }).click();
    await page.getByRole("heading", { level: 1, name: words.home }).waitFor();

    await page.goto(`/${language}/staff/account/passkeys`);
    await expectAccessible(page, "the list");
    await page.getByRole("link", { name: "Phone <b>" }).click();
    await expectAccessible(page, "one passkey");
    await page.locator("#password_for_removal").fill(program.staffPassword);
    await page.getByRole("button", { name: words.remove }).click();
    await page.getByText(words.removed).waitFor();
    await signOut(page);
    await page.goto(`/${language}/staff/sign-in`);
    await page.getByRole("button", { name: words.touch }).click();
    await page.locator("[data-error-summary]").waitFor();
};

await tell({
    "Tom makes a passkey, signs in by a touch alone, then after his password, and removes it": whole("en", "tom"),
    "Inès does the same in French": whole("fr", "ines"),

    async "A finger that the phone does not know opens nothing, and the page says so"({ visitors }) {
        const page = await visitors.open();
        const phone = await giveAuthenticator(page);
        await phone.knowsFinger(false);
        await page.goto("/en/staff/sign-in");
        await page.getByRole("button", { name: kWords.en.touch }).click();
        await page.getByText(kWords.en.failed).waitFor();
        assert.ok(page.url().endsWith("/en/staff/sign-in"));
    },

    async "Without JavaScript the pages say so, and the codes of an app stay"({ visitors, program }) {
        const page = await visitors.open({ javaScriptEnabled: false });
        await page.goto("/en/staff/sign-in");
        await page.getByText("Passkeys need JavaScript").waitFor();
        assert.equal(await page.getByRole("button", { name: kWords.en.touch }).count(), 0);
        await signInStaff(page, program, "ravi");
        await begin(page, program, "en", "Laptop");
        await page.getByText("One-time codes protect your account without it").waitFor();
        await page.goto("/en/staff/account");
        await page.getByRole("button", { name: "Set up one-time codes" }).waitFor();
    },
}, { host: "localhost", signatures: 0, sets: ['limits.trusted_networks=["127.0.0.0/8"]'] });
