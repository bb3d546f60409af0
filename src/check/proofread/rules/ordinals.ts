import { replacing, type Finding, type ProseRule } from "../rule.ts";

const HAN_NUMERAL = "[一二三四五六七八九十百]{1,4}";
const DOUBLE = new RegExp(`^${HAN_NUMERAL}、([，、。．；：,.])`);
/** 1、2号机组 is a list, not an ordinal. */
const ARABIC = /(?:^|(?<=[。；：\n] ?))\d{1,2}(、)(?!\d)/g;
const BRACKET = new RegExp(`(?:^|(?<=[。；：\\n]))[（(](?:${HAN_NUMERAL}|\\d{1,2})[）)]([、，．.])(?![（(\\d])`, "g");

/** 结构层次序数。The four levels are 一、（一）1.（1）, each with the mark that is its own and no other. */
export const ordinalMark: ProseRule = {
  id: "ordinal-mark",
  name: "层次序数的标点",
  level: "warning",
  fixable: true,
  explanation: "层次序数依次写作“一、”“（一）”“1.”“（1）”：“一、”后不再加标点，阿拉伯数字后用下脚点，括号后不加顿号。",
  example: { wrong: "1、加强领导；（一）、压实责任", right: "1.加强领导；（一）压实责任" },
  basis: "GB/T 9704—2012 7.3.3；GB/T 15834—2011 4.5",
  find(block) {
    const found: Finding[] = [];
    const double = DOUBLE.exec(block.text);
    if (double) found.push(report(double, double[1] ?? "", ""));
    for (const match of block.text.matchAll(ARABIC)) found.push(report(match, "、", "."));
    for (const match of block.text.matchAll(BRACKET)) found.push(report(match, match[1] ?? "", ""));
    return found;
  },
};

function report(match: RegExpExecArray, mark: string, replacement: string): Finding {
  const at = match.index + match[0].length - mark.length;
  const right = `${match[0].slice(0, -mark.length)}${replacement}`;
  return replacing(at, at + mark.length, replacement, `层次序数“${match[0]}”的标点不对`, `写作“${right}”`);
}
