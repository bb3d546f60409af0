/** What must not be parted on paper, wherever lines and pages end. */

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli, product } from "../../support/cli.ts";
import { readPdf } from "../../support/pdf-lines.ts";
import type { PdfPage } from "../../support/pdf-lines.ts";

const folder = mkdtempSync(path.join(tmpdir(), "jianbao-kept-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Twelve characters short of a line, then a date that would be cut at its year, or later, in one of them. */
const centred = Array.from(
  { length: 11 },
  (_, at) => `${"经市政府同意现将有关情况予以公布如下".slice(0, 16 + (at % 3))}${"整".repeat(at)}2020年11月6日`,
);
/** Of three lines, so that page after page would end with another of them. */
const part =
  "一、加强领导。\n\n各级各部门坚持问题导向，把群众反映的突出环境问题作为整改重点，做到件件有着落、事事有回音。";

let pages: PdfPage[];

beforeAll(async () => {
  cpSync(path.join(product, "tests/fixtures/print/one-page"), folder, { recursive: true });
  const text = [...centred.map((line) => `::: 居中\n${line}\n:::`), ...Array.from({ length: 40 }, () => part)].join(
    "\n\n",
  );
  writeFileSync(
    path.join(folder, "content/issues/2020-3/01-调度会.md"),
    `---\n标题: 调度会\n栏目: 工作动态\n---\n\n${text}\n`,
  );
  const { code, stderr } = await cli("build", "--root", folder, "--output", path.join(folder, "site"));
  expect(code, stderr).toBe(0);
  pages = await readPdf(path.join(folder, "site/issues/2020/3/2020-3.pdf"));
});

test("no page ends with a heading that is a paragraph with its full stop", () => {
  const ends = pages.map(
    ({ lines }) => lines.filter(({ text, size }) => size > 15 && !/^— \d+ —$/.test(text)).at(-1)?.text,
  );
  expect(pages.length).toBeGreaterThan(5);
  expect(ends.filter((text) => text?.includes("加强领导"))).toEqual([]);
  const all = pages.flatMap(({ lines }) => lines).filter(({ text }) => text.trim() === "一、加强领导。");
  expect(all).toHaveLength(40);
});

test("a date in centred text stands in one line", () => {
  const lines = pages.flatMap((page) => page.lines.map(({ text }) => text));
  expect(lines.filter((text) => text.includes("2020年11月6日")).length).toBe(centred.length);
});
