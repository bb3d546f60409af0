/** Printing while later issues are still being worked out, which leaves a core idle. */

import type { Problem } from "../base/problem/problem.ts";
import type { BuiltIssue } from "../document/issue-view.ts";
import { editionKind, keepEdition, keptEdition } from "./edition-store.ts";
import type { Printing } from "./print-all.ts";
import { tryToPrint } from "./print-issue.ts";
import type { PrintedIssue } from "./print-issue.ts";

/** Issues that are printed or wait for it at a time. */
const depth = 6;

/** Why nothing was printed, as `tryToPrint` has it. */
type Refusal = readonly Problem[] | string;

/** PDFs go into the cache, and nothing is told of them: should a later issue have errors, nothing has happened. */
export class PrintAhead {
  readonly #printing: Printing;
  /** Under the names of the editions. */
  readonly #started = new Map<string, Promise<Refusal | undefined>>();
  #running = 0;

  constructor(printing: Printing) {
    this.#printing = printing;
  }

  /** Prints it if there is a place for it and it has not been printed before. */
  offer(built: BuiltIssue): void {
    const { cache, keys } = this.#printing;
    if (keys === undefined || this.#running >= depth) return;
    const key = keys.of(built);
    if (this.#started.has(key) || cache.has(editionKind, key)) return;
    this.#running++;
    this.#started.set(key, this.#print(built, key));
  }

  has(key: string): boolean {
    return this.#started.has(key);
  }

  /** What came of it; `undefined` where it was not printed under this name, or is gone: it is then to be printed. */
  async take(key: string): Promise<PrintedIssue | Refusal | undefined> {
    const started = this.#started.get(key);
    return started === undefined ? undefined : ((await started) ?? keptEdition(this.#printing.cache, key));
  }

  async #print(built: BuiltIssue, key: string): Promise<Refusal | undefined> {
    try {
      const printed = await tryToPrint(built, this.#printing);
      if (typeof printed === "string" || !("pdf" in printed)) return printed;
      keepEdition(this.#printing.cache, key, printed);
    } catch {
      // The machine is at fault: told of when it is printed again.
    } finally {
      this.#running--;
    }
    return undefined;
  }
}
