/** Rules set aside for one issue (免检), with the reason and what they hid. */

import type { Waiver } from "../model/count-sheet.ts";
import type { Issue } from "../model/issue.ts";
import { warning } from "../problem/problem.ts";
import type { Place, Problem } from "../problem/problem.ts";
import { didYouMean } from "../text/nearest.ts";

/** A waiver that took effect; it is listed wherever the issue is checked or signed. */
export interface WaivedFinding {
  readonly issue: Issue;
  /** Id of the rule. */
  readonly rule: string;
  /** 名称 of the rule. */
  readonly name: string;
  readonly reason: string;
  readonly place: Place;
  /** The findings it set aside, as they would have been reported. */
  readonly hid: readonly Problem[];
}

export interface Sifted {
  readonly problems: readonly Problem[];
  readonly waived: readonly WaivedFinding[];
}

/** Takes the waived findings of one issue out of its problems. `names` gives the name of each rule by its id. */
export function sift(
  issue: Issue,
  findings: readonly Problem[],
  waivers: readonly Waiver[],
  names: ReadonlyMap<string, string>,
): Sifted {
  const waived: WaivedFinding[] = [];
  const complaints: Problem[] = [];
  const byRule = new Map<string, Waiver>();
  for (const waiver of waivers) {
    const name = names.get(waiver.rule);
    if (name === undefined) {
      complaints.push(
        warning(
          "waiver-unknown",
          waiver.place,
          `“免检”里的“${waiver.rule}”不是核对规则的编号`,
          didYouMean(waiver.rule, names.keys()) || "编号写在每条问题末尾的方括号里，如 [breakdown-sum]。",
        ),
      );
      continue;
    }
    const hid = byRule.has(waiver.rule) ? [] : findings.filter((problem) => problem.code === waiver.rule);
    byRule.set(waiver.rule, waiver);
    if (hid.length === 0) {
      complaints.push(
        warning(
          "waiver-idle",
          waiver.place,
          `“免检”里的“${waiver.rule}”（${name}）没有用上`,
          "这条规则没有查出问题，请删去这一条，免得以后漏掉真的错误。",
        ),
      );
      continue;
    }
    waived.push({ issue, rule: waiver.rule, name, reason: waiver.reason, place: waiver.place, hid });
  }
  return { problems: [...findings.filter((problem) => !byRule.has(problem.code)), ...complaints], waived };
}

/** One line a waiver, for the reports of the commands. */
export function waivedLine({ issue, rule, name, reason, hid }: WaivedFinding): string {
  return `免检：${issue.year}年第${issue.number.value}期 ${name} [${rule}]，原因：${reason}（放过 ${hid.length} 处：${hid.map((problem) => problem.message).join("；")}）`;
}
