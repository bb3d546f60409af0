import Fraction from "fraction.js";
import { ExpressionError } from "../expression/expression.ts";
import type { FilterCall } from "../expression/expression.ts";
import { sumFigure } from "../tally/figure.ts";
import type { Figure } from "../tally/figure.ts";
import type { Part } from "../tally/tally.ts";
import { didYouMean } from "../text/nearest.ts";
import { needList, roundingArgument, styled, textArgument, wholeArgument } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { descending, nameOf } from "./list.ts";
import type { ShareStyle, ShownList } from "./list.ts";
import type { Shown } from "./shown.ts";

export const listFilters: readonly Filter[] = [
  order(
    "降序",
    "从多到少，相同的按数据里的先后（不写也是这样）。",
    ["重点件.单位 | 降序 | 前: 2", "零陵区8件、道县7件"],
    descending,
  ),
  order("升序", "从少到多。", ["交办.来源 | 升序", "来信20件、来电195件"], (parts) =>
    descending([...parts].reverse()).reverse(),
  ),
  order("登记序", "按登记表里的先后。", ["重点件.单位 | 登记序 | 前: 2", "零陵区8件、冷水滩1件"], (parts) =>
    [...parts].sort((a, b) => (a.member?.order ?? Infinity) - (b.member?.order ?? Infinity)),
  ),
  order("原序", "按数据里的先后。", ["交办.单位 | 原序 | 前: 2", "冷水滩区56件、零陵区32件"], (parts, list) =>
    list.breakdown.parts.filter((part) => parts.includes(part)),
  ),
  select(
    "前",
    "只要前几项；“前: 3, 并列”把与末一项相同的也带上。",
    ["交办.单位 | 前: 3", "冷水滩区56件、零陵区32件、东安县25件"],
    (parts, call) => {
      const count = wholeArgument(call, 0);
      const last = parts[count - 1];
      const ties =
        call.args[1] === "并列" && last !== undefined
          ? parts.slice(count).filter((part) => part.figure.value.equals(last.figure.value))
          : [];
      return [...parts.slice(0, count), ...ties];
    },
  ),
  select("其余", "除去前几项以外的。", ["交办.类别 | 其余: 4", "其它污染9件、土壤4件"], (parts, call) =>
    parts.slice(wholeArgument(call, 0)),
  ),
  select("第", "只要第几项。", ["交办.单位 | 第: 1", "冷水滩区56件"], (parts, call) =>
    parts.slice(wholeArgument(call, 0) - 1, wholeArgument(call, 0)),
  ),
  select("最多", "数字最大的一项；有并列的都要。", ["交办.单位 | 最多", "冷水滩区56件"], (parts) => {
    const top = descending(parts)[0];
    return parts.filter((part) => top !== undefined && part.figure.value.equals(top.figure.value));
  }),
  select("非零", "去掉 0 的项。", ["交办.来源 | 非零", "来电195件、来信20件"], (parts) =>
    parts.filter((part) => !part.figure.value.equals(0)),
  ),
  select("至少", "只要不少于这个数的项。", ["交办.单位 | 至少: 30", "冷水滩区56件、零陵区32件"], (parts, call) => {
    const least = new Fraction(wholeArgument(call, 0));
    return parts.filter((part) => part.figure.value.compare(least) >= 0);
  }),
  select(
    "性质",
    "只要某种性质的单位（登记表里的“性质”）。",
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
    (parts, call, list) => named(call, parts, list),
  ),
  select("除去", "除去点名的几项。", ["交办.来源 | 除去: 来信", "来电195件"], (parts, call, list) => {
    const gone = new Set(named(call, parts, list));
    return parts.filter((part) => !gone.has(part));
  }),
  style("全称", "单位写全称。", ["办结.单位 | 前: 1 | 全称", "冷水滩区44件"], () => ({ naming: "full" })),
  style("简称", "单位写简称。", ["交办.单位 | 前: 2 | 简称", "冷水滩56件、零陵32件"], () => ({ naming: "short" })),
  style("分隔", "各项之间用什么隔开（默认顿号）。", ["交办.来源 | 分隔: ，", "来电195件，来信20件"], (call) => ({
    separator: textArgument(call, 0) || ",",
  })),
  style("末连", "最后两项之间用什么连。", ["交办.来源 | 末连: 和", "来电195件和来信20件"], (call) => ({
    last: textArgument(call, 0),
  })),
  style("量词", "换一个量词。", ["交办.来源 | 量词: 宗", "来电195宗、来信20宗"], (call) => ({
    measureWord: textArgument(call, 0),
  })),
  style("不带量词", "只写数字，不写量词。", ["交办.来源 | 不带量词", "来电195、来信20"], () => ({ measureWord: "" })),
  style("括号", "数字放在括号里。", ["交办.来源 | 括号", "来电（195件）、来信（20件）"], () => ({ bracketed: true })),
  style(
    "合并",
    "数字相同的并在一起写“各”。",
    ["重点件.单位 | 合并 | 前: 4", "零陵区8件、道县7件、东安县、祁阳县各6件"],
    () => ({ merged: true }),
  ),
  style("名单", "只写名称。", ["重点件.单位 | 前: 3 | 名单", "零陵区、道县、东安县"], () => ({ withValue: false })),
  style("数列", "只写数字，与名单配合：数量分别为……", ["重点件.单位 | 前: 3 | 数列", "8件、7件、6件"], () => ({
    withName: false,
  })),
  style(
    "占比",
    "写成占各项之和的百分比，保留几位小数。",
    ["交办.来源 | 占比: 1", "来电90.7%、来信9.3%"],
    (call, list) => ({ share: share(call, list.breakdown.sum) }),
  ),
  style(
    "占合计",
    "写成占合计的百分比（可重复的分项加起来会超过 100%）。",
    ["交办.类别 | 占合计: 1 | 前: 1", "大气污染53.5%"],
    (call, list) => ({ share: share(call, totalOf(call, list)) }),
  ),
  style(
    "附占比",
    "数字后面带上占各项之和的百分比。",
    ["交办.来源 | 附占比: 1", "来电195件（90.7%）、来信20件（9.3%）"],
    (call, list) => ({ shareBehind: share(call, list.breakdown.sum) }),
  ),
  style(
    "附占合计",
    "数字后面带上占合计的百分比。",
    ["交办.类别 | 附占合计: 1 | 前: 1", "大气污染115件（53.5%）"],
    (call, list) => ({ shareBehind: share(call, totalOf(call, list)) }),
  ),
  {
    name: "合计",
    help: "这几项加起来的数。",
    example: ["交办.单位 | 前: 3 | 合计", "113"],
    run(input, call) {
      const list = needList(input, call);
      return { kind: "figure", figure: sumOf(list) };
    },
  },
  {
    name: "项数",
    help: "一共几项。",
    example: ["交办.单位 | 项数", "15"],
    run(input, call) {
      const list = needList(input, call);
      const figure: Figure = {
        name: `${list.breakdown.name}.项数`,
        value: new Fraction(list.parts.length),
        measureWord: "个",
        asOf: list.breakdown.sum.asOf,
        derivation: { kind: "count", of: list.parts.map((part) => part.figure) },
      };
      return { kind: "figure", figure };
    },
  },
  {
    name: "名次",
    help: "某一项排第几；相同的名次相同。",
    example: ["交办.单位 | 名次: 零陵区", "2"],
    run(input, call) {
      const list = needList(input, call);
      const [part] = named({ ...call, args: [textArgument(call, 0)] }, list.parts, list);
      if (part === undefined) throw new ExpressionError("filter-argument", "名次后面要写是谁", call.span);
      const ahead = list.parts.filter((other) => other.figure.value.compare(part.figure.value) > 0);
      const figure: Figure = {
        name: `${list.breakdown.name}.名次.${part.label}`,
        value: new Fraction(ahead.length + 1),
        measureWord: "位",
        asOf: list.breakdown.sum.asOf,
        derivation: { kind: "rank", of: part.figure, among: list.parts.map((other) => other.figure) },
      };
      return { kind: "figure", figure };
    },
  },
];

type Example = Filter["example"];

function order(
  name: string,
  help: string,
  example: Example,
  sort: (parts: readonly Part[], list: ShownList) => readonly Part[],
): Filter {
  return select(name, help, example, (parts, _, list) => sort(parts, list));
}

function select(
  name: string,
  help: string,
  example: Example,
  pick: (parts: readonly Part[], call: FilterCall, list: ShownList) => readonly Part[],
): Filter {
  return {
    name,
    help,
    example,
    run(input, call): Shown {
      const list = needList(input, call);
      return { kind: "list", list: { ...list, parts: pick(list.parts, call, list) } };
    },
  };
}

function style(
  name: string,
  help: string,
  example: Example,
  change: (call: FilterCall, list: ShownList) => Partial<ShownList["style"]>,
): Filter {
  return { name, help, example, run: (input, call) => styled(input, call, change(call, needList(input, call))) };
}

function share(call: FilterCall, base: Figure): ShareStyle {
  if (base.value.equals(0)) throw new ExpressionError("division-by-zero", `“${base.name}”是 0，算不出占比`, call.span);
  return { base, decimals: wholeArgument(call, 0, 1), rounding: roundingArgument(call, 1) };
}

function totalOf(call: FilterCall, list: ShownList): Figure {
  if (list.breakdown.total !== undefined) return list.breakdown.total;
  throw new ExpressionError(
    "no-total",
    `“${list.breakdown.name}”没有合计，算不出占比`,
    call.span,
    "请在数据里写“合计”，或改用“占比”。",
  );
}

function sumOf(list: ShownList): Figure {
  const { sum } = list.breakdown;
  const whole = list.parts.length === list.breakdown.parts.length;
  return sumFigure(
    { name: whole ? sum.name : `${list.breakdown.name}.所选之和`, measureWord: sum.measureWord, asOf: sum.asOf },
    list.parts.map((part) => part.figure),
  );
}

/** The parts that the arguments name, under any of their names. */
function named(call: FilterCall, parts: readonly Part[], list: ShownList): Part[] {
  return call.args
    .flatMap((arg) => arg.split(/[、，]/))
    .map((text) => {
      const name = text.trim();
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
