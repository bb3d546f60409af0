/** Copies a regular report of the last issue into the next one, with marks where it has to be checked. */

import { SourceText } from "../../base/problem/source-text.ts";
import { splice } from "../../base/problem/splice.ts";
import { articleCarry } from "../../read/schema/issue-schema.ts";
import { frontMatter } from "../../read/source/front-matter.ts";
import { parseYaml } from "../../read/source/yaml.ts";
import { carriedMark } from "../../model/stub.ts";
import { markedBody, mayBeFalse } from "./carried-body.ts";

/** The comment at the top of an article with marks. */
const advice = `# 照搬上一期的稿件，算出的数字会自动换成这一期的。标着“请核对”的要核对：自己写的数字、日期、期数，升降、名次一类的话，没有算出的数字的句子；标题全是手写的，每一段都标。改好以后连括号删去。`;

/** `source` was read without errors. */
export function carriedArticle({ file, text }: SourceText): string {
  const source = new SourceText(file, text);
  const { range } = frontMatter(source);
  const { yaml } = range === undefined ? { yaml: undefined } : parseYaml(source, range.start, range.end);
  if (range === undefined || yaml === undefined) return text;
  const edits = yaml.entries([]).flatMap(({ key }) => {
    const at = yaml.range([key]);
    const typed = at === undefined ? "" : text.slice(...at).trimEnd();
    if (at === undefined || typed === "" || articleCarry[key as keyof typeof articleCarry] !== "cleared") return [];
    return [{ start: at[0], end: at[0] + typed.length, replacement: clearedComment(typed) }];
  });
  const title = yaml.range(["标题"]);
  const typed = title === undefined ? "" : text.slice(...title).trimEnd();
  // An article whose headline has no computed figure is news, all of which has to be checked.
  const isNews = typed !== "" && !typed.includes("{{");
  if (title !== undefined && (isNews || mayBeFalse(typed))) {
    const end = title[0] + typed.length - (/["']$/.test(typed) ? 1 : 0);
    edits.push({ start: end, end, replacement: carriedMark });
  }
  const front = splice(text.slice(0, range.bodyStart), edits).replaceAll(`${advice}\n`, "");
  const body = markedBody(text.slice(range.bodyStart), isNews);
  const isMarked = front.includes(carriedMark) || body.includes(carriedMark);
  return (isMarked ? front.replace("\n", () => `\n${advice}\n`) : front) + body;
}

/** The comment after a key whose value was cleared. */
export function clearedComment(typed: string): string {
  return `   # 上期 ${typed
    .replace(/^[|>][+-]?/, "")
    .replace(/\s*\n\s*/g, " ")
    .trim()}，请核对`;
}
