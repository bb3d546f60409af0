/** Text → Markdown that prints exactly that text, with as few backslashes as possible. */

import { mistyped } from "../../../document/markdown/mistyped.ts";
import { withoutForm } from "../../../document/markdown/without-form.ts";
import { readTree } from "../../../document/tree/read-tree.ts";
import { contentText } from "../../../document/tree/tree.ts";
import type { Block } from "../../../document/tree/tree.ts";
import { placeholders } from "../../../compute/phrase/phrase.ts";
import { hasErrors } from "../../../base/problem/problem.ts";
import { SourceText } from "../../../base/problem/source-text.ts";

const leads = { paragraph: "", heading: "### ", item: "- " } as const;

/** A paragraph, heading or item. `text` must have no line breaks and no spaces at its ends. */
export function verbatim(text: string, role: keyof typeof leads = "paragraph"): string {
  const lead = leads[role];
  // “1. 加强领导” would be a list; two full-width blanks in front, as typists set them, make it a paragraph without a backslash.
  const indented = `\u3000\u3000${text}`;
  if (role === "paragraph" && /^\d/.test(text) && !prints(text, text, role) && prints(indented, text, role))
    return indented;
  return lead + plainest(text, (markdown) => prints(lead + markdown, text, role));
}

/** Text within a line, such as a table's title. */
export function verbatimInline(text: string): string {
  return plainest(
    text,
    (markdown) => prints(markdown, text, "paragraph") && prints(`字${markdown}`, `字${text}`, "paragraph"),
  );
}

/** A cell of a table. Rows are divided before backslashes are interpreted, so that a bar cannot be escaped. */
export function verbatimCell(text: string): string {
  if (text === "") return "";
  // An opening sign might be closed by a sign in the next cell.
  if (/[`{<!]/.test(text) || count(text, "[") !== count(text, "]"))
    return fullyEscaped(text).replaceAll("\\|", text.includes("\\") ? "&#124;" : "\\|");
  if (!text.includes("|")) return verbatimInline(text);
  return text.includes("\\")
    ? fullyEscaped(text).replaceAll("\\|", "&#124;")
    : verbatimInline(text).replace(/\\?\|/g, "\\|");
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** A picture with this caption. */
export function verbatimPicture(caption: string, file: string): string {
  const written = (markdown: string): string => `![${markdown}](${file})`;
  const accepts = (markdown: string): boolean => {
    const block = onlyBlock(written(markdown));
    return block?.kind === "picture" && contentText(block.caption) === caption;
  };
  return written(plainest(caption, accepts));
}

/** The simplest form that prints the text. */
function plainest(text: string, accepts: (markdown: string) => boolean): string {
  const ways = [
    text,
    escaped(text, /[\\*_<~`]|\{(?!\{)|&(?=[#\w]+;)/g),
    escaped(text, /[\\*_[\]<~`]|\{(?!\{)|&(?=[#\w]+;)/g),
  ];
  return ways.find(accepts) ?? fullyEscaped(text);
}

function fullyEscaped(text: string): string {
  return escaped(text, /[!-/:-@[-`{-~]/g).replace(/[｛｝：]/g, entity);
}

function prints(markdown: string, text: string, role: keyof typeof leads): boolean {
  const block = onlyBlock(markdown);
  return block?.kind === "text" && block.role === role && contentText(block.content) === text;
}

/** The only block of the Markdown; `undefined` if there are expressions, or signs that checks would report. */
function onlyBlock(markdown: string): Block | undefined {
  const { found, unclosed, fullWidth } = placeholders(markdown);
  if (found.length + unclosed.length + fullWidth.length > 0) return undefined;
  const source = new SourceText("", markdown);
  if (hasErrors([...mistyped(source, 0), ...withoutForm(source, 0)])) return undefined;
  const [block, more] = readTree(source, 0, undefined);
  return more === undefined ? block : undefined;
}

/** Puts backslashes before signs of Markdown inside (`inline`) and at the beginning of a line, and separates braces and full-width signs. */
function escaped(text: string, inline: RegExp): string {
  return text
    .replace(inline, "\\$&")
    .replaceAll("{{", "{\\{")
    .replace(/[｛｝](?=[{}｛｝])|(?<=[{}｛｝])[｛｝]/g, entity)
    .replace(/^(?:[#>+-]|:(?=::))/, "\\$&")
    .replace(/^：(?=：：)/, entity)
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

function entity(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}
