/**
 * States that a case is in on its way (办理状态): the words for them in prose, in the ledger and as measures. This is the one
 * table of them; what an office says besides stands under 状态 in its `data/tallies.yaml`.
 */

/** 办结, 在办, or 另计: some offices count it (阶段性办结, 移送) among the closed ones, others apart. */
export type StatusKind = "closed" | "open" | "apart";

export interface Status {
  /** As the ledger says it. */
  readonly name: string;
  /** 别名: words for the same. */
  readonly words: readonly string[];
  readonly kind: StatusKind;
  /** What a measure may be called besides; in prose these words are said of much else. */
  readonly measures?: readonly string[];
  /** The answer to 是否办结. */
  readonly answer?: "是" | "否";
  /** The ledger gives a day for it (办结日期). Absent where it may or may not. */
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

/** What a state is called in prose. */
export function wordsOfStatus({ name, words }: Status): string[] {
  return [name, ...words];
}

/** The state that a measure counts, by the measure's name. */
export function statusOf(measure: string, statuses: readonly Status[]): Status | undefined {
  return statuses.find((status) => [...wordsOfStatus(status), ...(status.measures ?? [])].includes(measure));
}
