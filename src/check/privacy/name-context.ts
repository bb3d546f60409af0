/** What kind of words stand right before and right behind a place in a sentence. (上下文) */

import { BEFORE, BEHIND } from "./name-frames.ts";

export type Frame =
  keyof typeof BEFORE | keyof typeof BEHIND | "counted" | "start" | "mark" | "paren" | "close" | "other";

const LONGEST = 6;
const tableOf = (frames: Readonly<Record<string, string>>): ReadonlyMap<string, Frame> =>
  new Map(
    Object.entries(frames).flatMap(([frame, words]) => words.split("|").map((word) => [word, frame as Frame] as const)),
  );
const LEFT = tableOf(BEFORE);
const RIGHT = tableOf(BEHIND);
const ADVERB =
  /^(?:等[\d一二三四五六七八九十几多数]{0,3}(?:[人户名位]|村民|群众|业主|家长)?|多次|再次|曾经?|又|已经?|还|先后|连续|长期|当面|电话|匿名|联名|书面|网上|随即|立即|当即|现场|当场|也|均|都|便|则|今年|去年|近日|昨日|昨天|[\d年月日时分、-]{2,12}|\([男女][^()]{0,12}\)|女士|先生|老人|大爷|大妈|师傅|同学|老汉|夫妇|一家|本人|等){1,3}/;
const COUNTED = /^等[\d一二三四五六七八九十几多数]{0,3}(?:[人户名位]|村民|群众|业主|家长|农民工|职工)/;
const AGE =
  /^[(,、]?(?:现年|今年|年)?[\d一二三四五六七八九十]{1,3}(?:岁|周岁|旬|多岁)|^[,(]\d{4}年\d{0,2}月?生|^[(,]?\d{11}/;
const STARTS_AGE = /^[(,、今现年\d一二三四五六七八九十]/;

/** What kind of word ends `before`. */
export function frameBefore(before: string): Frame {
  if (before === "") return "start";
  if (before.endsWith("之一")) return frameBefore(before.slice(0, -2));
  if (/[了过着]$/.test(before) && frameBefore(before.slice(0, -1)) === "meets") return "meets";
  for (let length = Math.min(LONGEST, before.length); length > 0; length -= 1) {
    const frame = LEFT.get(before.slice(-length));
    if (frame !== undefined) return frame;
  }
  return /[\u3400-\u9fff]$/.test(before) ? "other" : /[\dA-Za-z]$/.test(before) ? "where" : "mark";
}

/** What kind of word begins `behind`; 多次举报 is what 举报 is. */
export function frameBehind(behind: string): Frame {
  if (behind.startsWith("等") && COUNTED.test(behind)) return "counted";
  if (STARTS_AGE.test(behind) && AGE.test(behind)) return "aged";
  const nearest = wordBehind(behind);
  if (nearest === undefined || nearest === "goes" || nearest === "called" || nearest === "listed") {
    const rest = behind.slice(ADVERB.exec(behind)?.[0].length ?? 0);
    const next = rest === behind ? undefined : wordBehind(rest);
    if (next === "complains" || next === "speaks" || next === "lives") return next;
  }
  if (nearest !== undefined) return nearest;
  if (behind.startsWith("(")) return "paren";
  return /^[\u3400-\u9fff\dA-Za-z]/.test(behind) ? "other" : "close";
}

function wordBehind(behind: string): Frame | undefined {
  for (let length = Math.min(LONGEST, behind.length); length > 0; length -= 1) {
    const frame = RIGHT.get(behind.slice(0, length));
    if (frame !== undefined) return frame;
  }
  return undefined;
}
