// integrations.mjs - `node tests/browser/integrations.mjs`: Amélie makes a webhook and a key; a real server of this machine
// hears what happens and checks the signatures with Node's own cryptography.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { person, signAndConfirm, signInStaff } from "./acts.mjs";
import { root } from "./program.mjs";
import { tell } from "./tell.mjs";

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

async function expectAccessible(page, what) {
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
        const { violations } = await window.axe.run(document);
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
    assert.deepEqual(found, [], what);
}

// Keeps every message; next(kind) waits for one of the kind, nextWith(member) for one in Action Network's shape.
async function startListener() {
    const got = [];
    let wake = () => {};
    const server = createServer((request, response) => {
        const parts = [];
        request.on("data", (part) => parts.push(part));
        request.on("end", () => {
            got.push({ headers: request.headers, body: Buffer.concat(parts).toString("utf8") });
            response.end("thanks");
            wake();
        });
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    async function first(isWanted) {
        for (;;) {
            const found = got.find(({ body }) => isWanted(JSON.parse(body)));
            if (found) return found;
            await new Promise((come) => { wake = come; });
        }
    }
    return {
        url: `http://127.0.0.1:${server.address().port}/hook`,
        got,
        next: (kind) => first((message) => message.kind === kind),
        nextWith: (member) => first((messages) => messages[0]?.[member] !== undefined),
        stop: () => server.close(),
    };
}

function isOurs(secret, { headers, body }) {
    const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    return headers["webhook-signature"] === `v1,${createHmac("sha256", key).update(content).digest("base64")}`;
}

const webhookIn = (language) => async ({ visitors, program }) => {
    const listener = await startListener();
    try {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto(`/${language}/staff/webhooks/new`);
        await expectAccessible(amelie, "the new webhook");
        await amelie.locator("#url").fill("http://");
        await amelie.locator("main form.form button[type=submit]").click();
        await amelie.locator("[data-error-summary]").waitFor();
        await amelie.locator("#name").fill("Chat <room>");
        await amelie.locator("#url").fill(listener.url);
        await amelie.locator("main form.form button[type=submit]").click();
        await amelie.locator("#secret").waitFor();
        const secret = await amelie.locator("#secret").textContent();
        assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
        await expectAccessible(amelie, "the secret");

        await amelie.goto(`/${language}/staff/webhooks`);
        await expectAccessible(amelie, "the list");
        await amelie.getByRole("link", { name: "Chat <room>" }).click();
        await amelie.waitForURL("**/staff/webhooks/*");
        const page = amelie.url().split("?")[0];
        await amelie.locator("form[action$='/test'] button").click();
        const test = await listener.next("test");
        assert.ok(isOurs(secret, test), "the test is signed");

        const public_ = await visitors.open();
        await signAndConfirm(public_, person("Nadia", language === "en" ? "Okoro" : "Gauthier"), { language });
        const told = await listener.next("signature.confirmed");
        assert.ok(isOurs(secret, told));
        const { petition, how_many, signer_class } = JSON.parse(told.body);
        assert.equal(petition.slug, "equality-pledge");
        assert.equal(how_many, 1);
        assert.equal(signer_class, "individual");
        assert.ok(!/nadia/i.test(told.body), "it names nobody");

        const before = listener.got.length;
        await amelie.goto(page);
        await amelie.locator("form[action$='/again'] button").first().waitFor();
        await expectAccessible(amelie, "one webhook");
        await amelie.locator("form[action$='/again'] button").last().click();
        await amelie.waitForURL("**?done=again");
        const again = () => listener.got.slice(before).find(({ headers }) => headers["webhook-id"] === test.headers["webhook-id"]);
        while (!again()) await new Promise((soon) => setTimeout(soon, 50));
        assert.equal(again().body, test.body, "the same under the same id");

        await amelie.goto(page);
        await amelie.locator("form[action$='/removal'] button").click();
        await amelie.waitForURL("**/staff/webhooks?done=removed");
    } finally {
        listener.stop();
    }
};

// A program that was written for Action Network's webhooks.
const actionNetworkIn = (language) => async ({ visitors, program }) => {
    const listener = await startListener();
    try {
        const amelie = await visitors.open();
        await signInStaff(amelie, program);
        await amelie.goto(`/${language}/staff/webhooks/new`);
        await amelie.locator("#name").fill("CRM");
        await amelie.locator("#url").fill(listener.url);
        await amelie.locator("input[name=shape][value=osdi_person]").check();
        await amelie.locator("#joined").check();
        await amelie.locator("main form.form button[type=submit]").click();
        await amelie.locator("#secret").waitFor();
        const secret = await amelie.locator("#secret").textContent();
        const naomi = person("Naomi", language === "en" ? "Stone" : "Lapierre", { consent_mail: true });
        await signAndConfirm(await visitors.open(), naomi, { language });
        const told = await listener.nextWith("osdi:signature");
        assert.ok(isOurs(secret, told));
        const [message, ...others] = JSON.parse(told.body);
        assert.equal(others.length, 0);
        const signature = message["osdi:signature"];
        assert.equal(signature.person.given_name, "Naomi");
        assert.match(signature.person.email_addresses[0].address, /@/);
        assert.match(signature._links["osdi:petition"].href, /\/api\/v2\/petitions\/equality-pledge$/);
        assert.equal(message.idempotency_key, told.headers["webhook-id"]);

        const joined = await listener.nextWith("action_network:action");
        assert.ok(isOurs(secret, joined));
        const { person: reader, _links } = JSON.parse(joined.body)[0]["action_network:action"];
        assert.equal(reader.email_addresses[0].address, naomi.email);
        assert.equal(reader.email_addresses[0].status, "subscribed");
        assert.equal(_links["osdi:person"].href, signature._links["osdi:person"].href);
    } finally {
        listener.stop();
    }
};

const keyIn = (language) => async ({ visitors, program }) => {
    const amelie = await visitors.open();
    await signInStaff(amelie, program);
    await amelie.goto(`/${language}/staff/keys`);
    await expectAccessible(amelie, "no key yet");
    await amelie.locator("#name").fill("Website of Local 17");
    await amelie.locator("#read").check();
    await amelie.locator("main form.form button[type=submit]").click();
    await amelie.locator("#key").waitFor();
    const key = await amelie.locator("#key").textContent();
    await expectAccessible(amelie, "the new key");
    const ask = () => fetch(`${program.address}/api/v1/key`, { headers: { Authorization: `Bearer ${key}` } });
    assert.deepEqual((await (await ask()).json()).scopes, ["read"]);
    await amelie.goto(`/${language}/staff/keys`);
    await expectAccessible(amelie, "the list of keys");
    assert.ok(!(await amelie.content()).includes(key), "the key is shown once");
    await amelie.locator("form[action$='/revocation'] button").first().click();
    await amelie.waitForURL("**/staff/keys?done=revoked");
    assert.equal((await ask()).status, 401);
};

await tell({
    "Amélie's webhook hears of a test and of a signature, and can check that it is us": webhookIn("en"),
    "The same in French": webhookIn("fr"),
    "A program written for Action Network's webhooks hears of a signature with its person, and that they joined the list": actionNetworkIn("en"),
    "The same in French, for Action Network's webhooks": actionNetworkIn("fr"),
    "A key opens the API until it is revoked": keyIn("en"),
    "The same in French, for keys": keyIn("fr"),
}, { signatures: 0, sets: ['webhooks.private_networks=["127.0.0.0/8"]'] });
