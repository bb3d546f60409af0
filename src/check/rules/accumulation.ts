import type Fraction from "fraction.js";
import type { Figure } from "../../compute/tally/figure.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { expectationsOf, type Expectation } from "./expectation.ts";
import { crossRowsOf, figureIn, groupsOf, linesOf, valueIn, type Line, type LineGroup } from "./lines.ts";
import { sameCounting } from "./period.ts";
import type { Finding, Rule } from "./rule.ts";
import { allCounted, counted, type Counted } from "./subject.ts";
import { placeOf, quantity } from "./wording.ts";

/** A cumulative figure is the last one plus what is new, in all and line by line. */
export const cumulativeStep: Rule = {
  id: "cumulative-step",
  name: "累计与当期",
  level: "error",
  explanation:
    "写了“累计自”的累计指标，应当等于前一期的累计加这一期的当期数，合计和每一项都是这样；重新累计的（起始改了，或写了“重新累计”“累计周期”），就等于当期数。没有前一期可比的，至少不能少于当期数。",
  example: "前一期累计1937件，当期111件，累计却写2058件。",
  find: (subject) =>
    allCounted(subject).flatMap((now) => {
      const source = now.definition.accumulates;
      const fresh = source === undefined ? undefined : counted(subject, source);
      if (fresh === undefined) return [];
      const hint = `请核对“${now.definition.name}”和“${fresh.definition.name}”${remark(now)}。`;
      return expectationsOf(subject, now, fresh).flatMap((expectation) => check(now, expectation, hint));
    }),
};

/** Whoever counts anew each year must be able to say so; where it is said already, there is nothing to add. */
function remark({ definition, block }: Counted): string {
  if (definition.cycle !== undefined || block.restarts === true) return "";
  return "；从这一期起重新累计的，写“重新累计: 是”，每年重新累计的，在 data/tallies.yaml 里写“累计周期: 每年”";
}

function check(now: Counted, expectation: Expectation, hint: string): Finding[] {
  const { definition, block, tally } = now;
  const name = `“${definition.name}”`;
  const found: Finding[] = [];
  const totals = expectation.terms.map((term) => term.tally.total?.value);
  if (tally.total !== undefined && !agrees(tally.total.value, totals, expectation)) {
    const message = say(name, tally.total, totals, expectation);
    found.push({ place: block.total?.place ?? block.place, message, hint });
  }
  const tallies = expectation.terms.map((term) => term.tally);
  if (!tallies.every((other) => sameCounting(tally, other))) return found;
  const lines = (groups: (of: Tally) => LineGroup[]): Finding[] =>
    groups(tally).flatMap((group) => {
      const others = tallies.map((other) => groups(other).find(({ key }) => key === group.key));
      if (others.includes(undefined)) return [];
      const known = others.filter((other) => other !== undefined);
      return checkLines(now, group, known, expectation).map((finding) => ({ ...finding, hint }));
    });
  found.push(...lines(groupsOf));
  // A wrong cell shows in the sums of its row and column, too; by itself only where two wrong ones make up for each other.
  return found.length > 0 ? found : lines(crossRowsOf);
}

function checkLines(
  { definition, block }: Counted,
  group: LineGroup,
  others: readonly LineGroup[],
  expectation: Expectation,
): Omit<Finding, "hint">[] {
  return linesOf([group, ...others]).flatMap((line: Line) => {
    const value = valueIn(group, line);
    const values = others.map((other) => valueIn(other, line));
    if (value === undefined || agrees(value, values, expectation)) return [];
    const figure = figureIn(group.breakdown, line);
    const [last] = others;
    // A line of the earlier figure that is gone is a matter of its own.
    if (figure === undefined && others.length > 1 && last !== undefined && figureIn(last.breakdown, line) !== undefined)
      return [];
    const label = `“${definition.name}”里${group.prefix}“${line.label}”`;
    const known = figure ?? { ...group.breakdown.sum, value };
    const place = figure === undefined ? block.place : placeOf(figure, block.place);
    return [{ place, message: say(label, known, values, expectation) }];
  });
}

/** Also where a term is not known. */
function agrees(value: Fraction, terms: readonly (Fraction | undefined)[], { relation }: Expectation): boolean {
  const known = terms.filter((term) => term !== undefined);
  if (known.length < terms.length) return true;
  const difference = value.compare(sumOf(known, value));
  return relation === "是" ? difference === 0 : relation === "不少于" ? difference >= 0 : difference <= 0;
}

function sumOf(terms: readonly Fraction[], like: Fraction): Fraction {
  return terms.reduce((sum, term) => sum.add(term), like.sub(like));
}

/** “累计”应当是第1期的9件加“本批”2件，共11件，这里是12件. */
function say(
  label: string,
  { value, measureWord }: Pick<Figure, "value" | "measureWord">,
  terms: readonly (Fraction | undefined)[],
  expectation: Expectation,
): string {
  const known = terms.filter((term) => term !== undefined);
  const parts = expectation.terms.map(
    ({ name }, at) => `${name}${quantity(known[at] ?? value.sub(value), measureWord)}`,
  );
  const sum = known.length > 1 ? `，共${quantity(sumOf(known, value), measureWord)}` : "";
  return `${label}${expectation.because}应当${expectation.relation}${parts.join("加")}${sum}，这里是${quantity(value, measureWord)}`;
}
