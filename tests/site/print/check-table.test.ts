/** The last page of the 数字核对表 never holds but a row or two, or those who sign alone, however many rows there are. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { openPrinter } from "../../../src/output/pdf/index.ts";
import { checkPages } from "../../../src/review/proof/check-pages.ts";
import type { CheckRow } from "../../../src/review/proof/check-list.ts";
import { product } from "../../support/cli.ts";
import { pdfPages } from "../../support/text.ts";

const folder = mkdtempSync(path.join(tmpdir(), "jianbao-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function row(at: number): CheckRow {
  const words = { before: "共", text: `${at}件`, after: "。", origin: "row" };
  const place = { position: at, page: 1, line: 2, place: "1", contents: undefined };
  return { ...place, ...words, state: "typed-unchecked", ruled: false, byHand: true };
}

/** Rows on each page of a table whose last two rows are a group of their own. */
async function rowsByPage(counts: readonly number[]): Promise<{ rows: number[]; signed: boolean[] }[]> {
  const printer = await openPrinter({ pagesPerBrowser: 4 });
  try {
    return await Promise.all(
      counts.map(async (count) => {
        const rows = Array.from({ length: count }, (_, at) => row(at + 1));
        const groups = [
          { title: "A", rows: rows.slice(0, -2) },
          { title: "B", rows: rows.slice(-2) },
        ];
        const html = checkPages({ title: "1", groups, warnings: [], waived: [], pictures: [] });
        const assets = new Map<string, Uint8Array | string>([
          ["fonts.css", Buffer.from("")],
          ["proof.css", path.join(product, "layouts/proof/proof.css")],
        ]);
        const { raw } = await printer.print({ name: String(count), html: html.replace("核对人：", "signed"), assets });
        const file = path.join(folder, `${count}.pdf`);
        writeFileSync(file, raw);
        // Without the page of reminders.
        const pages = (await pdfPages(file)).slice(0, -1);
        return {
          rows: pages.map((text) => text.match(/row/g)?.length ?? 0),
          signed: pages.map((text) => text.includes("signed")),
        };
      }),
    );
  } finally {
    await printer.close();
  }
}

test("five rows at least stand over those who sign", async () => {
  const tables = await rowsByPage([3, 30, 34, 38, 42, 60, 64, 66, 68, 70, 72, 76, 80]);
  expect(new Set(tables.map(({ rows }) => rows.length)).size).toBeGreaterThan(2);
  for (const { rows, signed } of tables) {
    expect(rows.at(-1), rows.join()).toBeGreaterThanOrEqual(rows.length === 1 ? 3 : 5);
    expect(signed).toEqual(rows.map((_, at) => at === rows.length - 1));
  }
});
