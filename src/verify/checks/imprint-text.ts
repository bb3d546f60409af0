/** Text of the imprint (版记): GB/T 9704-2012 7.4.2 and 7.4.3. */

import type { Imprint } from "../layout/bulletin.ts";
import { describeFace, typefaceOf } from "../layout/typeface.ts";
import { sizeTolerance, smallEm, smallSize, typeArea } from "../standard.ts";
import { at, fixed, isNear, quote, span } from "./check.ts";
import type { Check, Outcome, Result } from "./check.ts";
import { recipientRows, withImprint } from "./recipients.ts";

/** A tenth of a character of 四号, more than letter-spacing and rounding to pixels, less than the stretching of justified lines. */
const insetTolerance = 0.5;

export const imprintTextChecks: readonly Check[] = [
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
];

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

/** The last row: at its right 共印N份, or a date with 印发; contacts at its left. */
function contactRow({ lines }: Imprint): Result {
  const last = lines.at(-1);
  const wanted = typeArea.right - smallEm;
  if (last === undefined || !/印发$|共?印\s*\d+\s*份[）)]?$/.test(last.text))
    return { absent: "末行右边没有印数或印发日期" };
  const off = isNear(last.right, wanted, 1) ? [] : [`${at(last)}到 ${fixed(last.right)} mm 止`];
  return { expected: `到 ${fixed(wanted)}±1 mm 止`, measured: `${fixed(last.right)} mm`, faults: off };
}
