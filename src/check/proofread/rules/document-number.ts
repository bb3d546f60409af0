import type { Edit, Finding, ProseRule } from "../rule.ts";

/** Square or corner brackets round a year are never right; round ones only where 号 shows a document number. */
const SQUARE = /(?<=\p{Script=Han})[[［【]((?:19|20)\d{2})[\]］】](?=第?\d)/gu;
const ROUND = /(?<=\p{Script=Han})[(（]((?:19|20)\d{2})[)）](?=第?\d{1,5}(?:[、，,和—-]\d{1,5}){0,20} ?号)/gu;

/** 发文字号的年份括号。Case numbers of courts, （2020）湘11民初1号, keep their round brackets. */
export const documentNumberBracket: ProseRule = {
  id: "document-number-bracket",
  name: "发文字号的年份括号",
  level: "warning",
  fixable: true,
  explanation: "发文字号的年份用六角括号〔〕括入，不用方括号、方头括号或圆括号。",
  example: { wrong: "零环责改[2020]76号", right: "零环责改〔2020〕76号" },
  basis: "GB/T 9704—2012 7.2.5；GB/T 15834—2011 4.9",
  find(block) {
    return [...block.text.matchAll(SQUARE), ...block.text.matchAll(ROUND)].map((match): Finding => {
      const year = match[1] ?? "";
      const bracket = (at: number, replacement: string): Edit => ({ start: at, end: at + 1, replacement });
      return {
        start: match.index,
        message: `发文字号的年份写作“${match[0]}”`,
        hint: `改为六角括号“〔${year}〕”`,
        edits: [bracket(match.index, "〔"), bracket(match.index + match[0].length - 1, "〕")],
      };
    });
  },
};
