// seed_demo.mjs - `node tests/browser/seed_demo.mjs FOLDER`: the demos that the journeys of one run begin with, made anew.
import { prepareDemos } from "./program.mjs";

prepareDemos(process.argv[2]);
