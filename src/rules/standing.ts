import type { Group } from "../model/count-sheet.ts";
import { hasMoved } from "./period.ts";
import type { Finding, Rule } from "./rule.ts";
import { allCounted, called, lastCounted } from "./subject.ts";
import type { Counted } from "./subject.ts";

/** Fewer equal lines than this are a coincidence. */
const tellingLines = 2;

/** Yesterday's figures left standing under today's date. */
export const figuresStanding: Rule = {
  id: "figures-standing",
  name: "数字没有更新",
  severity: "warning",
  explanation:
    "截至时间或批次往后走了，一个指标的各项却与前一期一模一样，或者别的都变了、只有一种分组没变，多半是忘了改数字。",
  example: "截至由11月6日改到11月7日，十五个单位的数一个也没有变。",
  check: (subject) =>
    allCounted(subject).flatMap((now): Finding[] => {
      const before = lastCounted(subject, now.definition.name);
      if (before === undefined || !hasMoved(now.block, before.block)) return [];
      const earlier = called(before.subject.issue, subject.issue);
      const unchanged = now.block.groups.filter((group) => isSame(group, before));
      const lines = now.block.groups.reduce((sum, group) => sum + group.lines.length, 0);
      if (unchanged.length === now.block.groups.length) {
        return lines < tellingLines || !sameTotal(now, before)
          ? []
          : [finding(now, now.block.place, `“${now.definition.name}”的各项都与${earlier}相同`)];
      }
      // Where the total is the same, a group may well be, too.
      if (sameTotal(now, before)) return [];
      return unchanged
        .filter((group) => group.lines.length >= tellingLines)
        .map((group) =>
          finding(
            now,
            group.place,
            `“${now.definition.name}”按${group.dimension}分的各项都与${earlier}相同，合计却变了`,
          ),
        );
    }),
};

function finding({ block }: Counted, place: Finding["place"], message: string): Finding {
  const moved = block.asOf === undefined ? "批次" : "截至时间";
  return { place, message, hint: `${moved}已经往后走了，请核对是不是忘了更新；确实没有变化的不用改。` };
}

function isSame(group: Group, before: Counted): boolean {
  const last = before.block.groups.find((other) => other.dimension === group.dimension);
  return (
    last !== undefined &&
    last.lines.length === group.lines.length &&
    group.lines.every((line) =>
      last.lines.some((other) => other.member === line.member && other.value.equals(line.value)),
    )
  );
}

function sameTotal(now: Counted, before: Counted): boolean {
  const [a, b] = [now.tally.total, before.tally.total];
  return a === undefined || b === undefined ? a === b : a.value.equals(b.value);
}
