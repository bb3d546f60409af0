/** Bulletins of every shape, made up from seeds, measured in their PDFs: none of them prints wrong. */

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyPdf } from "../../../src/verify/index.ts";
import { product } from "../../support/cli.ts";

/** Among them: a long 目录 behind the text, tables over pages, charts at a page's end, letters, imprints of two lines and of twelve. */
const seeds = [8, 35, 106, 109, 121, 163];
/** Said of the example's own data and of fonts that the office has not bought. */
const known = ["stand-ins", "imprint-full-stop"];

const folder = mkdtempSync(path.join(tmpdir(), "jianbao-random-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const script = path.join(product, "tests/support/print-bulletins.ts");
  await promisify(execFile)(process.execPath, ["--import", "tsx", script, folder, ...seeds.map(String)], {
    cwd: product,
  });
});

test.each(seeds)("bulletin %i passes every check, reminders with them", async (seed) => {
  const pdf = readFileSync(path.join(folder, "pdf", `seed-${seed}.pdf`));
  const { rows } = await verifyPdf(pdf, `seed-${seed}.pdf`, { even: false });
  const faults = rows.filter(({ id, verdict }) => (verdict === "fail" || verdict === "warn") && !known.includes(id));
  expect(faults.map(({ name, faults: each }) => [name, ...each])).toEqual([]);
  // The checks that this is about have found something to measure.
  for (const id of ["last-rule", "body-on-first-page", "single-lines", "page-number-sequence"])
    expect(rows.find((row) => row.id === id)?.verdict).toBe("pass");
});
