/** 版记: its page and its rules, GB/T 9704-2012 7.4.1. */

import type { Imprint } from "../layout/bulletin.ts";
import { height } from "../model/box.ts";
import { imprint as standard, typeArea } from "../standard.ts";
import { fixed, isNear } from "./check.ts";
import type { Check, Outcome } from "./check.ts";
import { recipientRows, withImprint } from "./recipients.ts";

/** Rules drawn as filled rectangles are 0.339 and 0.254 mm thick, as borders 0.25 or 0.53. */
const thicknessTolerance = 0.05;
const endTolerance = 0.5;
/** "与版心下边缘重合": in print the type area may be off by 1 mm (6.1); half of that is left for the printer. */
const bottomTolerance = 0.5;

export const imprintChecks: readonly Check[] = [
  {
    id: "imprint-page",
    clause: "GB/T 9704 7.4.1",
    strength: "必须",
    severity: "fail",
    name: "版记在末页",
    run: ({ imprint, pages }) => ({
      expected: `第 ${pages.length} 页（末页）`,
      measured: imprint === undefined ? "没有版记" : `第 ${imprint.page} 页`,
      faults: imprint?.page === pages.length ? [] : [imprint === undefined ? "没有报、送、发" : "版记不在末页"],
    }),
  },
  {
    id: "imprint-rules",
    clause: "GB/T 9704 7.4.1",
    strength: "一般",
    severity: "fail",
    name: "版记分隔线",
    run: (bulletin) => withImprint(bulletin, rules),
  },
  {
    id: "last-rule",
    clause: "GB/T 9704 7.4.1",
    strength: "必须",
    severity: "fail",
    name: "末条线在版心下边",
    run: (bulletin) => withImprint(bulletin, lastRule),
  },
  {
    id: "even-page",
    clause: "GB/T 9704 7.4.1、6.2",
    strength: "惯例",
    severity: "fail",
    name: "版记在双页",
    run: ({ pages }, { even }) =>
      even
        ? {
            expected: "总页数为双数",
            measured: `${pages.length} 页`,
            faults: pages.length % 2 === 0 ? [] : [`共 ${pages.length} 页，是单数`],
          }
        : { absent: "没有要求（--even）" },
  },
];

function rules({ rules: drawn, lines }: Imprint): Outcome {
  const rows = recipientRows(lines);
  const contact = lines.length > rows.reduce((sum, row) => sum + row.length, 0);
  const expected = contact ? "0.35、0.25、0.35 mm，28–184 mm" : "0.35、0.35 mm，28–184 mm";
  const least = contact ? 3 : 2;
  const faults: string[] = [];
  if (drawn.length < least) faults.push(`只有 ${drawn.length} 条，应有 ${least} 条`);
  for (const [index, { box, colour }] of drawn.entries()) {
    const outer = index === 0 || index === drawn.length - 1;
    const wanted = outer ? standard.outerRule : standard.innerRule;
    const name = `第 ${index + 1} 条`;
    if (!isNear(height(box), wanted, thicknessTolerance))
      faults.push(`${name}粗 ${fixed(height(box), 3)} mm，应为 ${wanted} mm`);
    if (!isNear(box.left, typeArea.left, endTolerance) || !isNear(box.right, typeArea.right, endTolerance))
      faults.push(`${name}从 ${fixed(box.left)} 到 ${fixed(box.right)} mm`);
    if (colour !== "#000000") faults.push(`${name}颜色是 ${colour}`);
  }
  const measured = drawn.length === 0 ? "没有" : `${drawn.map(({ box }) => fixed(height(box), 3)).join("、")} mm`;
  return { expected, measured, faults };
}

function lastRule({ rules: drawn }: Imprint): Outcome {
  const bottom = drawn.at(-1)?.box.bottom;
  const expected = `下边缘 ${typeArea.bottom}±${bottomTolerance} mm`;
  if (bottom === undefined) return { expected, measured: "没有线", faults: ["版记没有线"] };
  const off = isNear(bottom, typeArea.bottom, bottomTolerance)
    ? []
    : [`在 ${fixed(bottom, 2)} mm，差 ${fixed(bottom - typeArea.bottom, 2)} mm`];
  return { expected, measured: `${fixed(bottom, 2)} mm`, faults: off };
}
