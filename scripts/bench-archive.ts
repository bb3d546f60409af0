/**
 * Benchmark of N synthetic issues (fixed seed): full build, nothing changed, one article changed; as a baseline, two
 * bare browsers print the same documents. Whole processes are timed; peak memory is that of the build process.
 */

import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eachLimited } from "../src/base/process/limited.ts";
import { prepare } from "../src/build/prepare.ts";
import { fontConfig, printIssue } from "../src/build/print-issue.ts";
import { openPrinter, printEdition } from "../src/output/pdf/index.ts";
import type { EditionJob, PrintJob, Printer } from "../src/output/pdf/index.ts";
import { writeSyntheticArchive } from "../tests/support/synthetic-archive.ts";
import { Memo } from "../src/build/memo.ts";
import { DevelopedPictures } from "../src/build/pictures.ts";

const product = path.resolve(import.meta.dirname, "..");
/** Number of documents for the bare browsers; more would only take longer. */
const sample = 100;

interface Run {
  readonly seconds: number;
  /** Peak memory in MiB; undefined where the system does not report it. */
  readonly peak: number | undefined;
  /** PDFs printed. */
  readonly printed: number;
}

export async function benchArchive(sizes: readonly number[]): Promise<void> {
  for (const size of sizes) {
    const folder = mkdtempSync(path.join(tmpdir(), "jianbao-bench-"));
    try {
      await benchSize(size, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function benchSize(size: number, folder: string): Promise<void> {
  const root = path.join(folder, "root");
  const output = path.join(folder, "site");
  writeSyntheticArchive(root, size);
  const documents = await documentsOf(root, Math.min(size, sample));
  // Measured before and after, because a machine's speed varies.
  const before = await floorOf(documents);
  const full = await build(root, output);
  const after = await floorOf(documents);
  const floor = ((before + after) / 2) * size;
  const nothing = await build(root, output);
  changeOneArticle(root);
  const one = await build(root, output);
  console.log(`${size} issues, ${megabytes(output)} MB of site, ${megabytes(path.join(root, ".cache"))} MB of cache`);
  console.log(
    `  full build            ${summary(full)}; two bare browsers ${floor.toFixed(1)} s (before ${(before * size).toFixed(1)}, after ${(after * size).toFixed(1)}), ratio ${(full.seconds / floor).toFixed(2)} (promised: 1.5; 700 MiB at 1,000)`,
  );
  console.log(`  nothing changed       ${summary(nothing)} (promised: 3 s, none printed)`);
  console.log(`  one article changed   ${summary(one)} (promised: 4 s, one printed)`);
}

function summary({ seconds, peak, printed }: Run): string {
  return `${seconds.toFixed(1)} s, ${printed} printed, peak ${peak?.toFixed(0) ?? "?"} MiB`;
}

/** `resourceUsage` of the process itself, reported at exit; it does not include the browsers. */
const telling = `data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS+"\\n"))`;

function build(root: string, output: string): Promise<Run> {
  const started = performance.now();
  const args = ["--import", telling, "scripts/start.mjs", "build", "--root", root, "--output", output];
  const child = spawn(process.execPath, args, { cwd: product });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("close", (code) => {
      if (code !== 0) return reject(new Error(err.join("")));
      // Every thread reports at its end, the process itself last.
      const peak = [...err.join("").matchAll(/peak (\d+)/g)].at(-1)?.[1];
      resolve({
        seconds: (performance.now() - started) / 1000,
        peak: peak === undefined ? undefined : Number(peak) / 1024,
        printed: [...out.join("").matchAll(/^第 \d+ 期/gm)].length,
      });
    });
  });
}

function changeOneArticle(root: string): void {
  const issues = path.join(root, "content/issues");
  const middle = readdirSync(issues).at(-1) ?? "";
  const file = path.join(issues, middle, "01-稿件.md");
  writeFileSync(file, `${readFileSync(file, "utf8")}\n又补充了一段情况。\n`);
}

/** The print documents of some issues, without the layout step. */
async function documentsOf(root: string, count: number): Promise<readonly PrintJob[]> {
  const { archive, issues, root: files } = prepare(root);
  if (archive === undefined) throw new Error("the archive is broken");
  const printer = await openPrinter({ browsers: 2 });
  try {
    const jobs: PrintJob[] = [];
    const spy: Pick<Printer, "print"> = {
      print: (job) => {
        jobs.push({ name: job.name, html: job.html, assets: job.assets });
        return printer.print(job);
      },
    };
    const context = {
      root: files,
      bulletin: archive.bulletin,
      pictures: new DevelopedPictures(new Memo(undefined)),
      press: { print: (job: EditionJob) => printEdition(job, spy) },
      fonts: fontConfig(archive.bulletin, files),
    };
    await eachLimited(issues.slice(0, count), 2, async (built) => {
      await printIssue(built, context);
    });
    return jobs;
  } finally {
    await printer.close();
  }
}

/** Seconds per document for two bare browsers: same HTML, fonts and pictures, no layout step, no post-processing. */
async function floorOf(documents: readonly PrintJob[]): Promise<number> {
  const printer = await openPrinter({ browsers: 2 });
  const printed = (some: readonly PrintJob[]): Promise<void> =>
    eachLimited(some, 2, async (job) => {
      await printer.print(job);
    });
  try {
    await printed(documents.slice(0, 10));
    const started = performance.now();
    await printed(documents);
    return (performance.now() - started) / 1000 / documents.length;
  } finally {
    await printer.close();
  }
}

function megabytes(folder: string): string {
  const sizes = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
    statSync(path.join(folder, name)),
  );
  const bytes = sizes.reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);
  return (bytes / 1e6).toFixed(1);
}
