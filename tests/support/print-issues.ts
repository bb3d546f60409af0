/**
 * Prints the newest issue of each root as a build would, all in one process and one browser:
 * `node --import tsx tests/support/print-issues.ts FOLDER ROOT …` writes FOLDER/name-of-root.pdf.
 */

import { writeFileSync } from "node:fs";
import path from "node:path";
import { prepare } from "../../src/commands/prepare.ts";
import { fontConfig, printIssue } from "../../src/commands/print-issue.ts";
import { openPrinter } from "../../src/print/index.ts";
import { renderTemplates } from "../../src/site/render.ts";

const [folder = ".", ...roots] = process.argv.slice(2);
const printer = await openPrinter();
for (const name of roots) {
  const { archive, issues, root } = prepare(name);
  const built = issues.at(-1);
  if (archive === undefined || built === undefined) throw new Error(name);
  const [html = ""] = (await renderTemplates(["print.njk"], { printed: [built.view] })).values();
  const { bulletin } = archive;
  const context = { root, bulletin, printer, fonts: fontConfig(bulletin, root) };
  const printed = await printIssue(built, html, "../../../", context);
  if (!("pdf" in printed)) throw new Error(`${name}: ${printed.map(({ message }) => message).join()}`);
  writeFileSync(path.join(folder, `${path.basename(name)}.pdf`), printed.pdf);
}
await printer.close();
