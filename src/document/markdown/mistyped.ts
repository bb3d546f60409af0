/** Reports mistyped Markdown, which would be printed as raw signs. */

import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";

const endings = "(?:png|jpe?g|gif|webp|svg|bmp|dib|tiff?|emf|wmf|hei[cf]|hif|avif|psd)";
/** A picture with full-width or missing signs. */
const picture = new RegExp(
  `[!！]?[ ]?[\\[［【]([^\\]］】\\n]{0,80})[\\]］】][ ]?[(（]([^()（）\\n]{1,120}(?:\\([^()\\n]{0,20}\\)[^()（）\\n]{0,40})?(?<!\\\\)\\.${endings})[)）]`,
  "giu",
);
/** A picture without a closing bracket in its line. */
const unclosed = /(?<!\\)!\[([^\]\n]{0,200})\]\([^)\n]*$/gm;
/** A single brace; with a backslash in front it is intended. */
const single = /(?<![{\\])\{(?![{%#])([^{}\n]{1,120})\}(?!\})/gu;

/** Errors in the body from `bodyStart` on. */
export function mistyped(source: SourceText, bodyStart: number): Problem[] {
  const text = source.text;
  const problems: Problem[] = [];
  picture.lastIndex = bodyStart;
  for (let match = picture.exec(text); match !== null; match = picture.exec(text)) {
    const [whole, caption = "", file = ""] = match;
    if (/^!\[[^\]]*\]\(/.test(whole) && whole.endsWith(")")) continue;
    const mend = `请写成“![${caption}](${file})”：英文的感叹号、方括号、圆括号，中间不空格。`;
    problems.push(error("picture-syntax", source.place(match.index), "图片的写法不对，会印成文字", mend));
  }
  unclosed.lastIndex = bodyStart;
  for (let match = unclosed.exec(text); match !== null; match = unclosed.exec(text))
    problems.push(
      error(
        "picture-syntax",
        source.place(match.index),
        "图片后面少了右括号，会印成文字",
        `请写成“![${match[1] ?? ""}](文件名.jpg)”，文件名后面是英文的右括号。`,
      ),
    );
  single.lastIndex = bodyStart;
  for (let match = single.exec(text); match !== null; match = single.exec(text)) {
    const mend = `数字要用双花括号，请写成“{{${(match[1] ?? "").trim()}}}”；就要印花括号的，前面加反斜杠，写成“\\${match[0]}”。`;
    problems.push(error("single-brace", source.place(match.index), "花括号少了一个，会印成文字", mend));
  }
  return problems;
}

const named = new RegExp(
  `(!\\[[^\\]\\n]{0,200}\\]\\()([^()<>"\\n]*(?:\\([^()\\n]{0,40}\\)[^()<>"\\n]*)?\\.${endings})(?=(?:\\s+"[^"\\n]*")?\\))`,
  "giu",
);

/** The ranges of file names with blanks, `![图](现场 1.jpg)`, which Markdown would not accept. */
export function namesWithBlanks(marked: string): (readonly [start: number, end: number])[] {
  return [...marked.matchAll(named)].flatMap(({ index, 1: open = "", 2: file = "" }) =>
    /\s/.test(file) ? [[index + open.length, index + open.length + file.length] as const] : [],
  );
}
