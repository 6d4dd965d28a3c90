// tests/support/altcha.mjs - the ALTCHA protocol by its own library, for tests of ours.
//   altcha.mjs solve KEY PUZZLE-JSON   prints the payload that answers it
//   altcha.mjs verify KEY PAYLOAD      prints true or false
//   altcha.mjs make KEY SECONDS        makes a puzzle that runs out in so many seconds, and prints the answer's payload
import { createChallenge, solveChallenge, verifySolution } from "altcha-lib/v1";

const [act, hmacKey, text] = process.argv.slice(2);

async function payloadOf(puzzle) {
    const solution = await solveChallenge(puzzle.challenge, puzzle.salt, puzzle.algorithm, puzzle.maxnumber).promise;
    const { algorithm, challenge, salt, signature } = puzzle;
    return btoa(JSON.stringify({ algorithm, challenge, number: solution.number, salt, signature, took: solution.took }));
}

if (act === "solve") process.stdout.write(await payloadOf(JSON.parse(text)));
if (act === "verify") process.stdout.write(String(await verifySolution(text, hmacKey)));
if (act === "make") {
    const expires = new Date(Date.now() + Number(text) * 1000);
    process.stdout.write(await payloadOf(await createChallenge({ hmacKey, expires, maxnumber: 2000 })));
}
