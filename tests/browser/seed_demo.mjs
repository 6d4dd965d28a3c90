// seed_demo.mjs - `node tests/browser/seed_demo.mjs FOLDER`: the demo that the journeys of one run begin with, made anew.
import { rmSync } from "node:fs";
import { seedDemo } from "./program.mjs";

const folder = process.argv[2];
rmSync(folder, { recursive: true, force: true });
seedDemo(folder);
