/** Lists typed by hand, held against the breakdown they repeat. */

import { pairedRuns, type Item, type ItemRun } from "./items.ts";
import { memberOf } from "./labels.ts";
import { quantityEnd, wordsBefore } from "./number-token.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { NumberFinding } from "./finding.ts";
import type { DataContext, Match } from "./match.ts";
import type { Member } from "../../model/registry.ts";
import { partOf, type Breakdown, type Part } from "../../compute/tally/breakdown.ts";

interface Line {
  readonly item: Item;
  readonly member: Member;
  readonly part: Part | undefined;
}

interface Fit {
  readonly breakdown: Breakdown;
  readonly lines: readonly Line[];
  readonly equal: number;
}

export interface ListReading {
  readonly matches: readonly Match[];
  readonly findings: readonly NumberFinding[];
}

/** The lists in one block. */
export function readLists({ tokens, runs }: NumberedBlock, data: DataContext): ListReading {
  const readings = [...runs, ...pairedRuns(tokens)].map((run) => readRun(run, data));
  return {
    matches: readings.flatMap((reading) => reading.matches),
    findings: readings.flatMap((reading) => reading.findings),
  };
}

function readRun(run: ItemRun, context: DataContext): ListReading {
  const none = { matches: [], findings: [] };
  if (run.items.every((item) => item.token.computed !== undefined)) return none;
  const best = fits(run, context)
    .filter(isSame)
    .reduce<Fit | undefined>((top, fit) => (top === undefined || fit.equal > top.equal ? fit : top), undefined);
  if (best === undefined) return none;
  const matches: Match[] = [];
  const findings: NumberFinding[] = [];
  for (const { item, member, part } of best.lines) {
    const { token } = item;
    if (token.computed !== undefined || token.approximate || token.value === undefined) continue;
    const agrees = part?.figure.value.equals(token.value) === true;
    if (part !== undefined)
      matches.push({ token, expression: part.figure.name, figure: part.figure, expected: part.figure.value, agrees });
    if (agrees) continue;
    findings.push({
      token,
      message:
        part === undefined
          ? `这一列数字里有“${member.shortName}”${token.text}${token.measureWord}，数据“${best.breakdown.name}”里没有这一项`
          : `“${member.shortName}”手写的是${token.text}${token.measureWord}，数据“${best.breakdown.name}”里是${part.figure.value.toString()}${token.measureWord}`,
      hint: `这一列的其他各项与数据相同，请改正；整列可以写成“{{${best.breakdown.name}}}”。`,
    });
  }
  // 来电67件、来信33件；涉及东湖38件、西山35件: another breakdown begins where this one has no member.
  const taken = new Set(best.lines.map(({ item }) => item));
  const items = run.items.filter((item) => !taken.has(item));
  const others = items.length > 1 && items.length < run.items.length ? readRun({ ...run, items }, context) : none;
  return {
    matches: [...matches, ...others.matches],
    findings: [...findings, ...left(run, best), ...others.findings],
  };
}

/** How well the run repeats each breakdown. */
function fits(run: ItemRun, { tallies }: DataContext): Fit[] {
  const word = run.items[0]?.token.measureWord;
  return [...tallies.vocabulary.measures.keys()].flatMap((measure) => {
    const tally = tallies.find(measure);
    return [...(tally?.breakdowns.values() ?? [])].flatMap((breakdown): Fit[] => {
      if (word !== "" && breakdown.measureWord !== word) return [];
      const lines = run.items.flatMap((item): Line[] =>
        item.labels.flatMap((label) => {
          const member = memberOf(label, breakdown.dimension.registry);
          return member === undefined ? [] : [{ item, member, part: partOf(breakdown, member) }];
        }),
      );
      const equal = lines.filter(
        ({ item, part }) => item.token.value !== undefined && part?.figure.value.equals(item.token.value) === true,
      ).length;
      return lines.length === 0 ? [] : [{ breakdown, lines, equal }];
    });
  });
}

/** More than half the lines are equal, or half of them where the list names exactly the members of the data. */
function isSame({ breakdown, lines, equal }: Fit): boolean {
  if (equal >= 2 && equal * 2 > lines.length) return true;
  const complete = lines.length === breakdown.parts.length && lines.every((line) => line.part !== undefined);
  return complete && equal > 0 && equal * 2 >= lines.length;
}

const most = 2;

/** Members that the data has and an otherwise full list has not. */
function left(run: ItemRun, { breakdown, lines }: Fit): NumberFinding[] {
  const listed = new Set(lines.map((line) => line.member));
  const [first] = run.items;
  // Named elsewhere in the paragraph, a member has its number there: 大气最多，有72个；其余……
  const missing = breakdown.parts.filter(
    ({ member, figure }) =>
      member !== undefined &&
      !listed.has(member) &&
      !figure.value.equals(0) &&
      first?.token.block.text.includes(member.shortName) === false,
  );
  if (first === undefined || missing.length === 0 || missing.length > most || lines.length < 2 * most + 1) return [];
  const { text } = first.token.block;
  const around = wordsBefore({ ...first.token, start: first.start }, 16) + text.slice(run.end, run.end + 6);
  if (/其中|主要|较多|突出|前[一二三四五六七八九十\d]|最多|居前|等/.test(around)) return [];
  const last = run.items.at(-1)?.token ?? first.token;
  if (/^[ \t]*等/.test(text.slice(quantityEnd(last)))) return [];
  const word = breakdown.measureWord;
  return [
    {
      token: last,
      message: `这一列数字漏了${missing.map((part) => `“${part.label}”${part.figure.value.toString()}${word}`).join("、")}，数据“${breakdown.name}”里有`,
      hint: `请补上；整列可以写成“{{${breakdown.name}}}”。`,
    },
  ];
}
