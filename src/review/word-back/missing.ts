/** Untracked additions and removals of paragraphs, rows, columns and tables. */

import type { Issue } from "../../model/issue.ts";
import type { Place } from "../../base/problem/problem.ts";
import { shortened } from "../../intake/word/revisions.ts";
import { isRemoval } from "../../intake/word/read/change.ts";
import type { Change } from "../../intake/word/read/model.ts";
import { unknownAuthor } from "./asides.ts";
import type { Match, UnitsByArticle } from "./match.ts";
import type { TableChange } from "./tables.ts";
import type { Unit } from "./units.ts";
import { removalOf } from "./whole-articles.ts";

export interface Loss {
  readonly by: Pick<Change, "author" | "date">;
  /** In Chinese: 删去表格的一行“…” */
  readonly action: string;
  readonly removed: string;
  readonly inserted: string;
  readonly article: number | undefined;
  readonly place: Place | undefined;
  readonly refusal: string;
}

export function missingOf(
  issue: Issue,
  units: UnitsByArticle,
  matches: readonly Match[],
  tableChanges: readonly TableChange[],
  sent: number | undefined,
): Loss[] {
  const placeOf = (article: number | undefined, unit: Unit | undefined): Place | undefined => {
    const source = article === undefined ? undefined : issue.articles[article - 1]?.source;
    return unit === undefined ? undefined : source?.place(unit.place);
  };
  const tables = tableChanges.map((one): Loss => {
    const mark = one.marks[0] ?? one.after;
    const unit = units.get(mark?.article ?? 0)?.find(({ part }) => part === mark?.part);
    const removal = isRemoval(one.change);
    return {
      by: one.change,
      action: `${removal ? "删去" : "插入"}${one.what}“${shortened(one.words)}”`,
      ...(removal ? { removed: one.words, inserted: "" } : { removed: "", inserted: one.words }),
      ...{ article: mark?.article, place: placeOf(mark?.article, unit) },
      refusal: "表格、整行、整列的增删请在稿件里手工改",
    };
  });
  const reported = new Set(tableChanges.flatMap(({ marks }) => marks.map(({ article, part }) => `${article} ${part}`)));
  const known = new Set([
    ...matches.flatMap(({ group }) => group.marks.map(({ article, part }) => `${article} ${part}`)),
    ...matches.map(({ article, part }) => `${article ?? ""} ${part}`),
    ...reported,
  ]);
  const lost = [...units].flatMap(([number, list]): Loss[] => {
    // An issue exported without this article says nothing about it.
    if (![...known].some((key) => key.startsWith(`${number} `))) return [];
    const gone = list.filter(({ part, text }) => text !== "" && !known.has(`${number} ${part}`));
    return byTable(gone, list).map(({ what, lost: these }) => {
      const words = these.map(({ text }) => text).join("｜");
      return {
        ...{ by: unknownAuthor, action: `删去${what}“${shortened(words)}”`, removed: words, inserted: "" },
        ...{ article: number, place: placeOf(number, these[0]) },
        refusal: "这些字在文件里不见了，又没有修订痕迹；确实要删的，请在稿件里手工删",
      };
    });
  });
  return [...tables, ...lost, ...lostArticles(issue, units, known, sent)];
}

/** Articles of which nothing remains. `sent`: the number of exported articles, if the file records it. */
function lostArticles({ articles }: Issue, units: UnitsByArticle, known: ReadonlySet<string>, sent = 0): Loss[] {
  const there = new Set([...known].map((key) => Number(key.split(" ")[0])));
  const gone = Array.from({ length: sent }, (_, at) => at + 1).filter((number) => !there.has(number));
  return gone.map((number) => {
    // If articles were added or removed since, the number no longer identifies one.
    const article = sent === articles.length ? articles[number - 1] : undefined;
    const words = (units.get(number) ?? []).map(({ text }) => text).find((text) => text !== "") ?? "";
    const name = article === undefined ? `（发出去的第${number}篇）` : `“${shortened(words)}”`;
    return {
      ...{ by: unknownAuthor, action: `删去整篇${name}`, removed: "", inserted: "", article: undefined },
      place: article === undefined ? undefined : { file: article.file, line: 1, column: 1 },
      refusal: article === undefined ? "整篇在文件里不见了，请核对是哪一篇" : removalOf(article.file),
    };
  });
}

interface Lost {
  readonly what: string;
  readonly lost: readonly Unit[];
}

/** Groups missing cells into whole tables, rows or columns. */
function byTable(gone: readonly Unit[], all: readonly Unit[]): Lost[] {
  const found: Lost[] = [];
  const done = new Set<Unit>();
  const take = (what: string, pattern: RegExp, keyOf: (part: RegExpExecArray) => string): void => {
    for (const unit of gone) {
      const part = pattern.exec(unit.part);
      if (part === null || done.has(unit)) continue;
      const key = keyOf(part);
      const same = (other: Unit): boolean => {
        const own = pattern.exec(other.part);
        return own !== null && keyOf(own) === key && other.text !== "";
      };
      const lost = gone.filter(same);
      if (all.filter(same).length !== lost.length) continue;
      found.push({ what, lost });
      for (const one of lost) done.add(one);
    }
  };
  take("一张表", /^(b\d+)r\d+c\d+$/, ([, table = ""]) => table);
  take("表格的一行", /^(b\d+r\d+)c\d+$/, ([, row = ""]) => row);
  take("表格的一列", /^(b\d+)r\d+(c\d+)$/, ([, table = "", column = ""]) => table + column);
  return [...found, ...gone.filter((unit) => !done.has(unit)).map((unit) => ({ what: "", lost: [unit] }))];
}
