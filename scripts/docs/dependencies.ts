/** docs/dependencies.md: every package in package.json with its owner, its age and its safeguard. */

import { readFileSync } from "node:fs";
import { parse } from "yaml";

interface Notes {
  readonly direct: Readonly<Record<string, { readonly for: string; readonly guard: string; readonly instead?: string }>>;
  readonly below: Readonly<Record<string, string>>;
}
interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly deprecated?: string;
  readonly hasInstallScript?: boolean;
}

const json = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;

/** `releases`: version → date of a package; `undefined` where the registry is not available. */
export function dependenciesText(releases: (name: string) => Readonly<Record<string, string>> | undefined): string {
  const notes = parse(readFileSync("scripts/docs/dependencies.yaml", "utf8")) as Notes;
  const { packages } = json<{ packages: Readonly<Record<string, Locked>> }>("package-lock.json");
  const names = Object.keys(json<{ dependencies: object }>("package.json").dependencies);
  const rows = names.map((name) => {
    const note = notes.direct[name];
    if (note === undefined) throw new Error(`scripts/docs/dependencies.yaml says nothing of ${name}`);
    const version = packages[`node_modules/${name}`]?.version ?? "";
    const moment = releases(name)?.[version]?.slice(0, 10) ?? "unknown";
    const instead = note.instead === undefined ? "" : ` Instead of ${note.instead}.`;
    return `| ${name} | ${version} | ${moment} | ${ownerOf(name)} | ${note.for} | ${note.guard}.${instead} |`;
  });
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== "" && dev !== true);
  const listed = (those: (locked: Locked) => unknown): string =>
    shipped
      .filter(([, locked]) => those(locked))
      .map(([path, { version = "" }]) => `${path.replace(/^.*node_modules\//, "")} ${version}`)
      .join(", ") || "none";
  const below = Object.entries(notes.below).map(([name, note]) => {
    const version = packages[`node_modules/${name}`]?.version;
    if (version === undefined) throw new Error(`${name} is in no package any more: scripts/docs/dependencies.yaml`);
    return `| ${name} | ${version} | ${note}. |`;
  });
  return `# What the product runs on

Made by \`npm run notice\` of \`package-lock.json\`, the registry and \`scripts/docs/dependencies.yaml\`. Versions are exact. The pipelines run
\`npm audit\` before they publish; \`npm run notice\` also writes the bill of materials (CycloneDX) and the licences.

${shipped.length} packages, those for other systems included. Marked deprecated by their owners: ${listed(({ deprecated }) => deprecated)}.
Run something when they are installed: ${listed(({ hasInstallScript }) => hasInstallScript)} (\`allowScripts\` in \`package.json\` forbids it).

| package | version | released | owner | what for | what guards |
| --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

Below them, old or without releases, and where they are reached:

| package | version | |
| --- | --- | --- |
${below.join("\n")}
`;
}

/** As stated by the package: the account of its repository, or its author. */
function ownerOf(name: string): string {
  const { repository, author } = json<{ repository?: string | { url?: string }; author?: string | { name?: string } }>(
    `node_modules/${name}/package.json`,
  );
  const url = typeof repository === "string" ? repository : (repository?.url ?? "");
  const account = /^(?:github:|(?:git\+)?(?:https?|ssh|git):\/\/[^/]+\/|git@[^:]+:)?([\w.-]+)\/[\w.-]/.exec(url)?.[1];
  return account ?? (typeof author === "string" ? author : author?.name) ?? "unnamed";
}
