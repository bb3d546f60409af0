import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { product } from "./cli.ts";
import type { SyntheticOptions } from "./synthetic-archive.ts";

/** A site of made-up issues whose PDFs are empty. */
export interface SyntheticSite {
  readonly root: string;
  readonly site: string;
  /** `2021-1` → the address of its page, oldest first. */
  readonly pages: ReadonlyMap<string, string>;
  dispose(): void;
}

export async function syntheticSite(issues: number, options: SyntheticOptions = {}): Promise<SyntheticSite> {
  const folder = mkdtempSync(path.join(tmpdir(), "jianbao-synthetic-"));
  const script = path.join(product, "tests/support/build-synthetic-site.ts");
  const args = ["--import", "tsx", script, folder, String(issues), JSON.stringify(options)];
  await promisify(execFile)(process.execPath, args, { cwd: product });
  const site = path.join(folder, "site");
  const rows = readFileSync(path.join(site, "data/issues.csv"), "utf8").trim().split("\r\n").slice(1);
  const pages = rows.map((row): [string, string] => [
    row.split(",")[0] ?? "",
    row.split(",").find((cell) => cell.endsWith("/index.html")) ?? "",
  ]);
  return {
    root: path.join(folder, "root"),
    site,
    pages: new Map(pages),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
