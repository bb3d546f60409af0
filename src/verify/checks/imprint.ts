/** 版记: GB/T 9704-2012 7.4. */

import type { Bulletin, Imprint } from "../layout/bulletin.ts";
import { describeFace, typefaceOf } from "../layout/typeface.ts";
import { height } from "../model/box.ts";
import type { Line } from "../model/line.ts";
import { imprint as standard, sizeTolerance, smallEm, smallSize, typeArea } from "../standard.ts";
import { at, fixed, isNear, quote, span } from "./check.ts";
import type { Check, Outcome, Result } from "./check.ts";

/** Drawn as filled rectangles rules come out at 0.339 and 0.254 mm; as borders at 0.25 or 0.53, which 0.05 tells apart. */
const thicknessTolerance = 0.05;
const endTolerance = 0.5;
/** "与版心下边缘重合": the type area itself may be off by 1 mm in print (6.1); half of that is left to the printer. */
const bottomTolerance = 0.5;
const insetTolerance = 0.5;

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
    id: "imprint-text",
    clause: "GB/T 9704 7.4.2",
    strength: "一般",
    severity: "fail",
    name: "版记字体字号",
    run: (bulletin) => withImprint(bulletin, text),
  },
  {
    id: "imprint-insets",
    clause: "GB/T 9704 7.4.2",
    strength: "一般",
    severity: "fail",
    name: "版记左空回行",
    run: (bulletin) => withImprint(bulletin, insets),
  },
  {
    id: "imprint-full-stop",
    clause: "GB/T 9704 7.4.2",
    strength: "一般",
    severity: "warn",
    name: "报送末尾句号",
    run: (bulletin) => withImprint(bulletin, fullStops),
  },
  {
    id: "contact-row",
    clause: "GB/T 9704 7.4.3",
    strength: "一般",
    severity: "warn",
    name: "末行右空一字",
    run: (bulletin) => withImprint(bulletin, contactRow),
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

function withImprint({ imprint }: Bulletin, run: (imprint: Imprint) => Result): Result {
  return imprint === undefined ? { expected: "有版记", measured: "没有", faults: ["没有报、送、发"] } : run(imprint);
}

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

function text({ lines }: Imprint): Outcome {
  const faults = lines.flatMap((line) => [
    ...(isNear(line.size, smallSize, sizeTolerance) ? [] : [`${at(line)}${fixed(line.size)} pt`]),
    ...(typefaceOf(line.face)?.kind === "仿宋" ? [] : [`${at(line)}用了${describeFace(line.face)}`]),
  ]);
  const faces = new Set(lines.map((line) => describeFace(line.face)));
  return {
    expected: `仿宋 ${smallSize} pt`,
    measured: `${[...faces].join("、")} ${span(
      lines.map((line) => line.size),
      "pt",
    )}`,
    faults,
  };
}

/** The lines of each 报、送、发: from its label to the next, as far as they are recipients' lines. */
function recipientRows(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  let open = false;
  for (const line of lines) {
    if (/^(主送|抄送|抄报|报|送|发|本期增发)\s*[：:]/.test(line.text)) {
      rows.push([line]);
      open = true;
    } else if (/^[^，。]{1,12}[：:]|印发$|^[（(]?共印/.test(line.text)) open = false;
    else if (open) rows.at(-1)?.push(line);
  }
  return rows;
}

function insets({ lines }: Imprint): Outcome {
  const left = typeArea.left + smallEm;
  const faults: string[] = [];
  const starts: number[] = [];
  const rows = recipientRows(lines);
  for (const [label, ...turns] of rows) {
    if (label === undefined) continue;
    starts.push(label.left);
    if (!isNear(label.left, left, insetTolerance))
      faults.push(`${at(label)}${quote(label.text)}从 ${fixed(label.left)} mm 起`);
    const colon = label.glyphs.findIndex((glyph) => /[：:]/.test(glyph.text));
    const hang = label.glyphs[colon + 1]?.left ?? label.left;
    for (const turn of turns)
      if (!isNear(turn.left, hang, insetTolerance))
        faults.push(`${at(turn)}回行从 ${fixed(turn.left)} mm 起，应与冒号后对齐 ${fixed(hang)} mm`);
    for (const line of [label, ...turns]) {
      const ink = line.ink?.right ?? line.right;
      if (ink > typeArea.right - smallEm + 1) faults.push(`${at(line)}到 ${fixed(ink)} mm，右边没有空一字`);
    }
  }
  const own = new Set(rows.flat());
  for (const line of lines.filter((other) => !own.has(other))) {
    starts.push(line.left);
    if (line.left < typeArea.left + 100 && !isNear(line.left, left, insetTolerance))
      faults.push(`${at(line)}${quote(line.text)}从 ${fixed(line.left)} mm 起`);
  }
  return { expected: `从 ${fixed(left)} mm 起，回行对齐冒号后首字`, measured: `起点 ${span(starts, "mm")}`, faults };
}

function fullStops({ lines }: Imprint): Outcome {
  const rows = recipientRows(lines);
  const faults = rows.flatMap((row) => {
    const last = row.at(-1);
    return last === undefined || last.text.endsWith("。")
      ? []
      : [`${at(last)}${quote(row[0]?.text ?? "")}末尾没有句号`];
  });
  return { expected: "以。结尾", measured: `${rows.length - faults.length}/${rows.length} 项`, faults };
}

/** The last row's right item: 共印N份, a date with 印发, or the last contact. */
function contactRow({ lines }: Imprint): Result {
  const last = lines.at(-1);
  const wanted = typeArea.right - smallEm;
  if (last === undefined || last.right < typeArea.centre + 20 || recipientRows(lines).flat().includes(last))
    return { absent: "末行右边没有内容" };
  const off = isNear(last.right, wanted, 1) ? [] : [`${at(last)}到 ${fixed(last.right)} mm 止`];
  return { expected: `到 ${fixed(wanted)}±1 mm 止`, measured: `${fixed(last.right)} mm`, faults: off };
}
