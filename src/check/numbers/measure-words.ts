/** 量词 and units that stand behind numbers. */

import { counters, measures, money } from "./words.ts";

const scale = "(?:万亿|亿|万|千|百)?";
/** Longer words first, so that 个百分点 is not taken for 个. */
const byLength = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join("|");

const patterns = [
  ["percentage", /^[ \t]*(?:%|％|‰)/],
  ["money", new RegExp(`^(?:${byLength(money)})`)],
  [
    "measure",
    new RegExp(`^${scale}(?:${byLength(measures)})|^[ \\t]*(?:mg|kg|km|cm|mm|dB|kW|MW|m³|m²|t|℃|g|m|L)(?![A-Za-z])`),
  ],
  ["count", new RegExp(`^${scale}(?:${byLength(counters)})|^(?:万亿|亿|万|千|百)(?![\\p{L}])`, "u")],
] as const;

export interface MeasureWord {
  readonly kind: "percentage" | "money" | "measure" | "count";
  readonly word: string;
  /** 余, 多 or 来 stands between number and word. */
  readonly approximate: boolean;
}

/** The measure word at the head of a text, if there is one: 件…, 余万元…, %…. */
export function measureWordAt(text: string): MeasureWord | undefined {
  const trimmed = text.trimStart();
  // 300余家, and 1.3万余件 beside it.
  const [, scaled = "", round = ""] = /^(万亿|亿|万|千|百)?(余|多|来)/.exec(trimmed) ?? [];
  const rest = scaled + trimmed.slice(scaled.length + round.length);
  for (const [kind, pattern] of patterns) {
    const word = pattern.exec(rest)?.[0].trim();
    if (word !== undefined) return { kind, word, approximate: round !== "" };
  }
  return undefined;
}
