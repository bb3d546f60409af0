/** The states of cases as prose says them: 已整改, 阶段性完成, 尚未销号, and the words for them that are data. */

import { wordsOfStatus, type Status, type StatusKind } from "../../model/status.ts";
import { escaped } from "../../base/text/words-pattern.ts";
import { ending } from "./words.ts";

/** Alternatives of a pattern, by what the state counts as; those apart stand in `apart`. */
export type StatusWords = Readonly<Record<StatusKind, string>>;

export function statusWords(statuses: readonly Status[]): StatusWords {
  const of = (kind: StatusKind, ...others: string[]): string => {
    const words = statuses.filter((status) => status.kind === kind).flatMap(wordsOfStatus);
    return [...words.sort((a, b) => b.length - a.length).map(escaped), ...others].join("|");
  };
  return {
    closed: of("closed", `(?:已|均已)?(?:完成整改|整改完成|${ending})`),
    open: of("open", `(?:正在|正|尚在|还在)(?:办理|整改|推进)中?|整改中|(?:尚未|未)(?:完成整改|${ending})`),
    apart: of("apart", `阶段性?(?:${ending})`),
  };
}
