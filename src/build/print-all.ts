/** The PDFs of many issues: from the cache where nothing that determines them has changed, else printed, several at a time. */

import type { Cache } from "./cache/cache.ts";
import type { Root } from "../read/load/root.ts";
import type { Bulletin } from "../model/bulletin.ts";
import type { Problem } from "../base/problem/problem.ts";
import type { FontConfig, Press } from "../output/pdf/index.ts";
import type { BuiltIssue } from "../document/issue-view.ts";
import type { EditionKeys } from "./edition-key.ts";
import { editionKind, keepEdition, keptEdition } from "./edition-store.ts";
import { eachLimited } from "../base/process/limited.ts";
import { tryToPrint } from "./print-issue.ts";
import type { PrintedIssue } from "./print-issue.ts";
import type { DevelopedPictures } from "./developed-pictures.ts";
import { Progress } from "../base/process/progress.ts";
import type { Talk } from "../base/process/progress.ts";

export interface Printing {
  readonly root: Root;
  readonly bulletin: Bulletin;
  readonly fonts: FontConfig;
  readonly press: Press;
  readonly cache: Cache;
  readonly pictures: DevelopedPictures;
  /** `undefined` where nothing is kept, and what is not kept needs no name. */
  readonly keys: EditionKeys | undefined;
  readonly talk: Talk;
  /** Whether the PDF of that key was there already and needs no fetching. */
  readonly isThere?: (built: BuiltIssue, key: string) => boolean;
}

export interface PrintOutcome {
  /** What the content is to blame for. */
  readonly problems: readonly Problem[];
  /** Issues that the browser could not print, each with the reason, in the order of the issues. */
  readonly failures: readonly string[];
}

/** Editions that wait for a browser, their fonts cut. */
const waiting = 4;

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
  const { talk, cache, press } = printing;
  const tasks = sortOut(issues, printing, use);
  if (tasks.length < issues.length && !talk.quiet)
    talk.write(`${issues.length - tasks.length} 期没有变化，用原来的 PDF\n`);
  const undrawable = new Map<BuiltIssue, readonly Problem[]>();
  const failures = new Map<BuiltIssue, string>();
  if (tasks.length > 0) {
    void press.start(printing.fonts);
    const described = press.browser().then(({ description }) => {
      if (!talk.quiet) talk.write(`浏览器：${description}\n`);
    });
    // Without a browser nothing is printed, which is told below.
    described.catch(() => undefined);
    const progress = new Progress(tasks.length, talk);
    const work = async ({ built, key }: Task): Promise<void> => {
      const printed = await tryToPrint(built, printing);
      await described;
      if (typeof printed !== "string" && "pdf" in printed) {
        keepEdition(cache, key, printed);
        progress.done(use(built, printed, key));
        return;
      }
      if (typeof printed === "string") failures.set(built, printed);
      else undrawable.set(built, printed);
      progress.done(`第 ${built.view.number} 期没有印成`);
    };
    // More than are printed at a time: there is always one ready, though this thread be busy.
    await eachLimited(tasks, press.capacity + waiting, work);
    progress.end();
  }
  return {
    problems: issues.flatMap((built) => undrawable.get(built) ?? []),
    failures: issues.flatMap((built) => failures.get(built) ?? []),
  };
}

/** The issues that must be printed; the others are used at once. */
function sortOut(
  issues: readonly BuiltIssue[],
  { cache, keys, isThere }: Printing,
  use: (built: BuiltIssue, printed: PrintedIssue, key: string) => string,
): Task[] {
  if (keys === undefined) return issues.map((built) => ({ built, key: "" }));
  const tasks: Task[] = [];
  for (const built of issues) {
    const key = keys.of(built);
    if (isThere?.(built, key) === true) {
      cache.uses(editionKind, key);
      continue;
    }
    const kept = keptEdition(cache, key);
    if (kept === undefined) tasks.push({ built, key });
    else use(built, kept, key);
  }
  return tasks;
}
