/** Expressions that hold numbers without saying how many: dates, case numbers, document numbers, telephones, codes. */

import { caseNumbers } from "../../base/text/case-number.ts";
import { mailAddress, webAddress } from "../../base/text/web-address.ts";
import type { NumberKind } from "./number-token.ts";

export interface Whole {
  readonly kind: NumberKind;
  readonly start: number;
  readonly end: number;
}

const han = "[〇零一二三四五六七八九十]";

/** In order of precedence: what an earlier pattern has taken, a later one leaves. */
const patterns: readonly (readonly [NumberKind, RegExp])[] = [
  ["code", new RegExp(`${webAddress}|${mailAddress}`, "gi")],
  // 零环责改[2020]076、086、089、093号
  [
    "document-number",
    /[〔[［【(（][ \t]?(?:19|20)\d{2}[ \t]?[〕\]］】)）][ \t]?(?:第)?\d{1,5}(?:[、，,－—-]\d{1,5}){0,20}[ \t]?号/g,
  ],
  ["document-number", /(?:19|20)\d{2}年第\d{1,4}号(?=令|公告|文|通告)/g],
  ["code", /(?<![A-Za-z])(?:GB|HJ|DB|CJ|JT|SL|NY|ISO|DL)(?:\/?[TZ])?[ \t]?\d{1,6}(?:\.\d{1,3})?(?:[-—]\d{2,4})?/g],
  // 0746-8127713, (0746)8127713, 12369 hotlines, mobile numbers
  [
    "telephone",
    /[（(]0\d{2,3}[)）][ \t-]?\d{7,8}(?!\d)|(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)|(?<![\dA-Za-z.])1[3-9]\d{9}(?![\dA-Za-z])/g,
  ],
  [
    "telephone",
    /(?<=(?:电话|热线|手机|传真|号码|拨打)[^\d\n。]{0,8})\d{3,12}(?:-\d{1,8})?(?!\d|[ \t]?(?:件|个|次|人|部|门|条))/g,
  ],
  // 2020年11月7日18时30分, 11月6至8日, 11月7日, 2020年11月, 11月10, 1至9月
  [
    "date",
    /(?<![\d.])(?:(?:19|20)?\d{2}[ \t]?年[ \t]?)?(?:\d{1,2}[ \t]?(?:至|-|—|－|～|~|到|、)[ \t]?)?\d{1,2}[ \t]?月(?:份|底|初|末)?(?:[ \t]?\d{1,2}(?:[ \t]?[日号])?(?:[ \t]?(?:至|-|—|－|～|~|到|、)[ \t]?\d{1,2})?[ \t]?[日号](?:[ \t]?(?:上午|下午|晚|凌晨)?[ \t]?\d{1,2}(?:[ \t]?[时点](?:[ \t]?\d{1,2}[ \t]?分)?|[:：]\d{2}))?|[ \t]?\d{1,2}(?![\d%％.,，]|[ \t]?(?:余|多)?(?:[件个家起次人名户处份项万亿元吨米亩辆台套]|公里)))?/g,
  ],
  ["date", /(?<![\d./-])(?:19|20)\d{2}([-/.])\d{1,2}\1\d{1,2}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?(?![\d./-])/g],
  [
    "date",
    /(?<!\d)\d{1,2}[ \t]?[日号](?:[ \t]?\d{1,2}[ \t]?[时点](?:[ \t]?\d{1,2}[ \t]?分)?)?(?=上午|下午|晚|前|后|起|至|到|止|，|。|、|印发|召开|当|[）)]|以|的|，|$)/g,
  ],
  [
    "date",
    /(?<!\d)(?:19|20)\d{2}[ \t]?(?:[-—－～~至][ \t]?(?:19|20)\d{2}[ \t]?)?(?:年|年度)(?!第(?![一二三四1-4]季度))/g,
  ],
  [
    "date",
    /(?<!\d)\d{1,2}[ \t]?[时点](?:[ \t]?\d{1,2}[ \t]?分|整)?(?=[，。、；至到前后]|$)|(?<![\d:])\d{1,2}[:：]\d{2}(?![\d:])/g,
  ],
  [
    "date",
    new RegExp(
      `(?:[〇零一二三四五六七八九]{4}年)?${han}{1,3}月(?:份|底|初|末|${han}{1,3}[日号])?(?!龄)|[〇零一二三四五六七八九]{4}年`,
      "g",
    ),
  ],
  ["date", /(?:第|前|头)?[一二三四1-4](?:至[一二三四1-4])?(?:个)?季度/g],
  [
    "ordinal",
    /第[ \t]?(?:\d{1,6}|[〇零一二三四五六七八九十百千]{1,8})(?:(?:[至到—–~～－-]|批至)第?(?:\d{1,6}|[〇零一二三四五六七八九十百千]{1,8}))?/g,
  ],
  // The number of a copy (编号), alone in its place.
  ["code", /^0\d{5}$/g],
  // S216, G55, D20-3, PM2.5, PM10, O3, X023
  ["code", /(?<![A-Za-z0-9])[A-Za-z]{1,6}\d{1,6}(?:\.\d{1,3})?(?:-\d{1,4})?(?![A-Za-z0-9])/g],
  ["code", /(?<![A-Za-z0-9])(?=[0-9A-Z]{0,17}[A-Z])[0-9A-Z]{9,20}(?![A-Za-z0-9])/g],
  ["code", /(?<![\d.,，])\d{6}(?=（?邮编)|(?<=邮编[:：]?)\d{6}(?!\d)|(?<![\d.])\d{11,20}(?![\d.])/g],
];

/** Numbers at the head of headings and items: 1. （1） 一、 （一） ①. */
const atHead =
  /^[ \t\u3000]*(?:\d{1,3}(?:\.\d{1,2}){0,3}[.．、](?!\d)|[（(]\d{1,3}[）)]|\d{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节条]、?)/;
/** 一是…；二是…: each clause's number. */
const clause =
  /(?<=^|[，。；：、\s“])[一二三四五六七八九十]{1,2}(?=是(?!否|不|一|个|在这|因为))|(?<=[。；：，]|^)(?:其)[一二三四五六七八九](?=[，是])|[①②③④⑤⑥⑦⑧⑨⑩]/g;

/** In order of place, without overlap. */
export function wholesIn(text: string): Whole[] {
  const taken: Whole[] = [];
  const used = new Uint8Array(text.length);
  const take = (kind: NumberKind, start: number, end: number): void => {
    if (used.subarray(start, end).includes(1)) return;
    used.fill(1, start, end);
    taken.push({ kind, start, end });
  };
  const head = atHead.exec(text);
  if (head !== null) take("list-number", 0, head[0].length);
  for (const { number, start } of caseNumbers(text)) take("case-number", start, start + number.length);
  for (const [kind, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) take(kind, match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(clause)) take("list-number", match.index, match.index + match[0].length);
  return taken.sort((a, b) => a.start - b.start);
}
