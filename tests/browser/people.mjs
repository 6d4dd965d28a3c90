// people.mjs - `node tests/browser/people.mjs`: staff bring in a table of people, find one of them, put two together and
// apart again, and forget one who asks for it; in both languages, on a desk and on a phone.
import assert from "node:assert/strict";
import { signInStaff } from "./acts.mjs";
import { tell } from "./tell.mjs";
import { kDesk, kPhone } from "./visitors.mjs";

const kMostLooks = 1_200;
const kTable = new URL("../people_exports/action_network.csv", import.meta.url).pathname;

const kEnglish = {
    locale: "en", upload: "Upload and look inside", agreed: "They agreed", words: "The words they agreed to, or why it is implied",
    attempt: "Try it without changing anything", bring: /Bring in 4 people/, done: "Brought in",
    trouble: "The postal code was left out: it is none of Canada’s.", search: "Search", words_field: "Beginning of a name, or a whole email address",
    tag: "Add the tag", merge: "Merge with somebody", one: "This is the one", both: "Merge the two", undo: "Undo the merge",
    erase: "Erase", sure: "I mean it: nobody can undo this.", erasure: "Erase this person", nobody: "Nobody found",
};
const kFrench = {
    locale: "fr", upload: "Téléverser et regarder", agreed: "Ces gens ont accepté", words: "Les mots acceptés, ou pourquoi le consentement est tacite",
    attempt: "Essayer sans rien changer", bring: /Importer 4 personnes/, done: "Importé",
    trouble: "Le code postal a été laissé de côté", search: "Rechercher", words_field: "Début d’un nom, ou adresse courriel entière",
    tag: "Ajouter l’étiquette", merge: "Fusionner avec une autre fiche", one: "C’est cette personne", both: "Fusionner les deux", undo: "Annuler la fusion",
    erase: "Effacer", sure: "Je le veux vraiment", erasure: "Effacer cette personne", nobody: "Personne ne correspond",
};

await tell({
    "staff bring in a table and see what would happen before it does": ({ visitors, program }) => bringIn(visitors, program, { say: kEnglish, viewport: kDesk }),
    "l'équipe importe un tableau sur un téléphone": ({ visitors, program }) => bringIn(visitors, program, { say: kFrench, viewport: kPhone }),
    "two records become one person and two again, and one is forgotten": ({ visitors, program }) => mergeAndErase(visitors, program, kEnglish),
    "deux fiches sont réunies puis séparées, et une personne est oubliée": ({ visitors, program }) => mergeAndErase(visitors, program, kFrench),
});

async function bringIn(visitors, program, { say, viewport }) {
    const staff = await visitors.open({ viewport });
    await signInStaff(staff, program);
    await staff.goto(`/${say.locale}/staff/people/imports`);
    await staff.locator("main form button[type=submit]").click();
    await staff.locator("[data-error-summary]").waitFor();
    await staff.setInputFiles("[name=file]", kTable);
    await staff.locator("main form button[type=submit]").click();
    await staff.getByText("Action Network").waitFor();
    await picture(staff, `import_columns_${say.locale}`);
    await staff.getByLabel(say.agreed, { exact: true }).check();
    await staff.getByRole("button", { name: say.attempt }).click();
    await staff.locator("[data-error-summary]").waitFor();
    await staff.getByLabel(say.words).fill("Yes, write to me about the campaign.");
    await staff.getByRole("button", { name: say.attempt }).click();
    await until(staff, () => staff.getByRole("button", { name: say.bring }).count());
    assert.equal(await staff.getByText(say.trouble).count(), 1, "the trial names what it leaves out");
    await picture(staff, `import_trial_${say.locale}`);
    await staff.getByRole("button", { name: say.bring }).click();
    await until(staff, () => staff.locator(".badge--success").count());
    await picture(staff, `import_done_${say.locale}`);
    await staff.goto(`/${say.locale}/staff/people?words=roy+lea`);
    assert.equal(await staff.locator("tbody th a").count() > 0, true, "found by the beginning of both names");
}

async function mergeAndErase(visitors, program, say) {
    const staff = await visitors.open({ viewport: kDesk });
    await signInStaff(staff, program);
    await staff.goto(`/${say.locale}/staff/people`);
    await picture(staff, `people_${say.locale}`);
    await staff.getByLabel(say.words_field).fill("hadd");
    await staff.locator("main form[role=search] button").click();
    await staff.locator("tbody th a").first().click();
    await staff.locator("#name").fill("Night shift");
    await staff.getByRole("button", { name: say.tag }).click();
    await staff.locator(".person-tag").filter({ hasText: "Night shift" }).waitFor();
    await picture(staff, `person_${say.locale}`);
    await staff.getByRole("link", { name: say.merge }).click();
    await staff.getByLabel(say.words_field).fill("ruth");
    await staff.locator("main form[role=search] button").click();
    await staff.getByRole("link", { name: say.one }).first().click();
    await picture(staff, `merge_${say.locale}`);
    await staff.getByRole("button", { name: say.both }).click();
    await staff.getByRole("button", { name: say.undo }).click();
    await staff.locator("main .audit").last().waitFor();
    await until(staff, async () => await staff.getByRole("button", { name: say.undo }).count() === 0);
    await staff.goto(`/${say.locale}/staff/people?words=${say.locale === "en" ? "janssen" : "cyr"}`);
    await staff.locator("tbody th a").first().click();
    await staff.getByRole("link", { name: say.erase, exact: true }).click();
    await picture(staff, `erase_${say.locale}`);
    await staff.getByLabel(say.sure).check();
    await staff.getByRole("button", { name: say.erasure }).click();
    await staff.waitForURL("**/staff/people");
    await staff.goto(`/${say.locale}/staff/people?words=${say.locale === "en" ? "janssen" : "cyr"}`);
    assert.equal(await staff.getByText(say.nobody).count(), 1);
}

// With SHOTS=folder in the environment: to look at.
async function picture(page, name) {
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
}

// A worker has it; the page is looked at again, as people without scripts do.
async function until(page, holds) {
    for (let looks = 0; looks < kMostLooks; ++looks) {
        if (await holds()) return;
        await page.waitForTimeout(100);
        await page.reload();
    }
    assert.fail("it did not come true");
}
