// supporters.mjs - `node tests/browser/supporters.mjs`: people sign, confirm, change their mind, and meet closed doors.
import assert from "node:assert/strict";
import {
    countNow, countOnFreshPage, fillSignForm, hasFocus, nameOnFreshPage, openMail, openOwnSignature, person, press, send,
    sign, signAndConfirm, signInStaff, tabTo,
} from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kPhone } from "./visitors.mjs";

const kPledge = "/en/petitions/equality-pledge";

// Whoever confirms waits at the end until the page counts them, so that the next story begins with a count at rest.
await tell({
    async "Maya signs on her phone, confirms by mail, and a neighbour's open page counts her"({ visitors }) {
        const neighbour = await visitors.open();
        await neighbour.goto(kPledge);
        const before = await countNow(neighbour);

        const maya = await visitors.open({ viewport: kPhone, hasTouch: true, isMobile: true });
        await maya.goto("/en/");
        await maya.getByRole("link", { name: "Equality Pledge" }).first().tap();
        await maya.getByRole("heading", { level: 1, name: "The Equality Pledge" }).waitFor();
        await maya.locator(".petition-hero__action").tap();
        await maya.getByLabel("Given name", { exact: true }).fill("Maya");
        await maya.getByLabel("Family name", { exact: true }).fill("Zielinska");
        await maya.getByLabel("Email", { exact: true }).fill("maya.zielinska@example.org");
        await maya.getByLabel("Postal code", { exact: true }).fill("k1a0a1");
        await maya.getByLabel("City or town").fill("Lakefield Junction");
        await maya.getByLabel("Show my given name").check();
        await maya.getByRole("button", { name: "Take the pledge" }).tap();
        await maya.getByRole("heading", { level: 1, name: "One more step: check your email" }).waitFor();
        assert.equal(await countNow(neighbour), before, "nobody counts before confirming");

        await maya.locator("main").getByRole("link", { name: "Open the demo mailbox" }).tap();
        await maya.getByRole("link", { name: "maya.zielinska@example.org" }).tap();
        const mail = maya.frameLocator(".mail-message__body iframe");
        await mail.getByRole("link", { name: "Confirm my signature" }).tap();
        await maya.getByRole("heading", { level: 1, name: "Confirm your signature" }).waitFor();
        await maya.getByRole("button", { name: "Confirm my signature" }).tap();
        await maya.getByRole("heading", { level: 1, name: "Thank you. Your name counts." }).waitFor();

        await neighbour.waitForFunction(
            (wanted) => document.querySelector(".petition-hero__count").textContent.replace(/\D/g, "") === wanted,
            String(before + 1));
        await countOnFreshPage(neighbour, kPledge, before + 1);
        await nameOnFreshPage(neighbour, kPledge, "Maya Z.");
    },

    async "Tomasz does the same in a browser without JavaScript"({ visitors }) {
        const tomasz = await visitors.open({ javaScriptEnabled: false });
        await tomasz.goto(kPledge);
        const before = await countNow(tomasz);
        await signAndConfirm(tomasz, person("Tomasz", "Kowalczyk"));
        await tomasz.getByRole("heading", { level: 1, name: "Thank you. Your name counts." }).waitFor();
        await countOnFreshPage(tomasz, kPledge, before + 1);
    },

    async "Priya does the same without touching a mouse"({ visitors }) {
        const priya = await visitors.open();
        const type = async (words) => {
            await priya.keyboard.press("Tab");
            await priya.keyboard.type(words);
        };
        await priya.goto(kPledge);
        const before = await countNow(priya);
        await priya.keyboard.press("Tab");
        assert.ok(await hasFocus(priya.locator(".skip-link")), "the first stop skips to the content");
        await priya.keyboard.press("Enter");
        await tabTo(priya, priya.locator(".petition-hero__action"));
        await priya.keyboard.press("Enter");
        await priya.waitForURL("**#sign");
        await type("Priya");
        assert.ok(await hasFocus(priya.locator("#given_name")), "behind the link to the form comes its first field");
        await type("Raman");
        await type("priya.raman@example.org");
        await type("M4B 1B3");
        await tabTo(priya, priya.locator("#show_name"), { limit: 5 });
        await priya.keyboard.press("Space");
        assert.ok(await priya.locator("#show_name").isChecked());
        await tabTo(priya, priya.locator(".sign-form button[type=submit]"), { limit: 3 });
        await priya.keyboard.press("Enter");
        await priya.waitForURL("**/thank-you");

        await tabTo(priya, priya.locator("main").getByRole("link", { name: "Open the demo mailbox" }));
        await priya.keyboard.press("Enter");
        await priya.waitForURL("**/demo/mailbox*");
        await tabTo(priya, priya.getByRole("link", { name: "priya.raman@example.org" }));
        await priya.keyboard.press("Enter");
        const mail = priya.frameLocator(".mail-message__body iframe");
        const button = mail.getByRole("link", { name: "Confirm my signature" });
        await button.waitFor();
        await tabTo(priya, button, { within: mail });
        await priya.keyboard.press("Enter");
        await priya.waitForURL("**/signatures/*");
        await tabTo(priya, priya.getByRole("button", { name: "Confirm my signature" }));
        await priya.keyboard.press("Space");
        await priya.waitForURL("**/confirmed");
        await countOnFreshPage(priya, kPledge, before + 1);
    },

    async "Léa signs in French, and everything that answers her is in French"({ visitors }) {
        const lea = await visitors.open({ locale: "fr-CA" });
        await lea.goto("/");
        await lea.waitForURL("**/fr/");
        await lea.goto("/fr/petitions/equality-pledge");
        const before = await countNow(lea);
        await lea.getByRole("heading", { level: 1, name: "L’Engagement pour l’égalité" }).waitFor();
        await lea.getByLabel("Prénom", { exact: true }).fill("Léa");
        await lea.getByLabel("Nom de famille", { exact: true }).fill("Quévillon");
        await lea.getByLabel("Courriel", { exact: true }).fill("lea.quevillon");
        await lea.getByLabel("Code postal", { exact: true }).fill("H2X 1Y4");
        await lea.locator("#show_name").check();
        await lea.getByRole("button", { name: "Prendre l’engagement" }).click();
        await lea.locator("[data-error-summary]").getByRole("link", { name: /adresse courriel/ }).click();
        await lea.keyboard.press("End");
        await lea.keyboard.type("@example.org");
        await lea.getByRole("button", { name: "Prendre l’engagement" }).click();
        await lea.getByRole("heading", { level: 1, name: /^Encore une étape/ }).waitFor();
        const mail = await openMail(lea, "lea.quevillon@example.org", { language: "fr" });
        await mail.getByRole("link", { name: "Confirmer ma signature" }).click();
        await lea.waitForURL("**/fr/signatures/*");
        assert.equal(await lea.locator("html").getAttribute("lang"), "fr");
        await lea.getByRole("button", { name: "Confirmer ma signature" }).click();
        await lea.getByRole("heading", { level: 1, name: /^Merci/ }).waitFor();
        await countOnFreshPage(lea, "/fr/petitions/equality-pledge", before + 1);
        await nameOnFreshPage(lea, "/fr/petitions/equality-pledge", "Léa Q.");
    },

    async "Ben types a wrong address: his words stay, and a list of what to correct takes the focus"({ visitors }) {
        const ben = await visitors.open();
        await ben.goto(kPledge);
        await fillSignForm(ben, person("Ben", "", { email: "ben at home", postal_code: "K1", comment: "For my kids", show_name: true }));
        await send(ben);
        const summary = ben.locator("[data-error-summary]");
        await summary.waitFor();
        await ben.waitForFunction(() => document.activeElement.matches("[data-error-summary]"));
        assert.equal(await summary.locator("li").count(), 3);
        assert.match(await ben.title(), /^Error|^\(|correct/i, "the title of the window says so too");
        assert.equal(await ben.locator("#given_name").inputValue(), "Ben");
        assert.equal(await ben.locator("#email").inputValue(), "ben at home");
        assert.equal(await ben.locator("#postal_code").inputValue(), "K1");
        assert.equal(await ben.locator("#comment").inputValue(), "For my kids");
        assert.ok(await ben.locator("#show_name").isChecked());
        assert.ok(!(await ben.locator("#consent_mail").isChecked()));
        for (const [name, words] of Object.entries({ family_name: "family name", email: "email", postal_code: "postal code" })) {
            const field = ben.locator(`#${name}`);
            assert.equal(await field.getAttribute("aria-invalid"), "true");
            const described = (await field.getAttribute("aria-describedby")).split(" ").at(-1);
            assert.match(await ben.locator(`#${described}`).textContent(), new RegExp(words, "i"));
        }
        await summary.getByRole("link", { name: /family name/i }).click();
        assert.ok(await hasFocus(ben.locator("#family_name")), "a line of the list leads into its field");

        await fillSignForm(ben, person("Ben", "Whitecloud"));
        await send(ben);
        await ben.waitForURL("**/thank-you");
    },

    async "Without JavaScript the list of what to correct stands there just the same"({ visitors }) {
        const ola = await visitors.open({ javaScriptEnabled: false });
        await ola.goto(kPledge);
        await fillSignForm(ola, person("Ola", "Adeyemi", { email: "" }));
        await send(ola);
        await ola.locator("[data-error-summary]").getByRole("link", { name: /email/i }).click();
        assert.ok(ola.url().endsWith("#email"));
        assert.equal(await ola.locator("#given_name").inputValue(), "Ola");
    },

    async "Grace presses the link a second time: nothing counts twice, and she reads how things stand"({ visitors }) {
        const grace = await visitors.open();
        const who = person("Grace", "Arsenault");
        await grace.goto(kPledge);
        const before = await countNow(grace);
        await sign(grace, who);
        await openOwnSignature(grace, who);
        const own = grace.url();
        const twin = await visitors.open();
        await twin.goto(own);
        await press(grace, "confirmation");
        await grace.waitForURL("**/confirmed");

        await press(twin, "confirmation");
        await twin.getByRole("heading", { level: 1, name: "Your signature is confirmed" }).waitFor();
        await grace.goto(own);
        await grace.getByRole("heading", { level: 1, name: "Your signature is confirmed" }).waitFor();
        await countOnFreshPage(grace, kPledge, before + 1);
    },

    async "Joan signs once more: the page says the same, the mail says the truth"({ visitors }) {
        const joan = await visitors.open();
        const who = person("Joan", "Beaulieu");
        await joan.goto(kPledge);
        const before = await countNow(joan);
        await signAndConfirm(joan, who);
        await countOnFreshPage(joan, kPledge, before + 1);
        await sign(joan, who);
        await joan.getByRole("heading", { level: 1, name: "One more step: check your email" }).waitFor();
        const mail = await openMail(joan, who.email);
        await mail.getByRole("heading", { name: "You have signed already" }).waitFor();
        await countOnFreshPage(joan, kPledge, before + 1);
    },

    async "Somebody signs with Hassan's address: he says that this was not him"({ visitors }) {
        const hassan = await visitors.open();
        const who = person("Hassan", "Farouk");
        await hassan.goto(kPledge);
        const before = await countNow(hassan);
        await sign(hassan, who);
        const mail = await openMail(hassan, who.email);
        await mail.getByRole("link", { name: "This was not me" }).click();
        await hassan.getByRole("button", { name: "This was not me" }).click();
        await hassan.getByRole("heading", { level: 1, name: "This signature is withdrawn" }).waitFor();
        await countOnFreshPage(hassan, kPledge, before);
        await hassan.goto(`/en/demo/mailbox?to=${who.email}`);
        await hassan.locator(".mail-list__link").first().click();
        await hassan.getByRole("heading", { name: "Nobody needs this mail any more" }).waitFor();
    },

    async "Wei withdraws, the count goes down, and later he signs again"({ visitors }) {
        const wei = await visitors.open();
        const who = person("Wei", "Zhang");
        await wei.goto(kPledge);
        const before = await countNow(wei);
        await sign(wei, who);
        await openOwnSignature(wei, who);
        const own = wei.url();
        await press(wei, "confirmation");
        await wei.waitForURL("**/confirmed");
        await countOnFreshPage(wei, kPledge, before + 1);
        await wei.goto(own);
        await wei.getByRole("button", { name: "Withdraw my signature" }).click();
        await wei.getByRole("heading", { level: 1, name: "This signature is withdrawn" }).waitFor();
        await countOnFreshPage(wei, kPledge, before);
        await signAndConfirm(wei, who);
        await countOnFreshPage(wei, kPledge, before + 1);
    },

    async "Nadia finds the mail after a month: the page sends her a fresh one, and that one confirms"({ visitors, program }) {
        const nadia = await visitors.open({ javaScriptEnabled: false });
        const who = person("Nadia", "Benali");
        await sign(nadia, who);
        await openOwnSignature(nadia, who);
        const old = nadia.url();
        const month = 31 * 24 * 60 * 60 * 1_000_000;
        program.query(`update signature set signed_at = signed_at - ${month} where email = '${who.email}'`);

        await nadia.goto(old);
        await nadia.getByRole("heading", { level: 1, name: "This link has expired" }).waitFor();
        await nadia.getByRole("button", { name: "Send me a fresh email" }).click();
        await nadia.getByRole("heading", { level: 1, name: "A fresh email is on its way" }).waitFor();
        assert.equal(await nadia.getByRole("button", { name: "Confirm my signature" }).count(), 0, "the old link confirms nothing");

        const mail = await openMail(nadia, who.email);
        await mail.getByRole("link", { name: "Confirm my signature" }).click();
        await nadia.waitForURL("**/signatures/*");
        assert.notEqual(nadia.url(), old);
        await nadia.getByRole("button", { name: "Confirm my signature" }).click();
        await nadia.waitForURL("**/confirmed");
    },

    async "Björk is not from one of the countries in the short menu: the whole list comes, and what she typed stays"({ visitors }) {
        const bjork = await visitors.open({ javaScriptEnabled: false });
        await bjork.goto(kPledge);
        await fillSignForm(bjork, person("Björk", "Jónsdóttir", { postal_code: "" }));
        await bjork.locator("#country").selectOption({ label: "Another country" });
        await send(bjork);
        await bjork.locator("[data-error-summary]").getByRole("link", { name: /country/i }).click();
        assert.equal(await bjork.locator("#given_name").inputValue(), "Björk");
        await bjork.locator("#country").selectOption({ label: "Iceland" });
        await send(bjork);
        await bjork.waitForURL("**/thank-you");
    },

    async "A link that a mail program cut in two is met with advice"({ visitors }) {
        const maya = await visitors.open();
        const who = person("Maya", "Cardinal");
        await sign(maya, who);
        await openOwnSignature(maya, who);
        await maya.goto(maya.url().slice(0, -6));
        await maya.getByRole("heading", { level: 1, name: "This link is not complete" }).waitFor();
    },

    async "Noor comes to a closed page: she reads the text and the count, and cannot sign any more"({ visitors, program }) {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        const noor = await visitors.open();
        const late = person("Noor", "Haddad");
        await noor.goto("/en/petitions/proclamation");
        await fillSignForm(noor, late);

        await amelie.goto("/en/staff/petitions/proclamation");
        await amelie.getByRole("button", { name: "Close signing" }).click();
        await amelie.getByRole("button", { name: "Open again" }).waitFor();

        await send(noor);
        await noor.getByText("Signing has closed, so your name could not be added.").waitFor();
        await noor.getByRole("heading", { name: "Signing is closed" }).waitFor();
        assert.equal(await noor.locator(".sign-form").count(), 0);
        assert.equal(await noor.locator(".petition-hero__count").count(), 1);

        await amelie.getByRole("button", { name: "Open again" }).click();
        await amelie.getByRole("button", { name: "Close signing" }).waitFor();
        await sign(noor, late, { petition: "proclamation" });
    },

    async "An address that nobody has leads to a page with a way on, in the visitor's language"({ visitors }) {
        const visitor = await visitors.open();
        const answer = await visitor.goto("/fr/petitions/nulle-part");
        assert.equal(answer.status(), 404);
        assert.equal(await visitor.locator("html").getAttribute("lang"), "fr");
        await visitor.locator("main a").first().click();
        await visitor.waitForURL("**/fr/");
    },
});
