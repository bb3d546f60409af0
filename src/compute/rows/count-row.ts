/** The tallies of an issue as data in long form, one number in each row. */

import type Fraction from "fraction.js";
import { issueKey } from "../../model/issue.ts";
import type { Issue } from "../../model/issue.ts";
import type { Member } from "../../model/registry.ts";
import { customaryNumber } from "../phrase/default-number.ts";
import { fixed, plain } from "../phrase/number-format.ts";
import type { Figure } from "../tally/figure.ts";
import type { IssueTallies } from "../tally/issue-tallies.ts";
import type { Tally } from "../tally/tally.ts";
import type { Moment } from "../../base/text/moment.ts";
import { isoDate } from "../../base/text/moment.ts";
import { csvRows } from "./field.ts";
import type { Field } from "./field.ts";

const rowKinds = ["合计", "分项", "共有"] as const;

export interface CountRow {
  readonly issue: Issue;
  readonly tally: Tally;
  readonly kind: (typeof rowKinds)[number];
  readonly dimension: string | undefined;
  readonly overlapping: boolean | undefined;
  readonly label: string | undefined;
  readonly member: Member | undefined;
  readonly figure: Figure;
}

interface Counted {
  readonly issue: Issue;
  readonly tallies: IssueTallies | undefined;
}

export function countRows({ issue, tallies }: Counted): CountRow[] {
  if (tallies === undefined) return [];
  return tallies.available().flatMap((name) => {
    const tally = tallies.get(name);
    return tally === undefined ? [] : tallyRows(issue, tally);
  });
}

function tallyRows(issue: Issue, tally: Tally): CountRow[] {
  const none = { dimension: undefined, overlapping: undefined, label: undefined, member: undefined };
  const total: CountRow[] =
    tally.total === undefined ? [] : [{ issue, tally, kind: "合计", ...none, figure: tally.total }];
  const parts = [...tally.breakdowns].flatMap(([dimension, { overlapping, parts }]) =>
    parts.map(({ label, member, figure }): CountRow => ({
      issue,
      tally,
      kind: "分项",
      dimension,
      overlapping,
      label,
      member,
      figure,
    })),
  );
  // A joint case that only some units have done is not yet counted; the JSON file lists it.
  const counted = tally.joint.filter(({ isComplete }) => isComplete);
  const joint = counted.map(({ units, figure }): CountRow => ({
    issue,
    tally,
    kind: "共有",
    ...none,
    label: units.map((unit) => unit.label).join("、"),
    figure,
  }));
  return [...total, ...parts, ...joint];
}

/** As printed (61.50), but a rate as a decimal. */
function cellOf(figure: Figure): number | string {
  if (figure.percent !== undefined) return decimal(figure.value);
  return customaryNumber(figure) ?? decimal(figure.value);
}

/** A decimal, rounded to six places if it does not end. */
export function decimal(value: Fraction): number {
  return Number(plain(value) ?? fixed(value, 6));
}

function clockTime(moment: Moment | undefined): string | undefined {
  if (moment?.hour === undefined) return undefined;
  return `${String(moment.hour).padStart(2, "0")}:${String(moment.minute ?? 0).padStart(2, "0")}:00`;
}

const dateOf = (moment: Moment | undefined): string | undefined => (moment === undefined ? undefined : isoDate(moment));

export const countFields: readonly Field<CountRow>[] = [
  {
    name: "issue",
    title: "期",
    type: "string",
    description: "年份和期号，如 2020-15；与各期目录 issues.csv 对应",
    required: true,
    cell: ({ issue }) => issueKey(issue),
  },
  {
    name: "date",
    title: "日期",
    type: "date",
    description: "这一期的印发日期",
    required: true,
    cell: ({ issue }) => isoDate(issue.date.value),
  },
  {
    name: "measure",
    title: "指标",
    type: "string",
    description: "统计的是什么，如 交办、办结",
    required: true,
    cell: ({ tally }) => tally.definition.name,
  },
  {
    name: "kind",
    title: "种类",
    type: "string",
    description: "合计：整个指标；分项：按某种分组的一项；共有：几个单位共有的",
    required: true,
    values: rowKinds,
    cell: ({ kind }) => kind,
  },
  {
    name: "dimension",
    title: "分组",
    type: "string",
    description: "分项按什么分，如 单位、类别、来源",
    cell: ({ dimension }) => dimension,
  },
  {
    name: "member",
    title: "全称",
    type: "string",
    description: "分项在登记表里的全称；同一单位各期写法不同，全称总是一样",
    cell: ({ member }) => member?.fullName,
  },
  {
    name: "label",
    title: "原文名称",
    type: "string",
    description: "简报上印的名称；共有的，各单位用顿号连接",
    cell: ({ label }) => label,
  },
  {
    name: "value",
    title: "数值",
    type: "number",
    description: "比率写成小数（0.744186 即 74.4%），除不尽的取六位小数",
    required: true,
    cell: ({ figure }) => cellOf(figure),
  },
  {
    name: "unit",
    title: "量词",
    type: "string",
    description: "件、个、家、万元等；比率没有量词",
    cell: ({ figure }) => (figure.percent === undefined ? figure.measureWord || undefined : undefined),
  },
  {
    name: "as_of",
    title: "截至日期",
    type: "date",
    description: "数字截至哪一天",
    cell: ({ tally }) => dateOf(tally.asOf),
  },
  {
    name: "as_of_time",
    title: "截至钟点",
    type: "time",
    description: "数字截至那一天的几时；不写的是全天",
    cell: ({ tally }) => clockTime(tally.asOf),
  },
  {
    name: "since",
    title: "起始日期",
    type: "date",
    description: "数字从哪一天起算；不写的从头累计",
    cell: ({ tally }) => dateOf(tally.since),
  },
  {
    name: "batch_from",
    title: "首批",
    type: "integer",
    description: "数字所含交办批次的第一批",
    cell: ({ tally }) => tally.batches?.from,
  },
  {
    name: "batch_to",
    title: "末批",
    type: "integer",
    description: "数字所含交办批次的最后一批",
    cell: ({ tally }) => tally.batches?.to,
  },
  {
    name: "overlapping",
    title: "可重复",
    type: "boolean",
    description: "true 表示一件可以属于几项，各项之和会超过合计",
    cell: ({ overlapping }) => overlapping,
  },
  {
    name: "computed",
    title: "算出",
    type: "boolean",
    description: "true 表示由算式从其他指标算出，不是直接填报的",
    required: true,
    cell: ({ tally }) => tally.definition.formula !== undefined,
  },
];

/** An issue's lines of the data files, without the head. */
export function countBody(counted: Counted): string {
  return csvRows(countFields, countRows(counted));
}
