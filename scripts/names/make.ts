/** `npm run names`: see `tables.ts`. The tables first, for the evidence is weighed by them. */

import { writeFileSync } from "node:fs";
import path from "node:path";
import { dictionary, characterTables } from "./tables.ts";

const folder = path.resolve(import.meta.dirname, "../../src/check/privacy");
const words = dictionary();
writeFileSync(path.join(folder, "name-tables.ts"), characterTables(words));

const [{ examples }, { fitted }] = await Promise.all([import("./examples.ts"), import("./fit.ts")]);
const all = examples(words);
const weights = [...fitted(all)].sort(([a], [b]) => (a < b ? -1 : 1));
const lines = weights.map(([key, weight]) => `  ${JSON.stringify(key)}: ${Math.round(weight * 100) / 100},\n`).join("");
writeFileSync(
  path.join(folder, "name-weights.ts"),
  `/** Made by \`npm run names\` (scripts/names); not to be changed by hand. What each evidence adds to the logarithm of the odds. (权重) */
export const NAME_WEIGHTS: Readonly<Record<string, number>> = {
${lines}};
`,
);
console.log(
  `${words.length} words, ${all.length} candidates, ${all.filter(({ isName }) => isName).length} of them names`,
);
