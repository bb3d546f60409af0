/** Filters that select and order the parts of a list. */

import type Fraction from "fraction.js";
import { ExpressionError } from "../../model/expression/expression.ts";
import type { FilterCall } from "../../model/expression/expression.ts";
import type { Part } from "../tally/breakdown.ts";
import { didYouMean } from "../../base/text/nearest.ts";
import { countArgument, needList } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { descending, nameOf } from "./list.ts";
import type { ShownList } from "./list.ts";
import { isZero, valueBy } from "./paired.ts";

export const listSelectFilters: readonly Filter[] = [
  select(
    "降序",
    "从多到少，相同的按数据里的先后（不写也是这样）；并列的分项，可以写按哪一个排：降序: 办结。",
    ["重点件.单位 | 降序 | 前: 2", "零陵区8件、道县7件"],
    (parts, call, list) => sorted(inDataOrder(parts, list), -1, valueBy(list, call)),
    { ascending: false },
  ),
  select(
    "升序",
    "从少到多；并列的分项，可以写按哪一个排。",
    ["交办.来源 | 升序", "来信20件、来电195件"],
    (parts, call, list) => sorted(inDataOrder(parts, list), 1, valueBy(list, call)),
    { ascending: true },
  ),
  select("登记序", "按登记表里的先后。", ["重点件.单位 | 登记序 | 前: 2", "零陵区8件、冷水滩1件"], (parts) =>
    [...parts].sort((a, b) => (a.member?.order ?? Infinity) - (b.member?.order ?? Infinity)),
  ),
  select("原序", "按数据里的先后。", ["交办.单位 | 原序 | 前: 2", "冷水滩区56件、零陵区32件"], (parts, _, list) =>
    inDataOrder(parts, list),
  ),
  select(
    "前",
    "只要前几项；“前: 3, 并列”把与末一项相同的也带上。",
    ["交办.单位 | 前: 3", "冷水滩区56件、零陵区32件、东安县25件"],
    (parts, call) => parts.slice(0, firstFew(parts, call)),
  ),
  select(
    "其余",
    "除去前几项以外的；前面用了“前: 3, 并列”的，这里也写“其余: 3, 并列”。",
    ["交办.类别 | 其余: 4", "其它污染9件、土壤4件"],
    (parts, call) => parts.slice(firstFew(parts, call)),
  ),
  select("第", "只要第几项。", ["交办.单位 | 第: 1", "冷水滩区56件"], (parts, call) => {
    const at = countArgument(call);
    return parts.slice(at - 1, at);
  }),
  select("最多", "数字最大的一项；有并列的都要。", ["交办.单位 | 最多", "冷水滩区56件"], (parts) => {
    const top = descending(parts)[0];
    return parts.filter((part) => top !== undefined && part.figure.value.equals(top.figure.value));
  }),
  select("最少", "数字最小的一项；有并列的都要。", ["交办.单位 | 最少", "市住建局1件"], (parts) => {
    const least = descending(parts).at(-1);
    return parts.filter((part) => least !== undefined && part.figure.value.equals(least.figure.value));
  }),
  select(
    "非零",
    "去掉 0 的项；并列的分项，几个数都是 0 的才去掉。",
    ["交办.来源 | 非零", "来电195件、来信20件"],
    (parts, _, list) => parts.filter((part) => !isZero(part, list)),
  ),
  select(
    "性质",
    "只要某种性质的单位（登记表里的“性质”），可以写几种。",
    ["交办.单位 | 性质: 开发区", "经开区3件、金洞3件"],
    (parts, call, list) => {
      const kinds = call.args;
      const known = new Set(list.breakdown.dimension.registry.members.flatMap((member) => member.kind ?? []));
      const wrong = kinds.find((kind) => !known.has(kind));
      if (wrong !== undefined || kinds.length === 0) {
        throw new ExpressionError(
          "filter-argument",
          `登记表里没有“${wrong ?? ""}”这种性质`,
          call.span,
          didYouMean(wrong ?? "", known) || `现有：${[...known].join("、")}。`,
        );
      }
      return parts.filter((part) => part.member?.kind !== undefined && kinds.includes(part.member.kind));
    },
  ),
  select(
    "只要",
    "只要点名的几项，按点名的先后。",
    ["交办.单位 | 只要: 道县, 零陵", "道县18件、零陵区32件"],
    (parts, call, list) => namedParts(call, parts, list),
  ),
  select("除去", "除去点名的几项。", ["交办.来源 | 除去: 来信", "来电195件"], (parts, call, list) => {
    const gone = new Set(namedParts(call, parts, list));
    return parts.filter((part) => !gone.has(part));
  }),
];

function select(
  name: string,
  help: string,
  example: Filter["example"],
  pick: (parts: readonly Part[], call: FilterCall, list: ShownList) => readonly Part[],
  order: Pick<ShownList, "ascending"> = {},
): Filter {
  return {
    name,
    help,
    example,
    run(input, call) {
      const list = needList(input, call);
      return { kind: "list", list: { ...list, ...order, parts: pick(list.parts, call, list) } };
    },
  };
}

/** Members that occur only in a further breakdown (并列) come last. */
function inDataOrder(parts: readonly Part[], list: ShownList): readonly Part[] {
  const { parts: all } = list.breakdown;
  return [...all.filter((part) => parts.includes(part)), ...parts.filter((part) => !all.includes(part))];
}

function sorted(parts: readonly Part[], sign: 1 | -1, valueOf: (part: Part) => Fraction | undefined): Part[] {
  const known = parts.filter((part) => valueOf(part) !== undefined);
  const compared = (a: Part, b: Part): number => sign * (valueOf(a)?.compare(valueOf(b) ?? 0) ?? 0);
  // Members without a value come last.
  return [...[...known].sort(compared), ...parts.filter((part) => !known.includes(part))];
}

/** The number of leading parts; with 并列 it includes those equal to the last of them. */
function firstFew(parts: readonly Part[], call: FilterCall): number {
  const count = countArgument(call);
  const option = call.args[1];
  if (option !== undefined && option !== "并列")
    throw new ExpressionError(
      "filter-argument",
      `“${call.name}”不认识“${option}”`,
      call.span,
      `如“| ${call.name}: 3, 并列”。`,
    );
  const last = parts[count - 1];
  if (option === undefined || last === undefined) return count;
  return count + parts.slice(count).filter((part) => part.figure.value.equals(last.figure.value)).length;
}

/** The parts that the arguments name, by any of their names. */
export function namedParts(call: FilterCall, parts: readonly Part[], list: ShownList): Part[] {
  return call.args.map((name) => {
    const member = list.breakdown.dimension.registry.find(name);
    const part = parts.find((item) => item.label === name || (member !== undefined && item.member === member));
    if (part !== undefined) return part;
    const labels = parts.map((item) => nameOf(item, "typed"));
    throw new ExpressionError(
      "unknown-tally",
      `“${list.breakdown.name}”里没有“${name}”`,
      call.span,
      didYouMean(name, labels) || `这里有：${labels.join("、")}。`,
    );
  });
}
