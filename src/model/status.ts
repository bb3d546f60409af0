/**
 * The states of a case (办理状态) with their names in prose, in the ledger and as measures. An office adds its own under 状态 in
 * `data/tallies.yaml`.
 */

/** 办结, 在办, or 另计 for a state (阶段性办结, 移送) that some offices count as closed and others do not. */
export type StatusKind = "closed" | "open" | "apart";

export interface Status {
  /** As written in the ledger. */
  readonly name: string;
  /** 别名: synonyms. */
  readonly words: readonly string[];
  readonly kind: StatusKind;
  /** Further names of a measure; in prose these words have other meanings, too. */
  readonly measures?: readonly string[];
  /** The answer to 是否办结. */
  readonly answer?: "是" | "否";
  /** Whether the ledger has a date for it (办结日期); absent when both are right. */
  readonly dated?: boolean;
}

export const customaryStatuses: readonly Status[] = [
  {
    name: "已办结",
    words: ["办结", "完成办理"],
    kind: "closed",
    measures: ["完成", "已完成"],
    answer: "是",
    dated: true,
  },
  { name: "阶段性办结", words: ["阶段办结"], kind: "apart", dated: true },
  {
    name: "正在办理",
    words: ["在办", "办理中", "未办结", "尚未办结"],
    kind: "open",
    measures: ["未完成"],
    answer: "否",
    dated: false,
  },
];

/** The words for a state in prose. */
export function wordsOfStatus({ name, words }: Status): string[] {
  return [name, ...words];
}

/** The state that a measure counts, by the measure's name. */
export function statusOf(measure: string, statuses: readonly Status[]): Status | undefined {
  return statuses.find((status) => [...wordsOfStatus(status), ...(status.measures ?? [])].includes(measure));
}
