/**
 * `npm run notice` lists what the product contains. `sbom.cdx.json`: every runtime package (CycloneDX, by npm);
 * `NOTICE.txt`: the licence of each package and of the fonts; `docs/dependencies.md`: their owners.
 */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dependenciesText } from "./docs/dependencies.ts";

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly path: string;
}

const npm = (...args: string[]): string =>
  execFileSync("npm", args, { encoding: "utf8", maxBuffer: 256 * 1024 * 1024, shell: process.platform === "win32" });

const wording = /^(licen[cs]e|copying|notice|ofl)/i;

function notice({ name, version, license, path: folder }: Package): string {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && wording.test(entry.name),
  );
  const texts = files.map((file) => readFileSync(path.join(folder, file.name), "utf8").trim());
  const said = texts.length > 0 ? texts : ["(The package holds no text of its licence.)"];
  return [`${name} ${version}: ${license ?? "no licence named"}`, ...said].join("\n\n");
}

/** Counts of it stand in the program (`npm run names`), though the package that brings it is for making them only. */
const dictionary = {
  name: "@node-rs/jieba",
  component: {
    type: "data",
    name: "jieba dict.txt",
    description: "Counts of its words are in src/check/privacy/name-tables.ts.",
    licenses: [{ license: { id: "MIT" } }],
    copyright: "Copyright (c) 2013 Sun Junyi",
    externalReferences: [{ type: "vcs", url: "https://github.com/fxsjy/jieba" }],
  },
} as const;

const bill = JSON.parse(npm("sbom", "--sbom-format", "cyclonedx", "--omit", "dev")) as { components: unknown[] };
writeFileSync(
  "sbom.cdx.json",
  `${JSON.stringify({ ...bill, components: [...bill.components, dictionary.component] }, undefined, 2)}\n`,
);
const packages = (JSON.parse(npm("query", ":not(.dev):not(:root)")) as Package[])
  .filter((each, at, all) => all.findIndex(({ path: other }) => other === each.path) === at)
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const carriers = JSON.parse(npm("query", `[name="${dictionary.name}"]`)) as Package[];
const notices = [
  ...packages.map(notice),
  ...carriers.map(
    (carrier) =>
      `${dictionary.component.name}, the dictionary of jieba: MIT. ${dictionary.component.copyright}. ${dictionary.component.description}\n\nBrought by ${notice(carrier)}`,
  ),
];
writeFileSync("NOTICE.txt", `${notices.join(`\n\n${"=".repeat(72)}\n\n`)}\n`);
writeFileSync(
  "docs/dependencies.md",
  dependenciesText((name) => JSON.parse(npm("view", name, "time", "--json")) as Record<string, string>),
);
const silent = packages.filter(({ license }) => license === undefined).map(({ name }) => name);
console.log(
  `sbom.cdx.json, NOTICE.txt, docs/dependencies.md: ${packages.length} packages, no licence named by ${silent.join(", ") || "none"}`,
);
