import type { Problem } from "../../problem/problem.ts";
import type { SourceText } from "../../problem/source-text.ts";
import { problemOf, type Levels } from "../levels.ts";
import type { Article } from "../prose.ts";
import { AllowList } from "./allow.ts";
import { PRIVACY_RULES } from "./catalogue.ts";
import { fold, type PersonalItem } from "./item.ts";

export interface PrivacyOptions {
  readonly levels?: Levels;
  /** Strings that may be printed as they are: the office's own telephone and mail, a person's name in office. */
  readonly allow?: readonly string[];
}

/** More findings than an editor can read; the bound keeps a hostile file cheap. */
const MOST = 2000;

/** Personal items anywhere in an article's file: the front matter and comments are published with the repository too. */
export function checkPrivacy({ source }: Article, options: PrivacyOptions = {}): Problem[] {
  return checkPrivacyText(source, 0, source.text.length, options);
}

/** Personal items in `source.text.slice(start, end)`: a value of a data file, a summary of a case. */
export function checkPrivacyText(
  source: SourceText,
  start: number,
  end: number,
  options: PrivacyOptions = {},
): Problem[] {
  const raw = source.text.slice(start, end);
  const text = fold(raw);
  const allowed = new AllowList(options.allow ?? []);
  const taken = new Set<number>();
  const found: { item: PersonalItem; problem: Problem }[] = [];
  for (const rule of PRIVACY_RULES) {
    for (const item of rule.find(text)) {
      const offsets = Array.from({ length: item.end - item.start }, (_, index) => item.start + index);
      if (offsets.some((offset) => taken.has(offset))) continue;
      for (const offset of offsets) taken.add(offset);
      if (found.length >= MOST || allowed.has(raw.slice(item.start, item.end))) continue;
      const problem = problemOf(rule, options.levels ?? {}, source, start + item.start, {
        message: `疑似${rule.name}：${item.shown}`,
        hint: `${rule.mend}；确属对外公布的，写进 data/bulletin.yaml 的“隐私放行”。`,
      });
      if (problem) found.push({ item, problem: { ...problem, sensitive: raw.slice(item.start, item.end) } });
    }
  }
  return found.sort((a, b) => a.item.start - b.item.start).map(({ problem }) => problem);
}
