/** Parses the Markdown of an article once to tokens with evaluated expressions, from which HTML, Word files and checks are made. */

import MarkdownIt from "markdown-it";
import emphasisBetweenHan from "markdown-it-cjk-friendly";
import type { Token } from "./tokens.ts";
import { ExpressionError, isUnread } from "../../model/expression/expression.ts";
import { error, warning } from "../../base/problem/problem.ts";
import type { Place, Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import { phrase, placeholders } from "../../compute/phrase/phrase.ts";
import type { Placeholder } from "../../compute/phrase/phrase.ts";
import type { Piece } from "../../compute/phrase/piece.ts";
import type { Scope } from "../../compute/tally/evaluate.ts";
import { blocks } from "./block.ts";
import { computeBlocks } from "./compute-blocks.ts";
import type { ComputedBlocks } from "./compute-blocks.ts";
import { close, open, parsedText } from "./parsed-text.ts";
import type { Environment } from "./environment.ts";
import { beginText, inlinePlaces } from "./inline-places.ts";
import { lineJoints } from "./line-joints.ts";
import { mistyped } from "./mistyped.ts";
import { decodeAddress } from "./picture-element.ts";
import { shape } from "./shape.ts";
import { swallowedSigns } from "./swallowed-signs.ts";
import { typedParagraphs } from "./typed-paragraphs.ts";
import { withoutForm } from "./without-form.ts";

export type { ComputedBlocks } from "./compute-blocks.ts";

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
  .disable(["code", "fence", "backticks", "lheading", "reference", "html_block", "html_inline", "hr"])
  // CommonMark expects blanks between words and would print the asterisks of “**加强领导。**各级”.
  .use(emphasisBetweenHan)
  .use(blocks)
  .use(typedParagraphs)
  .use(inlinePlaces)
  .use(expressions)
  .use(shape)
  .use(lineJoints);

export interface ParsedBody {
  readonly source: SourceText;
  readonly tokens: readonly Token[];
  readonly environment: Environment;
  readonly found: readonly Placeholder[];
  /** Number of the first line of the body in the source, from 1; lines of tokens count from it, from 0. */
  readonly firstLine: number;
  readonly problems: Problem[];
}

/**
 * `scope` is `undefined` when the counts could not be read: the expressions are then checked for syntax only.
 */
export function parseBody(
  source: SourceText,
  bodyStart: number,
  scope: Scope | undefined,
  computed: ComputedBlocks,
): ParsedBody {
  const { found, unclosed, fullWidth } = placeholders(source.text, bodyStart);
  const problems: Problem[] = [
    ...unclosed.map((offset) =>
      error("expression-unclosed", source.place(offset), "双花括号 {{ 没有成对的 }}", "请在同一段里补上 }}。"),
    ),
    ...fullWidth.map((offset) =>
      error("fullwidth-brace", source.place(offset), "花括号写成了全角", "请改成英文的 {{ 和 }}。"),
    ),
    ...mistyped(source, bodyStart),
    ...withoutForm(source, bodyStart),
  ];
  const pieces = found.map((placeholder) => evaluateAt(placeholder, source, scope, problems));
  const edited = parsedText(source, bodyStart, found);
  const firstLine = source.place(bodyStart).line;
  const placeOfLine = (line: number): Place => ({ file: source.file, line: firstLine + line, column: 1 });
  const environment: Environment = {
    faults: [],
    computed: new Set(computed.keys()),
    pieces,
    sources: found.map((placeholder) => source.text.slice(placeholder.start, placeholder.end)),
    edited,
  };
  const tokens = markdown.parse(edited.text, environment);
  for (const index of misplaced(tokens)) {
    const place = source.place(found[index]?.start ?? bodyStart);
    const hint = "网址和文件名照实写；要印出来的 {{…}} 写在正文、标题或说明里。";
    problems.push(error("expression-misplaced", place, "{{…}} 不能写在这里", hint));
  }
  problems.push(...joinedLines(tokens, placeOfLine), ...swallowedSigns(tokens, source, firstLine));
  for (const fault of environment.faults)
    problems.push(error("block", placeOfLine(fault.line), asTyped(fault.message, environment), fault.hint));
  computeBlocks(tokens, { source, firstLine, found, pieces, scope, computed, problems });
  return { source, tokens, environment, found, firstLine, problems };
}

/** A message in which marks are replaced by the expressions. */
function asTyped(message: string, { sources }: Environment): string {
  return message.replace(/\uFDD0(\d+)\uFDD1/g, (_, index) => sources[Number(index)] ?? "");
}

/** The numbers of expressions in addresses and file names, which are not allowed. */
function misplaced(tokens: readonly Token[]): number[] {
  const texts = tokens.flatMap((token) =>
    [token, ...(token.children ?? [])].flatMap(({ attrs }) => (attrs ?? []).map(([, value]) => decodeAddress(value))),
  );
  return texts.flatMap((text) => [...text.matchAll(/\uFDD0(\d+)\uFDD1/g)].map(([, index]) => Number(index)));
}

/** Warns of lines that Markdown joins although the editor may have meant two paragraphs. */
function joinedLines(tokens: readonly Token[], placeOfLine: (line: number) => Place): Problem[] {
  return tokens.flatMap((token, at): Problem[] => {
    const opening = tokens[at - 1];
    if (token.type !== "inline" || opening?.type !== "paragraph_open" || opening.attrGet("class") === "signature-line")
      return [];
    const joined = (token.children ?? []).some((child) => child.type === "softbreak");
    if (!joined || token.map === null) return [];
    const message = "另起了一行但没有空行，会与上一行连成一段";
    return [
      warning(
        "joined-lines",
        placeOfLine(token.map[0] + 1),
        message,
        "要分段，请在这一行前面空一行；本是一段，请并成一行。",
      ),
    ];
  });
}

/** The pieces of an expression; an error is added to `problems`. */
function evaluateAt(
  placeholder: Placeholder,
  source: SourceText,
  scope: Scope | undefined,
  problems: Problem[],
): readonly Piece[] | undefined {
  try {
    if (scope === undefined) return undefined;
    return phrase(placeholder.text, scope);
  } catch (fault) {
    if (!(fault instanceof ExpressionError)) throw fault;
    if (!isUnread(fault))
      problems.push(
        error(fault.code, source.place(placeholder.textStart + fault.span.start), fault.message, fault.hint),
      );
    return undefined;
  }
}

function expressions(md: MarkdownIt): void {
  md.inline.ruler.before("text", "expression", (state, silent) => {
    // A backslash before the mark is text; otherwise it would escape the mark.
    if (state.src.startsWith(`\\${open}`, state.pos)) {
      beginText(state);
      if (!silent) state.pending += "\\";
      state.pos++;
      return true;
    }
    if (state.src[state.pos] !== open) return false;
    const end = state.src.indexOf(close, state.pos);
    if (end < 0) return false;
    if (!silent) {
      const token = state.push("expression", "", 0);
      token.meta = { ...(token.meta as object), index: Number(state.src.slice(state.pos + 1, end)) };
    }
    state.pos = end + 1;
    return true;
  });
  // The text rule stops only at known characters, which do not include the mark.
  md.inline.ruler.at("text", (state, silent) => {
    const rest = /^[^\n!#$%&*+\-:<=>@[\]\\^_`{}~\uFDD0]+/.exec(state.src.slice(state.pos));
    if (rest === null) return false;
    beginText(state);
    if (!silent) state.pending += rest[0];
    state.pos += rest[0].length;
    return true;
  });
}
