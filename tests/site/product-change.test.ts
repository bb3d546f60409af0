/** The product changes between two builds: what the change makes is made anew, to the bytes of a build that remembers nothing. */

import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { product, Sandbox } from "../support/cli.ts";
import { folderContents } from "../support/folder-contents.ts";
import { writeSyntheticArchive } from "../support/synthetic-archive.ts";

const sandbox = new Sandbox();
/** The product's files in a folder of their own, so that they can be changed; its packages are linked. */
const copy = path.join(sandbox.folder, "product");

beforeAll(() => {
  for (const part of [
    "src",
    "layouts",
    "scripts",
    "eleventy.config.ts",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
  ])
    cpSync(path.join(product, part), path.join(copy, part), { recursive: true });
  mkdirSync(path.join(copy, "node_modules"));
  for (const name of readdirSync(path.join(product, "node_modules")))
    if (!name.startsWith("."))
      symlinkSync(path.join(product, "node_modules", name), path.join(copy, "node_modules", name), "junction");
  rmSync(sandbox.path("content"), { recursive: true });
  writeSyntheticArchive(sandbox.root, 2, { internalEvery: 2 });
});
afterAll(() => sandbox.dispose());

/** Numbers of the issues that were printed. */
function build(...args: string[]): Promise<string[]> {
  const options = ["scripts/start.mjs", "build", "--root", sandbox.root, "--output", sandbox.output, ...args];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, options, { cwd: copy }, (fault, stdout, stderr) => {
      if (fault !== null || stderr !== "") reject(new Error(stderr, { cause: fault }));
      else resolve([...stdout.matchAll(/^第 (\d+) 期/gm)].map(([, number]) => number ?? "").sort());
    });
  });
}

function edit(file: string, from: string, to: string): void {
  const target = path.join(copy, "layouts", file);
  const text = readFileSync(target, "utf8");
  expect(text.split(from), `${from} in ${file}`).toHaveLength(2);
  writeFileSync(
    target,
    text.replace(from, () => to),
  );
}

/** A format of plain text: a file for each issue, one for all. */
const plainText = `
import { issuePath } from "../../model/issue.ts";
import type { OutputFormat } from "../format.ts";

export const plain: OutputFormat = {
  name: "plain",
  addresses: ({ issues }) => ["all.txt", ...issues.map(({ issue }) => \`\${issuePath(issue)}issue.txt\`)],
  issueFiles: (issue) => [\`\${issuePath(issue)}issue.txt\`],
  writeIssues(issues, _, folder) {
    for (const { published: { issue, articles } } of issues)
      folder.write(\`\${issuePath(issue)}issue.txt\`, articles.flatMap(({ blocks }) => blocks).join("\\n"));
  },
  writeSite({ published }, folder) {
    folder.write("all.txt", published.map(({ view }) => view.title).join("\\n"));
  },
};
`;

/** Site and internal issues. */
const standing = (): Map<string, string>[] => [sandbox.output, `${sandbox.output}-内部`].map(folderContents);

test("a template of the print edition, then one of the site alone", async () => {
  expect(await build()).toEqual(["1", "2"]);
  const first = standing();

  edit("templates/partials/print/masthead.njk", '<p class="date">{{ m.date }}', '<p class="date">印发于{{ m.date }}');
  expect(await build()).toEqual(["1", "2"]);
  const second = standing();
  for (const [file, bytes] of second[1] ?? []) expect(bytes, file).not.toBe(first[1]?.get(file));

  edit("pages/issue.njk", "所在位置", "您在这里");
  expect(await build()).toEqual([]);
  const third = standing();
  expect(third[0]?.get("issues/2021/1/index.html")).not.toBe(second[0]?.get("issues/2021/1/index.html"));
  expect(third[0]?.get("issues/2021/1/2021-1.pdf")).toBe(second[0]?.get("issues/2021/1/2021-1.pdf"));

  expect(await build("--no-cache")).toEqual(["1", "2"]);
  expect(standing()).toEqual(third);
});

test("a new format: its folder and its place in the list, and it is on the site of the next build", async () => {
  mkdirSync(path.join(copy, "src/output/plain"));
  writeFileSync(path.join(copy, "src/output/plain/index.ts"), plainText);
  const list = path.join(copy, "src/output/formats.ts");
  const before = readFileSync(list, "utf8");
  writeFileSync(list, `import { plain } from "./plain/index.ts";\n${before.replace("[web, ", "[web, plain, ")}`);
  expect(readFileSync(list, "utf8")).toContain("[web, plain, ");
  const old = standing();

  await build();
  const made = standing();
  const [site] = made;
  expect(site?.get("addresses.txt")).not.toBe(old[0]?.get("addresses.txt"));
  const added = [...(site?.keys() ?? [])].filter((file) => old[0]?.has(file) === false);
  expect(added.sort()).toEqual(["all.txt", "issues/2021/1/issue.txt"]);
  expect(readFileSync(path.join(sandbox.output, "issues/2021/1/issue.txt"), "utf8")).toMatch(/\d件/);
  expect(readFileSync(path.join(sandbox.output, "addresses.txt"), "utf8")).toContain("issues/2021/1/issue.txt\n");

  await build("--no-cache");
  expect(standing()).toEqual(made);
});
