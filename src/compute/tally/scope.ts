import type { IssueTallies } from "./issue-tallies.ts";
import type { Value } from "./value.ts";

/** What an expression can see from inside one issue. */
export interface Scope {
  /** 2020年第15期, or 第15期 where one is enough. */
  readonly name: string;
  /** 仅数据: the issue was never printed, so that no reader knows it by its number. */
  readonly dataOnly: boolean;
  readonly tallies: IssueTallies;
  /** `本期.日期`, `本期.期号` … and `刊物.编发单位` …, as values. */
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, Value>>;
  /** Whether some issue, or the counts of one up to this, cannot be read: what is not found may be there. */
  readonly hasUnread: boolean;
  /** Why the issue before is not the one that comes right before this, as numbers and dates tell: 中间缺了第2至4期. */
  readonly gap: string | undefined;
  /** 上期; `undefined` in the first issue. Throws `ExpressionError` where it cannot be read. */
  readonly previous: () => Scope | undefined;
  /** 第N期 of the same year, or 2020年第14期. */
  readonly issue: (year: number | undefined, number: number) => Scope | undefined;
  /** Every issue up to this one, oldest first; those whose counts could not be read are left out. */
  readonly issues: () => readonly Scope[];
}
