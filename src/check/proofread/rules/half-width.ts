import { after, before, isHan } from "../block.ts";
import type { Edit, Finding, ProseRule } from "../rule.ts";

const FULL: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "!": "！",
  "?": "？",
  ".": "。",
  "(": "（",
  ")": "）",
  "<": "〈",
  ">": "〉",
};

/** Angle brackets round Chinese words; a lone < compares. */
const ANGLES = /<(?=\p{Script=Han})[^<>\n]{1,100}>/gu;

/** What ends, and what starts, a stretch of Chinese. */
const ENDS_CHINESE = /[\p{Script=Han}”’）》〉】〕\uFFFC]/u;
const STARTS_CHINESE = /[\p{Script=Han}“‘（《〈【〔\uFFFC]/u;
/** 一. at the start of a paragraph is an ordinal, and a bracket as in Ca(OH)2 belongs to its formula. */
const ORDINAL = /^[一二三四五六七八九十百]{1,4}$/;
const FORMULA = /[A-Za-z0-9]\([A-Z][A-Za-z0-9]{0,8}\)$/;
/** 10^(4.5), x_(n+1): raised or lowered. */
const SCRIPT = /^[\^_]\([^\p{Script=Han}]*\)$/u;

/** 半角标点。The brackets of one pair are mended together. */
export const halfWidthMark: ProseRule = {
  id: "half-width-mark",
  name: "半角标点",
  level: "warning",
  fixable: true,
  explanation: "汉字旁的逗号、分号、冒号、问号、叹号、句号和括号应当用全角；时刻、小数、网址、外文中的半角标点不报。",
  example: { wrong: "据统计,共8件(含重要件2件)。", right: "据统计，共8件（含重要件2件）。" },
  basis: "GB/T 15834—2011 第4章、第5章",
  find(block) {
    const findings: Finding[] = [];
    for (const match of block.text.matchAll(/[,;:!?.]/g)) {
      if (besideHan(block.text, match.index, match[0])) findings.push(report([match.index], block.text));
    }
    for (const { index, 0: words } of block.text.matchAll(ANGLES)) {
      findings.push(report([index, index + words.length - 1], block.text));
    }
    for (const pair of roundBrackets(block.text)) {
      if (isChinese(block.text, pair)) findings.push(report(pair, block.text));
    }
    return findings;
  },
};

function report(positions: readonly number[], text: string): Finding {
  const marks = positions.map((at) => text.charAt(at));
  const full = marks.map((mark) => FULL[mark] ?? mark);
  return {
    start: positions[0] ?? 0,
    message: `汉字旁用了半角标点“${marks.join("")}”`,
    hint: `改为全角的“${full.join("")}”`,
    edits: positions.map((at): Edit => {
      const mark = text.charAt(at);
      // The typist's blank beside the mark goes with it.
      const start = at > 0 && /[ \t]/.test(text.charAt(at - 1)) ? at - 1 : at;
      const end = /[ \t]/.test(text.charAt(at + 1)) ? at + 2 : at + 1;
      return { start, end, replacement: FULL[mark] ?? mark };
    }),
  };
}

function besideHan(text: string, at: number, mark: string): boolean {
  const left = before(text, at);
  const right = after(text, at + 1);
  if (mark === ".") return isHan(left) && !/[A-Za-z0-9.]/.test(right) && !ORDINAL.test(text.slice(0, at));
  const beyond = right === " " ? after(text, at + 2) : right;
  return ENDS_CHINESE.test(left) || STARTS_CHINESE.test(beyond);
}

/** Brackets round Han, or beside it. */
function isChinese(text: string, marks: readonly number[]): boolean {
  const [first, last] = [marks[0] ?? 0, marks.at(-1) ?? 0];
  const formula = text.slice(Math.max(0, first - 1), last + 1);
  if (FORMULA.test(formula) || SCRIPT.test(formula)) return false;
  const beside = marks.some((at) =>
    [before(text, at), after(text, at + 1)].some((next) => /[\p{Script=Han}“”《》、，。；：]/u.test(next)),
  );
  return beside || /\p{Script=Han}/u.test(text.slice(first, last));
}

/** The half-width round brackets: each pair as two positions, each stray one as one. */
function roundBrackets(text: string): number[][] {
  const groups: number[][] = [];
  const open: number[] = [];
  for (const match of text.matchAll(/[()（）]/g)) {
    if (match[0] === "(" || match[0] === "（") open.push(match.index);
    else {
      const start = open.pop();
      groups.push(start === undefined ? [match.index] : [start, match.index]);
    }
  }
  return [...groups, ...open.map((at) => [at])]
    .map((group) => group.filter((at) => text.charAt(at) === "(" || text.charAt(at) === ")"))
    .filter((group) => group.length > 0);
}
