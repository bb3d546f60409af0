/** An issue as it would be if one line of its data said something else. */

import type Fraction from "fraction.js";
import type { CountBlock, CountLine, CountSheet } from "../../model/count-sheet.ts";
import { IssueTallies } from "../../compute/tally/issue-tallies.ts";
import type { Subject } from "./subject.ts";

/** `undefined` where the line is not one of this issue's. */
export function withLine(subject: Subject, line: CountLine, value: Fraction): Subject | undefined {
  const { tallies, previous } = subject;
  const sheet = tallies?.sheet === undefined ? undefined : changedSheet(tallies.sheet, line, { ...line, value });
  if (tallies === undefined || sheet === undefined) return undefined;
  return { ...subject, tallies: new IssueTallies(sheet, tallies.vocabulary, () => previous?.tallies, tallies.gap) };
}

/** `undefined` where the line is not one of this issue's. */
function changedSheet(sheet: CountSheet, line: CountLine, changed: CountLine): CountSheet | undefined {
  for (const [measure, block] of sheet.blocks) {
    const other = changedBlock(block, line, changed);
    if (other !== undefined) return { ...sheet, blocks: new Map([...sheet.blocks, [measure, other]]) };
  }
  return undefined;
}

function changedBlock(block: CountBlock, line: CountLine, changed: CountLine): CountBlock | undefined {
  const swap = (lines: readonly CountLine[]): CountLine[] => lines.map((other) => (other === line ? changed : other));
  const { batches } = block;
  if (batches !== undefined && line.place === batches.place) {
    const end = changed.value.valueOf();
    return { ...block, batches: line.label === "首批" ? { ...batches, from: end } : { ...batches, to: end } };
  }
  if (block.total === line) return { ...block, total: changed };
  if (block.joint.some(({ count }) => count === line))
    return { ...block, joint: block.joint.map((item) => (item.count === line ? { ...item, count: changed } : item)) };
  if (block.groups.some(({ lines }) => lines.includes(line)))
    return { ...block, groups: block.groups.map((group) => ({ ...group, lines: swap(group.lines) })) };
  const { crosses } = block;
  if (crosses?.some(({ rows }) => rows.some(({ lines }) => lines.includes(line))) !== true) return undefined;
  return {
    ...block,
    crosses: crosses.map((cross) => ({
      ...cross,
      rows: cross.rows.map((row) => ({ ...row, lines: swap(row.lines) })),
    })),
  };
}
