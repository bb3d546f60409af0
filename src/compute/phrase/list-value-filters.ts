/** Filters that make one figure of a list: its sum, its number of parts, the rank of one part. */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { FilterCall } from "../../model/expression/expression.ts";
import { sumFigure } from "../tally/figure.ts";
import type { Figure } from "../tally/figure.ts";
import { rankFigure } from "../tally/ranks.ts";
import { inWords } from "../../base/text/numeral.ts";
import { needList, needSingle, roundingArguments, textArgument } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { countOf, sharePiece } from "./list.ts";
import type { ShownList } from "./list.ts";
import { namedParts } from "./list-select-filters.ts";
import { figurePiece, textPiece } from "./piece.ts";

export const listValueFilters: readonly Filter[] = [
  {
    name: "合计",
    help: "这几项加起来的数。",
    example: ["交办.单位 | 前: 3 | 合计", "113"],
    run: (input, call) => ({ kind: "figure", figure: sumOf(needSingle(input, call), call) }),
  },
  {
    name: "合计占比",
    help: "这几项加起来占合计的百分比（没有合计的，占各项之和），保留几位小数。",
    example: ["交办.单位 | 前: 3 | 合计占比: 1", "52.6%"],
    run(input, call) {
      const list = needSingle(input, call);
      const base = list.breakdown.total ?? list.breakdown.sum;
      if (base.value.equals(0))
        throw new ExpressionError("division-by-zero", `“${base.name}”是 0，算不出占比`, call.span);
      return {
        kind: "pieces",
        pieces: [sharePiece(sumOf(list, call), { base, ...roundingArguments(call, 1) })],
      };
    },
  },
  {
    name: "项数",
    help: "一共几项。",
    example: ["交办.单位 | 项数", "15"],
    run(input, call) {
      const { breakdown, parts } = needList(input, call);
      return { kind: "figure", figure: countOf(breakdown, parts) };
    },
  },
  {
    name: "平均",
    help: "这几项的平均数，要接着写怎样取位。",
    example: ["交办.单位 | 前: 3 | 平均 | 小数: 1", "37.7"],
    run(input, call) {
      const list = needSingle(input, call);
      const sum = sumOf(list, call);
      if (list.parts.length === 0)
        throw new ExpressionError("division-by-zero", `“${list.breakdown.name}”一项也没有，算不出平均数`, call.span);
      const count = countOf(list.breakdown, list.parts);
      const figure: Figure = {
        ...sum,
        name: `${list.breakdown.name}.平均`,
        value: sum.value.div(count.value),
        derivation: { kind: "operation", operator: "÷", left: sum, right: count },
      };
      return { kind: "figure", figure };
    },
  },
  {
    name: "名次",
    help: "某一项排第几；相同的名次相同；前面写了“升序”的，从少到多排。",
    example: ["交办.单位 | 名次: 零陵区", "2"],
    run: (input, call) => ({ kind: "figure", figure: rankIn(needSingle(input, call), call).rank }),
  },
  {
    name: "位次",
    help: "某一项的名次写成“第二位”，有相同的写成“并列第三位”；“位”可以换，如“位次: 零陵区, 名”。",
    example: ["重点件.单位 | 位次: 祁阳县", "并列第三位"],
    run(input, call) {
      const { rank, equals } = rankIn(needSingle(input, call), call);
      const lead = equals > 1 ? "并列第" : "第";
      return {
        kind: "pieces",
        pieces: [
          textPiece(lead),
          figurePiece(inWords(rank.value.valueOf()), rank),
          textPiece(textArgument(call, 1, "位")),
        ],
      };
    },
  },
];

function sumOf(list: ShownList, call: FilterCall): Figure {
  const { sum, additive, name } = list.breakdown;
  if (!additive) {
    throw new ExpressionError(
      "not-additive",
      `“${name}”的各项不能相加`,
      call.span,
      list.parts[0]?.figure.percent === undefined
        ? "它的指标写了“不合计”（或各项量词不同），没有总数，也没有平均数；平均数由别处算好的，在 data/tallies.yaml 里另立一个指标，填在 counts.yaml 里。"
        : "几项的比率不能相加、平均，要由几项的总数相除；全部各项的，写成带“算式”的指标（如 办结 / 受理）就有；由别处算好的，另立一个指标填报。",
    );
  }
  const whole = list.parts.length === list.breakdown.parts.length;
  return sumFigure(
    { name: whole ? sum.name : `${name}.所选之和`, measureWord: sum.measureWord, asOf: sum.asOf },
    list.parts.map((part) => part.figure),
  );
}

function rankIn(list: ShownList, call: FilterCall): { readonly rank: Figure; readonly equals: number } {
  const [part] = namedParts({ ...call, args: [textArgument(call, 0)] }, list.parts, list);
  if (part === undefined) throw new ExpressionError("filter-argument", "名次后面要写是谁", call.span);
  const among = list.parts.map((other) => other.figure);
  const rank = rankFigure(`${list.breakdown.name}.名次.${part.label}`, part.figure, among, list.ascending);
  const equals = among.filter((other) => other.value.equals(part.figure.value)).length;
  return { rank, equals };
}
