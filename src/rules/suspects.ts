/** Guesses at the line that makes a sum wrong, for the hint of a rule. */

import type Fraction from "fraction.js";
import type { Claim } from "./claims.ts";
import { continues } from "./period.ts";
import { lastCounted } from "./subject.ts";
import type { Counted, Subject } from "./subject.ts";
import { quantity } from "./wording.ts";

const most = 2;
/** As many lines as are worth looking through. */
const mostMoved = 8;

/**
 * What would explain that two statements of one total differ: one or two clauses about lines of the first, or of the
 * second where that may as well be wrong. Empty when nothing would.
 */
export function suspects(subject: Subject, measure: Counted, claim: Claim, other: Claim): string {
  const strong = [
    ...explanations(subject, measure, claim, other.value),
    ...explanations(subject, measure, other, claim.value),
  ];
  // The way of counting is the last thing to doubt.
  strong.sort((a, b) => Number(a === jointGuess) - Number(b === jointGuess));
  const guesses = strong.length > 0 ? strong : unlisted(claim, other.value, measure);
  const found = guesses.includes(jointGuess) ? [...wrongTotal(measure, claim, other), ...guesses] : guesses;
  return found.length === 0 ? "" : `${[...new Set(found)].slice(0, most).join("；")}。`;
}

const jointGuess =
  "差额正好是共有的件数：请先核对合计和各单位的数，都没有错，再看“共有计法”（单列是共有的件不算在各单位的数里、另外加；各计是每个有关单位的数里都已经算上它）";

/** A slip in the stated total comes before a difference that may be chance. */
function wrongTotal({ block, definition }: Counted, claim: Claim, other: Claim): string[] {
  const { total } = block;
  const sum = [claim, other].find(({ breakdown }) => breakdown !== undefined);
  if (total === undefined || sum === undefined || ![claim, other].some(({ place }) => place === total.place)) return [];
  return [`“合计”（第 ${total.place.line} 行）可能写错了，${sum.name}是${quantity(sum.value, definition.measureWord)}`];
}

function explanations(subject: Subject, measure: Counted, claim: Claim, expected: Fraction): string[] {
  const { breakdown } = claim;
  if (breakdown === undefined) return [];
  // How much the lines lack; negative when they are too many.
  const missing = expected.sub(claim.value);
  const word = breakdown.measureWord;
  const found: string[] = [];
  const before = lastCounted(subject, measure.definition.name);
  const known = before && continues(measure, before, subject) ? before : undefined;
  const earlier = known?.tally.breakdowns.get(breakdown.dimension.name)?.parts ?? [];

  for (const part of earlier) {
    if (breakdown.parts.some((other) => other.member === part.member)) continue;
    if (part.figure.value.equals(missing))
      found.push(`上期有“${part.label}”${quantity(part.figure.value, word)}，这一期没有列出，正好是差额`);
  }
  const moved = breakdown.parts.flatMap((part) => {
    const last = earlier.find((other) => other.member === part.member)?.figure.value;
    return last !== undefined && !missing.equals(0) && part.figure.value.add(missing).equals(last)
      ? [{ label: part.label, last, now: part.figure.value }]
      : [];
  });
  const [only, ...others] = moved;
  if (only !== undefined && others.length === 0)
    found.push(`“${only.label}”上期是${quantity(only.last, word)}，这一期是${quantity(only.now, word)}，正好差这些`);
  // Any of several may be it: naming one would lead astray.
  else if (only !== undefined && moved.length <= mostMoved)
    found.push(
      `与上期正好差${quantity(missing.abs(), word)}的有${moved.map(({ label }) => label).join("、")}，请先核对这几项`,
    );
  for (const part of breakdown.parts) {
    const right = part.figure.value.add(missing);
    if (isSwap(part.figure.value, right))
      found.push(`“${part.label}”的 ${part.figure.value.toString()} 是不是 ${right.toString()}（两个数字颠倒）`);
  }
  if (measure.tally.joint.length > 0 && measure.tally.jointTotal.value.equals(missing.abs())) found.push(jointGuess);
  return found;
}

/** 56 and 65: the same digits with two neighbours swapped. */
function isSwap(a: Fraction, b: Fraction): boolean {
  if (a.d !== 1n || b.d !== 1n || b.compare(0) <= 0 || a.equals(b)) return false;
  const [left, right] = [a.toString(), b.toString()];
  if (left.length !== right.length) return false;
  for (let at = 0; at + 1 < left.length; at++) {
    const swapped = left.slice(0, at) + left.charAt(at + 1) + left.charAt(at) + left.slice(at + 2);
    if (swapped === right) return true;
  }
  return false;
}

/** Registered members without a line, when they are few enough to be worth naming. */
function unlisted({ breakdown, value }: Claim, expected: Fraction, { tally }: Counted): string[] {
  if (breakdown === undefined || value.compare(expected) >= 0) return [];
  const listed = new Set(breakdown.parts.map((part) => part.member));
  const joint = new Set(tally.joint.flatMap((item) => item.units.map((unit) => unit.member)));
  const absent = breakdown.dimension.registry.members.filter((member) => !listed.has(member) && !joint.has(member));
  return absent.length === 0 || absent.length > 3
    ? []
    : [`登记表里的${absent.map((member) => `“${member.shortName}”`).join("、")}没有列出`];
}
