/** Word files of all fixture issues, saved by LibreOffice: where nobody changed a thing none is found, and what was changed in it is. */

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Memo } from "../../src/build/memo.ts";
import { makeWord } from "../../src/output/word/make-word.ts";
import { prepare } from "../../src/build/prepare.ts";
import { DevelopedPictures } from "../../src/build/pictures.ts";
import { readMarkedUp } from "../../src/review/word-back/marked-up.ts";
import type { MarkedUp } from "../../src/review/word-back/marked-up.ts";
import { readWord } from "../../src/intake/word/read/read-word.ts";
import { product, Sandbox } from "../support/cli.ts";
import { partsOf, zip } from "../support/docx.ts";

const sandbox = new Sandbox();
const fixtures = ["briefings", "print"].flatMap((kind) =>
  readdirSync(path.join(product, "tests/fixtures", kind)).map((name) =>
    path.join(product, "tests/fixtures", kind, name),
  ),
);
const cases = [sandbox.root, ...fixtures].map((root) => [path.basename(root), root] as const);
const file = (folder: string, name: string, kind: string): string =>
  path.join(sandbox.folder, folder, `${name}.${kind}`);

function convert(kind: "docx" | "odt", from: string, to: string): void {
  const profile = pathToFileURL(path.join(sandbox.folder, "profile")).href;
  const folder = path.join(sandbox.folder, from);
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  const settings = [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", kind];
  execFileSync("soffice", [...settings, "--outdir", path.join(sandbox.folder, to), ...files], { stdio: "pipe" });
}

function opened(root: string) {
  const { archive, scopes, issues, root: read } = prepare(root);
  const built = issues.at(-1);
  if (archive === undefined || scopes === undefined || built === undefined) throw new Error(root);
  return { bulletin: archive.bulletin, scopes, built, read };
}

async function written(root: string): Promise<Buffer> {
  const { bulletin, built, read } = opened(root);
  const pictures = new DevelopedPictures(new Memo(undefined));
  const word = await makeWord(built, { root: read, bulletin, pictures });
  if (!("bytes" in word)) throw new Error(JSON.stringify(word));
  return word.bytes;
}

async function back(root: string, bytes: Buffer): Promise<MarkedUp> {
  const { scopes, built } = opened(root);
  return readMarkedUp(await readWord(bytes), built.issue, built.view, scopes.of(built.issue));
}

beforeAll(async () => {
  mkdirSync(path.join(sandbox.folder, "sent"));
  for (const [name, root] of cases) writeFileSync(file("sent", name, "docx"), await written(root));
  convert("docx", "sent", "saved");
  convert("odt", "sent", "odf");
  convert("docx", "odf", "through");
}, 600_000);
afterAll(() => {
  sandbox.dispose();
});

test.each(cases)("%s: saved as it is, there is nothing to tell", async (name, root) => {
  expect((await back(root, readFileSync(file("saved", name, "docx")))).findings).toEqual([]);
});

test.each(cases)("%s: through ODF and back, there is nothing to tell", async (name, root) => {
  expect((await back(root, readFileSync(file("through", name, "docx")))).findings).toEqual([]);
});

test.each(["saved", "through"])("words changed in what LibreOffice %s are written", async (folder) => {
  const parts = await partsOf(readFileSync(file(folder, path.basename(sandbox.root), "docx")));
  const xml = Buffer.from(parts.get("word/document.xml") ?? "").toString();
  const changed = xml.replace("极大地鼓舞", "是极大的鼓舞");
  expect(changed).not.toBe(xml);
  parts.set("word/document.xml", Buffer.from(changed));
  const { findings, files } = await back(sandbox.root, zip(parts));
  expect(findings.map(({ action, refusal }) => [action, refusal])).toEqual([
    ["插入“是”", undefined],
    ["删去“地”", undefined],
    ["插入“的”", undefined],
  ]);
  expect([...files.values()].join("")).toContain("是极大的鼓舞");
});
