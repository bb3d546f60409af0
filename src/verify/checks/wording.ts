/** The text layer: punctuation, blanks, dates, characters of the wrong code. */

import type { Bulletin } from "../layout/bulletin.ts";
import { isInFigure, paragraphsOf } from "../layout/paragraph.ts";
import type { Line } from "../model/line.ts";
import { at, quote } from "./check.ts";
import type { Check, Outcome } from "./check.ts";

export const wordingChecks: readonly Check[] = [
  {
    id: "blanks",
    clause: "简报惯例",
    strength: "惯例",
    severity: "warn",
    name: "汉字数字间空格",
    run: (bulletin) =>
      // In the masthead, issuing body and date share a line with a blank between them.
      search(
        bodyLines(bulletin).filter((line) => !bulletin.masthead.rows.includes(line)),
        "汉字与数字之间没有空格",
        // 市政府办公室　2020年11月11日: a full-width blank before a date at the end of a line is right.
        /\p{Script=Han}(?!\u3000\d{4}年\d{1,2}月\d{1,2}日$)[ \u00a0\u3000]+\d|\d[ \u00a0\u3000]+\p{Script=Han}/gu,
      ),
  },
  {
    id: "half-width",
    clause: "GB/T 15834",
    strength: "一般",
    severity: "warn",
    name: "半角标点与年份括号",
    run: (bulletin) =>
      search(
        bodyLines(bulletin),
        "中文用全角标点，年份用〔〕",
        /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}|["']|[[（(]\d{4}[\])）](?=\d)/gu,
      ),
  },
  {
    id: "dates",
    clause: "GB/T 9704 7.3.5.4",
    strength: "必须",
    severity: "fail",
    name: "日期写法",
    run: dates,
  },
  {
    id: "characters",
    clause: "PDF 文字层",
    strength: "惯例",
    severity: "fail",
    name: "字符真身",
    run: characters,
  },
];

/** Lines without contacts, whose numbers and addresses have half-width punctuation, and without the labels of charts. */
function bodyLines({ text, imprint }: Bulletin): Line[] {
  return text.filter(
    (line) => !isInFigure(line) && (imprint?.lines.includes(line) !== true || !/电话|邮箱|@|网址|地址/.test(line.text)),
  );
}

function search(lines: readonly Line[], expected: string, pattern: RegExp): Outcome {
  const faults = lines.flatMap((line) => [...line.text.matchAll(pattern)].map(([found]) => `${at(line)}“${found}”`));
  return { expected, measured: faults.length === 0 ? "没有" : `${faults.length} 处`, faults };
}

/** Searches paragraphs, because a date may extend over a line end. */
function dates({ masthead, core, tagged }: Bulletin): Outcome {
  const lines = [...masthead.lines, ...core.filter((line) => !isInFigure(line))];
  const texts = tagged ? paragraphsOf(lines).map(({ text }) => text) : lines.map(({ text }) => text);
  const faults: string[] = [];
  let good = 0;
  for (const text of texts) {
    good += [...text.matchAll(/\d{4}年[1-9]\d?月[1-9]\d?日/g)].length;
    for (const [found] of text.matchAll(
      /(?:\d+年)?0\d月(?:\d+日)?|\d+月0\d日|(?<!\d)\d{2}年\d{1,2}月\d{1,2}日|(?<![\d-])(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?![\d-])/g,
    ))
      faults.push(`“${found}”`);
  }
  if (good === 0) faults.push("没有一个完整的日期");
  return { expected: "年份写全，月日不补零", measured: `完整日期 ${good} 处`, faults };
}

/**
 * Kangxi and CJK radicals and compatibility ideographs look like Han characters, but a search does not find them. Twelve of the
 * compatibility ideographs (U+FA0E …) are real characters.
 */
const disguised =
  /(?![\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27-\ufa29])[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}\ufffd\ue000-\uf8ff]/gu;

function characters({ pages }: Bulletin): Outcome {
  const faults: string[] = [];
  let total = 0;
  for (const { number, glyphs } of pages) {
    total += glyphs.length;
    const text = glyphs.map((glyph) => glyph.text).join("");
    for (const [found] of text.matchAll(disguised))
      faults.push(`第 ${number} 页 U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase()} ${quote(found)}`);
    const silent = glyphs.filter((glyph) => glyph.text === "" && glyph.ink !== undefined).length;
    const missing = glyphs.filter((glyph) => glyph.code === 0).length;
    if (missing > 0) faults.push(`第 ${number} 页有 ${missing} 个字字体里没有，印成了缺字`);
    if (silent > 0) faults.push(`第 ${number} 页有 ${silent} 个字复制不出来`);
  }
  return {
    expected: "没有部首、兼容字和私用字",
    measured: `${total} 个字，${faults.length === 0 ? "没有" : `${faults.length} 处`}`,
    faults,
  };
}
