/** The Word files of the example and of every fixture: valid by the standard, read by another's reader, and set as the standard sets a page. */

import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { extractRawText } from "mammoth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Memo } from "../../src/build/memo.ts";
import { makeWord } from "../../src/output/word/make-word.ts";
import { prepare } from "../../src/build/prepare.ts";
import { DevelopedPictures } from "../../src/build/pictures.ts";
import type { BuiltIssue, IssueView } from "../../src/document/issue-view.ts";
import { product } from "../support/cli.ts";
import { partsOf } from "../support/docx.ts";
import { withoutSpace } from "../support/text.ts";
import { schemaFaults } from "../support/word/schema.ts";
import { settingOf } from "../support/word/setting.ts";

const folder = mkdtempSync(path.join(tmpdir(), "jianbao-word-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const fixtures = ["briefings", "print"].flatMap((kind) =>
  readdirSync(path.join(product, "tests/fixtures", kind)).map((name): [string, string] => [
    name,
    path.join(product, "tests/fixtures", kind, name),
  ]),
);

/** Of a notice whose own figures do not add up, with the waiver that its office wrote. */
function withWaiver(root: string): string {
  const waiver = path.join(root, "counts.waived.yaml");
  if (!readdirSync(root).includes(path.basename(waiver))) return root;
  const copy = path.join(folder, path.basename(root));
  cpSync(root, copy, { recursive: true });
  const [issue = ""] = readdirSync(path.join(copy, "content/issues"));
  appendFileSync(path.join(copy, "content/issues", issue, "counts.yaml"), `\n${readFileSync(waiver, "utf8")}`);
  return copy;
}

async function wordOf(root: string, id?: string): Promise<{ built: BuiltIssue; bytes: Buffer }> {
  const { ok, archive, scopes, issues, root: read } = prepare(withWaiver(root));
  const built = id === undefined ? issues.at(-1) : issues.find(({ issue }) => issue.id === id);
  if (!ok || archive === undefined || scopes === undefined || built === undefined) throw new Error(root);
  const pictures = new DevelopedPictures(new Memo(undefined));
  const word = await makeWord(built, { root: read, bulletin: archive.bulletin, pictures });
  if (!("bytes" in word)) throw new Error(JSON.stringify(word));
  return { built, bytes: word.bytes };
}

/** What a reader of the page reads, from the page of the site. */
function pageText({ masthead, hasContents, sections, imprint, print }: IssueView): string {
  const articles = sections.flatMap((section) => section.articles);
  const plain = (html: string): string =>
    html
      .replace(/<svg[\s\S]*?<\/svg>|<summary>[\s\S]*?<\/summary>|<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
  const texts = [
    masthead.marking,
    masthead.copyNumber,
    ...print.masthead.scopeLines,
    masthead.name,
    masthead.number,
    masthead.serial,
    ...print.masthead.issuerRows,
    masthead.date,
    ...(hasContents ? ["目录", ...articles.map(({ title }) => title)] : []),
    ...sections.flatMap((section) => [
      section.heading,
      ...section.articles.flatMap(({ editorsNote, titleLines, subtitle, author, html, credit }) => [
        editorsNote === undefined ? "" : editorsNote.label + editorsNote.text,
        ...titleLines,
        subtitle === undefined ? "" : `——${subtitle}`,
        author,
        plain(html),
        credit === undefined ? "" : `（${credit}供稿）`,
      ]),
    ]),
    ...imprint.recipients.map(({ kind, text }) => `${kind}：${text}`),
    ...imprint.contacts.map(({ label, value }) => `${label}：${value}`),
    imprint.copies,
  ];
  return withoutSpace(texts.join(""));
}

describe.each([
  ["example", product, "2020-15"],
  ...fixtures.map(([name, root]) => [name, root, undefined] as const),
] as const)("%s", (_, root, id) => {
  let built: BuiltIssue;
  let bytes: Buffer;
  beforeAll(async () => {
    ({ built, bytes } = await wordOf(root, id));
  });

  test("keeps to the standard's schema and package", async () => {
    expect(schemaFaults(await partsOf(bytes))).toEqual([]);
  });

  test("another's reader finds the text of the page, all of it and nothing else", async () => {
    const { value, messages } = await extractRawText({ buffer: bytes });
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
    expect(withoutSpace(value)).toBe(pageText(built.view));
  });

  test("as Word reads it: lines exactly 29.6 pt apart, 22 on a page, 28 characters in a line", async () => {
    const { lines, onGrid, page } = settingOf(await partsOf(bytes));
    expect(page).toEqual({ linesPerPage: 22, gridPitch: 592 });
    expect(lines.length).toBeGreaterThan(0);
    // Those that are not exact hold pictures alone.
    expect(lines.filter(({ rule, isPicture }) => (rule === "exact") === isPicture)).toEqual([]);
    expect(onGrid.length).toBeGreaterThan(2);
    expect([...new Set(onGrid.map(({ line, rule }) => `${line} ${rule}`))]).toEqual(["592 exact"]);
    expect([...new Set(onGrid.map(({ charactersPerLine }) => charactersPerLine))]).toEqual([28]);
  });
});

test("the example's text is the bulletin's", async () => {
  const { bytes } = await wordOf(product, "2020-15");
  const seed = withoutSpace(readFileSync(path.join(product, "tests/fixtures/issue-15.txt"), "utf8"));
  expect(withoutSpace((await extractRawText({ buffer: bytes })).value)).toBe(seed);
});
