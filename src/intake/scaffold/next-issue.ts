/** Makes the files of a new issue from the last one, without writing them. */

import type { Archive } from "../../model/archive.ts";
import { correctionColumn, earlierCorrections } from "../../model/earlier-corrections.ts";
import type { Article, Issue } from "../../model/issue.ts";
import { stubBody, stubTitle } from "../../model/stub.ts";
import type { LocatedYaml } from "../../read/source/located-yaml.ts";
import { isoDate } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";
import { issueCarry } from "../../read/schema/issue-schema.ts";
import { carriedArticle, clearedComment } from "./carried-article.ts";
import { firstCounts } from "./first-counts.ts";
import { nextCounts } from "./next-counts.ts";
import { wordSegmenter } from "../../base/text/word-segmenter.ts";

/** The next number: one more, or 1 in a new year unless numbers continue. */
export function nextNumber(issues: readonly Issue[], year: number): number {
  const last = issues.at(-1);
  if (last === undefined) return 1;
  if (last.year === year)
    return Math.max(...issues.filter((issue) => issue.year === year).map((issue) => issue.number.value)) + 1;
  return continues(issues) ? last.number.value + 1 : 1;
}

/** Whether numbers have continued over the turn of a year in this archive. */
function continues(issues: readonly Issue[]): boolean {
  return issues.some((issue, at) => {
    const before = issues[at - 1];
    return before !== undefined && before.year !== issue.year && issue.number.value > before.number.value;
  });
}

export interface NewIssue {
  /** The year to which the number belongs. */
  readonly year: number;
  readonly number: number;
  readonly date: Moment;
  /** 仅数据 */
  readonly dataOnly: boolean;
}

/** The files from which the next issue is made, as far as they exist. */
interface LastFiles {
  /** `issue.yaml` and `counts.yaml` of the last issue. */
  readonly issue: LocatedYaml | undefined;
  readonly counts: LocatedYaml | undefined;
  /** `counts.yaml` of the issue before it. */
  readonly countsBefore: LocatedYaml | undefined;
}

/** Path below the root → text. The last of `archive.issues` is the one that precedes the new one. */
export function nextIssue(archive: Archive, fresh: NewIssue, files: LastFiles): Map<string, string> {
  const last = archive.issues.at(-1);
  const folder = `content/issues/${fresh.year}-${fresh.number}`;
  const { frequency } = archive.bulletin;
  const counts =
    files.counts === undefined || last === undefined
      ? firstCounts(archive.vocabulary, fresh.date, frequency)
      : nextCounts(
          {
            last: files.counts,
            before: files.countsBefore,
            from: last.date.value,
            to: fresh.date,
            frequency,
            used: usedMeasures(archive),
          },
          archive.vocabulary,
        );
  const head = issueFile(fresh, last, files.issue);
  if (fresh.dataOnly)
    return new Map([
      [`${folder}/issue.yaml`, head],
      [`${folder}/counts.yaml`, counts],
    ]);
  return new Map([
    [`${folder}/issue.yaml`, head],
    [`${folder}/counts.yaml`, counts],
    ...articles(archive, fresh.date).map(([name, text]) => [`${folder}/${name}`, text] as const),
  ]);
}

/** Measures with a number in the data of some issue. */
function usedMeasures({ issues }: Archive): Set<string> {
  return new Set(
    issues.flatMap(({ counts }) =>
      [...(counts?.blocks ?? [])].flatMap(([name, { total, groups }]) =>
        total !== undefined || groups.length > 0 ? [name] : [],
      ),
    ),
  );
}

function issueFile(
  { year, number, date, dataOnly }: NewIssue,
  last: Issue | undefined,
  yaml: LocatedYaml | undefined,
): string {
  const cleared = yaml === undefined ? [] : clearedKeys(yaml);
  const hints = [
    ["印数", "# 印数: 50"],
    ["密级", "# 密级: 内部资料　注意保存"],
    ["编号", "# 编号: 000001"],
    ["内部", "# 内部: 是            # 只印不上网"],
    ["目录", "# 目录: 是"],
    ["报", "# 报: …"],
    ["送", "# 送: …"],
    ["发", "# 发: …"],
  ].flatMap(([key, line = ""]) => (cleared.some((other) => other.key === key) ? [] : [line]));
  return [
    `期号: ${number}`,
    `日期: ${isoDate(date)}`,
    ...(year === date.year ? [] : [`年份: ${year}`]),
    ...(last?.serial === undefined ? [] : [`总期号: ${last.serial + 1}`]),
    ...(dataOnly ? ["仅数据: 是    # 不印发，没有稿件，只留数据给以后各期对比"] : []),
    "",
    ...(cleared.length === 0
      ? []
      : [
          "# 上一期另外写了下面这些。这一期还是这样的，把上期的内容填到“#”前面；不是的，删去那几行。",
          ...cleared.flatMap(({ lines }) => lines),
          "",
        ]),
    "# 与平时不同时才写下面这些，去掉行首的“# ”：",
    ...hints,
    "# 更正:              # 发布以后才写：改了正文或数字的，每次一条",
    "#   - 日期: 2020-11-10",
    "#     内容: 哪里错了，应当是什么",
    "#     原因: 为什么错",
    "",
  ].join("\n");
}

/** Optional keys of the last issue, without their values, which are shown in comments, so that none is copied unnoticed. */
function clearedKeys(yaml: LocatedYaml): { readonly key: string; readonly lines: readonly string[] }[] {
  return yaml.entries([]).flatMap(({ key }) => {
    const range = yaml.range([key]);
    if (issueCarry[key as keyof typeof issueCarry] !== "cleared" || range === undefined) return [];
    const typed = yaml.source.text.slice(...range).trimEnd();
    if (!typed.includes("\n")) return [{ key, lines: [`${key}: ${clearedComment(typed)}`] }];
    const start = yaml.source.lineStart(yaml.source.place(range[0]).line);
    const below = yaml.source.text.slice(start, range[0] + typed.length).split(/\r?\n/);
    return [{ key, lines: [`${key}:    # 上期如下，请核对`, ...below.map((line) => `# ${line}`)] }];
  });
}

/**
 * An untitled article with computed figures is a regular report, whose sentences are copied. An article with a headline is news, which
 * must not be printed again, so that the new issue gets an empty one.
 */
function articles(archive: Archive, date: Moment): [name: string, text: string][] {
  const last = archive.issues.findLast(({ dataOnly }) => !dataOnly);
  const columns = [
    ...new Set([...archive.bulletin.columns, ...(last?.articles.map((article) => article.column.value) ?? [])]),
  ].filter((column) => column !== correctionColumn);
  const corrections = earlierCorrections(archive.issues, date).length > 0 ? [correctionArticle] : [];
  const carriedArticles = (column: string): Article[] =>
    last?.articles.filter(
      (article) => article.column.value === column && article.source.text.includes("{{", article.bodyStart),
    ) ?? [];
  return columns
    .flatMap((column) => {
      const carried = carriedArticles(column);
      return carried.length > 0
        ? carried.map((article) => ({ column, text: carriedArticle(article.source) }))
        : [{ column, text: articleStub(column) }];
    })
    .concat(corrections)
    .map(({ column, text }, at) => [articleName(at + 1, column), text]);
}

/** The article that prints the corrections made since the last issue. */
const correctionArticle = {
  column: correctionColumn,
  text: ["---", `栏目: ${correctionColumn}`, "---", "", "{{本期.更正}}", ""].join("\n"),
};

/** A new article with placeholder texts. */
export function articleStub(column: string, title: string = stubTitle): string {
  return articleText({ title, column }, stubBody);
}

/** The front matter of an article. */
interface ArticleFront {
  readonly title: string;
  readonly column: string;
  readonly subtitle?: string | undefined;
  readonly author?: string | undefined;
  readonly credit?: string | undefined;
}

/** The file of an article; absent keys are left out. */
export function articleText(
  { title, column, subtitle, author, credit }: ArticleFront,
  body: string,
  written: (text: string) => string = quoted,
): string {
  const lines = Object.entries({ 标题: title, 栏目: column, 副标题: subtitle, 作者: author, 供稿: credit }).flatMap(
    ([name, text]) => (text === undefined ? [] : [`${name}: ${written(text)}`]),
  );
  return ["---", ...lines, "---", "", body, ""].join("\n");
}

/** A YAML scalar, in quotes only if necessary. */
function quoted(text: string): string {
  return /^[\p{Script=Han}\p{L}“《（【][^:#\n]*$/u.test(text) ? text : JSON.stringify(text);
}

/** A YAML scalar in which `{{` is printed literally: escaped braces are not taken for an expression. */
export function verbatimValue(text: string): string {
  return text.includes("{{") ? JSON.stringify(text).replaceAll("{{", "{\\u007b") : quoted(text);
}

/** The order number of a further article, given the names in the issue's folder. */
export function nextOrder(names: readonly string[]): number {
  return 1 + Math.max(0, ...names.map((name) => Number(/^(\d+)-/.exec(name)?.[1] ?? 0)));
}

/** `03-零陵全力以赴.md`: the order number and the beginning of the title. */
export function articleName(order: number, words: string): string {
  const safe = words.replace(/[\\/:*?"<>|｜\s.#%&{}“”‘’《》【】（）()，。、；：！？]/g, "");
  return `${String(order).padStart(2, "0")}-${beginning(safe) || "稿件"}.md`;
}

const longestName = 16;

/** The first whole words, up to the length of a file name. */
function beginning(words: string): string {
  let name = "";
  for (const { segment } of wordSegmenter().segment(words)) {
    if ([...name, ...segment].length > longestName)
      return name === "" ? [...segment].slice(0, longestName).join("") : name;
    name += segment;
  }
  return name;
}
