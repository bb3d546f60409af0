/** Forbidden beginnings and ends of lines, and indivisible texts: GB/T 15834-2011 5.1 and GB/T 15835-2011. */

import type { Bulletin } from "../layout/bulletin.ts";
import { isWithin } from "../model/element.ts";
import type { Line } from "../model/line.ts";
import { isInFigure, paragraphsOf } from "../layout/paragraph.ts";
import { linesEndingInAddress } from "../layout/address.ts";
import { at, quote } from "./check.ts";
import type { Check, Result } from "./check.ts";

const neverFirst = /^[。，、；：？！”’）〕】》〉」』·…％%]/;
const neverLast = /[“‘（〔【《〈「『]$/;

export const lineBreakChecks: readonly Check[] = [
  {
    id: "line-start",
    clause: "GB/T 15834 5.1",
    strength: "必须",
    severity: "fail",
    name: "行首禁则",
    run: (bulletin) => {
      const lines = proseLines(bulletin);
      const faults = lines
        .filter((line) => neverFirst.test(line.text))
        .map((line) => `${at(line)}以${quote(line.text)}开头`);
      return { expected: "标点不居行首", measured: count(faults, lines.length), faults };
    },
  },
  {
    id: "line-end",
    clause: "GB/T 15834 5.1",
    strength: "必须",
    severity: "fail",
    name: "行末禁则",
    run: (bulletin) => {
      const lines = proseLines(bulletin);
      const faults = lines
        .filter((line) => neverLast.test(line.text))
        .map((line) => `${at(line)}以“${line.text.slice(-3)}”结尾`);
      return { expected: "前括号前引号不居行末", measured: count(faults, lines.length), faults };
    },
  },
  {
    id: "dashes",
    clause: "GB/T 15834 5.1",
    strength: "必须",
    severity: "fail",
    name: "破折号省略号不拆",
    run: (bulletin) =>
      ends(bulletin, "—— 与 …… 不拆到两行", (before, after) => /(—$|…$)/.exec(before)?.[0] === after[0]),
  },
  {
    id: "numbers",
    clause: "GB/T 15835",
    strength: "惯例",
    severity: "fail",
    name: "数字案号不拆行",
    run: (bulletin) => ends(bulletin, "不在数字、案号中间换行", dividesNumber),
  },
  {
    id: "quantities",
    clause: "GB/T 15835",
    strength: "惯例",
    severity: "warn",
    name: "日期数量不拆行",
    run: (bulletin) =>
      ends(
        bulletin,
        "不在日期、数量中间换行",
        (before, after) => !dividesNumber(before, after) && dividesQuantity(before, after),
      ),
  },
];

/** All lines except in tables and charts, where a line consists of several cells or labels. */
function proseLines({ text }: Bulletin): Line[] {
  return text.filter((line) => !isWithin(line.block, "Table") && !isInFigure(line));
}

/** Examines each line end within a paragraph. */
function ends(bulletin: Bulletin, expected: string, divides: (before: string, after: string) => boolean): Result {
  if (!bulletin.tagged) return { unchecked: "没有标签，分不出段落" };
  const paragraphs = paragraphsOf(proseLines(bulletin));
  const faults: string[] = [];
  let places = 0;
  for (const { lines } of paragraphs) {
    const inAddress = linesEndingInAddress(lines);
    for (const [index, line] of lines.slice(0, -1).entries()) {
      const next = lines[index + 1]?.text ?? "";
      places++;
      if (!inAddress.has(line) && divides(line.text, next))
        faults.push(`${at(line)}末“${line.text.slice(-5)}/${next.slice(0, 5)}”`);
    }
  }
  return { expected, measured: count(faults, places), faults };
}

/** Whether a line end between two texts divides a number, a percentage, a code or a case number. */
export function dividesNumber(before: string, after: string): boolean {
  if (/[\dA-Za-z]$/.test(before) && /^[\dA-Za-z%％‰]/.test(after)) return true;
  if (/\d[.,]$/.test(before) && /^\d/.test(after)) return true;
  if (/\d$/.test(before) && /^[.,]\d/.test(after)) return true;
  // 零环责改〔2020〕/076号, 零环责改/〔2020〕076号
  return (
    (/[〔[]\d*$|[〔[]\d{4}[〕\]]\d*$/.test(before) && /^[\d〕\]]/.test(after)) || /^[〔[]\d{4}[〕\]]\d/.test(after)
  );
}

/** Whether a line end between two texts divides a date, or a number from its 量词. */
export function dividesQuantity(before: string, after: string): boolean {
  if (/\d$/.test(before) && /^[年月日号期件个家份亩起批次项元万亿米吨人宗]/.test(after)) return true;
  return (
    (/\d{4}年$/.test(before) && /^\d{1,2}月/.test(after)) || (/\d{1,2}月$/.test(before) && /^\d{1,2}日/.test(after))
  );
}

function count(faults: readonly string[], of: number): string {
  return faults.length === 0 ? `${of} 处均可` : `${faults.length} 处`;
}
