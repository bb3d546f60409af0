/** Evaluates the path after the name of a measure: 交办.单位.零陵区, 交办.批数, 交办.共有.1.单位. */

import Fraction from "fraction.js";
import { ExpressionError } from "../../model/expression/expression.ts";
import type { Segment } from "../../model/expression/expression.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import { orientedCross } from "./cross.ts";
import { constantFigure, lineFigure, operationFigure, sumFigure } from "./figure.ts";
import type { Figure } from "./figure.ts";
import type { Tally } from "./tally.ts";
import type { Breakdown } from "./breakdown.ts";
import { partOfJoint } from "./joint-path.ts";
import { ranksOf, ranksWithin } from "./ranks.ts";
import { valueNames } from "./value.ts";
import type { Value } from "./value.ts";

/** Throws `ExpressionError` for everything that does not exist. An empty path means the measure itself. */
export function tallyValue(tally: Tally, path: readonly Segment[], at?: Segment): Value {
  const [key, ...deeper] = path;
  if (key === undefined) return { kind: "tally", tally, total: needTotal(tally, at) };
  const row = crossRow(tally, path);
  if (row !== undefined) return stepsInto(row.value, row.rest);
  return stepsInto(member(tally, key), deeper);
}

/** Takes for each segment the part of the value before. */
export function stepsInto(value: Value, segments: readonly Segment[]): Value {
  return segments.reduce(part, value);
}

/** 交办.单位.零陵区.类别, from the cross breakdown of 单位 and 类别. */
function crossRow(tally: Tally, path: readonly Segment[]): { value: Value; rest: readonly Segment[] } | undefined {
  const [rows, name, columns, ...rest] = path;
  if (rows === undefined || name === undefined || columns === undefined) return undefined;
  const cross = orientedCross(tally.crosses, rows.name, columns.name);
  if (cross === undefined) return undefined;
  const target = cross.rows.registry.find(name.name);
  const line = cross.lines.find(({ label, member }) =>
    target === undefined ? label === name.name : member === target,
  );
  if (line === undefined)
    throw new ExpressionError(
      "unknown-tally",
      `“${tally.definition.name}”的“${rows.name}×${columns.name}”里没有“${name.name}”`,
      name,
      `这里有：${cross.lines.map(({ label }) => label).join("、")}。`,
    );
  const total = tally.breakdowns.get(rows.name)?.parts.find((item) => item.member === line.member)?.figure;
  return { value: { kind: "breakdown", breakdown: { ...line.breakdown, total } }, rest };
}

function needTotal(tally: Tally, segment: Segment | undefined): Figure {
  if (tally.total !== undefined) return tally.total;
  throw new ExpressionError(
    "no-total",
    `“${tally.definition.name}”没有合计`,
    segment ?? { start: 0, end: 0 },
    "数据里只有可重复的分项时，请另写一行“合计: …”。",
  );
}

/** 交办.X */
function member(tally: Tally, key: Segment): Value {
  const { name } = tally.definition;
  const breakdown = tally.breakdowns.get(key.name);
  if (breakdown !== undefined) return { kind: "breakdown", breakdown };
  switch (key.name) {
    case "合计":
      return { kind: "figure", figure: needTotal(tally, key) };
    case "截至":
    case "起始": {
      const moment = key.name === "截至" ? tally.asOf : tally.since;
      if (moment !== undefined) return { kind: "moment", moment, place: undefined };
      throw new ExpressionError(
        "unknown-tally",
        `“${name}”的数据里没有写“${key.name}”`,
        key,
        `请在 counts.yaml 的“${name}”下面加一行“${key.name}: 2020-11-07”。`,
      );
    }
    case "批次":
    case "批数":
    case "首批":
    case "末批":
      return batches(tally, key);
    case "共有":
      return { kind: "joint", name: `${name}.共有`, items: tally.joint, total: tally.jointTotal };
    default: {
      const choices = [
        "合计",
        "截至",
        ...tally.breakdowns.keys(),
        ...(tally.batches === undefined ? [] : ["批次", "批数", "末批"]),
        ...(tally.joint.length > 0 ? ["共有"] : []),
      ];
      throw new ExpressionError(
        "unknown-tally",
        `“${name}”里没有“${key.name}”`,
        key,
        `${didYouMean(key.name, choices)}可以写：${choices.map((choice) => `${name}.${choice}`).join("、")}。`,
      );
    }
  }
}

function batches(tally: Tally, key: Segment): Value {
  const { name } = tally.definition;
  const range = tally.batches;
  if (range === undefined) {
    throw new ExpressionError(
      "unknown-tally",
      `“${name}”的数据里没有写“批次”`,
      key,
      `请在 counts.yaml 的“${name}”下面加一行“批次: 1-15”。`,
    );
  }
  const end = (which: string, value: number): Figure =>
    lineFigure(
      { name: `${name}.${which}`, measureWord: "批", asOf: tally.asOf },
      { label: which, member: undefined, value: new Fraction(value), place: range.place },
    );
  const from = end("首批", range.from);
  const to = end("末批", range.to);
  if (key.name === "首批") return { kind: "figure", figure: from };
  if (key.name === "末批") return { kind: "figure", figure: to };
  if (key.name === "批次") return { kind: "batches", from, to };
  const head = { name: `${name}.批数`, measureWord: "批", asOf: tally.asOf };
  const one = constantFigure({ name: "1", measureWord: "", asOf: undefined }, new Fraction(1));
  return {
    kind: "figure",
    figure: operationFigure(head, "+", operationFigure({ ...head, name: "末批 - 首批" }, "-", to, from), one),
  };
}

/** A part of a breakdown or of the joint cases. */
function part(value: Value, segment: Segment): Value {
  if (value.kind === "breakdown") return partOfBreakdown(value.breakdown, segment);
  if (value.kind === "joint") return partOfJoint(value, segment);
  throw new ExpressionError("unknown-tally", `${valueNames[value.kind]}后面不能再写“${segment.name}”`, segment);
}

function partOfBreakdown(breakdown: Breakdown, segment: Segment): Value {
  if (segment.name === "之和") {
    if (breakdown.additive) return { kind: "figure", figure: breakdown.sum };
    throw new ExpressionError("not-additive", `“${breakdown.name}”的各项相加没有意义`, segment, "比率要用总数来算。");
  }
  if (segment.name === "名次") return { kind: "breakdown", breakdown: ranksOf(breakdown) };
  if (segment.name === "合计" && breakdown.total !== undefined) return { kind: "figure", figure: breakdown.total };
  const target = breakdown.dimension.registry.find(segment.name);
  const found = breakdown.parts.find(
    (item) => item.label === segment.name || (target !== undefined && item.member === target),
  );
  if (found !== undefined) return { kind: "figure", figure: found.figure };
  const ranks = target === undefined ? ranksWithin(breakdown, segment) : undefined;
  if (ranks !== undefined) return { kind: "breakdown", breakdown: ranks };
  const ofKind = target === undefined ? kindSum(breakdown, segment) : undefined;
  if (ofKind !== undefined) return { kind: "figure", figure: ofKind };
  if (breakdown.blanks.some((blank) => blank.member === target)) {
    throw new ExpressionError(
      "division-by-zero",
      `“${segment.name}”的除数是 0，或者缺一边的数，算不出“${breakdown.name}”`,
      segment,
      "请改写这句话，或核对数据。",
    );
  }
  const labels = breakdown.parts.map((item) => item.label);
  throw new ExpressionError(
    "unknown-tally",
    `“${breakdown.name}”里没有“${segment.name}”`,
    segment,
    target === undefined
      ? didYouMean(segment.name, labels) || `这里有：${labels.join("、")}。`
      : `数据里没有列出它；确实是 0 的，请在 counts.yaml 里写“${segment.name}: 0”。`,
  );
}

/** 交办.单位.县区: the sum over the members of one kind (性质). */
function kindSum({ name, dimension, parts, sum, additive }: Breakdown, segment: Segment): Figure | undefined {
  if (!additive || !dimension.registry.members.some((member) => member.kind === segment.name)) return undefined;
  return sumFigure(
    { name: `${name}.${segment.name}`, measureWord: sum.measureWord, asOf: sum.asOf },
    parts.filter((part) => part.member?.kind === segment.name).map((part) => part.figure),
  );
}
