/** The pages after the bulletin: 数字核对表, then reminders and waivers. */

import type { Problem } from "../../base/problem/problem.ts";
import { inReadingOrder } from "../../base/problem/report.ts";
import type { WaivedFinding } from "../../check/set-aside.ts";
import { checkStateNames } from "./check-list.ts";
import type { CheckGroup, CheckRow, CheckState } from "./check-list.ts";
import { templates } from "../../output/templates/environment.ts";

export interface CheckPages {
  /** 永州市…工作简报第15期 */
  readonly title: string;
  readonly groups: readonly CheckGroup[];
  readonly warnings: readonly Problem[];
  readonly waived: readonly WaivedFinding[];
  /** Pictures, whose text the program cannot read. */
  readonly pictures: readonly string[];
}

/** The last rows of the table stay together with the signatures, so that no page has only one or two rows. */
const lastRows = 5;

export function checkPages({ title, groups, warnings, waived, pictures }: CheckPages): string {
  const rows = groups.flatMap((group) =>
    group.rows.map((row, at) => ({
      ...row,
      ...stateView(row),
      position: row.position ?? "",
      group: at === 0 ? group : undefined,
    })),
  );
  return templates().render("review/check.njk", {
    name: "check-pages",
    title: `数字核对表 ${title}`,
    of: title,
    summary: summaryText(groups),
    rows: rows.slice(0, -lastRows),
    lastRows: rows.slice(-lastRows),
    warnings: inReadingOrder(warnings),
    waived,
    pictures,
  });
}

/** 共 131 处：由数据算出 58，……。要人核对的 61 处。 */
export function summaryText(groups: readonly CheckGroup[]): string {
  const rows = groups.flatMap((group) => group.rows);
  const states = (Object.keys(checkStateNames) as CheckState[]).flatMap((state) => {
    const count = rows.filter((row) => row.state === state).length;
    return count === 0 ? [] : [`${checkStateNames[state]} ${count}`];
  });
  const byHand = rows.filter((row) => row.byHand).length;
  return `共 ${rows.length} 处：${states.join("；")}。其中只能由人核对的 ${byHand} 处（手写的日期、编号，没有数据可对的数，没有规则管到的数）。`;
}

function stateView({ state, ruled }: CheckRow): object {
  const ruling = state === "computed" ? (ruled ? "有规则核对" : "没有规则管到") : undefined;
  return { stateName: checkStateNames[state], ruling };
}
