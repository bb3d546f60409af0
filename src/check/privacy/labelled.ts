/** Codes that a word near by makes personal: 护照，号码E62840917; 持E62840917号护照. (带提示词的号码) */

import { MEASURE } from "./cues.ts";
import type { NumberedText } from "./digits.ts";

/** Position and the code without what parts its signs. */
export interface LabelledCode {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  /** Where its label starts. */
  readonly label: number;
}

const CODE = /[A-Za-z\d](?:(?:[-·._~/ ]{0,2}|\*\*)[A-Za-z\d]){3,29}(?!\d)/y;
const MEASURED = new RegExp(`^ ?${MEASURE}`);
/** 2020-11-08 */
const DATE = /^(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./]\d{1,2}$/;
const FILLER =
  /(?:[(:,"“”'、为是系写作的上号第 ]|号码|[证卡账帐]号|编号|编码|序号|代码|个人|档案|证件|登记|复印件|一[张本个]|载明|显示|记载|填写|录[入为成]|\([^()\d]{0,8}\)|[\u3400-\u9fff]{1,3}字 ?第?(?= ?\d)|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][\u3400-\u9fff]?(?=[A-Za-z\d])){0,8}/y;

/**
 * The codes behind the matches of `cue` (a `g` pattern): after words that lead on to a number, and after `any` characters more
 * where the cue alone is enough. What is counted, and days, are no codes.
 */
export function codesBehind(text: NumberedText, cue: RegExp, any = 0): LabelledCode[] {
  const found: LabelledCode[] = [];
  let last = 0;
  for (const match of text.text.matchAll(cue)) {
    const behind = match.index + match[0].length;
    for (let skipped = 0; skipped <= any; skipped += 1) {
      const from = behind + skipped;
      if (skipped > 0 && !/[^\d。;\n]/.test(text.text.charAt(from - 1))) break;
      FILLER.lastIndex = from;
      const start = from + (FILLER.exec(text.text)?.[0].length ?? 0);
      CODE.lastIndex = start;
      const written = CODE.exec(text.digits)?.[0];
      if (written === undefined) continue;
      const end = start + written.length;
      const isCode = start >= last && !MEASURED.test(text.digits.slice(end, end + 6)) && !DATE.test(written);
      if (isCode) found.push({ start, end, code: written.replace(/[^A-Za-z\d]/g, ""), label: match.index });
      last = Math.max(last, end);
      break;
    }
  }
  return found;
}
