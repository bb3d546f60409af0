/** The PDFs of many issues: from the cache where nothing that determines them has changed, else printed, several at a time. */

import type { Cache } from "../cache/cache.ts";
import type { FileDigests } from "../cache/file-digests.ts";
import type { Root } from "../load/root.ts";
import type { Bulletin } from "../model/bulletin.ts";
import type { Problem } from "../problem/problem.ts";
import { ArchiveError, PrintError, warmFaces } from "../print/index.ts";
import type { FontConfig, LazyPrinter } from "../print/index.ts";
import type { BuiltIssue } from "../view/issue-view.ts";
import { editionKey, editionSetting, picturesOf } from "./edition-key.ts";
import { editionKind, keepEdition, keptEdition } from "./edition-store.ts";
import { eachLimited } from "./limited.ts";
import { printIssue } from "./print-issue.ts";
import type { PrintContext, PrintedIssue } from "./print-issue.ts";
import { Progress } from "./progress.ts";
import type { Talk } from "./progress.ts";

export interface Printing {
  readonly root: Root;
  readonly bulletin: Bulletin;
  readonly fonts: FontConfig;
  readonly printer: LazyPrinter;
  readonly cache: Cache;
  readonly digests: FileDigests;
  readonly talk: Talk;
  /** Called for each issue when only the browser has work to do. */
  readonly onWait?: () => void;
  /** Whether the PDF of that key was there already and needs no fetching. */
  readonly isThere?: (built: BuiltIssue, key: string) => boolean;
}

export interface PrintOutcome {
  /** What the content is to blame for. */
  readonly problems: readonly Problem[];
  /** Issues that the browser could not print, each with the reason, in the order of the issues. */
  readonly failures: readonly string[];
}

interface Task {
  readonly built: BuiltIssue;
  readonly key: string;
}

/**
 * Hands each PDF to `use` as soon as it is there, kept ones first; `use` returns the line that tells of it. An issue that cannot
 * be printed does not keep the others from it. @throws EnvironmentError browser, fonts or disk are at fault.
 */
export async function printAll(
  issues: readonly BuiltIssue[],
  printing: Printing,
  use: (built: BuiltIssue, printed: PrintedIssue, key: string) => string,
): Promise<PrintOutcome> {
  const { talk } = printing;
  const tasks = await sortOut(issues, printing, use);
  if (tasks.length < issues.length && !talk.quiet)
    talk.write(`${issues.length - tasks.length} 期没有变化，用原来的 PDF\n`);
  const undrawable = new Map<BuiltIssue, readonly Problem[]>();
  const failures = new Map<BuiltIssue, string>();
  if (tasks.length > 0) {
    // While the browser starts.
    warmFaces(printing.fonts);
    const printer = await printing.printer.get();
    if (!talk.quiet) talk.write(`浏览器：${printer.browser.description}\n`);
    const progress = new Progress(tasks.length, talk);
    const work = async ({ built, key }: Task): Promise<void> => {
      const printed = await tryToPrint(built, { ...printing, printer });
      if (typeof printed !== "string" && "pdf" in printed) {
        keepEdition(printing.cache, key, printed);
        progress.done(use(built, printed, key));
        return;
      }
      if (typeof printed === "string") failures.set(built, printed);
      else undrawable.set(built, printed);
      progress.done(`第 ${built.view.number} 期没有印成`);
    };
    // One more than the browsers print at a time: its fonts are cut meanwhile.
    await eachLimited(tasks, printer.capacity + 1, work);
    progress.end();
  }
  return {
    problems: issues.flatMap((built) => undrawable.get(built) ?? []),
    failures: issues.flatMap((built) => failures.get(built) ?? []),
  };
}

/** The issues that must be printed; the others are used at once. */
async function sortOut(
  issues: readonly BuiltIssue[],
  { root, bulletin, fonts, cache, digests, isThere }: Printing,
  use: (built: BuiltIssue, printed: PrintedIssue, key: string) => string,
): Promise<Task[]> {
  // What is not kept needs no name.
  if (cache.folder === undefined) return issues.map((built) => ({ built, key: "" }));
  const setting = await editionSetting(bulletin, fonts, digests);
  const tasks: Task[] = [];
  for (const built of issues) {
    const key = editionKey(built.view, picturesOf(built, root, digests), setting);
    if (isThere?.(built, key) === true) {
      cache.uses(editionKind, key);
      continue;
    }
    const kept = keptEdition(cache, key);
    if (kept === undefined) tasks.push({ built, key });
    else use(built, kept, key);
  }
  digests.save();
  return tasks;
}

/** Prints one issue; what it says is the reason why the browser could not. */
async function tryToPrint(
  built: BuiltIssue,
  context: PrintContext,
): Promise<PrintedIssue | readonly Problem[] | string> {
  try {
    return await printIssue(built, context);
  } catch (fault) {
    if (fault instanceof PrintError) return fault.message;
    if (fault instanceof ArchiveError) return `“${built.view.id}”打印失败：${fault.message}`;
    throw fault;
  }
}
