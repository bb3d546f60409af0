/**
 * Makes a site of made-up issues without printing them, for what the PDFs play no part in. A process of its own, because Eleventy
 * reads its TypeScript configuration by itself. Usage: node --import tsx build-synthetic-site.ts FOLDER ISSUES OPTIONS
 */

import path from "node:path";
import { Memo } from "../../src/build/memo.ts";
import { prepareAll } from "../../src/build/prepare.ts";
import { PreviousOutput } from "../../src/build/previous-output.ts";
import { Program } from "../../src/build/program.ts";
import { IssueResults } from "../../src/build/results.ts";
import { IssueWriter } from "../../src/build/write-issues.ts";
import { writeSite } from "../../src/build/write-site.ts";
import { loadData } from "../../src/read/load/load-data.ts";
import { Root } from "../../src/read/load/root.ts";
import type { Edition } from "../../src/model/edition.ts";
import { OutputFolder } from "../../src/release/publish/output-folder.ts";
import { report } from "../../src/base/problem/report.ts";
import { writeSyntheticArchive } from "./synthetic-archive.ts";
import type { SyntheticOptions } from "./synthetic-archive.ts";

const [folder = "", issues, options = "{}"] = process.argv.slice(2);
const edition: Edition = { pages: 7, bytes: 290_000, sha256: "0".repeat(64) };

writeSyntheticArchive(path.join(folder, "root"), Number(issues), JSON.parse(options) as SyntheticOptions);
const [root, memo] = [new Root(path.join(folder, "root")), new Memo(undefined)];
const results = new IssueResults(memo, undefined, "");
const prepared = prepareAll(root, loadData(root), results);
if (!prepared.ok || prepared.archive === undefined) throw new Error(report(prepared.problems, root.sources));
const target = new OutputFolder(path.join(folder, "site"));
const previous = new PreviousOutput(memo, path.join(folder, "site"), undefined);
const files = new IssueWriter(prepared.archive, prepared, { target, previous, results, by: "" });
for (const built of prepared.issues) {
  if (built.view.internal) continue;
  target.write(`${built.view.path}${built.view.pdfName}`, "%PDF-1.4 synthetic");
  files.printed(built, edition);
}
await writeSite(prepared.archive, prepared, await files.finish(), { target, memo, program: new Program() });
target.commit();
