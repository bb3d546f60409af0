/**
 * Times a large ledger: `node --import tsx scripts/bench-ledger.ts [records]`, 100,000 records of twenty columns by
 * default. One process writes the synthetic ledger (fixed seed) to a temporary folder; another reads, checks and counts
 * it, so that the reported peak memory is that of reading alone.
 */

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadData } from "../src/read/load/load-data.ts";
import { readLedger } from "../src/read/load/load-ledger.ts";
import { Root } from "../src/read/load/root.ts";
import { ledgerCounter } from "../src/read/ledger/ledger-counter.ts";
import { hasErrors } from "../src/base/problem/problem.ts";
import { readCounts } from "../src/read/schema/read-counts.ts";
import { parseYaml } from "../src/read/source/yaml.ts";
import { SourceText } from "../src/base/problem/source-text.ts";
import { largeLedger } from "../tests/support/large-ledger.ts";

const product = path.resolve(import.meta.dirname, "..");
const counts = `台账: 是
交办: { 截至: 2021-06-30, 批次: 1-250 }
重点件: { 截至: 2021-06-30 }
办结: { 截至: 2021-07-01 }
`;

const [, , first = "100000", folder] = process.argv;
if (folder === undefined) generate(Number(first));
else measure(folder);

function generate(records: number): void {
  const root = mkdtempSync(path.join(tmpdir(), "jianbao-bench-"));
  try {
    cpSync(path.join(product, "data"), path.join(root, "data"), { recursive: true });
    const tallies = path.join(root, "data/tallies.yaml");
    writeFileSync(tallies, "\n台账:\n", { flag: "a" });
    writeFileSync(path.join(root, "data/ledger.csv"), largeLedger(records));
    console.log(`${records} records, ${(statSync(path.join(root, "data/ledger.csv")).size / 1e6).toFixed(1)} MB CSV`);
    execFileSync(process.execPath, ["--import", "tsx", import.meta.filename, first, root], { stdio: "inherit" });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function measure(folderToRead: string): void {
  const started = performance.now();
  const root = new Root(folderToRead);
  const { vocabulary } = loadData(root);
  const ledger = vocabulary === undefined ? undefined : readLedger(root, vocabulary);
  if (vocabulary === undefined || ledger === undefined) throw new Error(JSON.stringify(root.problems.slice(0, 3)));
  const read = performance.now();
  const { yaml } = parseYaml(new SourceText("counts.yaml", counts));
  const sheet = yaml === undefined ? undefined : readCounts(yaml, vocabulary, ledgerCounter(ledger, vocabulary));
  if (sheet?.value === undefined || hasErrors(root.problems)) throw new Error(JSON.stringify(sheet?.problems));
  const tallied = performance.now();
  const totals = [...sheet.value.blocks.values()].map(
    (block) => `${block.measure} ${block.total?.value.toString() ?? ""}`,
  );
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `read and checked ${seconds(started, read)} s, tallied ${seconds(read, tallied)} s (${totals.join(", ")})`,
  );
  console.log(
    `together ${seconds(started, tallied)} s of at most 3 s, peak memory ${peak.toFixed(0)} MiB of at most 1024 MiB`,
  );
}

function seconds(from: number, to: number): string {
  return ((to - from) / 1000).toFixed(2);
}
