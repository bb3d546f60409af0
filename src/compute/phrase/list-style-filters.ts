/** Filters that define how a list is written: names, separators, 量词, shares. */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { FilterCall } from "../../model/expression/expression.ts";
import { wholeOf } from "../tally/breakdown.ts";
import type { Figure } from "../tally/figure.ts";
import { countArgument, needList, needSingle, roundingArguments, styled, textArgument } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { sharePiece } from "./list.ts";
import type { ListStyle, ShareStyle, ShownList } from "./list.ts";

const verbatim = true;

export const listStyleFilters: readonly Filter[] = [
  naming("全称", "单位写全称。", ["办结.单位 | 前: 1 | 全称", "冷水滩区44件"], "full"),
  naming("简称", "单位写简称。", ["交办.单位 | 前: 2 | 简称", "冷水滩56件、零陵32件"], "short"),
  style(
    "分隔",
    "各项之间用什么隔开（默认顿号）。",
    ["交办.来源 | 分隔: ，", "来电195件，来信20件"],
    (call) => ({ separator: textArgument(call, 0) || "," }),
    verbatim,
  ),
  style(
    "末连",
    "最后两项之间用什么连。",
    ["交办.来源 | 末连: 和", "来电195件和来信20件"],
    (call) => ({ last: textArgument(call, 0) }),
    verbatim,
  ),
  style("量词", "换一个量词。", ["交办.来源 | 量词: 宗", "来电195宗、来信20宗"], (call) => ({
    measureWord: textArgument(call, 0),
  })),
  style("不带量词", "只写数字，不写量词。", ["交办.来源 | 不带量词", "来电195、来信20"], () => ({ measureWord: "" })),
  style("括号", "数字放在括号里。", ["交办.来源 | 括号", "来电（195件）、来信（20件）"], () => ({ bracketed: true })),
  style(
    "合并",
    "相邻而数字相同的并在一起写“各”；最后两个名称之间可以另写连词，如“合并: 和”。",
    ["重点件.单位 | 前: 4 | 合并: 和", "零陵区8件、道县7件、东安县和祁阳县各6件"],
    (call) => ({ merged: textArgument(call, 0, "、") }),
    verbatim,
  ),
  style(
    "组内",
    "并列的分项：同一单位的几个数之间用什么隔开（默认逗号）。",
    ["交办.单位、办结.单位 | 前: 2 | 组内: 、", "冷水滩区56件、办结44件；零陵区32件、办结27件"],
    (call) => ({ inner: textArgument(call, 0) }),
    verbatim,
  ),
  style(
    "零作",
    "数是 0 的，换成这句话。",
    ["交办.单位、办结.单位 | 只要: 道县, 经开区 | 零作: 尚未办结", "道县18件，办结13件；经开区3件，尚未办结"],
    (call) => ({ zero: textArgument(call, 0) }),
    verbatim,
  ),
  style("名单", "只写名称。", ["重点件.单位 | 前: 3 | 名单", "零陵区、道县、东安县"], () => ({ withValue: false })),
  style(
    "数列",
    "只写数字，与名单配合：数量分别为几件、几件，分别占百分之几、百分之几。",
    ["重点件.单位 | 前: 3 | 数列", "8件、7件、6件"],
    () => ({ withName: false }),
  ),
  style(
    "等",
    "写前几个名称，再写共几个：等: 3, 县区。",
    ["交办.单位 | 性质: 县区 | 等: 3, 县区", "冷水滩区、零陵区、东安县等11个县区"],
    (call) => ({ among: { names: countArgument(call), noun: textArgument(call, 1) } }),
  ),
  share(
    "占比",
    "写成占各项之和（单列的共有件也算在内）的百分比，保留几位小数。",
    ["交办.来源 | 占比: 1", "来电90.7%、来信9.3%"],
    (call, list) => written(shareOf(call, sumOf(call, list))),
  ),
  share(
    "占合计",
    "写成占合计的百分比（可重复的分项加起来会超过 100%）。",
    ["交办.类别 | 占合计: 1 | 前: 1", "大气污染53.5%"],
    (call, list) => written(shareOf(call, totalOf(call, list))),
  ),
  share(
    "附占比",
    "数字后面带上占各项之和的百分比；写“附占比: 1, 占”的，不用括号，写“附占比: 1, 括号占”的，括号里带“占”字。",
    ["交办.来源 | 附占比: 1", "来电195件（90.7%）、来信20件（9.3%）"],
    (call, list) => behind(call, sumOf(call, list)),
  ),
  share(
    "附占合计",
    "数字后面带上占合计的百分比；“占”“括号占”与“附占比”相同。",
    ["交办.类别 | 前: 1 | 附占合计: 1, 占", "大气污染115件，占53.5%"],
    (call, list) => behind(call, totalOf(call, list)),
  ),
];

function style(
  name: string,
  help: string,
  example: Filter["example"],
  change: (call: FilterCall, list: ShownList) => Partial<ListStyle>,
  isVerbatim = false,
): Filter {
  return {
    name,
    help,
    example,
    verbatim: isVerbatim,
    run: (input, call) => styled(input, call, change(call, needList(input, call))),
  };
}

function share(
  name: string,
  help: string,
  example: Filter["example"],
  change: (call: FilterCall, list: ShownList) => Partial<ListStyle>,
): Filter {
  const run: Filter["run"] = (input, call) => styled(input, call, change(call, needSingle(input, call)));
  return { name, help, example, writes: true, run };
}

/** A filter for the names of units, which occur in lists of counts and in lists of names only. */
function naming(name: string, help: string, example: Filter["example"], form: "full" | "short"): Filter {
  return {
    name,
    help,
    example,
    run(input, call) {
      if (input.kind !== "names" || input.named === undefined) return styled(input, call, { naming: form });
      const names = input.named.map(({ member }) => (form === "full" ? member.fullName : member.shortName));
      return { ...input, names };
    },
  };
}

function written(share: ShareStyle): Partial<ListStyle> {
  return { write: (figure) => ({ pieces: [sharePiece(figure, share)], complete: true }) };
}

function behind(call: FilterCall, base: Figure): Partial<ListStyle> {
  const word = call.args.includes("括号占") ? "（占" : call.args.includes("占") ? "，占" : "（";
  return { shareBehind: { ...shareOf(call, base, ["占", "括号占"]), word } };
}

function shareOf(call: FilterCall, base: Figure, others?: readonly string[]): ShareStyle {
  if (base.value.equals(0)) throw new ExpressionError("division-by-zero", `“${base.name}”是 0，算不出占比`, call.span);
  return { base, ...roundingArguments(call, 1, others) };
}

function sumOf(call: FilterCall, { breakdown }: ShownList): Figure {
  const { dimension, total } = breakdown;
  const whole = wholeOf(breakdown);
  if (dimension.partial === true && total?.value.equals(whole.value) !== true) {
    throw new ExpressionError(
      "partial-share",
      `“${breakdown.name}”只列了一部分，各项之和不能作占比的底数`,
      call.span,
      "请改用“占合计”“附占合计”。",
    );
  }
  if (breakdown.additive) return whole;
  throw new ExpressionError("not-additive", `“${breakdown.name}”的各项相加没有意义，算不出占比`, call.span);
}

function totalOf(call: FilterCall, { breakdown }: ShownList): Figure {
  if (breakdown.total !== undefined && breakdown.additive) return breakdown.total;
  throw new ExpressionError(
    "no-total",
    `“${breakdown.name}”没有合计，算不出占比`,
    call.span,
    "请在数据里写“合计”，或改用“占比”。",
  );
}
