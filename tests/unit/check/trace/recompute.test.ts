/** Whatever form the handbook knows, its digits can be computed again from data lines, formula and format alone. */

import { describe, expect, test } from "vitest";
import { numbersOfBlock } from "../../../../src/check/numbers/index.ts";
import type { Computed } from "../../../../src/check/numbers/index.ts";
import { formGroups } from "../../../../src/compute/phrase/forms.ts";
import { filters, phrase } from "../../../../src/compute/phrase/phrase.ts";
import { recordOf, traceNumbers } from "../../../../src/check/trace/index.ts";
import type { NumberRecord } from "../../../../src/check/trace/index.ts";
import { recomputed } from "../../../support/trace-evaluator.ts";
import { handbookScope } from "../../compute/phrase/handbook-issue.ts";

const scope = handbookScope();

function recordsOf(expression: string): NumberRecord[] {
  const computed: Computed[] = [];
  let text = "";
  for (const piece of phrase(expression, scope)) {
    const start = text.length;
    text += piece.text;
    const figure = piece.kind === "figure" ? piece.figure : undefined;
    computed.push({ start, end: text.length, expression, figure });
  }
  const place = { file: "稿件.md", line: 1, column: 1 };
  const numbers = numbersOfBlock({ kind: "paragraph", text, computed, place: () => place });
  return traceNumbers([{ title: "稿件", slug: "稿件", numbers }]).map((traced) => recordOf(traced, () => []));
}

const expressions = [
  ...[...filters.values()].map((filter) => filter.example[0]),
  ...formGroups.flatMap(({ forms }) => forms.map(({ expression }) => expression)),
];

describe("every form of the handbook", () => {
  for (const expression of expressions)
    test(expression, () => {
      for (const record of recordsOf(expression)) {
        // 没有超过100件的县区, 一件可以涉及…, a correction's own words: wording around the figures, typed by somebody.
        if (record.state === "typed-unchecked") expect(expression).toMatch(/无则|说明|^本期\.更正$/);
        if (record.state === "computed") expect(recomputed(record)).toBe(record.text);
      }
    });
});

test("what is equal before and after is said in a word that has a form, too", () => {
  const [record] = recordsOf("交办.单位.零陵区 - 上期.交办.单位.零陵区 | 增减");
  expect(record).toMatchObject({ text: "持平", value: 0, state: "computed", format: { numerals: "word" } });
});

test("a rank and a count name what they rank and count", () => {
  const [rank] = recordsOf("交办.来源 | 位次: 来信");
  expect(rank).toMatchObject({ text: "二", value: 2, expression: "rank(#1; #2, #1)" });
  expect(recordsOf("交办.来源 | 项数")[0]).toMatchObject({ text: "2", expression: "count(#1, #2)" });
});

test("去尾 is told where it is asked for, though rounding would give the same digits", () => {
  expect(recordsOf("办结 / 交办 | 百分比: 1, 去尾")[0]?.format).toMatchObject({ times: "100", rounding: "down" });
  expect(recordsOf("办结 / 交办 | 百分比: 1")[0]?.format).toMatchObject({ times: "100", rounding: "half-up" });
});
