/** An article's Markdown → HTML, with every expression evaluated and every fault placed. */

import MarkdownIt from "markdown-it";
import type { Token } from "./tokens.ts";
import { ExpressionError } from "../expression/expression.ts";
import { error } from "../problem/problem.ts";
import type { Place, Problem } from "../problem/problem.ts";
import type { SourceText } from "../problem/source-text.ts";
import { phrase, placeholders } from "../phrase/phrase.ts";
import type { Placeholder } from "../phrase/phrase.ts";
import { plainText } from "../phrase/piece.ts";
import type { Piece } from "../phrase/piece.ts";
import type { Scope } from "../tally/evaluate.ts";
import { blocks } from "./block.ts";
import type { BlockEnvironment } from "./block.ts";
import { escapeHtml, piecesHtml } from "./html.ts";
import { shape } from "./shape.ts";

/** A picture that the text shows. `source` is as typed: a path from the folder. */
export interface PictureReference {
  readonly source: string;
  readonly alternative: string;
  readonly place: Place;
}

/** An expression with what it printed. */
export interface PrintedPhrase {
  readonly placeholder: Placeholder;
  readonly pieces: readonly Piece[];
}

export interface RenderedBody {
  readonly html: string;
  readonly pictures: readonly PictureReference[];
  readonly phrases: readonly PrintedPhrase[];
  readonly problems: readonly Problem[];
}

/** Blocks computed from data (tables, charts): name → HTML. Throws `ExpressionError` with a span within `content`. */
export type ComputedBlocks = ReadonlyMap<string, (argument: string, lines: readonly string[], scope: Scope) => string>;

interface Environment extends BlockEnvironment {
  readonly pieces: readonly (readonly Piece[] | undefined)[];
  readonly sources: readonly string[];
  readonly compute: (token: Token) => string;
}

/** Noncharacters: no text can hold them (`load` refuses them), so they mark the places of expressions. */
const open = "\uFDD0";
const close = "\uFDD1";

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
  .disable(["code", "fence", "backticks", "lheading", "reference", "html_block", "html_inline", "hr"])
  .use(blocks)
  .use(expressions)
  .use(shape);

/**
 * `scope` is `undefined` when the counts could not be read: the expressions are then checked for syntax only.
 */
export function renderBody(
  source: SourceText,
  bodyStart: number,
  scope: Scope | undefined,
  computed: ComputedBlocks = new Map(),
): RenderedBody {
  const { found, unclosed, fullWidth } = placeholders(source.text, bodyStart);
  const problems: Problem[] = [
    ...unclosed.map((offset) =>
      error("expression-unclosed", source.place(offset), "双花括号 {{ 没有成对的 }}", "请在同一段里补上 }}。"),
    ),
    ...fullWidth.map((offset) =>
      error("fullwidth-brace", source.place(offset), "花括号写成了全角", "请改成英文的 {{ 和 }}。"),
    ),
  ];
  const pieces = found.map((placeholder) => evaluateAt(placeholder, source, scope, problems));
  let marked = "";
  let at = bodyStart;
  for (const [index, placeholder] of found.entries()) {
    // Line breaks inside an expression are kept behind its mark, so that line numbers hold.
    const breaks = source.text.slice(placeholder.start, placeholder.end).replace(/[^\n]/g, "");
    marked += `${source.text.slice(at, placeholder.start)}${open}${index}${close}${breaks}`;
    at = placeholder.end;
  }
  marked += source.text.slice(at);

  const firstLine = source.place(bodyStart).line;
  const placeOfLine = (line: number): Place => ({ file: source.file, line: firstLine + line, column: 1 });
  const environment: Environment = {
    faults: [],
    computed: new Set(computed.keys()),
    pieces,
    sources: found.map((placeholder) => source.text.slice(placeholder.start, placeholder.end)),
    compute(token) {
      const run = computed.get(token.info);
      if (run === undefined || scope === undefined) return "";
      try {
        return run(token.content, (token.meta as { lines: string[] }).lines, scope);
      } catch (fault) {
        if (!(fault instanceof ExpressionError)) throw fault;
        problems.push(error(fault.code, placeOfLine(token.map?.[0] ?? 0), fault.message, fault.hint));
        return "";
      }
    },
  };
  const tokens = markdown.parse(marked, environment);
  const pictures = picturesOf(tokens, source, firstLine);
  const html = markdown.renderer.render(tokens, markdown.options, environment);
  for (const fault of environment.faults)
    problems.push(error("block", placeOfLine(fault.line), fault.message, fault.hint));
  const phrases = found.flatMap((placeholder, index) => {
    const printed = pieces[index];
    return printed === undefined ? [] : [{ placeholder, pieces: printed }];
  });
  return { html, pictures, phrases, problems };
}

/** The pieces of one expression; a fault is put to `problems`. */
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
    problems.push(error(fault.code, source.place(placeholder.textStart + fault.span.start), fault.message, fault.hint));
    return undefined;
  }
}

function expressions(md: MarkdownIt): void {
  md.inline.ruler.before("text", "expression", (state, silent) => {
    if (state.src[state.pos] !== open) return false;
    const end = state.src.indexOf(close, state.pos);
    if (end < 0) return false;
    if (!silent) {
      const token = state.push("expression", "", 0);
      token.meta = { index: Number(state.src.slice(state.pos + 1, end)) };
    }
    state.pos = end + 1;
    return true;
  });
  // The text rule stops only at characters it knows; the mark has to be one of them.
  md.inline.ruler.at("text", (state, silent) => {
    const rest = /^[^\n!#$%&*+\-:<=>@[\]\\^_`{}~\uFDD0]+/.exec(state.src.slice(state.pos));
    if (rest === null) return false;
    if (!silent) state.pending += rest[0];
    state.pos += rest[0].length;
    return true;
  });
  const { rules } = md.renderer;
  rules["expression"] = (tokens, at, _, env: Environment) => {
    const { index } = tokens[at]?.meta as { index: number };
    return piecesHtml(env.pieces[index] ?? []);
  };
  rules["list_marker"] = (tokens, at) => `<span class="marker">${escapeHtml(tokens[at]?.content ?? "")}</span> `;
  rules["computed_block"] = (tokens, at, _, env: Environment) => {
    const token = tokens[at];
    return token === undefined ? "" : env.compute(token);
  };
  // Chinese lines join without a space.
  rules["softbreak"] = (tokens, at) => (/[\x20-\x7e]$/.test(textBefore(tokens, at)) ? "\n" : "");
  const image = rules["image"];
  rules["image"] = (tokens, at, options, env: Environment, self) => {
    const token = tokens[at];
    // Alternative text is plain: expressions in it are replaced by what they print.
    for (const child of token?.children ?? []) {
      if (child.type !== "expression") continue;
      child.type = "text";
      child.content = plainText(env.pieces[(child.meta as { index: number }).index] ?? []);
    }
    return image?.(tokens, at, options, env, self) ?? "";
  };
}

function textBefore(tokens: readonly Token[], at: number): string {
  const before = tokens[at - 1];
  return before?.type === "text" ? before.content : "";
}

function picturesOf(tokens: readonly Token[], source: SourceText, firstLine: number): PictureReference[] {
  const pictures: PictureReference[] = [];
  for (const token of tokens) {
    if (token.type !== "inline") continue;
    for (const child of token.children ?? []) {
      if (child.type !== "image") continue;
      const address = child.attrGet("src") ?? "";
      const decoded = decodeAddress(address);
      pictures.push({
        source: decoded,
        alternative: child.content,
        place: find(decoded, token, source, firstLine) ??
          find(address, token, source, firstLine) ?? {
            file: source.file,
            line: firstLine + (token.map?.[0] ?? 0),
            column: 1,
          },
      });
    }
  }
  return pictures;
}

function find(address: string, token: Token, source: SourceText, firstLine: number): Place | undefined {
  const [from, to] = token.map ?? [0, 0];
  for (let line = firstLine + from; line < firstLine + Math.max(to, from + 1); line++) {
    const column = source.line(line).indexOf(`](${address}`);
    if (column >= 0) return source.place(source.lineStart(line) + column + 2);
  }
  return undefined;
}

function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
