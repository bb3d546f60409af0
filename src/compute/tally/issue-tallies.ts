/** All tallies of one issue: from its data, from formulas, and cumulative ones added up from issue to issue. */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { CountSheet } from "../../model/count-sheet.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import { accumulate, hasCounts, isAllThereIs } from "./accumulate.ts";
import { cycleOf } from "./continuation.ts";
import { formulaValue, fromFormula } from "./formula.ts";
import type { Measures } from "./formula.ts";
import type { Lens } from "./lens.ts";
import { tallyOf } from "./tally.ts";
import type { Tally } from "./tally.ts";
import type { Value } from "./value.ts";

export class IssueTallies implements Measures {
  readonly vocabulary: Vocabulary;
  readonly sheet: CountSheet | undefined;
  readonly #previous: () => IssueTallies | undefined;
  /** As `Scope.gap`. */
  readonly gap: string | undefined;
  readonly #cache = new Map<string, Tally | undefined>();

  /** `previous` gives the tallies of the previous issue, to which cumulative measures add the cases of this one. */
  constructor(
    sheet: CountSheet | undefined,
    vocabulary: Vocabulary,
    previous: () => IssueTallies | undefined = () => undefined,
    gap?: string,
  ) {
    this.sheet = sheet;
    this.vocabulary = vocabulary;
    this.#previous = previous;
    this.gap = gap;
  }

  /** The tally of a measure; `undefined` when the issue has no data for it. Throws `ExpressionError` on a formula that cannot be computed. */
  get(name: string): Tally | undefined {
    if (!this.#cache.has(name)) this.#cache.set(name, this.#compute(name));
    return this.#cache.get(name);
  }

  /** As `get`, but `undefined` for a formula that cannot be computed; the error is reported where it is used. */
  find(name: string): Tally | undefined {
    try {
      return this.get(name);
    } catch (fault) {
      if (fault instanceof ExpressionError) return undefined;
      throw fault;
    }
  }

  /** Measures that this issue has figures for, in the order of the vocabulary. */
  available(): string[] {
    return [...this.vocabulary.measures.keys()].filter((name) => this.find(name) !== undefined);
  }

  /**
   * Applies a lens to a measure. A formula is computed from the results of the lens for its operands, so that the rate of a group of
   * units is computed from the sums of the group. `undefined` when the lens gives nothing.
   */
  through(name: string, lens: Lens): Value | undefined {
    const definition = this.vocabulary.measures.get(name);
    if (definition?.formula !== undefined && this.sheet?.blocks.has(name) !== true)
      return formulaValue(definition, this, lens);
    const tally = this.get(name);
    return tally === undefined ? undefined : lens(tally, []);
  }

  /** Frees the memory of computed tallies, which are computed again on demand. */
  forget(): void {
    this.#cache.clear();
  }

  #compute(name: string): Tally | undefined {
    const definition = this.vocabulary.measures.get(name);
    if (definition === undefined) return undefined;
    const block = this.sheet?.blocks.get(name);
    if (block !== undefined && (definition.accumulates === undefined || hasCounts(block)))
      return tallyOf(block, definition, this.vocabulary);
    if (definition.formula !== undefined) return fromFormula(definition, this);
    const fresh = definition.accumulates === undefined ? undefined : this.get(definition.accumulates);
    if (fresh === undefined) return undefined;
    const frame = { stated: block, cycle: cycleOf(definition, this.vocabulary) };
    const { before, gap } = isAllThereIs(fresh, frame) ? {} : this.#before(name);
    return accumulate(before, fresh, definition, { ...frame, gap });
  }

  /** The last tally of a measure in earlier issues. Issues without counts are skipped; a missing issue is reported as `gap`. */
  #before(name: string): { readonly before?: Tally | undefined; readonly gap?: string | undefined } {
    // Computed oldest first, because the recursion over an archive of many years would be too deep.
    const uncounted: IssueTallies[] = [];
    for (let issue = this.#previous(); issue !== undefined && !issue.#cache.has(name); issue = issue.#previous()) {
      uncounted.push(issue);
      if (issue.sheet?.blocks.has(name) === true) break;
    }
    for (const issue of uncounted.reverse()) issue.get(name);
    let { gap } = this;
    for (let issue = this.#previous(); issue !== undefined; issue = issue.#previous()) {
      const before = issue.get(name);
      if (before !== undefined) return { before, gap };
      gap ??= issue.gap;
    }
    // Without earlier values the measure is new, unless this is the first issue of an archive that lacks its beginning.
    return { before: undefined, gap: this.#previous() === undefined ? this.gap : undefined };
  }
}
