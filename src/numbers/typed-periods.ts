/** Batches, dates and periods typed by hand beside figures of other ones. */

import { lastClause } from "./clause.ts";
import type { ClauseReader } from "./clause.ts";
import { tallyOrNone } from "./match.ts";
import type { DataContext } from "./match.ts";
import type { NumberToken } from "./number-token.ts";
import type { TimedMention } from "./period.ts";
import { quantityIn } from "./quantity.ts";
import type { NumberFinding } from "./rule.ts";
import type { Tally } from "../tally/tally.ts";

/** `others`: numbers of the block that were read as some measure's, in sentences of another time. */
export function otherPeriods(
  tokens: readonly NumberToken[],
  others: readonly TimedMention[],
  context: DataContext,
  reader: ClauseReader,
): NumberFinding[] {
  const computed = tokens.flatMap((token) => {
    const { figure } = token.computed ?? {};
    const tally = figure === undefined ? undefined : tallyOrNone(context.tallies, figure.name.split(".")[0] ?? "");
    if (
      figure === undefined ||
      tally?.definition.formula !== undefined ||
      tally === undefined ||
      !isOwn(figure.name, tally)
    )
      return [];
    const lead = reader.leadOf(token);
    return [{ token, tally, lead, clause: lastClause(lead) }];
  });
  const typed = others.filter(({ token, tally }) => tokens.includes(token) && equalsLarge(token, tally));
  const found = [...typed, ...computed].flatMap((mention) => reader.periods.contradiction(mention, tokens));
  return found.filter(({ token }, at) => found.findIndex((other) => other.token.start === token.start) === at);
}

/** The measure's total or a part of it, of this issue and no other. */
function isOwn(name: string, { definition, breakdowns }: Tally): boolean {
  return (
    name === definition.name ||
    [...breakdowns.values()].some(({ parts }) => parts.some(({ figure }) => figure.name === name))
  );
}

/** So large that it is the same by no chance. */
function equalsLarge(token: NumberToken, { total }: Tally): boolean {
  const quantity = total === undefined ? undefined : quantityIn(token, total.measureWord);
  return total !== undefined && quantity?.value.equals(total.value) === true && total.value.compare(100) >= 0;
}
