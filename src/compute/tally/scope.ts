import type { IssueTallies } from "./issue-tallies.ts";
import type { Value } from "./value.ts";

/** Everything that an expression in one issue can refer to. */
export interface Scope {
  /** 2020年第15期, or 第15期 where that suffices. */
  readonly name: string;
  /** 仅数据: the issue was never printed, so that readers do not know its number. */
  readonly dataOnly: boolean;
  readonly tallies: IssueTallies;
  /** `本期.日期`, `本期.期号` … and `刊物.编发单位` …, as values. */
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, Value>>;
  /** Whether an issue up to this one, or its counts, cannot be read, so that what is not found may exist. */
  readonly hasUnread: boolean;
  /** Why the previous issue in the archive does not directly precede this one: 中间缺了第2至4期 (`issueGap`). */
  readonly gap: string | undefined;
  /** 上期; `undefined` in the first issue. Throws `ExpressionError` where it cannot be read. */
  readonly previous: () => Scope | undefined;
  /** 第N期 of the same year, or 2020年第14期. */
  readonly issue: (year: number | undefined, number: number) => Scope | undefined;
  /** Every issue up to this one, oldest first; those whose counts could not be read are left out. */
  readonly issues: () => readonly Scope[];
}
