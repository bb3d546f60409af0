/** Words of measure typed behind a figure that counts in something else: {{死亡}}人, where the data counts 死亡 in 件. */

import { measureWordAt } from "./measure-words.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { NumberFinding } from "./finding.ts";
import { persons } from "./words.ts";

/** All findings among the tokens of one block. */
export function checkWords({ tokens }: NumberedBlock): NumberFinding[] {
  return tokens.flatMap((token) => {
    const { computed, measureWord: typed, block, end, text } = token;
    const figure = computed?.figure;
    // What is calculated on the spot may be in a unit of its own: {{受灾面积 × 15}}亩.
    if (computed === undefined || figure === undefined || figure.derivation.kind === "operation") return [];
    const isTyped = computed.end === end && !block.computed.some(({ start }) => start === end);
    if (!isTyped || typed === "" || figure.measureWord === "") return [];
    // {{工作日}}个工作日 says the measure again.
    if (typed.endsWith(figure.name) || isAlike(typed, figure.measureWord)) return [];
    const isConvertible = [typed, figure.measureWord].every((word) => measureWordAt(word)?.kind !== "count");
    const converted = isConvertible ? `；换算单位的，写“| 换算: ${typed}, 2”` : "";
    return {
      token,
      message: `“${figure.name}”论“${figure.measureWord}”，稿件里印成了“${text}${typed}”`,
      hint: `请核对：data/tallies.yaml 里的“量词”写错或没有写的，改成“${typed}”；稿件写错的，改成“${figure.measureWord}”${converted}。`,
    };
  });
}

/** 件, 个 and 起 stand for each other, 人 and 名, too; units of size and money for nothing but themselves. */
function isAlike(a: string, b: string): boolean {
  const [one, other] = [sortOf(a), sortOf(b)];
  return one === undefined || other === undefined || one === other;
}

/** `undefined` of a word that is none of those known. */
function sortOf(word: string): string | undefined {
  const known = measureWordAt(word);
  if (known?.word !== word) return undefined;
  if (known.kind !== "count") return word;
  const [, scale = "", plain = ""] = /^(万亿|亿|万|千|百)?(.*)$/.exec(word) ?? [];
  return `${scale}${persons.includes(plain) ? "人" : "件"}`;
}
