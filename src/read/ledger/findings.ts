/** Problems of a ledger: marked as sensitive, because its lines may hold personal items, and limited in number, because one faulty formula makes thousands. */

import { error, warning } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";

/** Most problems of one severity that are listed; nobody corrects more in one pass. */
const shown = 200;

export class Findings {
  readonly #stored = { error: [] as Problem[], warning: [] as Problem[] };
  readonly #left = { error: 0, warning: 0 };

  get hasErrors(): boolean {
    return this.#stored.error.length > 0;
  }

  /** `make` is called only for problems that will be shown. */
  add(severity: Problem["severity"], make: () => Omit<Problem, "severity">): void {
    if (this.#stored[severity].length >= shown) this.#left[severity]++;
    else this.#stored[severity].push({ ...make(), severity, sensitive: true });
  }

  /** All of them up to a limit, then how many more there are. */
  list(): Problem[] {
    const all = [...this.#stored.error, ...this.#stored.warning];
    const last = all.at(-1);
    const more = [
      this.#left.error > 0 ? `${this.#left.error} 处错误` : "",
      this.#left.warning > 0 ? `${this.#left.warning} 处提醒` : "",
    ].filter(Boolean);
    if (last === undefined || more.length === 0) return all;
    const place = (this.#stored.error.at(-1) ?? last).place;
    const say = this.#left.error > 0 ? error : warning;
    return [
      ...all,
      say("ledger-more", place, `台账里另外还有${more.join("、")}，没有逐条列出`, "先改好列出的，再运行一次。"),
    ];
  }
}
