/** Printing while later issues are still being worked out, which leaves a core idle. */

import type { BuiltIssue } from "../view/issue-view.ts";
import { editionKind, keepEdition, keptEdition } from "./edition-store.ts";
import { printIssue } from "./print-issue.ts";
import type { PrintedIssue } from "./print-issue.ts";
import type { Printing } from "./print-all.ts";

/** Issues that are printed or wait for it at a time. */
const depth = 6;

/** PDFs go into the cache, and nothing is told of them: should a later issue have errors, nothing has happened. */
export class PrintAhead {
  readonly #printing: Printing;
  /** Under the names of the editions. */
  readonly #started = new Map<string, Promise<void>>();
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

  /** What was printed under this name; `undefined` where nothing was, or nothing came of it: it is then to be printed, and its faults told. */
  async take(key: string): Promise<PrintedIssue | undefined> {
    await this.#started.get(key);
    return this.#started.has(key) ? keptEdition(this.#printing.cache, key) : undefined;
  }

  async #print(built: BuiltIssue, key: string): Promise<void> {
    try {
      const printed = await printIssue(built, this.#printing);
      if ("pdf" in printed) keepEdition(this.#printing.cache, key, printed);
    } catch {
      // Told of when it is printed again.
    } finally {
      this.#running--;
    }
  }
}
