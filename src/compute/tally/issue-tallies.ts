/** All tallies of one issue: those of its data, those that formulas make of them, and cumulative ones added up from issue to issue. */

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
  /** As of `Scope`. */
  readonly gap: string | undefined;
  readonly #cache = new Map<string, Tally | undefined>();

  /** `previous` gives the tallies of the issue before, from which cumulative measures that are not typed are added up. */
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

  /** As `get`; `undefined` also where a formula cannot be computed, which is told where it stands. */
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
   * A measure seen through a lens: a formula is computed from what the lens shows of the measures it names, so that the rate of a
   * group of units comes from the group's own sums. `undefined` when some measure shows nothing.
   */
  through(name: string, lens: Lens): Value | undefined {
    const definition = this.vocabulary.measures.get(name);
    if (definition?.formula !== undefined && this.sheet?.blocks.has(name) !== true)
      return formulaValue(definition, this, lens);
    const tally = this.get(name);
    return tally === undefined ? undefined : lens(tally, []);
  }

  /** Lets go of what was computed; it is computed again when somebody asks. */
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

  /** The last tally of a measure in the issues before this one: an issue without counts in between changes nothing, one that is not here does. */
  #before(name: string): { readonly before?: Tally | undefined; readonly gap?: string | undefined } {
    // One after the other, as an archive of years would be too deep for recursion.
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
    // A measure may be a new one; only the first issue that is here has others before it that are not.
    return { before: undefined, gap: this.#previous() === undefined ? this.gap : undefined };
  }
}
