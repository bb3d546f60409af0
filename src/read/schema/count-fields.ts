/** Fields that occur both in typed counts and in requests to the ledger. */

import type { AsOf, BatchRange } from "../../model/count-sheet.ts";
import type { PlacedName } from "../../model/ledger-request.ts";
import type { Member } from "../../model/registry.ts";
import type { Dimension } from "../../model/vocabulary.ts";
import { error } from "../../base/problem/problem.ts";
import type { Place, Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml, Path } from "../source/located-yaml.ts";
import { readMoment } from "../../base/text/moment.ts";
import { allNearest } from "../../base/text/nearest.ts";
import { isTotalName } from "../../base/text/total-name.ts";
import { readBatches } from "./read-batches.ts";
import { listed, splitNames } from "./fields.ts";
import { halfWidth } from "./number-wording.ts";
import { howToEnter } from "./read-registry.ts";
import { strayTotal } from "./stray-totals.ts";

export type CountRow = Readonly<Record<string, unknown>>;

/** 截至 or 起始 of the block at `path`, already validated. */
export function asOfAt(yaml: LocatedYaml, row: CountRow, key: string, path: Path): AsOf | undefined {
  const typed = row[key];
  if (typeof typed !== "string") return undefined;
  const reading = readMoment(typed);
  return reading.ok ? { moment: reading.moment, place: yaml.place([...path, key]) } : undefined;
}

/** 批次 of the block at `path`. */
export function batchesAt(yaml: LocatedYaml, row: CountRow, path: Path, problems: Problem[]): BatchRange | undefined {
  const typed = row["批次"];
  if (typeof typed !== "string" && typeof typed !== "number") return undefined;
  const place = yaml.place([...path, "批次"]);
  const range = readBatches(typed);
  if (range === undefined) {
    const problem = error("batches", place, `批次“${typed}”看不懂`, "一批写 15 或 第十五批，几批写 1-15。");
    const half = halfWidth(String(typed));
    const at = readBatches(half) === undefined ? undefined : yaml.range([...path, "批次"]);
    problems.push(at === undefined ? problem : { ...problem, fix: { start: at[0], end: at[1], replacement: half } });
    return undefined;
  }
  return { ...range, place };
}

/** The member that a label means; `undefined` after reporting that there is none. `used`: the other labels of the list. */
export function memberAt(
  dimension: Dimension,
  label: string,
  place: Place,
  problems: Problem[],
  used: readonly string[] = [],
): Member | undefined {
  const member = dimension.registry.find(label);
  if (member !== undefined) return member;
  if (isTotalName(label)) {
    problems.push(strayTotal(dimension.name, label, place));
    return undefined;
  }
  const named = label.split(/[，,]/).map((name) => name.trim());
  if (named.length > 1 && named.every((name) => dimension.registry.find(name) !== undefined)) {
    problems.push(
      error(
        "fullwidth-comma",
        place,
        `“${label}”中间用了全角逗号“，”`,
        `请改成英文逗号加一个空格，如“[${named.join(", ")}]”。`,
      ),
    );
    return undefined;
  }
  const hint = /[，,]/.test(label)
    ? "几个名称之间用顿号“、”或英文逗号隔开。"
    : `${meantMember(dimension, label, used)}${howToEnter(dimension.name, dimension.registry, label)}`;
  problems.push(error("unknown-member", place, `登记表里没有“${label}”这个${dimension.name}`, hint));
  return undefined;
}

/** The members that a text or a list of texts names, with their places; unknown names are reported. */
export function membersAt(
  dimension: Dimension,
  typed: unknown,
  yaml: LocatedYaml,
  path: Path,
  problems: Problem[],
): PlacedName[] {
  return listed(typed as string | readonly string[]).flatMap((text, at) => {
    const place = yaml.place(typeof typed === "string" ? path : [...path, at]);
    return splitNames(text).flatMap((label) => {
      const member = memberAt(dimension, label, place, problems);
      return member === undefined ? [] : [{ label, member, place }];
    });
  });
}

/** 是不是想写“江永”或“江华”？ Members not yet in the list are preferred. */
function meantMember({ registry }: Dimension, label: string, used: readonly string[]): string {
  const names = new Map<Member | undefined, string>();
  for (const name of allNearest(label, registry.names()).reverse()) names.set(registry.find(name), name);
  const all = [...names].reverse();
  const listed = new Set(used.map((other) => registry.find(other)));
  const free = all.filter(([member]) => !listed.has(member));
  const meant = (free.length > 0 ? free : all).slice(0, 3).map(([, name]) => `“${name}”`);
  return meant.length === 0 ? "" : `是不是想写${meant.join("或")}？`;
}
