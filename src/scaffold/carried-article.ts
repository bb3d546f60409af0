/** A standing report of the last issue as the next one begins with it. */

import { SourceText } from "../problem/source-text.ts";
import { splice } from "../problem/splice.ts";
import { articleCarry } from "../schema/issue-schema.ts";
import { frontMatter } from "../source/front-matter.ts";
import { parseYaml } from "../source/yaml.ts";
import { markedBody } from "./carried-body.ts";

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
  return splice(text.slice(0, range.bodyStart), edits) + markedBody(text.slice(range.bodyStart));
}

/** Behind the colon of a key. */
export function clearedComment(typed: string): string {
  return `   # 上期 ${typed
    .replace(/^[|>][+-]?/, "")
    .replace(/\s*\n\s*/g, " ")
    .trim()}，请核对`;
}
