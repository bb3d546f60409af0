/** The PDFs of many issues: printed, several at a time, or as an earlier run printed them from the same. */

import type { Root } from "../read/load/root.ts";
import type { Bulletin } from "../model/bulletin.ts";
import type { Problem } from "../base/problem/problem.ts";
import type { FontConfig, Press } from "../output/pdf/index.ts";
import type { Editions } from "./editions.ts";
import { eachLimited } from "../base/process/limited.ts";
import { tryToPrint } from "./print-issue.ts";
import type { PrintableIssue, PrintedIssue } from "./print-issue.ts";
import type { PictureMaker } from "../output/picture/issue-pictures.ts";
import { Progress } from "../base/process/progress.ts";
import type { Talk } from "../base/process/progress.ts";

export interface Printing {
  readonly root: Root;
  readonly bulletin: Bulletin;
  readonly fonts: FontConfig;
  readonly press: Press;
  readonly pictures: PictureMaker;
  /** `undefined` where nothing is remembered. */
  readonly editions: Editions | undefined;
  readonly talk: Talk;
  /** Whether the PDF of that key was there already and needs no fetching. */
  readonly isThere?: (built: PrintableIssue, key: string) => boolean;
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
  readonly built: PrintableIssue;
  /** `undefined` where nothing is remembered. */
  readonly key: string | undefined;
}

/**
 * Hands each PDF to `use` as soon as it is there, those of earlier runs first; `use` returns the line that tells of it. An issue that cannot
 * be printed does not keep the others from it. @throws EnvironmentError browser, fonts or disk are at fault.
 */
export async function printAll(
  issues: readonly PrintableIssue[],
  printing: Printing,
  use: (built: PrintableIssue, printed: PrintedIssue, key: string | undefined) => string,
): Promise<PrintOutcome> {
  const { talk, editions, press } = printing;
  const tasks = sortOut(issues, printing, use);
  if (tasks.length < issues.length && !talk.quiet)
    talk.write(`${issues.length - tasks.length} 期没有变化，用原来的 PDF\n`);
  const undrawable = new Map<PrintableIssue, readonly Problem[]>();
  const failures = new Map<PrintableIssue, string>();
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
        if (key !== undefined) editions?.write(key, printed);
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
  issues: readonly PrintableIssue[],
  { editions, isThere }: Printing,
  use: (built: PrintableIssue, printed: PrintedIssue, key: string | undefined) => string,
): Task[] {
  if (editions === undefined) return issues.map((built) => ({ built, key: undefined }));
  const tasks: Task[] = [];
  for (const built of issues) {
    const key = editions.keyOf(built);
    if (isThere?.(built, key) === true) {
      editions.uses(key);
      continue;
    }
    const known = editions.read(key);
    if (known === undefined) tasks.push({ built, key });
    else use(built, known, key);
  }
  return tasks;
}
