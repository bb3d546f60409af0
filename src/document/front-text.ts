/** Evaluates expressions in the front matter of an article: 标题: 第{{本批.末批 | 汉字}}批信访件. */

import { ExpressionError, isUnread } from "../model/expression/expression.ts";
import type { PrintedPhrase } from "./markdown/render.ts";
import type { Article, Placed } from "../model/issue.ts";
import { phrase, placeholders } from "../compute/phrase/phrase.ts";
import { plainText } from "../compute/phrase/piece.ts";
import { error } from "../base/problem/problem.ts";
import type { Problem } from "../base/problem/problem.ts";
import type { Scope } from "../compute/tally/evaluate.ts";

interface FilledFront {
  /** The article with evaluated expressions. */
  readonly article: Article;
  readonly phrases: readonly PrintedPhrase[];
  readonly problems: readonly Problem[];
}

/** In the order of `Article.printedRanges`. */
const fields = ["title", "subtitle", "editorsNote", "credit", "author"] as const;

/** `scope` is `undefined` when the counts could not be read; then nothing is evaluated. */
export function fillFront(article: Article, scope: Scope | undefined): FilledFront {
  const { source, printedRanges } = article;
  const phrases: PrintedPhrase[] = [];
  const problems: Problem[] = [];
  const printed = new Map<string, string>();
  if (scope === undefined) return { article, phrases, problems };
  const present = fields.filter((field) => article[field] !== undefined);
  const live = new Set<(typeof fields)[number]>();
  for (const [at, [start, end]] of printedRanges.entries()) {
    for (const placeholder of placeholders(source.text.slice(0, end), start).found) {
      const field = present[at];
      if (field !== undefined) live.add(field);
      try {
        const pieces = phrase(placeholder.text, scope);
        phrases.push({ placeholder, pieces });
        printed.set(placeholder.text.trim(), plainText(pieces));
      } catch (fault) {
        if (!(fault instanceof ExpressionError)) throw fault;
        if (isUnread(fault)) continue;
        const place = source.place(placeholder.textStart + fault.span.start);
        problems.push(error(fault.code, place, fault.message, fault.hint));
      }
    }
  }
  if (printed.size === 0) return { article, phrases, problems };
  const fill = (name: (typeof fields)[number]): Placed<string> | undefined => {
    const field = article[name];
    // Braces from an escape in YAML are not an expression.
    if (field === undefined || !live.has(name)) return field;
    const value = field.value.replace(
      /\{\{([\s\S]*?)\}\}/g,
      (typed, text: string) => printed.get(text.trim()) ?? typed,
    );
    return { ...field, value };
  };
  return {
    article: {
      ...article,
      title: fill("title"),
      subtitle: fill("subtitle"),
      editorsNote: fill("editorsNote"),
      credit: fill("credit"),
      author: fill("author"),
    },
    phrases,
    problems,
  };
}
