/**
 * Prints bulletins made up from seeds, and no site around them, in a process of its own. Usage: node --import tsx print-bulletins.ts FOLDER SEED… [-- SETTING…], settings as in bulletin.yaml's 印刷.
 */

import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { prepare } from "../../src/build/prepare.ts";
import { fontConfig, printIssue } from "../../src/build/print-issue.ts";
import { LazyPrinter, pressOf } from "../../src/output/pdf/index.ts";
import { report } from "../../src/base/problem/report.ts";
import { writeRandomBulletins } from "./random-bulletin.ts";
import { Memo } from "../../src/build/memo.ts";
import { DevelopedPictures } from "../../src/build/pictures.ts";

const [folder = "", ...rest] = process.argv.slice(2);
const split = rest.includes("--") ? rest.indexOf("--") : rest.length;
const seeds = rest.slice(0, split).map(Number);
const settings = rest.slice(split + 1);
const bulletins = path.join(folder, "root");
writeRandomBulletins(bulletins, seeds);
if (settings.length > 0)
  appendFileSync(
    path.join(bulletins, "data/bulletin.yaml"),
    ["\n印刷:", ...settings.map((line) => `  ${line}`)].join("\n"),
  );
const { root, archive, issues, problems, ok } = prepare(bulletins);
if (!ok || archive === undefined) throw new Error(report(problems, root.sources));
const press = pressOf(new LazyPrinter({ pagesPerBrowser: 2 }));
mkdirSync(path.join(folder, "pdf"), { recursive: true });
try {
  const pictures = new DevelopedPictures(new Memo(undefined));
  const context = { root, bulletin: archive.bulletin, press, pictures, fonts: fontConfig(archive.bulletin, root) };
  const print = async (built: (typeof issues)[number], seed: number | undefined): Promise<void> => {
    const printed = await printIssue(built, context);
    if (!("pdf" in printed)) throw new Error(report([...printed], root.sources));
    writeFileSync(path.join(folder, "pdf", `seed-${seed}.pdf`), printed.pdf);
  };
  await Promise.all(issues.map((built, at) => print(built, seeds[at])));
} finally {
  await press.close();
}
