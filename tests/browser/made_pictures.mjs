// made_pictures.mjs - the folder of the pictures that tests/support/make_pictures.py draws: once for all tests of a build.
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { programPath, root } from "./program.mjs";

// Beside the program, where its other tests look for them too.
export function madePictures() {
    const folder = join(dirname(programPath()), "made_pictures");
    execFileSync("python3", [join(root, "tests/support/make_pictures.py"), folder]);
    return folder;
}
