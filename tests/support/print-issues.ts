/**
 * Prints the newest issue of each root as a build would, and writes it as Word file, all in one process and one browser:
 * `node --import tsx tests/support/print-issues.ts FOLDER ROOT …` makes FOLDER/name-of-root.pdf and .docx.
 */

import { writeFileSync } from "node:fs";
import path from "node:path";
import { makeWord } from "../../src/commands/make-word.ts";
import { prepare } from "../../src/commands/prepare.ts";
import { fontConfig, printIssue } from "../../src/commands/print-issue.ts";
import { LazyPrinter, pressOf } from "../../src/print/index.ts";

const [folder = ".", ...roots] = process.argv.slice(2);
const press = pressOf(new LazyPrinter());
for (const name of roots) {
  const { archive, scopes, issues, root } = prepare(name);
  const built = issues.at(-1);
  if (archive === undefined || scopes === undefined || built === undefined) throw new Error(name);
  const { bulletin } = archive;
  const context = { root, bulletin, press, fonts: fontConfig(bulletin, root) };
  const printed = await printIssue(built, context);
  if (!("pdf" in printed)) throw new Error(`${name}: ${printed.map(({ message }) => message).join()}`);
  writeFileSync(path.join(folder, `${path.basename(name)}.pdf`), printed.pdf);
  writeFileSync(path.join(folder, `${path.basename(name)}.docx`), (await makeWord(built, archive, scopes, root)).bytes);
}
await press.close();
