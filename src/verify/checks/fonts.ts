/** Fonts in the file, and colours on the page. */

import type { Bulletin } from "../layout/bulletin.ts";
import { figureBands, isInBand } from "../layout/figure-bands.ts";
import { describeFace, typefaceOf } from "../layout/typeface.ts";
import { isWithin } from "../model/element.ts";
import type { Element } from "../model/element.ts";
import { around } from "../model/box.ts";
import { masthead } from "../standard.ts";
import type { Check, Outcome } from "./check.ts";

export const fontChecks: readonly Check[] = [
  {
    id: "fonts-embedded",
    clause: "ISO 19005-1 6.3",
    strength: "必须",
    severity: "fail",
    name: "字体嵌入",
    run: embedded,
  },
  {
    id: "one-font-a-face",
    clause: "本产品约定",
    strength: "惯例",
    severity: "fail",
    name: "一种字体一份",
    run: ({ measured: { facts } }) => {
      const names = facts.fonts.map(({ face }) => face);
      const repeated = [...new Set(names.filter((face, index) => names.indexOf(face) !== index))];
      return {
        expected: "每种字体一个对象",
        measured: `${new Set(names).size} 种 ${names.length} 个`,
        faults: repeated.map((face) => `${face} 有 ${names.filter((name) => name === face).length} 个`),
      };
    },
  },
  {
    id: "stand-ins",
    clause: "GB/T 9704 5.2.2",
    strength: "一般",
    severity: "warn",
    name: "代用字体",
    run: standIns,
  },
  {
    id: "colours",
    clause: "GB/T 9704 5.2.4",
    strength: "必须",
    severity: "warn",
    name: "颜色",
    run: colours,
  },
];

function embedded({ measured: { facts } }: Bulletin): Outcome {
  const faults = facts.fonts.flatMap((font) => {
    const name = font.face === "" ? "无名字体" : font.face;
    const wrong: string[] = [];
    if (font.kind === "Type3") wrong.push("是 Type 3");
    else if (font.kind !== "Type0/CIDFontType2") wrong.push(`是 ${font.kind}`);
    if (font.program === undefined) wrong.push("没有嵌入");
    else if (font.program === "other") wrong.push("不是 TrueType 轮廓");
    if (!font.subset) wrong.push("没有取子集");
    if (!font.toUnicode) wrong.push("没有 ToUnicode");
    return wrong.length === 0 ? [] : [`${name}${wrong.join("、")}`];
  });
  if (facts.fonts.length === 0) faults.push("没有字体");
  return { expected: "CID TrueType，嵌入子集", measured: `${facts.fonts.length} 个字体`, faults };
}

function standIns({ measured: { facts } }: Bulletin): Outcome {
  const faces = [...new Set(facts.fonts.map(({ face }) => face))];
  const faults = faces.filter((face) => typefaceOf(face)?.standIn !== false).map((face) => describeFace(face));
  return {
    expected: "方正小标宋、仿宋_GB2312 等",
    measured: faces.map((face) => typefaceOf(face)?.kind ?? face).join("、"),
    faults,
  };
}

/** Charts and pictures may have colours; text and rules are black, the masthead pure red. */
function colours({ pages, masthead: head }: Bulletin): Outcome {
  const faults = new Set<string>();
  const found = new Set<string>();
  // Red is allowed above this height only, in the masthead.
  const end = (head.rule?.box.bottom ?? around(head.names.flatMap((line) => line.ink ?? []))?.bottom ?? 0) + 0.1;
  for (const page of pages) {
    const glyphs = page.glyphs
      .filter((glyph) => glyph.text.trim() !== "")
      .map((glyph) => ({ ...glyph, y: glyph.baseline }));
    const bands = figureBands(page);
    const marks = page.marks
      .filter(({ element, box }) => element !== undefined || !isInBand(box, bands))
      .map((mark) => ({ ...mark, y: mark.box.bottom }));
    for (const { colour, element, y } of [...glyphs, ...marks]) {
      if (inPicture(element)) continue;
      found.add(colour);
      if (colour === "#000000") continue;
      if (colour !== masthead.red) faults.add(`第 ${page.number} 页有 ${colour}`);
      else if (page.number > 1 || y > end) faults.add(`第 ${page.number} 页报头以外有红色`);
    }
  }
  return { expected: "黑，报头 #ff0000；图表除外", measured: [...found].join("、"), faults: [...faults] };
}

function inPicture(element: Element | undefined): boolean {
  return isWithin(element, "Figure");
}
