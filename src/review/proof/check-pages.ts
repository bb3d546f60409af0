/** The pages behind the bulletin: 数字核对表, then reminders and waivers. */

import { escapeHtml } from "../../compute/phrase/html.ts";
import type { Problem } from "../../base/problem/problem.ts";
import { inReadingOrder } from "../../base/problem/report.ts";
import type { WaivedFinding } from "../../check/rules/index.ts";
import { checkStateNames } from "./check-list.ts";
import type { CheckGroup, CheckRow, CheckState } from "./check-list.ts";
import { proofPage } from "./page.ts";

export interface CheckPages {
  /** 永州市…工作简报第15期 */
  readonly title: string;
  readonly groups: readonly CheckGroup[];
  readonly warnings: readonly Problem[];
  readonly waived: readonly WaivedFinding[];
  /** Pictures whose text no program reads. */
  readonly pictures: readonly string[];
}

/** Rows that stand together at the table's end, over those who sign: no page has but one or two. */
const lastRows = 5;

export function checkPages({ title, groups, warnings, waived, pictures }: CheckPages): string {
  const rows = groups.flatMap((group) => group.rows.map((row, at) => (at === 0 ? heading(group) : "") + rowHtml(row)));
  const body = `<section class="check">
<h1>数字核对表</h1>
<p class="of">${escapeHtml(title)}</p>
<p class="summary">${escapeHtml(summaryText(groups))}</p>
<p class="reading">“页·行”的页是简报自己的页码，行是页边的行号。“核对”一栏：<span class="legend"><span class="box"></span> 请人对照原始材料核对后打勾；</span><span class="legend">— 已由数据或规则核对。</span></p>
<table>
<colgroup><col class="c-number"><col class="c-place"><col class="c-words"><col class="c-origin"><col class="c-state"><col class="c-check"></colgroup>
<thead><tr><th scope="col">序号</th><th scope="col">页·行</th><th scope="col">原文</th><th scope="col">怎么来的</th><th scope="col">状态</th><th scope="col">核对</th></tr></thead>
<tbody>
${rows.slice(0, -lastRows).join("\n")}
</tbody>
<tbody class="together">
${rows.slice(-lastRows).join("\n")}
<tr class="signed"><td colspan="6"><div><span>核对人：</span><span>日期：　　　年　　月　　日</span></div></td></tr>
</tbody>
</table>
</section>
${findings(warnings, waived, pictures)}`;
  return proofPage(`数字核对表 ${title}`, "check-pages", body);
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

function heading({ title, rows }: CheckGroup): string {
  return `<tr class="group"><th colspan="6">${escapeHtml(title)}<span>${rows.length} 处</span></th></tr>\n`;
}

function rowHtml(row: CheckRow): string {
  const { position, place, contents, before, text, after, origin, byHand } = row;
  const also = contents === undefined ? "" : `<br>${escapeHtml(contents)}`;
  return `<tr><td>${position ?? ""}</td><td class="place">${escapeHtml(place)}${also}</td><td class="words">${escapeHtml(before)}<b>${escapeHtml(text)}</b>${escapeHtml(after)}</td><td class="words">${escapeHtml(origin)}</td><td>${stateText(row)}</td><td>${byHand ? '<span class="box"></span>' : "—"}</td></tr>`;
}

function stateText({ state, ruled }: CheckRow): string {
  if (state !== "computed") return checkStateNames[state];
  return `${checkStateNames.computed}<br>${ruled ? "有规则核对" : "没有规则管到"}`;
}

function findings(warnings: readonly Problem[], waived: readonly WaivedFinding[], pictures: readonly string[]): string {
  const reminders = inReadingOrder(warnings).map(
    ({ place, message, hint, code }) =>
      `<li><p>${escapeHtml(message)}</p>${hint === undefined ? "" : `<p class="hint">${escapeHtml(hint)}</p>`}<p class="source">${escapeHtml(`${place.file}:${place.line}:${place.column}`)} [${escapeHtml(code)}]</p></li>`,
  );
  const waivers = waived.map(
    ({ name, rule, reason, place, hid }) =>
      `<li><p>${escapeHtml(`${name}：${reason}`)}</p>${hid.map(({ message }) => `<p class="hint">放过：${escapeHtml(message)}</p>`).join("")}<p class="source">${escapeHtml(`${place.file}:${place.line}:${place.column}`)} [${escapeHtml(rule)}]</p></li>`,
  );
  const seen = pictures.map(
    (name) =>
      `<li><p>图片“${escapeHtml(name)}”里若有数字，程序读不出来，请对照原图核对。 <span class="box"></span></p></li>`,
  );
  return `<section class="findings">
<h1>提醒与免检</h1>
${list("提醒", [...reminders, ...seen], "没有提醒。")}
${list("免检（有规则查出、说明原因后放过的）", waivers, "没有免检。")}
</section>`;
}

function list(heading: string, items: readonly string[], none: string): string {
  return `<h2>${heading}</h2>\n${items.length === 0 ? `<p class="none">${none}</p>` : `<ol>\n${items.join("\n")}\n</ol>`}`;
}
