import type { Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import { problemOf, type Levels } from "../rule.ts";
import { AllowList } from "./allow.ts";
import { digestsOf } from "./digest.ts";
import { isSure, personalItems, type FoundItem } from "./gate.ts";
import { readSource } from "./reading.ts";

export interface PrivacyOptions {
  readonly levels?: Levels;
  /** Strings that may be printed as they are: the office's own telephone and mail, a person's name in office. */
  readonly allow?: readonly string[];
  /** Names that are no persons', of units and places. */
  readonly names?: ReadonlySet<string>;
}

/** What was let pass, as it would have been reported. */
export interface LetPass {
  /** As the list has it. */
  readonly allowed: string;
  readonly problem: Problem;
}

/** Personal items anywhere in an article's file: the front matter and comments are published with the repository too. */
export function checkPrivacy({ source }: { readonly source: SourceText }, options: PrivacyOptions = {}): Problem[] {
  return checkPrivacyText(source, 0, source.text.length, options);
}

/** Personal items in `source.text.slice(start, end)`: a value of a data file, a summary of a case. */
export function checkPrivacyText(
  source: SourceText,
  start: number,
  end: number,
  options: PrivacyOptions = {},
): Problem[] {
  return siftPrivacy(source, start, end, options).problems;
}

/** As `checkPrivacyText`, with what is allowed beside what is not. */
export function siftPrivacy(
  source: SourceText,
  start = 0,
  end = source.text.length,
  { levels = {}, allow = [], names }: PrivacyOptions = {},
): { problems: Problem[]; letPass: LetPass[] } {
  const reading = readSource(source.text, start, end);
  const allowed = new AllowList(allow);
  const items = personalItems(reading.text, names === undefined ? {} : { names });
  const digests = items.length === 0 ? [] : digestsOf(source.text);
  const found = items
    .flatMap((item) => {
      const from = reading.starts[item.start] ?? start;
      const to = reading.ends[item.end - 1] ?? end;
      if (digests.some((digest) => digest.start <= from && to <= digest.end)) return [];
      const typed = source.text.slice(from, to);
      const problem = problemOf(ruleOf(item), levels, source, from, wording(item));
      const by = allowed.matching(reading.text.slice(item.start, item.end)) ?? allowed.matching(typed);
      return problem === undefined ? [] : [{ from, by, problem: { ...problem, sensitive: typed } }];
    })
    .sort((a, b) => a.from - b.from);
  return {
    problems: found.flatMap(({ by, problem }) => (by === undefined ? [problem] : [])),
    letPass: found.flatMap(({ by, problem }) => (by === undefined ? [] : [{ allowed: by, problem }])),
  };
}

/** What is only possible reminds, whatever level the office has set for the rule, unless it is off. */
function ruleOf({ rule, ...item }: FoundItem): FoundItem["rule"] {
  return rule.level === "error" && !isSure({ rule, ...item }) ? { ...rule, level: "warning" } : rule;
}

function wording(item: FoundItem): { message: string; hint: string } {
  const { rule, shown } = item;
  if (rule.level === "error" && !isSure(item)) {
    return {
      message: `可能是${rule.name}：${shown}`,
      hint: `请看一下：${rule.mend}；不是的，或者确实可以公开的，写进 data/bulletin.yaml 的“隐私放行”。`,
    };
  }
  return {
    message: `疑似${rule.name}：${shown}`,
    hint: `${rule.mend}；确属对外公布的，写进 data/bulletin.yaml 的“隐私放行”。`,
  };
}
