/** Cumulative figures (累计数) never fall from one issue to the next, and no member of them vanishes. */

import type { Member } from "../../model/registry.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import type { Breakdown, Part } from "../../compute/tally/breakdown.ts";
import { loneBreakdown } from "./claims.ts";
import { continues, isCumulative, sameCounting } from "./period.ts";
import type { Finding, Rule } from "./rule.ts";
import {
  allCounted,
  called,
  earlierCounted,
  groupPlace,
  jointOf,
  withEarlier,
  type Counted,
  type Earlier,
  type Subject,
} from "./subject.ts";
import { placeOf, quantity } from "./wording.ts";

interface Step {
  readonly now: Counted;
  readonly before: Counted;
  /** 第14期 */
  readonly earlier: string;
}

function steps(subject: Subject): Step[] {
  return withEarlier(subject)
    .filter(({ now }) => isCumulative(now.definition, subject.archive.vocabulary))
    .filter(({ now, before }) => continues(now, before, subject))
    .map(({ now, before }) => ({ now, before, earlier: called(before.subject.issue, subject.issue) }));
}

export const cumulativeFalls: Rule = {
  id: "cumulative-falls",
  name: "累计数减少",
  level: "error",
  explanation:
    "累计的合计和每一项，后一期不能比前一期少。会增会减的指标（在办件）在 data/tallies.yaml 里写“可减少: 是”；当期的指标写明批次或起始。",
  example: "第14期累计交办213件，第15期累计交办203件。",
  find: (subject) =>
    steps(subject).flatMap(({ now, before, earlier }) => {
      const findings: Finding[] = [];
      const [a, b] = [now.tally.total, before.tally.total];
      const word = now.definition.measureWord;
      if (a !== undefined && b !== undefined && a.value.compare(b.value) < 0) {
        findings.push({
          place: now.block.total?.place ?? now.block.place,
          message: `“${now.definition.name}”合计${quantity(a.value, word)}，比${earlier}的${quantity(b.value, word)}少了`,
          hint: `累计数只增不减，请核对；剔除重复件等确有原因的，请在“免检”里写明。`,
        });
      }
      for (const { line, last } of commonLines(now, before)) {
        findings.push({
          place: placeOf(line.figure, now.block.place),
          message: `“${now.definition.name}”里“${line.label}”是${quantity(line.figure.value, line.figure.measureWord)}，比${earlier}的${quantity(last.figure.value, last.figure.measureWord)}少了`,
          hint: "累计数只增不减，请核对；改派、改类等确有原因的，请在“免检”里写明。",
        });
      }
      return findings;
    }),
};

/** Lines that have fallen; a case that has become joint since may have left its unit's own line. */
function commonLines(now: Counted, before: Counted): { line: Part; last: Part }[] {
  if (!sameCounting(now.tally, before.tally)) return [];
  return [...now.tally.breakdowns.values()].flatMap((breakdown) => {
    const earlier = before.tally.breakdowns.get(breakdown.dimension.name)?.parts ?? [];
    return breakdown.parts.flatMap((line) => {
      const last = earlier.find((other) => other.member === line.member);
      if (last === undefined) return [];
      const moved = line.member === undefined ? 0 : newlyJoint(now.tally, before.tally, line.member);
      return line.figure.value.add(moved).compare(last.figure.value) < 0 ? [{ line, last }] : [];
    });
  });
}

function newlyJoint(now: Tally, before: Tally, member: Member): number {
  if (now.jointCounting === "each") return 0;
  return Math.max(0, jointOf(now, member, false) - jointOf(before, member, false));
}

export const memberGone: Rule = {
  id: "member-gone",
  name: "少了一项",
  level: "warning",
  explanation:
    "前一期列出的单位或类别，后一期的累计里不见了，多半是漏了。不是累计的，以前各期每期都列出、这一期没有列出，又没有合计或别的分法可以核对，也提醒。",
  example: "第14期金洞3件，第15期没有金洞。",
  find: (subject) => [...goneFromCumulative(subject), ...goneUnseen(subject)],
};

function goneFromCumulative(subject: Subject): Finding[] {
  return steps(subject).flatMap(({ now, before, earlier }) =>
    [...now.tally.breakdowns.values()].flatMap((breakdown) => {
      if (breakdown.dimension.partial === true) return [];
      const last = before.tally.breakdowns.get(breakdown.dimension.name)?.parts ?? [];
      return missingFrom(breakdown, last)
        .filter((part) => part.member === undefined || newlyJoint(now.tally, before.tally, part.member) === 0)
        .map((part): Finding => ({
          place: groupPlace(now, breakdown),
          message: `${earlier}的“${now.definition.name}”里有“${part.label}”${quantity(part.figure.value, breakdown.measureWord)}，这一期没有列出`,
          hint: "累计的分项不会消失，请补上这一项。",
        }));
    }),
  );
}

/** Issues that show what a group always lists. */
const [fewest, most] = [2, 3];

/** Of figures that are new each time, one may be nought; where nothing adds up to the group, only the issues before tell. */
function goneUnseen(subject: Subject): Finding[] {
  return allCounted(subject).flatMap((now) => {
    const breakdown = loneBreakdown(now);
    if (breakdown === undefined || breakdown.dimension.partial === true || now.tally.joint.length > 0) return [];
    const { name } = now.definition;
    const earlier: Earlier[] = [];
    for (const one of earlierCounted(subject, name)) if (earlier.push(one) === most) break;
    const [last, ...others] = earlier.map(({ tally }) => tally.breakdowns.get(breakdown.dimension.name)?.parts ?? []);
    const [before] = earlier;
    if (last === undefined || before === undefined || earlier.length < fewest) return [];
    const continuing = isCumulative(now.definition, subject.archive.vocabulary) && continues(now, before, subject);
    return (continuing ? [] : missingFrom(breakdown, last))
      .filter(({ member }) => others.every((parts) => parts.some((part) => part.member === member)))
      .map((part): Finding => ({
        place: groupPlace(now, breakdown),
        message: `“${name}”没有列出“${part.label}”，以前各期都有（${called(before.subject.issue, subject.issue)}是${quantity(part.figure.value, breakdown.measureWord)}）`,
        hint: "请补上这一项；没有的写 0。写上“合计”，漏了一项就核对得出来。",
      }));
  });
}

function missingFrom({ parts }: Breakdown, last: readonly Part[]): Part[] {
  const listed = new Set(parts.map((part) => part.member));
  return last.filter((part) => !listed.has(part.member) && part.figure.value.compare(0) > 0);
}
