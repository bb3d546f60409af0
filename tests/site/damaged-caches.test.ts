/**
 * Every file that a check and a build leave for the next, damaged in every way: it is made again in silence, and the site is the same.
 * What is damaged is what is really there, so that a new kind of file is covered without being named.
 */

import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { product, Sandbox } from "../support/cli.ts";
import { folderContents } from "../support/folder-contents.ts";
import { seen } from "../support/photographs.ts";

const sandbox = new Sandbox();
/** A copy of the product: what is compiled of it is damaged, too. */
const copy = path.join(sandbox.folder, "product");
const user = path.join(sandbox.folder, "user");
const places = [sandbox.path(".cache"), path.join(user, "gongzuo-jianbao"), path.join(copy, "node_modules/.cache")];
const article = "content/issues/2020-15/05-信访件情况.md";
let site: Map<string, string>;
let said: ReadonlySet<string>;

const damages: Readonly<Record<string, (file: string) => void>> = {
  cut: (file) => writeFileSync(file, readFileSync(file).subarray(0, statSync(file).size >> 1)),
  emptied: (file) => writeFileSync(file, ""),
  "with a bit flipped": (file) => {
    const bytes = readFileSync(file);
    const at = bytes.length >> 1;
    if (bytes.length > 0) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(file, bytes);
  },
  "with a folder in its place": (file) => {
    rmSync(file);
    mkdirSync(path.join(file, "deep"), { recursive: true });
  },
  gone: (file) => rmSync(file),
};

/** Of the browser, which takes longer to unpack than all the rest to be made, the executable stands for all. */
function filesThere(): string[] {
  return places
    .flatMap((place) => readdirSync(place, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${path.sep}browser${path.sep}`) || path.basename(file) === "chromium");
}

/** Files of one kind have the same name but for digests, versions and the browser's numbers. */
function kindOf(file: string): string {
  const parts = path.relative(sandbox.folder, file).split(path.sep);
  return parts.map((part) => part.replace(/^[0-9a-f]{2}$|[0-9a-f]{8,}|-v\d.*(?=\.v8)/g, "*")).join("/");
}

async function run(command: string, ...args: string[]): Promise<string[]> {
  const options = { cwd: copy, env: { ...process.env, XDG_CACHE_HOME: user } };
  const all = ["scripts/start.mjs", command, "--root", sandbox.root, ...args];
  const [stdout, stderr] = await new Promise<[string, string]>((resolve) =>
    execFile(process.execPath, all, options, (_, out, err) => resolve([out, err])),
  );
  expect(stderr).toBe("");
  return stdout.split("\n").map((line) => line.replace(/用时 [\d.]+ 秒/, "用时"));
}

async function runs(): Promise<string[]> {
  return [...(await run("check")), ...(await run("build", "--output", sandbox.output))];
}

async function runsTheSame(): Promise<void> {
  expect((await runs()).filter((line) => !said.has(line))).toEqual([]);
  expect(folderContents(sandbox.output)).toEqual(site);
}

/** A site that is whole would spare the look at everything else. */
function withoutIndex(): void {
  rmSync(path.join(sandbox.output, "index.html"));
}

/** As far as a look tells. */
function stateOf(file: string): string {
  if (!existsSync(file)) return "gone";
  return statSync(file).isFile() ? readFileSync(file, "base64") : "a folder";
}

beforeAll(async () => {
  for (const part of [
    "src",
    "scripts",
    "layouts",
    "eleventy.config.ts",
    "tsconfig.json",
    "package.json",
    "package-lock.json",
  ])
    cpSync(path.join(product, part), path.join(copy, part), { recursive: true });
  mkdirSync(path.join(copy, "node_modules"));
  for (const name of readdirSync(path.join(product, "node_modules")).filter((each) => !each.startsWith(".")))
    symlinkSync(path.join(product, "node_modules", name), path.join(copy, "node_modules", name), "dir");
  sandbox.write("content/issues/2020-15/现场.jpg", await seen(900, 600).jpeg().toBuffer());
  sandbox.edit(article, "### 2. 信访件办理情况", "![现场](现场.jpg)\n\n### 2. 信访件办理情况");
  said = new Set(await runs());
  site = folderContents(sandbox.output);
  withoutIndex();
  said = new Set([...said, ...(await runs()), ...(await runs())]);
});
afterAll(() => sandbox.dispose());

test.each(Object.entries(damages))("all of them, %s, are made again", async (name, harm) => {
  const files = filesThere();
  for (const file of files) harm(file);
  const damaged = files.map((file) => [file, stateOf(file)] as const);
  await runsTheSame();
  const left = damaged.filter(([file, state]) => stateOf(file) === state).map(([file]) => kindOf(file));
  // The program has got another folder; a wrong checksum is asked for only when the file beside it was touched.
  const harmless = name === "with a bit flipped" ? /\/program-|\/checksums\.json$/ : /\/program-/;
  expect(left.filter((kind) => !harmless.test(kind))).toEqual([]);
});

test("each kind alone, with a bit flipped", async () => {
  for (const kind of new Set(filesThere().map(kindOf))) {
    for (const file of filesThere()) if (kindOf(file) === kind) damages["with a bit flipped"]?.(file);
    withoutIndex();
    await runsTheSame();
  }
});
