/** Evaluates expressions: names → values of this issue, the previous one or any other. */

import Fraction from "fraction.js";
import { ExpressionError } from "../expression/expression.ts";
import type { Expression, Segment } from "../expression/expression.ts";
import { didYouMean } from "../text/nearest.ts";
import { combine } from "./arithmetic.ts";
import { constantFigure, lineFigure, operationFigure } from "./figure.ts";
import type { Figure } from "./figure.ts";
import type { IssueTallies } from "./issue-tallies.ts";
import type { Breakdown, Tally } from "./tally.ts";
import { valueNames } from "./value.ts";
import type { Value } from "./value.ts";

/** What an expression can see from inside one issue. */
export interface Scope {
  readonly tallies: IssueTallies;
  /** `本期.日期`, `本期.期号` … and `刊物.编发单位` …, as values. */
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, Value>>;
  /** 上期; `undefined` in the first issue. */
  readonly previous: () => Scope | undefined;
  /** 第N期 of the same year, or 2020年第14期. */
  readonly issue: (year: number | undefined, number: number) => Scope | undefined;
}

/** Throws `ExpressionError` for whatever does not exist: a figure is never silently empty. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case "number":
      return {
        kind: "figure",
        figure: constantFigure(
          { name: expression.text, measureWord: "", asOf: undefined },
          new Fraction(expression.text),
        ),
      };
    case "path":
      return resolve(expression.segments, scope);
    case "binary":
      return combine(
        expression.operator,
        evaluate(expression.left, scope),
        evaluate(expression.right, scope),
        written(expression),
        expression.span,
      );
  }
}

/** The expression as an editor would write it. */
export function written(expression: Expression): string {
  if (expression.kind === "number") return expression.text;
  if (expression.kind === "path") return expression.segments.map((segment) => segment.name).join(".");
  const side = (inner: Expression): string => (inner.kind === "binary" ? `(${written(inner)})` : written(inner));
  return `${side(expression.left)} ${expression.operator} ${side(expression.right)}`;
}

function resolve(segments: readonly Segment[], scope: Scope): Value {
  const [first, ...rest] = segments;
  if (first === undefined) throw new ExpressionError("expression-empty", "没有写名称", { start: 0, end: 0 });
  if (first.name === "上期") {
    const previous = scope.previous();
    if (previous === undefined)
      throw new ExpressionError("no-previous-issue", "这是第一期，没有上期", first, "请改写这句话。");
    return inOther(first, rest, previous);
  }
  const other = /^(?:(\d{4})年)?第(\d+)期$/.exec(first.name);
  if (other !== null) {
    const found = scope.issue(other[1] === undefined ? undefined : Number(other[1]), Number(other[2]));
    if (found === undefined)
      throw new ExpressionError(
        "unknown-issue",
        `没有${first.name}`,
        first,
        "请核对年份和期号；跨年的写“2020年第14期”。",
      );
    return inOther(first, rest, found);
  }
  const facts = scope.facts.get(first.name);
  if (facts !== undefined) return fact(first, rest, facts);
  return ofTally(first, rest, scope);
}

function inOther(first: Segment, rest: readonly Segment[], scope: Scope): Value {
  if (rest.length === 0)
    throw new ExpressionError(
      "expression-syntax",
      `“${first.name}”后面要写统计项`,
      first,
      `如 {{${first.name}.交办}}。`,
    );
  const value = resolve(rest, scope);
  return renamed(value, first.name);
}

/** Figures of another issue carry its name, so that a derivation never mixes the two up. */
function renamed(value: Value, prefix: string): Value {
  const rename = (figure: Figure): Figure => ({ ...figure, name: `${prefix}.${figure.name}` });
  if (value.kind === "figure") return { kind: "figure", figure: rename(value.figure) };
  if (value.kind === "tally") return { ...value, total: rename(value.total) };
  if (value.kind === "breakdown") {
    const { breakdown } = value;
    return {
      kind: "breakdown",
      breakdown: {
        ...breakdown,
        name: `${prefix}.${breakdown.name}`,
        parts: breakdown.parts.map((part) => ({ ...part, figure: rename(part.figure) })),
      },
    };
  }
  return value;
}

function fact(first: Segment, rest: readonly Segment[], facts: ReadonlyMap<string, Value>): Value {
  const [key] = rest;
  const value = key === undefined ? undefined : facts.get(key.name);
  if (value === undefined || rest.length > 1) {
    throw new ExpressionError(
      "unknown-tally",
      `“${first.name}”里没有“${rest.map((segment) => segment.name).join(".")}”`,
      key ?? first,
      `可以写：${[...facts.keys()].map((name) => `${first.name}.${name}`).join("、")}。`,
    );
  }
  return value;
}

function ofTally(first: Segment, rest: readonly Segment[], scope: Scope): Value {
  const { tallies } = scope;
  const tally = tallies.get(first.name);
  if (tally === undefined) {
    const known = tallies.vocabulary.measures.has(first.name);
    const available = tallies.available();
    const list =
      available.length > 0 ? `这一期有：${available.join("、")}。` : "这一期没有数据文件 counts.yaml，或者里面是空的。";
    throw new ExpressionError(
      "unknown-tally",
      known ? `这一期的数据里没有“${first.name}”` : `没有“${first.name}”这个统计项`,
      first,
      known ? `请在 counts.yaml 里填上它。${list}` : `${didYouMean(first.name, available)}${list}`,
    );
  }
  const [key, ...deeper] = rest;
  if (key === undefined) return { kind: "tally", tally, total: needTotal(tally, first) };
  const value = member(tally, key, first);
  return deeper.reduce((inner, segment) => part(inner, segment), value);
}

function needTotal(tally: Tally, segment: Segment): Figure {
  if (tally.total !== undefined) return tally.total;
  throw new ExpressionError(
    "no-total",
    `“${tally.definition.name}”没有合计`,
    segment,
    "数据里只有可重复的分项时，请另写一行“合计: …”。",
  );
}

/** 交办.X */
function member(tally: Tally, key: Segment, first: Segment): Value {
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
        `“${first.name}”的数据里没有写“${key.name}”`,
        key,
        `请在 counts.yaml 的“${first.name}”下面加一行“${key.name}: 2020-11-07”。`,
      );
    }
    case "批次":
    case "批数":
    case "首批":
    case "末批":
      return batches(tally, key, first);
    case "共有":
      return { kind: "joint", name: `${first.name}.共有`, items: tally.joint, total: tally.jointTotal };
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
        `“${first.name}”里没有“${key.name}”`,
        key,
        `${didYouMean(key.name, choices)}可以写：${choices.map((name) => `${first.name}.${name}`).join("、")}。`,
      );
    }
  }
}

function batches(tally: Tally, key: Segment, first: Segment): Value {
  const range = tally.batches;
  if (range === undefined) {
    throw new ExpressionError(
      "unknown-tally",
      `“${first.name}”的数据里没有写“批次”`,
      key,
      `请在 counts.yaml 的“${first.name}”下面加一行“批次: 1-15”。`,
    );
  }
  const end = (name: string, value: number): Figure =>
    lineFigure(
      { name: `${first.name}.${name}`, measureWord: "批", asOf: tally.asOf },
      { label: name, member: undefined, value: new Fraction(value), place: range.place },
    );
  const from = end("首批", range.from);
  const to = end("末批", range.to);
  if (key.name === "首批") return { kind: "figure", figure: from };
  if (key.name === "末批") return { kind: "figure", figure: to };
  if (key.name === "批次") return { kind: "batches", from, to };
  const head = { name: `${first.name}.批数`, measureWord: "批", asOf: tally.asOf };
  const one = constantFigure({ name: "1", measureWord: "", asOf: undefined }, new Fraction(1));
  return {
    kind: "figure",
    figure: operationFigure(head, "+", operationFigure({ ...head, name: "末批 - 首批" }, "-", to, from), one),
  };
}

/** X.Y within a breakdown or the joint cases. */
function part(value: Value, segment: Segment): Value {
  if (value.kind === "breakdown") return partOfBreakdown(value.breakdown, segment);
  if (value.kind === "joint") return partOfJoint(value, segment);
  throw new ExpressionError("unknown-tally", `${valueNames[value.kind]}后面不能再写“${segment.name}”`, segment);
}

function partOfBreakdown(breakdown: Breakdown, segment: Segment): Value {
  if (segment.name === "之和") return { kind: "figure", figure: breakdown.sum };
  if (segment.name === "合计" && breakdown.total !== undefined) return { kind: "figure", figure: breakdown.total };
  const target = breakdown.dimension.registry.find(segment.name);
  const found = breakdown.parts.find(
    (item) => item.label === segment.name || (target !== undefined && item.member === target),
  );
  if (found !== undefined) return { kind: "figure", figure: found.figure };
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

function partOfJoint(value: Extract<Value, { kind: "joint" }>, segment: Segment): Value {
  const numbered = /^\d+$/.test(segment.name) ? value.items[Number(segment.name) - 1] : undefined;
  if (numbered !== undefined)
    return { kind: "joint", name: `${value.name}.${segment.name}`, items: [numbered], total: numbered.figure };
  const [only] = value.items;
  const pick = { 单位: "units", 已完成: "completed", 未完成: "pending" }[segment.name];
  if (pick === undefined || only === undefined) {
    throw new ExpressionError(
      "unknown-tally",
      `“${value.name}”里没有“${segment.name}”`,
      segment,
      value.items.length === 0
        ? "数据里没有共有件。"
        : "可以写：共有.单位、共有.已完成、共有.未完成，或第几条：共有.1。",
    );
  }
  if (value.items.length > 1) {
    throw new ExpressionError(
      "ambiguous-joint",
      `共有件有 ${value.items.length} 条，不知道要哪一条的单位`,
      segment,
      `请写明第几条，如 ${value.name}.1.${segment.name}；或用“| 列出”一次写全。`,
    );
  }
  const done = new Set((only.completed ?? only.units).map((unit) => unit.member));
  const named =
    pick === "units"
      ? only.units
      : pick === "completed"
        ? (only.completed ?? only.units)
        : only.units.filter((unit) => !done.has(unit.member));
  return { kind: "names", names: named.map((unit) => unit.label) };
}
