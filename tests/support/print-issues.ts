/**
 * Prints the newest issue of each root as a build would, and writes it as Word file, all in one process and one browser:
 * `node --import tsx tests/support/print-issues.ts FOLDER ROOT …` makes FOLDER/name-of-root.pdf and .docx.
 */

import { writeFileSync } from "node:fs";
import path from "node:path";
import { makeWord } from "../../src/output/word/make-word.ts";
import { prepare } from "../../src/build/prepare.ts";
import { fontConfig, printIssue } from "../../src/build/print-issue.ts";
import { LazyPrinter, pressOf } from "../../src/output/pdf/index.ts";
import { Memo } from "../../src/build/memo.ts";
import { DevelopedPictures } from "../../src/build/pictures.ts";

const [folder = ".", ...roots] = process.argv.slice(2);
const press = pressOf(new LazyPrinter());
for (const name of roots) {
  const { archive, scopes, issues, root } = prepare(name);
  const built = issues.at(-1);
  if (archive === undefined || scopes === undefined || built === undefined) throw new Error(name);
  const { bulletin } = archive;
  const pictures = new DevelopedPictures(new Memo(undefined));
  const context = { root, bulletin, press, pictures, fonts: fontConfig(bulletin, root) };
  const printed = await printIssue(built, context);
  if (!("pdf" in printed)) throw new Error(`${name}: ${printed.map(({ message }) => message).join()}`);
  writeFileSync(path.join(folder, `${path.basename(name)}.pdf`), printed.pdf);
  const word = await makeWord(built, context);
  if (!("bytes" in word)) throw new Error(JSON.stringify(word));
  writeFileSync(path.join(folder, `${path.basename(name)}.docx`), word.bytes);
}
await press.close();
