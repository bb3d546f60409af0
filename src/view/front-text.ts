/** Expressions in the head of an article: 标题: 第{{本批.末批 | 汉字}}批信访件. */

import { ExpressionError } from "../expression/expression.ts";
import type { PrintedPhrase } from "../markdown/render.ts";
import type { Article, Placed } from "../model/issue.ts";
import { phrase, placeholders } from "../phrase/phrase.ts";
import { plainText } from "../phrase/piece.ts";
import { error } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { Scope } from "../tally/evaluate.ts";

export interface FilledFront {
  /** The article with what its head's expressions print in their places. */
  readonly article: Article;
  readonly phrases: readonly PrintedPhrase[];
  readonly problems: readonly Problem[];
}

/** `scope` is `undefined` when the counts could not be read: the head then stays as typed. */
export function fillFront(article: Article, scope: Scope | undefined): FilledFront {
  const { source, printedRanges } = article;
  const phrases: PrintedPhrase[] = [];
  const problems: Problem[] = [];
  const printed = new Map<string, string>();
  if (scope === undefined) return { article, phrases, problems };
  for (const [start, end] of printedRanges) {
    for (const placeholder of placeholders(source.text.slice(0, end), start).found) {
      try {
        const pieces = phrase(placeholder.text, scope);
        phrases.push({ placeholder, pieces });
        printed.set(placeholder.text.trim(), plainText(pieces));
      } catch (fault) {
        if (!(fault instanceof ExpressionError)) throw fault;
        const place = source.place(placeholder.textStart + fault.span.start);
        problems.push(error(fault.code, place, fault.message, fault.hint));
      }
    }
  }
  if (printed.size === 0) return { article, phrases, problems };
  const fill = (field: Placed<string> | undefined): Placed<string> | undefined =>
    field && {
      ...field,
      value: field.value.replace(/\{\{([\s\S]*?)\}\}/g, (typed, text: string) => printed.get(text.trim()) ?? typed),
    };
  return {
    article: {
      ...article,
      title: fill(article.title),
      subtitle: fill(article.subtitle),
      editorsNote: fill(article.editorsNote),
      credit: fill(article.credit),
      author: fill(article.author),
    },
    phrases,
    problems,
  };
}
