import type { Article, Placed } from "../../model/issue.ts";
import { carriedMark, stubBody, stubTitle } from "../../model/stub.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import { frontMatter } from "../source/front-matter.ts";
import type { FrontMatterRange } from "../source/front-matter.ts";
import { parseYaml } from "../source/yaml.ts";
import type { LocatedYaml } from "../source/located-yaml.ts";
import { articleSchema } from "./issue-schema.ts";
import type { ArticleFile } from "./issue-schema.ts";
import { failed, readParsed } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { validate } from "./validate.ts";

/** The keys of the front matter that are printed and may contain expressions. */
const printedKeys = ["标题", "副标题", "按语", "供稿", "作者"] as const;

/** A Markdown file with front matter → an article. */
export function readArticle(source: SourceText): Reading<Article> {
  const { range, problems } = frontMatter(source);
  if (range === undefined) return failed(problems);
  const { value, problems: further } = readParsed(parseYaml(source, range.start, range.end), (yaml) =>
    readFront(source, range, yaml),
  );
  return {
    value: problems.every(({ fix }) => fix !== undefined) ? value : undefined,
    problems: [...problems, ...further],
  };
}

function readFront(source: SourceText, range: FrontMatterRange, yaml: LocatedYaml): Reading<Article> {
  if (yaml.value === null) {
    if (!yaml.isWhole) return failed([]);
    const start = source.place(range.start);
    return failed([error("front-matter", start, "文首是空的", "请写上“标题: …”和“栏目: …”。")]);
  }
  const cut = cutByComment(source, yaml);
  const { value: file, problems } = validate(articleSchema, yaml, printedKeys);
  const placed = (key: keyof ArticleFile): Placed<string> | undefined => {
    const value = file?.[key];
    return value === undefined ? undefined : { value, place: yaml.place([key]) };
  };
  const title = placed("标题");
  const faults = [
    ...cut,
    ...problems.filter(({ place }) => !cut.some((other) => other.place.line === place.line)),
    ...unfinishedStub(source, range.bodyStart, title),
  ];
  const unchecked = uncheckedCarries(source);
  if (file === undefined || faults.length > 0) return failed([...faults, ...unchecked]);
  return {
    value: {
      file: source.file,
      slug: (source.file.split("/").at(-1) ?? source.file).replace(/\.md$/i, ""),
      source,
      bodyStart: range.bodyStart,
      printedRanges: printedKeys.flatMap((key) => {
        const range = yaml.range([key]);
        return range === undefined ? [] : [range];
      }),
      // A vertical bar or a line end in a quoted title is a manual line break.
      title: title && { ...title, value: brokenLines(title.value) },
      subtitle: withoutDash(placed("副标题")),
      column: { value: file.栏目.trim().replace(/^【(.+)】$/, "$1"), place: yaml.place(["栏目"]) },
      credit: placed("供稿"),
      author: placed("作者"),
      editorsNote: placed("按语"),
    },
    problems: unchecked,
  };
}

/** Replaces bars by line breaks, except those within an expression: 第{{交办.末批 | 汉字}}批. */
function brokenLines(title: string): string {
  return title
    .trim()
    .replace(/(\{\{[\s\S]*?\}\})|\s*[|｜\n]\s*/g, (_, expression: string | undefined) => expression ?? "\n");
}

/** Reports the placeholder texts of a new article, which must never be printed. */
function unfinishedStub(source: SourceText, bodyStart: number, title: Placed<string> | undefined): Problem[] {
  const untitled = title?.value === stubTitle;
  // Without a headline the article may be unwanted: a new issue gets one for every column, needed or not.
  const hint = untitled ? "请写好这篇稿件；这一期没有这个栏目的稿件，就删去这个文件。" : "请把这一行换成稿件的正文。";
  const body = source.text.indexOf(stubBody, bodyStart);
  return [
    ...(untitled ? [error("unfinished-stub", title.place, `标题还是“${stubTitle}”`, hint)] : []),
    ...(body < 0 ? [] : [error("unfinished-stub", source.place(body), `正文还是“${stubBody}”`, hint)]),
  ];
}

/** Reports sentences that `npm run new` copied from the last issue and nobody has confirmed. */
function uncheckedCarries(source: SourceText): Problem[] {
  const problems: Problem[] = [];
  for (let at = source.text.indexOf(carriedMark); at >= 0; at = source.text.indexOf(carriedMark, at + 1))
    problems.push(
      error(
        "unchecked-carry",
        source.place(at),
        "这里照搬了上一期的话，还没有核对",
        `这一段的数字、期数、说法还对不对，请核对改好，再删去“${carriedMark}”。`,
      ),
    );
  return problems;
}

/** In YAML a blank and # start a comment, so that “标题: 关于“河长制” #1 落实情况” would silently lose its end. */
function cutByComment(source: SourceText, yaml: LocatedYaml): Problem[] {
  return yaml.entries([]).flatMap(({ key, valuePlace }) => {
    const range = yaml.range([key]);
    if (range === undefined) return [];
    const rest = source.line(valuePlace.line).slice(range[1] - source.lineStart(valuePlace.line));
    const comment = /^\s*#\S.*$/.exec(rest)?.[0];
    if (comment === undefined) return [];
    const place = source.place(range[1] + comment.indexOf("#"));
    return [
      error(
        "cut-by-comment",
        place,
        `“${comment.trim()}”前面有空格和 #，会被当作说明，印不出来`,
        '内容里有 # 的，请把整个内容用英文引号 " " 括起来。',
      ),
    ];
  });
}

/** The layout puts a dash in front of a subtitle, so a typed one is removed. */
function withoutDash(subtitle: Placed<string> | undefined): Placed<string> | undefined {
  return subtitle && { ...subtitle, value: subtitle.value.replace(/^\s*[—-]{1,2}\s*/u, "") };
}
