/** Guesses at the line that makes a sum wrong, for the hint of a rule. Only what can be the cause is named. */

import type Fraction from "fraction.js";
import type { CountLine } from "../../model/count-sheet.ts";
import { cumulativeStep } from "./accumulation.ts";
import { withLine } from "./changed-line.ts";
import { discordsOf, type Claim, type Discord } from "./claims.ts";
import { crossSum } from "./crosses.ts";
import { negativeResult } from "./formulas.ts";
import { cumulativeFalls } from "./growth.ts";
import { jointInUnit, jointUnmatched } from "./joint-cases.ts";
import { memberExceedsWhole, memberWithoutWhole, partExceedsWhole } from "./parts.ts";
import { continues } from "./period.ts";
import type { Rule } from "./rule.ts";
import { isExchanged, isOneMore } from "../slips.ts";
import { openAndClosed } from "./status.ts";
import { allCounted, lastCounted, type Counted, type Subject } from "./subject.ts";
import { quantity } from "./wording.ts";

/** What a line must agree with beside the sum that is off. */
const witnesses: readonly Rule[] = [
  cumulativeStep,
  cumulativeFalls,
  crossSum,
  partExceedsWhole,
  memberExceedsWhole,
  memberWithoutWhole,
  openAndClosed,
  negativeResult,
  jointUnmatched,
  jointInUnit,
];

/** As many lines as may be named side by side. */
const most = 3;

/** A line with the value that would make the sum right. */
interface Candidate {
  readonly name: string;
  readonly line: CountLine;
  readonly right: Fraction;
}

/**
 * What would explain that two statements of one total differ, in a sentence or two; empty when nothing would, or when too many lines
 * might be it to name one.
 */
export function suspects(subject: Subject, measure: Counted, discord: Discord): string {
  const { claim, reference } = discord;
  const lost = lostJoint(subject, measure, discord);
  if (lost !== undefined) return lost;
  // Where not all is listed, no line has one right value.
  if (claim.partial || reference.partial) return "";
  const gone = [...goneSince(subject, measure, claim, reference), ...goneSince(subject, measure, reference, claim)];
  const joint = jointGuess(measure, discord);
  const lines = gone.length > 0 ? [] : wrongLines(subject, measure, discord, joint === undefined);
  return [...gone, ...lines, ...(joint === undefined ? [] : [joint])].map((guess) => `${guess}。`).join("");
}

/** Lines that, put right, agree with everything else; where several might, only those with a likely slip of the pen. */
function wrongLines(subject: Subject, measure: Counted, { claim, reference }: Discord, withTotal: boolean): string[] {
  const all = [...candidates(measure, claim, reference.value), ...candidates(measure, reference, claim.value)];
  const possible = plausible(subject, all);
  // Told of elsewhere.
  if (!withTotal && possible.some(({ line }) => line === measure.block.total)) return [];
  const slips = possible.filter(({ line, right }) => isSlip(line.value, right));
  if (slips.length === 1 || (slips.length > 1 && slips.length < most)) return slips.map(slipWords);
  // Where nothing speaks for any line, to name some would lead astray.
  if (possible.length === 0 || possible.length > most || possible.length === all.length) return [];
  const word = measure.definition.measureWord;
  const names = possible.map(
    ({ name, line, right }) => `${name}（第 ${line.place.line} 行，${quantity(right, word)}才对得上）`,
  );
  return [`${names.length === 1 ? "看来写错的是" : "可能写错的有"}${names.join("、")}`];
}

/** Of whole numbers. */
function isSlip(typed: Fraction, right: Fraction): boolean {
  const [a, b] = [typed.toString(), right.toString()];
  return [typed, right].every(({ d, s }) => d === 1n && s > 0n) && (isExchanged(a, b) || isOneMore(a, b));
}

function slipWords({ name, line: { value }, right }: Candidate): string {
  const how = isExchanged(value.toString(), right.toString()) ? "两个数字颠倒" : "多了或少了一个数字";
  return `${name}的 ${value.toString()} 是不是 ${right.toString()}（${how}）`;
}

function candidates(
  { block, tally }: Counted,
  { breakdown, value, place, withJoint }: Claim,
  expected: Fraction,
): Candidate[] {
  const { total } = block;
  const missing = expected.sub(value);
  if (breakdown === undefined)
    return total !== undefined && place === total.place ? [{ name: "“合计”", line: total, right: expected }] : [];
  const lines = breakdown.parts.flatMap(({ label, figure }): Candidate[] => {
    const { derivation } = figure;
    return derivation.kind === "line"
      ? [{ name: `“${label}”`, line: derivation.line, right: figure.value.add(missing) }]
      : [];
  });
  const shared = (withJoint ? tally.joint : []).map(({ figure, unitCount }, at): Candidate | undefined => {
    const line = block.joint[at]?.count;
    // Counted in every unit, a joint case more makes the sum that many repeats less.
    const change = tally.jointCounting === "apart" ? missing : missing.div(1 - unitCount);
    return line === undefined ? undefined : { name: `“共有”（${line.label}）`, line, right: figure.value.add(change) };
  });
  return [...lines, ...shared].filter(
    (found) => found !== undefined && found.right.s >= 0n && (found.right.d === 1n || found.line.value.d !== 1n),
  ) as Candidate[];
}

/** Those whose right value no other rule objects to; of these, those that put most right. */
function plausible(subject: Subject, all: readonly Candidate[]): Candidate[] {
  const before = objections(subject);
  const tried = all.flatMap((candidate) => {
    const changed = withLine(subject, candidate.line, candidate.right);
    const after = changed === undefined ? undefined : objections(changed);
    const isBetter =
      after !== undefined && after.size < before.size && [...after].every((objection) => before.has(objection));
    return isBetter ? [{ candidate, left: after.size }] : [];
  });
  const least = Math.min(...tried.map(({ left }) => left));
  return tried.filter(({ left }) => left === least).map(({ candidate }) => candidate);
}

/** By what and where; the numbers in it change with each line that is tried. */
function objections(subject: Subject): ReadonlySet<string> {
  const found = witnesses.flatMap((rule) =>
    rule.find(subject).map(({ place }) => `${rule.id} ${place.line}:${place.column}`),
  );
  const sums = allCounted(subject).flatMap((measure) =>
    discordsOf(measure).map(
      ({ claim }) => `${measure.definition.name} ${claim.breakdown?.dimension.name ?? claim.name}`,
    ),
  );
  return new Set([...found, ...sums]);
}

/** A line of the last issue that is not there any more, and was as much as is missing. */
function goneSince(subject: Subject, measure: Counted, { breakdown, value }: Claim, other: Claim): string[] {
  const before = lastCounted(subject, measure.definition.name);
  if (breakdown === undefined || before === undefined || !continues(measure, before, subject)) return [];
  const earlier = before.tally.breakdowns.get(breakdown.dimension.name)?.parts ?? [];
  return earlier
    .filter(
      ({ member, figure }) =>
        figure.value.equals(other.value.sub(value)) && !breakdown.parts.some((part) => part.member === member),
    )
    .map(
      ({ label, figure }) =>
        `上期有“${label}”${quantity(figure.value, breakdown.measureWord)}，这一期没有列出，正好是差额`,
    );
}

/** Joint cases of a part that its whole does not have, where they are what is missing. */
function lostJoint(subject: Subject, measure: Counted, { claim, reference }: Discord): string | undefined {
  if (measure.tally.joint.length > 0) return undefined;
  const missing = claim.value.sub(reference.value).abs();
  const parts = allCounted(subject).filter(({ definition }) => definition.within === measure.definition.name);
  const part = parts.find(({ tally: { joint } }) =>
    joint.reduce((rest, { figure }) => rest.sub(figure.value), missing).equals(0),
  );
  if (part === undefined) return undefined;
  const count = quantity(missing, measure.definition.measureWord);
  return `“${part.definition.name}”里有共有的${count}，“${measure.definition.name}”里没有列出，正好是差额。`;
}

/** The way of counting is the last thing to doubt, after the stated total; and only where another way would make the sum right. */
function jointGuess({ block, definition, tally }: Counted, { claim, reference }: Discord): string | undefined {
  const sum = [claim, reference].find(({ withJoint }) => withJoint);
  const other = sum === claim ? reference : claim;
  if (sum === undefined || tally.joint.length === 0) return undefined;
  const once = tally.jointTotal.value;
  const repeated = tally.joint.reduce(
    (all, { figure, unitCount }) => all.add(figure.value.mul(unitCount - 1)),
    once.sub(once),
  );
  const surplus = sum.value.sub(other.value);
  const isApart = tally.jointCounting === "apart";
  const isOtherWay = (isApart ? surplus : surplus.neg()).equals(once.add(repeated));
  // In the units' own figures as well, or once for each unit in the total.
  const isCountedTwice = (isApart && surplus.equals(once)) || surplus.neg().equals(repeated);
  if (!isOtherWay && !isCountedTwice) return undefined;
  const total = other.place === block.total?.place ? block.total : undefined;
  const first =
    total === undefined
      ? ""
      : `“合计”（第 ${total.place.line} 行）可能写错了，${sum.name}是${quantity(sum.value, definition.measureWord)}；`;
  const found = isOtherWay
    ? `“共有计法”写成“${isApart ? "各计" : "单列"}”正好对得上`
    : surplus.abs().equals(once)
      ? "差额正好是共有的件数"
      : "差额正好是共有的件重复算的次数";
  return `${first}${found}：请先核对合计和各单位的数，都没有错，再看“共有计法”（单列是共有的件不算在各单位的数里、另外加；各计是每个有关单位的数里都已经算上它）`;
}
