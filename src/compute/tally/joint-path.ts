/** Evaluates the part of a path after 共有: 共有.单位, 共有.已完成, 共有.2.单位. */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { Segment } from "../../model/expression/expression.ts";
import type { Value } from "./value.ts";

export function partOfJoint(value: Extract<Value, { kind: "joint" }>, segment: Segment): Value {
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
        ? `这一期的数据里没有共有件。漏填了的，请在数据里补上“共有”；确实没有的，删去这里说共有件的话；时有时无的，写成“{{${value.name} | 列出 | 有则: ，还有}}”，没有就不印。`
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
  return { kind: "names", names: named.map((unit) => unit.label), named };
}
