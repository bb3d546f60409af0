/** Averages typed by hand, of two measures of the data: 平均每个工作日检查21.4家. (平均数) */

import Fraction from "fraction.js";
import { fixed } from "../../compute/phrase/number-format.ts";
import { anyOf } from "../../base/text/words-pattern.ts";
import { plainWords, type ArticleReader } from "./article-reader.ts";
import type { Match } from "./match.ts";
import { mentionIn } from "./mentions.ts";
import { decimalsOf, quantityEnd, sentenceOf, type NumberToken } from "./number-token.ts";
import { quantityIn } from "./quantity.ts";
import { figureAt } from "./typed-changes.ts";

/** `previous` is the token before in the same block. */
export function matchAverage(
  token: NumberToken,
  previous: NumberToken | undefined,
  reader: ArticleReader,
): Match | undefined {
  const { tallies, scope } = reader.data;
  const { block, start, value, computed, approximate } = token;
  const from = sentenceOf(token).start;
  const sentence = block.text.slice(Math.max(from, start - 60), start);
  if (
    computed !== undefined ||
    value === undefined ||
    approximate ||
    scope === undefined ||
    !sentence.includes("平均每")
  )
    return undefined;
  const lead = plainWords(sentence);
  const names = anyOf(tallies.vocabulary.measures.keys()).source;
  const [frame = "", base = "", rest = ""] = new RegExp(`平均每[个家件名人]?(${names})([^；]{0,30})$`).exec(lead) ?? [];
  const own = plainWords(block.text.slice(Math.max(from, previous === undefined ? 0 : quantityEnd(previous)), start));
  const mention = mentionIn(rest === "" ? "" : own, reader.patterns);
  const tally = mention === undefined ? undefined : tallies.find(mention.measure);
  const around = lead.slice(0, lead.length - frame.length);
  if (mention === undefined || tally === undefined || base === mention.measure) return undefined;
  if (reader.subjectIn(around, "").kind !== "whole" || !reader.periods.isOf(tally, around, "")) return undefined;
  if (!/^[、，和]?(?:平均每.*)?$/.test(own.slice(0, own.length - mention.length).replace(/^.*[，；](?=平均)/, "")))
    return undefined;
  const expression = `${mention.measure} / ${base}`;
  const figure = figureAt(expression, scope);
  if (figure === undefined || quantityIn(token, tally.definition.measureWord)?.value.equals(value) !== true)
    return undefined;
  const decimals = decimalsOf(token);
  const right = fixed(figure.value, decimals);
  return {
    token,
    expression,
    figure,
    expected: figure.value,
    agrees: value.equals(new Fraction(right)),
    told: {
      message: `这里手写的是${token.text}${token.measureWord}，由数据“${expression}”算出来是${right}${token.measureWord}`,
      hint: `请核对；写成“{{${expression} | 小数: ${decimals}}}”，以后不会再写错。`,
    },
  };
}
