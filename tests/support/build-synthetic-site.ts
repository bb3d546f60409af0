/**
 * Makes a site of made-up issues without printing them, for what the PDFs play no part in. A process of its own, because Eleventy
 * reads its TypeScript configuration by itself. Usage: node --import tsx build-synthetic-site.ts FOLDER ISSUES OPTIONS
 */

import path from "node:path";
import { Cache } from "../../src/build/cache/cache.ts";
import { prepare } from "../../src/build/prepare.ts";
import { StandingFiles } from "../../src/build/standing-files.ts";
import { IssueFiles } from "../../src/build/issue-files.ts";
import { writeSite } from "../../src/build/site-files.ts";
import type { Edition } from "../../src/model/edition.ts";
import { OutputFolder } from "../../src/release/publish/output-folder.ts";
import { report } from "../../src/base/problem/report.ts";
import { writeSyntheticArchive } from "./synthetic-archive.ts";
import type { SyntheticOptions } from "./synthetic-archive.ts";

const [folder = "", issues, options = "{}"] = process.argv.slice(2);
const edition: Edition = { pages: 7, bytes: 290_000, sha256: "0".repeat(64) };

writeSyntheticArchive(path.join(folder, "root"), Number(issues), JSON.parse(options) as SyntheticOptions);
const prepared = prepare(path.join(folder, "root"));
if (!prepared.ok || prepared.archive === undefined) throw new Error(report(prepared.problems, prepared.root.sources));
const target = new OutputFolder(path.join(folder, "site"));
for (const { view } of prepared.issues)
  if (!view.internal) target.write(`${view.path}${view.pdfName}`, "%PDF-1.4 synthetic");
const standing = new StandingFiles(new Cache(undefined), path.join(folder, "site"));
const files = new IssueFiles(prepared.archive, prepared, target, { standing, memory: undefined, by: "" });
for (const { issue } of prepared.issues) files.printed(issue, edition);
await files.finish();
await writeSite(prepared.archive, prepared, files, target, undefined);
target.commit();
